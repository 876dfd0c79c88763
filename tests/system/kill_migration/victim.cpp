// A program that migrates ROOT/brown to ROOT/green with the real storage component, state store and catalogue, to be
// killed at any moment and started again. The first start scans and journals the batch; each start goes on with it.
//   kill_migration_victim ROOT [BREAK]
// BREAK makes it wrong on purpose, to show that whoever kills it would notice:
//   delete-early     removes a source as soon as its copy begins
//   trust-target     spoils one copy in ten between its last verification and the removal of its source
//   book-twice       books one microgram too many
//   leave-staging    leaves a staging file behind
#include "tests/support/hooked_drivers.h"
#include "tests/support/storage_world.h"

#include <cstdio>
#include <fstream>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;

DriverHook wrongdoing(const std::string &kind, const fs::path &root)
{
    if (kind == "delete-early")
        return [root](const DriverCall &call) -> Result<void> {
            if (call.backend == "brown" && call.name == "open" && call.after) fs::remove(root / "brown" / call.subject);
            return {};
        };
    if (kind == "trust-target")
        return [root](const DriverCall &call) -> Result<void> {
            if (call.name == "remove" && !call.after && call.subject.back() == '7')
                std::ofstream(root / "green" / call.subject, std::ios::app) << "rot";
            return {};
        };
    return [](const DriverCall &) {
        return Result<void>();
    };
}

/// 0: the batch is at its end. 3: it is not, and says why.
int migrate(const fs::path &root, const std::string &kind)
{
    StorageWorld world(root, {std::make_shared<HookedDriverFactory>(wrongdoing(kind, root)), {}, {"brown", "green"}});
    if (!world.settle()) return 3;
    auto order = StorageWorld::order(1, "acme", "brown", "green");
    if (!world.component().batch(order.batch)) {
        if (world.moves(1).empty()) {
            world.scan("brown");
            world.plan(1, "acme", "brown", "green");
        }
        world.migrate(order);
    }
    if (const auto batch = world.component().batch(order.batch); batch && batch->phase != storage::BatchPhase::Ended) {
        std::fprintf(stderr, "not ended: %s\n", batch->why.c_str());
        return 3;
    }
    const auto verdict = sure(world.store().verifyUsage({}));
    if (!verdict.intact) {
        std::fprintf(stderr, "the ledger's sums are wrong: %s\n", verdict.problem.c_str());
        return 3;
    }
    if (kind == "book-twice") {
        store::Transaction transaction;
        transaction.usage.push_back({order.tenant, world.clock().now(), GramsCO2e::fromMicrograms(1), "migration",
                                     "again", Quality::Calculated});
        sure(world.store().commit(std::move(transaction)));
    }
    if (kind == "leave-staging") std::ofstream(root / "green/.greenward-staging/test-1-1") << "left";
    std::printf("%lld\n", static_cast<long long>(world.bookedMicrograms("acme")));
    return 0;
}

} // namespace
} // namespace greenward::tests

int main(int count, char **words)
{
    if (count < 2) return 2;
    return greenward::tests::migrate(words[1], count > 2 ? words[2] : "");
}
