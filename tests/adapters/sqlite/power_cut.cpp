// Cuts the power of a writing store, again and again, and compares what is left with what it had acknowledged.
//     greenward_power_cut ext4|xfs ROUNDS [ack-early]
// Needs root, loop devices and the file system's mkfs. A file system in a file is mounted, a writer started on it, and
// at a random moment the file system is shut down without writing its log, so that everything not yet flushed is gone;
// then it is mounted again, its own log replayed, and the store checked. Exit code 0: nothing was ever missing.

#include "tests/adapters/sqlite/crash_checks.h"
#include "tests/support/cuttable_disk.h"

#include <cstdio>
#include <cstdlib>
#include <exception>

namespace greenward::tests::crash {
namespace {

namespace fs = std::filesystem;

int cutAgainAndAgain(const std::string &kind, int rounds, Conduct conduct)
{
    std::mt19937_64 random{std::random_device{}()};
    auto disk = std::make_unique<CuttableDisk>(kind);
    auto site = std::make_unique<CrashSite>(disk->directory(), conduct, disk->beside() / "counters");
    int bad = 0;
    std::int64_t steps = 0;
    for (int round = 0; round < rounds; ++round) {
        site->strike(static_cast<std::int64_t>(random() % 30'000), [&] { disk->cut(); });
        disk->remount();
        const auto problems = site->check();
        for (const std::string &problem : problems)
            std::printf("round %d: %s\n", round, problem.c_str());
        const bool isFull = fs::space(disk->directory()).available < (16U << 20U);
        if (problems.empty() && !isFull) continue;
        if (!problems.empty()) ++bad;
        // What was lost once is missing ever after, and a full disk writes nothing: on with a fresh one.
        steps += site->durableSteps();
        site.reset();
        disk.reset();
        disk = std::make_unique<CuttableDisk>(kind);
        site = std::make_unique<CrashSite>(disk->directory(), conduct, disk->beside() / "counters");
    }
    steps += site->durableSteps();
    std::printf("%s: %d power cuts, %lld steps durable, %d rounds with something wrong\n", kind.c_str(), rounds,
                static_cast<long long>(steps), bad);
    return bad == 0 ? 0 : 1;
}

} // namespace
} // namespace greenward::tests::crash

int main(int count, char **arguments)
{
    using namespace greenward::tests::crash;
    const std::string kind = count > 2 ? arguments[1] : "";
    if ((kind != "ext4" && kind != "xfs") || (count == 4 && std::string(arguments[3]) != "ack-early")) {
        std::fprintf(stderr, "usage: greenward_power_cut ext4|xfs ROUNDS [ack-early]\n");
        return 2;
    }
    try {
        return cutAgainAndAgain(kind, std::atoi(arguments[2]), count == 4 ? Conduct::AckEarly : Conduct::Honest);
    } catch (const std::exception &trouble) {
        std::fprintf(stderr, "%s\n", trouble.what());
        return 3;
    }
}
