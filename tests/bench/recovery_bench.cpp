// How long a start takes after the process was killed over a ledger of 10 million records.
//     bench_recovery [RECORDS]

#include "core/budget/budget_component.h"
#include "tests/bench/measure.h"

#include <cstdlib>
#include <latch>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

namespace greenward::bench {
namespace {

constexpr int kTenants = 1000;

/// In a child that ends without closing anything, as if killed.
void writeAndDie(const std::filesystem::path &directory, int records)
{
    World world(directory);
    const auto tenants = world.tenants(kTenants);
    const Instant now = World::systemClock().now();
    std::latch last(1);
    for (int i = 1; i < records; ++i) {
        // Over the hours of three days, so that there are roll-ups to add up, in and out of the open month.
        const Instant at = now - std::chrono::minutes{i % 4320};
        const budget::Ledger::Usage usage{at, GramsCO2e::fromMicrograms(17), "write"};
        while (!world.ledger().addMeasured(tenants[static_cast<std::size_t>(i) % kTenants], usage))
            std::this_thread::yield();
    }
    must(world.ledger().addMeasured(tenants[0], {now, GramsCO2e::fromMicrograms(17), "write"},
                                    [&](const auto &) { last.count_down(); }));
    last.wait();
    ::_exit(0);
}

void run(int records)
{
    const tests::TemporaryDirectory directory;
    if (const pid_t child = ::fork(); child == 0) {
        writeAndDie(directory.path(), records);
    } else {
        int status = 0;
        ::waitpid(child, &status, 0);
        if (status != 0) std::abort();
    }
    const adapters::OpenSslHasherFactory hashers;
    const auto begin = std::chrono::steady_clock::now();
    const auto since = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    const auto store = must(adapters::SqliteStateStore::open(directory.path(), store::OpenMode::ReadWrite, hashers));
    const double opened = since();
    adapters::SystemIds ids;
    bus::Bus bus;
    budget::BudgetComponent budgets(bus, *store, World::systemClock(), ids);
    must(budgets.load());
    const double loaded = since();
    heading("Start after a kill, " + shown(records) + " records of " + shown(kTenants) + " tenants");
    print("state.db and its log",
          shown(static_cast<double>(std::filesystem::file_size(directory.path() / "state.db") +
                                    std::filesystem::file_size(directory.path() / "state.db-wal")) /
                1e6) +
              " MB");
    print("open: check pages, newest batches, audit tail", shown(opened * 1000) + " ms");
    print("open and load every counter", shown(loaded * 1000) + " ms", "<= 1,000 wanted");
    const auto begun = std::chrono::steady_clock::now();
    const auto verdict = must(store->verifyUsage({}));
    if (!verdict.intact || verdict.records != records) std::abort();
    print("for comparison: add up the whole ledger again",
          shown(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count() * 1000) + " ms");
}

} // namespace
} // namespace greenward::bench

int main(int count, char **arguments)
{
    greenward::bench::run(count > 1 ? std::max(1000, std::atoi(arguments[1])) : 10'000'000);
}
