#include "tests/adapters/storage/migration.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace greenward::tests {
namespace {

using storage::BatchPhase;
using storage::ScanState;
using store::MoveState;

/// Holds a thread at a point until it is let go.
class Barrier final
{
public:
    void arriveAndWait()
    {
        std::unique_lock lock(m_mutex);
        m_arrived = true;
        m_changed.notify_all();
        m_changed.wait(lock, [&] { return m_open; });
    }
    bool hasArrived()
    {
        const std::lock_guard lock(m_mutex);
        return m_arrived;
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_arrived = false;
    bool m_open = false;
};

/// A migration of 130 objects by one worker, held at the first read of the second chunk.
class Control : public Migration
{
protected:
    void SetUp() override
    {
        for (unsigned i = 100; i < 230; ++i)
            plant("acme/" + std::to_string(i), 100, i);
        plan();
        bus::MigrateBatch slow = order();
        slow.concurrency = 1;
        hook = [&](const DriverCall &call) -> Result<void> {
            const bool reads = call.backend == "brown" && call.name == "open" && !call.after;
            if (reads && ++m_reads == 70) barrier.arriveAndWait();
            return {};
        };
        ASSERT_TRUE(world.start(slow));
        ASSERT_TRUE(world.runUntil([&] { return barrier.hasArrived(); }));
    }
    std::size_t countOf(MoveState state)
    {
        const auto moves = world.moves(kBatch);
        return static_cast<std::size_t>(
            std::count_if(moves.begin(), moves.end(), [&](const auto &move) { return move.state == state; }));
    }
    Barrier barrier;

private:
    std::atomic<int> m_reads{0}; ///< by whichever worker
};

TEST_F(Control, pausesWithinTheChunkAndGoesOnAfterARestart)
{
    ASSERT_TRUE(world.component().pause(BatchId{kBatch}, "maintenance"));
    barrier.open();
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(progress().phase, BatchPhase::Paused);
    EXPECT_EQ(progress().why, "maintenance");
    EXPECT_EQ(countOf(MoveState::Done), 64U);
    EXPECT_EQ(countOf(MoveState::Copying), 0U);
    EXPECT_TRUE(isClean(directory.path()));

    world.close();
    world.open();
    EXPECT_FALSE(world.component().isBusy());
    EXPECT_EQ(progress().phase, BatchPhase::Paused);
    EXPECT_EQ(progress().why, "maintenance");
    ASSERT_TRUE(world.component().resume(BatchId{kBatch}));
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(progress().released, 130U);
    EXPECT_EQ(world.bookedMicrograms("acme"), costOf(13'000));
}

TEST_F(Control, resumedWhileItStillWindsDownItGoesOn)
{
    ASSERT_TRUE(world.component().pause(BatchId{kBatch}, ""));
    ASSERT_TRUE(world.component().resume(BatchId{kBatch}));
    barrier.open();
    ASSERT_TRUE(world.runUntil([&] { return progress().phase == BatchPhase::Ended; })) << progress().why;
    EXPECT_EQ(progress().released, 130U);
}

TEST_F(Control, theRequestItselfResumesAPausedBatch)
{
    ASSERT_TRUE(world.component().pause(BatchId{kBatch}, ""));
    ASSERT_TRUE(world.start(order()));
    barrier.open();
    ASSERT_TRUE(world.runUntil([&] { return progress().phase == BatchPhase::Ended; })) << progress().why;
    EXPECT_EQ(progress().released, 130U);
}

TEST_F(Control, cancelEndsWhatIsNotSwitchedAndFinishesWhatIs)
{
    ASSERT_TRUE(world.component().cancel(BatchId{kBatch}));
    barrier.open();
    ASSERT_TRUE(world.runUntil([&] { return progress().phase == BatchPhase::Ended; })) << progress().why;
    const auto end = progress();
    EXPECT_EQ(end.moved + end.cancelled, 130U);
    EXPECT_GE(end.cancelled, 1U);
    EXPECT_EQ(end.released, end.moved);
    for (const store::MoveRecord &record : world.moves(kBatch)) {
        const bool moved = record.state == MoveState::Done;
        EXPECT_TRUE(moved || record.state == MoveState::Cancelled);
        EXPECT_EQ(fs::exists(brown / record.key.text()), !moved) << record.key.text();
        EXPECT_EQ(fs::exists(green / record.key.text()), moved) << record.key.text();
    }
    EXPECT_EQ(world.completed.at(0).state, "cancelled");
    EXPECT_TRUE(isClean(directory.path()));
    EXPECT_EQ(world.component().cancel(BatchId{kBatch}).error().code, ErrorCode::Refused);
}

TEST_F(Control, closingInTheMiddleLeavesAJournalFromWhichARestartFinishes)
{
    std::jthread opener([&] { barrier.open(); });
    world.close();
    opener.join();
    world.open(storage::Recovery::Hold);
    EXPECT_FALSE(world.component().isBusy());
    EXPECT_EQ(progress().objects, 130U);
    world.component().tick(world.clock().now());
    EXPECT_FALSE(world.component().isBusy());
    world.close();
    world.open(storage::Recovery::Resume);
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(progress().released, 130U);
    EXPECT_EQ(world.bookedMicrograms("acme"), costOf(13'000));
    EXPECT_TRUE(isClean(directory.path()));
}

TEST_F(Control, aBackendInUseCannotBeDetachedOrReplaced)
{
    const auto green1 = BackendId::parse("green").value();
    EXPECT_EQ(world.component().detach(green1).error().code, ErrorCode::Refused);
    fs::create_directory(directory.path() / "other");
    BackendSpec moved = StorageWorld::localSpec("brown", directory.path() / "other");
    EXPECT_EQ(world.component().attach(moved, storage::Announce::Yes).error().code, ErrorCode::Refused);
    BackendSpec improved = StorageWorld::localSpec("brown", brown); // a better PUE is no reason to wait
    improved.pue = Pue::fromMillionths(1'200'000);
    EXPECT_TRUE(world.component().attach(improved, storage::Announce::Yes));
    barrier.open();
    ASSERT_TRUE(world.settle());
    EXPECT_TRUE(world.component().detach(green1));
    EXPECT_TRUE(fs::exists(green / "acme/100"));
}

class Scans : public Migration
{};

TEST_F(Scans, reportWhatTheySawAndComeBackAfterARestart)
{
    plant("acme/a", 10);
    plant("readme", 10);
    plant("bad\nname/x", 10);
    const auto first = world.scan("brown");
    EXPECT_EQ(first.state, ScanState::Finished);
    EXPECT_EQ(first.objects, 1U);
    EXPECT_EQ(first.bytes, 10);
    EXPECT_EQ(first.added, 1U);
    ASSERT_EQ(first.leftAlone.size(), 2U);
    EXPECT_EQ(first.leftAlone[0].reason, storage::LeftAlone::TenantName);
    EXPECT_EQ(first.leftAlone[0].examples, std::vector<std::string>{"bad\\u{A}name/x"});
    EXPECT_EQ(first.leftAlone[1].reason, storage::LeftAlone::NoTenant);
    plant("acme/b", 10);
    fs::remove(brown / "acme/a");
    const auto second = world.scan("brown");
    EXPECT_EQ(second.expectedObjects, 1U);
    EXPECT_EQ(second.added, 1U);
    EXPECT_EQ(second.gone, 1U);
    world.close();
    world.open();
    ASSERT_EQ(world.component().scans().size(), 1U);
    EXPECT_EQ(world.component().scans()[0].gone, 1U);
}

TEST_F(Scans, cancelledInTheMiddleNothingIsInferredToBeGone)
{
    plant("acme/a", 10);
    plant("acme/z", 10);
    world.scan("brown");
    fs::remove(brown / "acme/z");
    Barrier barrier;
    hook = [&](const DriverCall &call) -> Result<void> {
        if (call.name == "list" && !call.after) barrier.arriveAndWait();
        return {};
    };
    const auto id = BackendId::parse("brown").value();
    ASSERT_TRUE(world.component().startScan(id));
    EXPECT_EQ(world.component().startScan(id).error().code, ErrorCode::Refused);
    EXPECT_EQ(world.component().detach(id).error().code, ErrorCode::Refused);
    ASSERT_TRUE(world.runUntil([&] { return barrier.hasArrived(); }));
    ASSERT_TRUE(world.component().cancelScan(id));
    barrier.open();
    ASSERT_TRUE(world.settle());
    EXPECT_EQ(world.component().scans()[0].state, ScanState::Cancelled);
    EXPECT_TRUE(world.catalogue().find(id, ObjectKey::parse("acme/z").value()).value());
    EXPECT_EQ(world.component().cancelScan(id).error().code, ErrorCode::Refused);
    hook = {};
    EXPECT_EQ(world.scan("brown").gone, 1U);
}

TEST_F(Scans, aFailedListingIsNeverReadAsAnEmptyBackend)
{
    plant("acme/a", 10);
    world.scan("brown");
    hook = [](const DriverCall &call) -> Result<void> {
        if (call.name != "list") return {};
        return fail(ErrorCode::IoFailed, "brown", "the disk is odd");
    };
    const auto failed = world.scan("brown");
    EXPECT_EQ(failed.state, ScanState::Failed);
    ASSERT_TRUE(failed.error);
    EXPECT_EQ(failed.error->detail, "the disk is odd");
    EXPECT_TRUE(world.catalogue().find(BackendId::parse("brown").value(), ObjectKey::parse("acme/a").value()).value());
}

TEST_F(Scans, registrationRefusesTheSamePlaceTwice)
{
    const auto codeOf = [&](const fs::path &path) {
        const auto attached = world.component().attach(StorageWorld::localSpec("third", path), storage::Announce::Yes);
        EXPECT_FALSE(attached) << path;
        EXPECT_EQ(attached.error().subject, "path") << path;
        return attached.error().code;
    };
    fs::create_directories(brown / "inside");
    fs::create_directory_symlink(brown, directory.path() / "link");
    EXPECT_EQ(codeOf(brown), ErrorCode::InvalidInput);
    EXPECT_EQ(codeOf(brown / "inside"), ErrorCode::InvalidInput);
    EXPECT_EQ(codeOf(directory.path()), ErrorCode::InvalidInput);
    EXPECT_EQ(codeOf(directory.path() / "link"), ErrorCode::InvalidInput);
    EXPECT_EQ(codeOf(directory.path() / "none"), ErrorCode::NotFound);
    EXPECT_FALSE(world.component().startScan(BackendId::parse("third").value()));
    EXPECT_TRUE(world.component().check(StorageWorld::localSpec("brown", brown))); // itself again is no overlap
}

TEST_F(Scans, announcesBackendsAndForgetsThemWhole)
{
    std::vector<std::pair<std::string, bool>> events;
    const Subscription watch = world.bus().subscribe<bus::BackendRegistered>(
        [&](const bus::BackendRegistered &event) { events.emplace_back(event.spec.id.text(), event.removed); });
    const fs::path third = world.addBackend("third");
    plantFile(third / "acme/a", 10, 1, 60);
    world.scan("third");
    const auto id = BackendId::parse("third").value();
    ASSERT_TRUE(world.component().detach(id));
    EXPECT_EQ(events, (std::vector<std::pair<std::string, bool>>{{"third", false}, {"third", true}}));
    EXPECT_FALSE(world.catalogue().find(id, ObjectKey::parse("acme/a").value()).value());
    EXPECT_TRUE(fs::exists(third / "acme/a"));
    EXPECT_EQ(world.component().startScan(id).error().code, ErrorCode::UnknownName);
}

TEST_F(Scans, aBackendMissingAtStartIsConnectedWhenItComesBack)
{
    plant("acme/a", 10);
    world.close();
    fs::rename(brown, directory.path() / "away");
    world.open();
    const auto id = BackendId::parse("brown").value();
    EXPECT_FALSE(world.component().startScan(id));
    EXPECT_FALSE(world.bus().request(bus::CheckHealth{id})->reachable);
    fs::rename(directory.path() / "away", brown);
    EXPECT_TRUE(world.bus().request(bus::CheckHealth{id})->reachable);
    EXPECT_EQ(world.scan("brown").objects, 1U);
}

} // namespace
} // namespace greenward::tests
