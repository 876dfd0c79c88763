#include "tests/support/child.h"
#include "tests/support/hooked_drivers.h"
#include "tests/support/program.h"
#include "tests/support/storage_world.h"

#include <gtest/gtest.h>

#include <atomic>
#include <csignal>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;

/// Kills the process with SIGKILL right before, and right after, every call to a driver in turn; a restart must bring
/// the migration to its end each time, with every object whole and its emissions booked once.
class Crash : public ::testing::TestWithParam<LeaveBehind>
{
protected:
    static constexpr std::int64_t kBytes = 70'000 + 1'100'000;

    struct Run
    {
        std::shared_ptr<std::atomic<int>> calls = std::make_shared<std::atomic<int>>(0);
        std::unique_ptr<StorageWorld> world;
    };

    /// A world whose process dies at the `fatal`th hook call; 0: never.
    static Run start(const fs::path &root, int fatal)
    {
        Run run;
        const DriverHook hook = [calls = run.calls, fatal](const DriverCall &) -> Result<void> {
            if (++*calls == fatal) ::kill(::getpid(), SIGKILL);
            return {};
        };
        run.world = std::make_unique<StorageWorld>(
            root, StorageWorld::Options{std::make_shared<HookedDriverFactory>(hook), {}, {"brown", "green"}});
        return run;
    }

    static bus::MigrateBatch order()
    {
        bus::MigrateBatch order = StorageWorld::order(1, "acme", "brown", "green");
        order.concurrency = 1;
        order.leaveBehind = GetParam();
        return order;
    }

    static void plant(const fs::path &root)
    {
        plantFile(root / "brown/acme/a", 70'000, 1, 60);
        plantFile(root / "brown/acme/deep/er/b", 1'100'000, 2, 60);
        StorageWorld world(root, {{}, {}, {"brown", "green"}});
        world.scan("brown");
        world.plan(1, "acme", "brown", "green");
    }

    /// What is wrong after a restart brought everything to its end; empty: nothing.
    static std::string finishAndCheck(const fs::path &root, const std::string &a, const std::string &b)
    {
        Run run = start(root, 0);
        StorageWorld &world = *run.world;
        // The batch is taken up at start where its order had become durable, and asked for again where it had not.
        if (!world.settle()) return "the restart does not settle";
        const auto batch = world.component().batch(BatchId{1});
        if (!batch || batch->phase != storage::BatchPhase::Ended) {
            const auto ended = world.migrate(order());
            if (ended.phase != storage::BatchPhase::Ended) return "not ended: " + ended.why;
        }
        for (const store::MoveRecord &record : world.moves(1))
            if (record.state != store::MoveState::Done)
                return record.key.text() + " is " + std::string(store::moveStateName(record.state)) + ": " +
                       record.reason;
        if (contentOf(root / "green/acme/a") != a || contentOf(root / "green/acme/deep/er/b") != b)
            return "the target does not hold the content";
        const bool link = GetParam() == LeaveBehind::Symlink;
        if (fs::is_symlink(root / "brown/acme/a") != link || (!link && fs::exists(root / "brown/acme/a")))
            return "the source is not as it should be left behind";
        if (world.bookedMicrograms("acme") != kBytes * 3 / 7)
            return "booked " + std::to_string(world.bookedMicrograms("acme"));
        if (!isClean(root)) return "something of ours was left behind";
        return {};
    }
};

TEST_P(Crash, atEveryCallARestartFinishesWithoutLossOrDoubleBooking)
{
    int total = 0;
    {
        TemporaryDirectory directory;
        const auto counted = inChild([&] {
            plant(directory.path());
            Run run = start(directory.path(), 0);
            run.calls->store(0);
            run.world->migrate(order());
            return std::to_string(run.calls->load());
        });
        ASSERT_TRUE(counted);
        total = std::stoi(*counted);
    }
    ASSERT_GT(total, 50);
    int died = 0;
    for (int fatal = 1; fatal <= total; ++fatal) {
        TemporaryDirectory directory;
        const fs::path &root = directory.path();
        ASSERT_EQ(inChild([&] {
                      plant(root);
                      return std::string();
                  }),
                  std::nullopt);
        const std::string a = contentOf(root / "brown/acme/a");
        const std::string b = contentOf(root / "brown/acme/deep/er/b");
        const auto end = inChild([&] {
            Run run = start(root, fatal);
            run.world->migrate(order());
            return std::string();
        });
        died += end == "signal 9" ? 1 : 0;
        EXPECT_EQ(inChild([&] { return finishAndCheck(root, a, b); }), std::nullopt)
            << "after a crash at call " << fatal << " of " << total;
    }
    EXPECT_EQ(died, total);
}

INSTANTIATE_TEST_SUITE_P(Storage, Crash, ::testing::Values(LeaveBehind::Nothing, LeaveBehind::Symlink),
                         [](const auto &one) { return std::string(leaveBehindName(one.param)); });

} // namespace
} // namespace greenward::tests
