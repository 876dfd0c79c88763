#include "tests/adapters/storage/migration.h"
#include "tests/support/child.h"

#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <thread>

namespace greenward::tests {
namespace {

using storage::BatchPhase;
using store::MoveState;

/// Runs `act` once, around the named call about `subject`.
DriverHook once(std::string backend, std::string name, std::string subject, bool after, std::function<void()> act)
{
    return [=, done = std::make_shared<std::atomic<bool>>(false)](const DriverCall &call) -> Result<void> {
        const bool here = call.backend == backend && call.name == name && call.after == after &&
                          (subject.empty() || call.subject == subject);
        if (here && !done->exchange(true)) act();
        return {};
    };
}

struct Change
{
    const char *name;
    std::function<void(const fs::path &)> make;
    std::string expected; ///< content at the source afterwards; "gone" for none
    MoveState state;
};

std::vector<Change> changes()
{
    const auto overwrite = [](const fs::path &path) {
        std::fstream(path, std::ios::in | std::ios::out) << "NEW";
    };
    const auto append = [](const fs::path &path) {
        std::ofstream(path, std::ios::app) << "more";
    };
    const auto truncate = [](const fs::path &path) {
        fs::resize_file(path, 10);
    };
    const auto replace = [](const fs::path &path) {
        std::ofstream(path.string() + ".tmp") << "replaced";
        fs::rename(path.string() + ".tmp", path);
    };
    const auto toLink = [](const fs::path &path) {
        fs::remove(path);
        fs::create_symlink("/etc/hostname", path);
    };
    return {{"overwritten in place", overwrite, "NEW", MoveState::Stale},
            {"appended", append, "more", MoveState::Stale},
            {"truncated", truncate, "", MoveState::Stale},
            {"replaced by rename", replace, "replaced", MoveState::Stale},
            {"deleted", [](const fs::path &path) { fs::remove(path); }, "gone", MoveState::Skipped},
            {"made a link", toLink, "link", MoveState::Skipped}};
}

class Changing : public Migration, public ::testing::WithParamInterface<std::size_t>
{
protected:
    const Change change = changes()[GetParam()];
    void expectUntouched()
    {
        const fs::path path = brown / "acme/a";
        if (change.expected == "gone")
            EXPECT_FALSE(fs::exists(path));
        else if (change.expected == "link")
            EXPECT_TRUE(fs::is_symlink(path));
        else
            EXPECT_NE(contentOf(path).find(change.expected), std::string::npos);
        EXPECT_EQ(contentOf(green / "acme/b").size(), 200U); // the others go on
        EXPECT_FALSE(fs::exists(brown / "acme/b"));
        EXPECT_TRUE(isClean(directory.path()));
    }
};

TEST_P(Changing, C54_beforeTheCopyIsReportedAndLeftAlone)
{
    SCOPED_TRACE(change.name);
    plant("acme/a", 3'000'000);
    plant("acme/b", 200);
    plan();
    change.make(brown / "acme/a");
    world.migrate(order());
    EXPECT_EQ(move("acme/a").state, change.state) << move("acme/a").reason;
    EXPECT_FALSE(move("acme/a").reason.empty());
    EXPECT_FALSE(fs::exists(green / "acme/a"));
    expectUntouched();
}

TEST_P(Changing, C54_duringTheCopyIsReportedAndLeftAlone)
{
    SCOPED_TRACE(change.name);
    plant("acme/a", 3'000'000);
    plant("acme/b", 200);
    hook = once("brown", "read", "acme/a", true, [&] { change.make(brown / "acme/a"); });
    moveAll();
    EXPECT_EQ(move("acme/a").state, change.state) << move("acme/a").reason;
    EXPECT_FALSE(fs::exists(green / "acme/a"));
    expectUntouched();
}

TEST_P(Changing, C54_rightBeforeTheReleaseKeepsTheSource)
{
    SCOPED_TRACE(change.name);
    plant("acme/a", 3'000'000);
    plant("acme/b", 200);
    const std::string before = contentOf(brown / "acme/a");
    hook = once("brown", "setAside", "acme/a", false, [&] { change.make(brown / "acme/a"); });
    moveAll();
    EXPECT_EQ(move("acme/a").state, change.expected == "gone" ? MoveState::Done : MoveState::Kept);
    EXPECT_EQ(contentOf(green / "acme/a"), before); // both versions are there
    expectUntouched();
    const auto placed =
        world.store().placementOf(BackendId::parse("brown").value(), ObjectKey::parse("acme/a").value()).value();
    ASSERT_TRUE(placed);
    const bool newerAtSource = change.expected != "gone" && change.expected != "link";
    EXPECT_EQ(placed->target.text(), newerAtSource ? "brown" : "green");
}

INSTANTIATE_TEST_SUITE_P(Source, Changing, ::testing::Range<std::size_t>(0, 6));

TEST_F(Migration, C54_filesThatAreWrittenAllTheTimeAreNeverLost)
{
    constexpr int kFiles = 60;
    for (unsigned i = 0; i < kFiles; ++i)
        plant("acme/" + std::to_string(i), 20'000, i);
    plan();
    std::map<int, int> appended;
    std::jthread writer([&](const std::stop_token &stop) {
        for (int i = 0; !stop.stop_requested(); i = (i + 7) % kFiles) {
            // Not created anew: only where the file still is, as a program that holds its name would.
            std::fstream file(brown / "acme" / std::to_string(i), std::ios::in | std::ios::out | std::ios::ate);
            if (file && (file << '+').flush()) ++appended[i];
        }
    });
    world.migrate(order());
    writer.request_stop();
    writer.join();
    for (int i = 0; i < kFiles; ++i) {
        const std::string key = "acme/" + std::to_string(i);
        const std::size_t full = 20'000 + static_cast<std::size_t>(appended[i]);
        const bool atSource = fs::exists(brown / key) && fs::file_size(brown / key) == full;
        const bool atTarget = fs::exists(green / key) && fs::file_size(green / key) == full;
        EXPECT_TRUE(atSource || atTarget)
            << key << " has lost some of its " << appended[i] << " additions: " << store::moveStateName(move(key).state)
            << " " << move(key).reason;
    }
    EXPECT_TRUE(isClean(directory.path()));
}

TEST_F(Migration, anotherObjectOfThatNameAtTheTargetIsNeverOverwritten)
{
    plant("acme/same", 1000, 1);
    plant("acme/size", 1000, 2);
    plant("acme/content", 1000, 3);
    plant("acme/below/x", 1000, 4);
    plantFile(green / "acme/same", 1000, 1, 60);
    plantFile(green / "acme/size", 999, 2, 60);
    plantFile(green / "acme/content", 1000, 99, 60);
    plantFile(green / "acme/below", 10, 4, 60);
    const std::string other = contentOf(green / "acme/content");
    const auto ended = moveAll();
    EXPECT_EQ(move("acme/same").state, MoveState::Done); // the same content is there: as good as copied
    EXPECT_FALSE(fs::exists(brown / "acme/same"));
    for (const char *key : {"acme/size", "acme/content", "acme/below/x"}) {
        EXPECT_EQ(move(key).state, MoveState::Skipped) << key;
        EXPECT_TRUE(fs::exists(brown / key)) << key;
    }
    EXPECT_EQ(contentOf(green / "acme/content"), other);
    EXPECT_EQ(ended.skipped, 3U);
    EXPECT_EQ(world.completed.at(0).state, "partly");
    EXPECT_TRUE(isClean(directory.path()));
}

TEST_F(Migration, aHardLinkOfTheSourceAtTheTargetIsNotTakenForACopy)
{
    plant("acme/a", 1000);
    fs::create_directories(green / "acme");
    fs::create_hard_link(brown / "acme/a", green / "acme/a");
    EXPECT_EQ(plan(), 0U) << "removing one of two names frees nothing";
    fs::remove(green / "acme/a");
    EXPECT_EQ(plan(), 1U);
    fs::create_hard_link(brown / "acme/a", green / "acme/a"); // since it was planned
    world.migrate(order());
    EXPECT_NE(move("acme/a").state, MoveState::Done);
    EXPECT_EQ(fs::hard_link_count(brown / "acme/a"), 2U);
}

TEST_F(Migration, aCopyThatReadsBackWronglyIsNotPublished)
{
    plant("acme/a", 1000);
    hook = [&](const DriverCall &call) -> Result<void> {
        if (call.name == "settleStaged" && call.after)
            for (const auto &entry : fs::directory_iterator(green / ".greenward-staging"))
                std::fstream(entry.path(), std::ios::in | std::ios::out) << "rot";
        return {};
    };
    moveAll();
    EXPECT_EQ(move("acme/a").state, MoveState::RetryWait);
    EXPECT_EQ(move("acme/a").reason.substr(0, 13), "verify_failed");
    EXPECT_TRUE(fs::exists(brown / "acme/a"));
    EXPECT_FALSE(fs::exists(green / "acme/a"));
    EXPECT_TRUE(isClean(directory.path()));
}

TEST_F(Migration, aTargetThatRotsBeforeTheReleaseKeepsTheSource)
{
    plant("acme/a", 1000);
    plant("acme/b", 1000);
    bus::MigrateBatch slow = order();
    slow.grace = std::chrono::hours(1);
    moveAll(slow);
    std::fstream(green / "acme/a", std::ios::in | std::ios::out) << "rot";
    fs::remove(green / "acme/b");
    world.clock().advance(std::chrono::hours(1));
    world.component().tick(world.clock().now());
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(move("acme/a").state, MoveState::Kept);
    EXPECT_EQ(move("acme/b").state, MoveState::Kept);
    EXPECT_TRUE(fs::exists(brown / "acme/a"));
    EXPECT_TRUE(fs::exists(brown / "acme/b"));
    const auto placed =
        world.store().placementOf(BackendId::parse("brown").value(), ObjectKey::parse("acme/b").value()).value();
    EXPECT_EQ(placed->target.text(), "brown"); // the only copy
}

TEST_F(Migration, C52_failuresAreRetriedAfter1And10And60MinutesAndThenListed)
{
    plant("acme/a", 1000);
    int tries = 0;
    hook = [&](const DriverCall &call) -> Result<void> {
        if (call.name != "stage" || call.after) return {};
        ++tries;
        return fail(ErrorCode::IoFailed, call.subject, "the disk is odd");
    };
    moveAll();
    for (const int minutes : {1, 10, 60}) {
        EXPECT_EQ(progress().phase, BatchPhase::Waiting);
        EXPECT_EQ(progress().nextDue, world.clock().now() + std::chrono::minutes(minutes));
        world.close(); // failures are counted across restarts
        world.open();
        world.component().tick(world.clock().now());
        ASSERT_TRUE(world.settle());
        world.clock().advance(std::chrono::minutes(minutes));
        world.component().tick(world.clock().now());
        ASSERT_TRUE(world.settle());
    }
    EXPECT_EQ(tries, 4);
    EXPECT_EQ(move("acme/a").state, MoveState::Failed);
    EXPECT_EQ(world.completed.at(0).state, "failed");
    EXPECT_EQ(progress().phase, BatchPhase::Ended);

    world.close(); // a retry by hand is possible after a restart too
    world.open();
    hook = {};
    ASSERT_TRUE(world.component().retry(BatchId{kBatch}));
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(move("acme/a").state, MoveState::Done);
    EXPECT_EQ(world.completed.size(), 2U);
    EXPECT_EQ(world.completed.back().state, "completed");
}

TEST_F(Migration, tooManyFailuresPauseTheBatch)
{
    for (unsigned i = 0; i < 200; ++i)
        plant("acme/" + std::to_string(i), 10, i);
    hook = [](const DriverCall &call) -> Result<void> {
        if (call.name != "stage" || call.after) return {};
        return fail(ErrorCode::IoFailed, call.subject, "the disk is odd");
    };
    bus::MigrateBatch one = order();
    one.concurrency = 1;
    const auto paused = moveAll(one);
    EXPECT_EQ(paused.phase, BatchPhase::Paused);
    EXPECT_NE(paused.why.find("more than 10 objects failed"), std::string::npos) << paused.why;
    EXPECT_EQ(paused.retrying, 64U); // one chunk of the four
    EXPECT_FALSE(paused.problems.empty());
    hook = {};
    ASSERT_TRUE(world.component().retry(BatchId{kBatch}));
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(progress().released, 200U);
}

TEST_F(Migration, aSourceThatCannotBeRemovedIsKeptInTheEndAndTheMoveStands)
{
    plant("acme/a", 1000);
    hook = [](const DriverCall &call) -> Result<void> {
        if (call.name != "setAside" || call.after) return {};
        return fail(ErrorCode::NoPermission, call.subject, "read-only for us");
    };
    moveAll();
    for (const int minutes : {1, 10, 60}) {
        EXPECT_EQ(move("acme/a").state, MoveState::Switched);
        world.clock().advance(std::chrono::minutes(minutes));
        world.component().tick(world.clock().now());
        ASSERT_TRUE(world.settle());
    }
    EXPECT_EQ(move("acme/a").state, MoveState::Kept);
    EXPECT_EQ(progress().phase, BatchPhase::Ended);
    EXPECT_EQ(world.bookedMicrograms("acme"), costOf(1000));
    EXPECT_EQ(contentOf(brown / "acme/a"), contentOf(green / "acme/a"));
}

TEST_F(Migration, aVanishedBackendPausesTheBatchAndLosesNothing)
{
    for (unsigned i = 0; i < 100; ++i)
        plant("acme/" + std::to_string(i), 1000, i);
    const fs::path away = directory.path() / "away";
    const auto moveEntries = [](const fs::path &from, const fs::path &to) {
        std::vector<fs::path> entries;
        for (const auto &entry : fs::directory_iterator(from))
            if (entry.path().filename() != "root") entries.push_back(entry.path());
        for (const fs::path &entry : entries)
            fs::rename(entry, to / entry.filename());
    };
    for (const std::string gone : {"brown", "green"}) {
        // What was in it goes as well, as when a disk is pulled: the open directory shows nothing any more.
        hook = once(gone, gone == "brown" ? "open" : "publish", "", true, [&] {
            fs::create_directory(away);
            fs::rename(directory.path() / gone, away / "root");
            moveEntries(away / "root", away);
        });
        if (gone == "brown")
            moveAll();
        else
            ASSERT_TRUE(world.component().resume(BatchId{kBatch}));
        ASSERT_TRUE(world.settle());
        EXPECT_EQ(progress().phase, BatchPhase::Paused) << gone;
        EXPECT_NE(progress().why.find("gone"), std::string::npos) << progress().why;
        EXPECT_EQ(progress().skipped, 0U); // nothing was called missing
        ASSERT_FALSE(fs::exists(directory.path() / gone));
        moveEntries(away, away / "root");
        fs::rename(away / "root", directory.path() / gone);
    }
    hook = {};
    ASSERT_TRUE(world.component().resume(BatchId{kBatch}));
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(progress().released, 100U) << progress().why;
    EXPECT_TRUE(isClean(directory.path()));
    EXPECT_EQ(world.bookedMicrograms("acme"), costOf(100'000));
}

TEST_F(Migration, theBudgetGatePausesAndTheReasonIsShown)
{
    plant("acme/a", 1000);
    bool open = false;
    GramsCO2e asked;
    world.close();
    StorageWorld gated(directory.path(), {{},
                                          [&](const TenantId &, GramsCO2e estimate) -> Result<void> {
                                              asked = estimate;
                                              if (open) return {};
                                              return fail(ErrorCode::Refused, "budget of acme", "is used up");
                                          },
                                          {}});
    gated.addBackend("brown");
    gated.addBackend("green");
    gated.scan("brown");
    gated.plan(kBatch, "acme", "brown", "green");
    const auto paused = gated.migrate(order());
    EXPECT_EQ(paused.phase, BatchPhase::Paused);
    EXPECT_EQ(paused.why, "budget of acme: is used up");
    EXPECT_GE(asked.micrograms(), costOf(1000));
    EXPECT_EQ(gated.move(kBatch, "acme/a").state, MoveState::Planned);
    EXPECT_FALSE(fs::exists(green / "acme"));
    open = true;
    ASSERT_TRUE(gated.component().resume(BatchId{kBatch}));
    ASSERT_TRUE(gated.settle());
    EXPECT_EQ(gated.component().batch(BatchId{kBatch})->released, 1U);
    gated.close();
    world.open();
}

TEST(FullTarget, pausesTheBatchAndGoesOnWhenThereIsSpace)
{
    TemporaryDirectory directory;
    fs::create_directories(directory.path() / "green");
    const auto problem = inChild([&]() -> std::string {
        const std::string target = (directory.path() / "green").string();
        constexpr std::size_t kSize = 300'000;
        const bool mounted = mountPrivately(target, 1 << 20, false);
        rlimit limit{};
        if (!mounted) { // a limit on file sizes has the same effect on a write
            ::signal(SIGXFSZ, SIG_IGN);
            ::getrlimit(RLIMIT_FSIZE, &limit);
        }
        for (unsigned i = 0; i < 6; ++i)
            plantFile(directory.path() / "brown/acme" / std::to_string(i), kSize, i, 60);
        StorageWorld world(directory.path());
        world.addBackend("brown");
        world.addBackend("green");
        world.scan("brown");
        world.plan(1, "acme", "brown", "green");
        if (!mounted) {
            const rlimit low{kSize / 2, limit.rlim_max};
            ::setrlimit(RLIMIT_FSIZE, &low);
        }
        bus::MigrateBatch order = StorageWorld::order(1, "acme", "brown", "green");
        order.concurrency = 1;
        const auto paused = world.migrate(order);
        if (!mounted) ::setrlimit(RLIMIT_FSIZE, &limit);
        if (paused.phase != BatchPhase::Paused) return "not paused";
        if (paused.failed + paused.skipped + paused.stale + paused.retrying > 0) return "called a failure of objects";
        for (unsigned i = 0; i < 6; ++i) {
            const fs::path moved = directory.path() / "green/acme" / std::to_string(i);
            const bool whole = fs::exists(moved) && fs::file_size(moved) == kSize;
            if (!whole && !fs::exists(directory.path() / "brown/acme" / std::to_string(i))) return "an object was lost";
        }
        if (!isClean(directory.path())) return "staging was left behind";
        // Somebody makes room.
        for (const auto &entry : fs::recursive_directory_iterator(directory.path() / "green"))
            if (entry.is_regular_file() && entry.path().filename() != storage::kPlaceMarkName) fs::remove(entry.path());
        if (!world.component().resume(BatchId{1})) return "cannot resume";
        if (!world.settle()) return "does not settle";
        const auto after = *world.component().batch(BatchId{1});
        return after.moved > paused.moved ? "" : "did not go on: " + after.why;
    });
    EXPECT_EQ(problem, std::nullopt);
}

} // namespace
} // namespace greenward::tests
