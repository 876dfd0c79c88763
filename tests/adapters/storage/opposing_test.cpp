#include "tests/adapters/storage/migration.h"

// A2: batches that move one object to and fro while each still holds what the other relies on.

namespace greenward::tests {
namespace {

using storage::BatchPhase;
using store::MoveState;

class Opposing : public Migration
{
protected:
    static constexpr std::int64_t kBack = 2;

    static bus::MigrateBatch order(std::int64_t batch, const std::string &from, const std::string &to, int graceHours)
    {
        bus::MigrateBatch order = StorageWorld::order(batch, "acme", from, to);
        order.grace = std::chrono::hours(graceHours);
        return order;
    }
    /// brown -> green with a day of grace, then green -> brown while that runs.
    void moveThereAndBack(int files, int graceOfTheWayBack)
    {
        for (int i = 0; i < files; ++i)
            plant(name(i), 1000, static_cast<unsigned>(i));
        plan();
        world.migrate(order(kBatch, "brown", "green", 24));
        world.scan("green");
        ASSERT_EQ(world.plan(kBack, "acme", "green", "brown"), static_cast<std::size_t>(files));
        world.migrate(order(kBack, "green", "brown", graceOfTheWayBack));
    }
    /// brown -> green with a day of grace, then green -> third while that runs.
    void moveOnToAThird(int graceOfTheSecond)
    {
        third = world.addBackend("third");
        plant(name(0), 1000);
        plan();
        world.migrate(order(1, "brown", "green", 24));
        world.scan("green");
        ASSERT_EQ(world.plan(2, "acme", "green", "third"), 1U);
        world.migrate(order(2, "green", "third", graceOfTheSecond));
    }
    static std::string name(int i) { return "acme/" + std::to_string(i); }
    void letTimePass(int hours)
    {
        world.clock().advance(std::chrono::hours(hours));
        world.component().tick(world.clock().now());
        ASSERT_TRUE(world.settle());
    }
    std::vector<fs::path> copiesOf(int i) const
    {
        std::vector<fs::path> found;
        for (const fs::path &root : {brown, green})
            if (fs::exists(root / name(i))) found.push_back(root / name(i));
        return found;
    }

    fs::path third;
};

TEST_F(Opposing, A2_theWayBackMakesTheFirstReleaseVoid)
{
    moveThereAndBack(6, 24);
    for (int i = 0; i < 6; ++i) {
        EXPECT_EQ(world.move(kBatch, name(i)).state, MoveState::Kept);
        EXPECT_NE(world.move(kBatch, name(i)).reason.find("came back here with batch 2"), std::string::npos);
        EXPECT_EQ(world.move(kBack, name(i)).state, MoveState::Switched);
    }
    EXPECT_EQ(world.component().batch(BatchId{kBatch})->phase, BatchPhase::Ended);
    letTimePass(30); // both would be due
    for (int i = 0; i < 6; ++i) {
        EXPECT_EQ(copiesOf(i), std::vector<fs::path>{brown / name(i)});
        EXPECT_EQ(world.move(kBack, name(i)).state, MoveState::Done);
    }
}

TEST_F(Opposing, A2_whicheverIsDueFirstOneCopyStays)
{
    moveThereAndBack(3, 0);
    letTimePass(30);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(copiesOf(i), std::vector<fs::path>{brown / name(i)});
}

TEST_F(Opposing, A2_bothReleasedByHandAtOnceOneCopyStays)
{
    moveThereAndBack(20, 24);
    (void)world.component().releaseNow(BatchId{kBatch});
    ASSERT_TRUE(world.component().releaseNow(BatchId{kBack}));
    ASSERT_TRUE(world.settle());
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(copiesOf(i).size(), 1U) << i;
}

TEST_F(Opposing, A2_aRingOfThreePlacesKeepsOneCopy)
{
    ASSERT_NO_FATAL_FAILURE(moveOnToAThird(24));
    world.scan("third");
    ASSERT_EQ(world.plan(3, "acme", "third", "brown"), 1U);
    world.migrate(order(3, "third", "brown", 24));
    letTimePass(30);
    letTimePass(30);
    EXPECT_TRUE(fs::exists(brown / name(0)));
    EXPECT_FALSE(fs::exists(green / name(0)));
    EXPECT_FALSE(fs::exists(third / name(0)));
}

TEST_F(Opposing, A2_aCopyThatMovedOnIsLookedForWhereItWent)
{
    ASSERT_NO_FATAL_FAILURE(moveOnToAThird(0)); // the copy that the first batch relies on goes first
    EXPECT_FALSE(fs::exists(green / name(0)));
    letTimePass(30);
    EXPECT_EQ(world.move(1, name(0)).state, MoveState::Done) << world.move(1, name(0)).reason;
    EXPECT_FALSE(fs::exists(brown / name(0)));
    EXPECT_TRUE(fs::exists(third / name(0)));
}

TEST_F(Opposing, A2_whatIsBeingRemovedJustNowIsNotReliedUpon)
{
    plant(name(0), 1000);
    plan();
    world.migrate(order(kBatch, "brown", "green", 24));
    world.scan("green");
    ASSERT_EQ(world.plan(kBack, "acme", "green", "brown"), 1U);
    // The first batch has written down that it will remove the source, and looks; now the way back wants to switch.
    std::atomic<bool> began = false;
    hook = [&](const DriverCall &call) -> Result<void> {
        if (call.backend != "brown" || call.name != "remove" || call.after || began.exchange(true)) return {};
        store::Transaction transaction;
        store::MoveRecord back = world.move(kBack, name(0));
        for (const MoveState to : {MoveState::Copying, MoveState::Verified, MoveState::Switched}) {
            transaction.moveSteps.push_back(
                {back.id, back.state, 0, to, 0, std::nullopt, std::nullopt, {}, world.clock().now()});
            back.state = to;
        }
        const auto switched = world.store().commit(std::move(transaction));
        EXPECT_FALSE(switched);
        if (!switched) {
            EXPECT_NE(switched.error().detail.find("is removing the copy"), std::string::npos);
        }
        return {};
    };
    letTimePass(30);
    EXPECT_TRUE(began);
    EXPECT_EQ(copiesOf(0), std::vector<fs::path>{green / name(0)});
}

} // namespace
} // namespace greenward::tests
