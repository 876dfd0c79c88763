#include "tests/core/tiering/tiering_fixture.h"

namespace greenward::tiering {
namespace {

using testing::HasSubstr;

class RunningTest : public TieringTest
{
protected:
    RunningTest()
    {
        add("hot", "b", 2 * kGigabyte);
        add("hot", "a", kGigabyte);
    }

    void run(BatchId id)
    {
        const auto result = tiering().run(id, ada);
        ASSERT_TRUE(result) << result.error().detail;
        ASSERT_TRUE(result->started) << result->reason;
    }
    void complete(BatchId id, std::string state, std::uint64_t moved, std::int64_t movedBytes)
    {
        bus().publish(bus::BatchComplete{.batch = id,
                                         .tenant = acme,
                                         .state = std::move(state),
                                         .moved = moved,
                                         .failed = 2 - moved,
                                         .skipped = 0,
                                         .movedSize = DataSize::fromBytes(movedBytes),
                                         .booked = GramsCO2e::fromMicrograms(77),
                                         .at = clock.time});
    }
};

TEST_F(RunningTest, X03_anApprovedBatchIsHandedToStorageWithItsExactCosts)
{
    setPolicy([](Policy &policy) {
        policy.concurrency = 7;
        policy.grace = 0s;
        policy.leaveBehind = LeaveBehind::Symlink;
    });
    const BatchId id = approved();
    run(id);
    EXPECT_EQ(head(id).state, BatchState::Running);
    EXPECT_EQ(lastAudit(), "batch.run");
    ASSERT_EQ(started.size(), 1U);
    const bus::MigrateBatch &order = started[0];
    EXPECT_EQ(order.batch, id);
    EXPECT_EQ(order.target.text(), "green");
    EXPECT_EQ(order.concurrency, 7);
    EXPECT_EQ(order.grace, 0s);
    EXPECT_EQ(order.leaveBehind, LeaveBehind::Symlink);
    ASSERT_EQ(order.costs.size(), 1U);
    const Rate rate{order.costs[0].microgramsNumerator, order.costs[0].denominator};
    EXPECT_EQ(rate.of(DataSize::fromBytes(3 * kGigabyte)).value(), head(id).figures.ownCost)
        << "what will be booked is what was approved";
}

TEST_F(RunningTest, whatIsNotApprovedDoesNotRun)
{
    const BatchId id = planned();
    const auto result = tiering().run(id, ada);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Refused);
    EXPECT_EQ(result.error().detail, "is planned; only an approved batch may run");
    EXPECT_TRUE(started.empty());
}

TEST_F(RunningTest, X02_anUnhealthyTargetIsAnErrorAndTheBatchStaysApproved)
{
    const BatchId id = approved();
    health.reachable = false;
    health.problem = "the directory is gone";
    const auto gone = tiering().run(id, ada);
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().code, ErrorCode::Unreachable);
    EXPECT_EQ(gone.error().subject, "backend green");
    EXPECT_EQ(gone.error().detail, "the directory is gone");
    health = {true, false, std::nullopt, "", clock.time};
    EXPECT_EQ(tiering().run(id, ada).error().code, ErrorCode::NoPermission);
    health = {true, true, DataSize::fromBytes(3 * kGigabyte - 1), "", clock.time};
    EXPECT_EQ(tiering().run(id, ada).error().code, ErrorCode::NoSpace);
    EXPECT_EQ(head(id).state, BatchState::Approved);
    health.free = DataSize::fromBytes(3 * kGigabyte);
    run(id);
}

TEST_F(RunningTest, M12_C49_theBudgetIsAskedAgainAtTheStart)
{
    const BatchId id = approved();
    verdict->level = ThrottleLevel::Hard;
    const auto refused = tiering().run(id, ada);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_EQ(refused.error().subject, "budget");
    verdict = fail(ErrorCode::Internal, "budget", "is asleep");
    EXPECT_EQ(tiering().run(id, ada).error().code, ErrorCode::Refused) << "fails closed";
    EXPECT_TRUE(started.empty());
    setPolicy([](Policy &policy) { policy.respectBudget = false; });
    run(id);
}

TEST_F(RunningTest, storageMayRefuseAndTheBatchIsApprovedAsBefore)
{
    const BatchId id = approved();
    migrateError = Error{ErrorCode::Refused, "backend green", "is being scanned"};
    const auto refused = tiering().run(id, ada);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().detail, "is being scanned");
    EXPECT_EQ(head(id).state, BatchState::Approved);
    EXPECT_EQ(head(id).reason, "is being scanned");
    EXPECT_TRUE(head(id).expiresAt.has_value());
    migrateError.reset();
    run(id);
}

TEST_F(RunningTest, C43_theGateHoldsAtExecution)
{
    setPolicy([](Policy &policy) { policy.schedule = Schedule::DailyBatch; });
    const BatchId id = approved();
    EXPECT_EQ(head(id).state, BatchState::Scheduled);
    const auto early = tiering().run(id, ada);
    ASSERT_TRUE(early) << early.error().detail;
    EXPECT_FALSE(early->started);
    EXPECT_EQ(early->reason, "waits for the window at 2:00 UTC");
    EXPECT_EQ(early->opensAt, at("2026-08-21T02:00:00Z"));
    EXPECT_TRUE(started.empty());

    clock.time = at("2026-08-21T01:59:59Z");
    tiering().tick(clock.time);
    EXPECT_TRUE(started.empty());
    clock.time = at("2026-08-21T02:01:00Z");
    tiering().tick(clock.time);
    ASSERT_EQ(started.size(), 1U) << "a scheduled batch starts by itself when its window opens";
    EXPECT_EQ(head(id).state, BatchState::Running);
    EXPECT_EQ(store().audit(0, 1)->front().entry.who, "schedule");
}

TEST_F(RunningTest, aMissedWindowIsNotTheLast)
{
    setPolicy([](Policy &policy) { policy.schedule = Schedule::DailyBatch; });
    const BatchId id = approved();
    clock.time = at("2026-08-21T09:00:00Z"); // nothing ran that night
    tiering().tick(clock.time);
    EXPECT_EQ(head(id).state, BatchState::Scheduled);
    EXPECT_EQ(head(id).opensAt, at("2026-08-22T02:00:00Z"));
    clock.time = at("2026-08-23T09:00:00Z");
    tiering().tick(clock.time);
    EXPECT_EQ(head(id).opensAt, at("2026-08-24T02:00:00Z"));
    EXPECT_EQ(head(id).expiresAt, at("2026-08-23T12:00:00Z")) << "waiting does not prolong an approval";
    clock.time = at("2026-08-23T12:00:00Z");
    tiering().tick(clock.time);
    EXPECT_EQ(head(id).state, BatchState::Expired);
}

TEST_F(RunningTest, aRefusalInTheWindowIsShownAndTriedAgain)
{
    setPolicy([](Policy &policy) { policy.schedule = Schedule::DailyBatch; });
    const BatchId id = approved();
    health.reachable = false;
    health.problem = "not mounted";
    clock.time = at("2026-08-21T02:00:00Z");
    tiering().tick(clock.time);
    EXPECT_EQ(head(id).reason, "not mounted");
    health = {true, true, std::nullopt, "", clock.time};
    clock.time += 59s;
    tiering().tick(clock.time);
    EXPECT_TRUE(started.empty()) << "at most once a minute";
    clock.time += 1s;
    tiering().tick(clock.time);
    EXPECT_EQ(started.size(), 1U);
}

TEST_F(RunningTest, C41_lowCarbonWaitsAndSaysWhy)
{
    setPolicy([](Policy &policy) { policy.schedule = Schedule::LowCarbonWindow; });
    const BatchId id = approved();
    EXPECT_EQ(head(id).state, BatchState::WaitingWindow);
    EXPECT_THAT(head(id).reason, HasSubstr("18 are needed"));
    const auto result = tiering().run(id, ada);
    ASSERT_TRUE(result);
    EXPECT_FALSE(result->started);
    EXPECT_FALSE(result->opensAt.has_value());
}

TEST_F(RunningTest, X09_theEndIsKeptWithWhatWasReallySaved)
{
    const BatchId id = approved();
    run(id);
    const auto journalled = moves(id);
    step(journalled[0], store::MoveState::Done);   // 2 GB released
    step(journalled[1], store::MoveState::Failed); // 1 GB
    complete(id, "partly", 1, 2 * kGigabyte);
    const BatchHead ended = head(id);
    EXPECT_EQ(ended.state, BatchState::Partly);
    ASSERT_TRUE(ended.result);
    EXPECT_EQ(ended.result->moved, 1U);
    EXPECT_EQ(ended.result->failed, 1U);
    EXPECT_EQ(ended.result->movedSize.bytes(), 2 * kGigabyte);
    EXPECT_EQ(ended.result->booked.micrograms(), 77);
    EXPECT_EQ(ended.result->savingPerYear.gramsText(), "4.2705"); // two thirds of 6.40575
    EXPECT_EQ(lastAudit(), "batch.end");
    complete(id, "failed", 0, 0);
    EXPECT_EQ(head(id), ended) << "an ended batch does not end again";
    restart();
    EXPECT_EQ(head(id), ended);
}

TEST_F(RunningTest, copyOnlySavesNothingUntilTheSourceIsReleased)
{
    setPolicy([](Policy &policy) { policy.relocation = Relocation::CopyOnly; });
    const BatchId id = approved();
    run(id);
    for (const store::MoveRecord &move : moves(id))
        step(move, store::MoveState::Kept);
    complete(id, "completed", 2, 3 * kGigabyte);
    EXPECT_EQ(head(id).state, BatchState::Completed);
    EXPECT_EQ(head(id).result->savingPerYear, GramsCO2e());
}

TEST_F(RunningTest, anInterruptedBatchIsHandedOverAgain)
{
    const BatchId id = approved();
    run(id);
    restart();
    EXPECT_EQ(head(id).state, BatchState::Running);
    run(id);
    ASSERT_EQ(started.size(), 2U);
    EXPECT_EQ(started[1].costs.at(0).denominator, started[0].costs.at(0).denominator);
}

TEST_F(RunningTest, aCrashAfterTheLastObjectIsNoticedAtTheNextStart)
{
    const BatchId id = approved();
    run(id);
    for (const store::MoveRecord &move : moves(id))
        step(move, store::MoveState::Done);
    restart(); // nobody said that the batch had ended
    const BatchHead ended = head(id);
    EXPECT_EQ(ended.state, BatchState::Completed);
    EXPECT_EQ(ended.result->moved, 2U);
    EXPECT_EQ(ended.result->booked, ended.figures.ownCost);
    EXPECT_EQ(ended.result->savingPerYear, ended.figures.savingPerYear);
}

TEST_F(RunningTest, A9_afterACrashSourcesThatStayedAreNotCalledMoved)
{
    const BatchId id = approved();
    run(id);
    const auto journalled = moves(id);
    step(journalled[0], store::MoveState::Done);
    step(journalled[1], store::MoveState::Kept);
    restart();
    EXPECT_EQ(head(id).state, BatchState::Partly) << "as it is called without a crash";
}

TEST_F(RunningTest, pauseAndResumeAreNoted)
{
    const BatchId id = approved();
    EXPECT_FALSE(tiering().notePaused(id, true, "operator"));
    run(id);
    ASSERT_TRUE(tiering().notePaused(id, true, "operator"));
    EXPECT_EQ(head(id).state, BatchState::Paused);
    EXPECT_EQ(head(id).reason, "operator");
    ASSERT_TRUE(tiering().notePaused(id, false, ""));
    EXPECT_EQ(head(id).state, BatchState::Running);
    ASSERT_TRUE(tiering().notePaused(id, true, "full disk"));
    run(id);
    EXPECT_EQ(head(id).state, BatchState::Running);
    EXPECT_EQ(started.size(), 2U);
}

TEST_F(RunningTest, A9_resumingAsksForWhatIsLeft)
{
    setPolicy([](Policy &policy) { policy.respectBudget = true; });
    const BatchId id = approved();
    run(id);
    ASSERT_TRUE(tiering().notePaused(id, true, "the disk is full"));
    const GramsCO2e whole = head(id).figures.ownCost;
    EXPECT_EQ(evaluated.back().estimate, whole) << "at first for all of it";

    // The larger one is at its target; what is left fits, the whole batch would not.
    for (store::MoveRecord move : moves(id))
        for (const auto state : {store::MoveState::Copying, store::MoveState::Verified, store::MoveState::Switched}) {
            if (move.signature.size.bytes() != 2 * kGigabyte) continue;
            step(move, state);
            move.state = state;
        }
    health.free = DataSize::fromBytes(kGigabyte);
    run(id);
    EXPECT_EQ(head(id).state, BatchState::Running);
    EXPECT_NEAR(static_cast<double>(evaluated.back().estimate.micrograms()),
                static_cast<double>(whole.micrograms()) / 3, 1);

    ASSERT_TRUE(tiering().notePaused(id, true, "the disk is full"));
    health.free = DataSize::fromBytes(kGigabyte - 1);
    const auto full = tiering().run(id, ada);
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().code, ErrorCode::NoSpace);
    EXPECT_EQ(full.error().detail, "999999999 bytes are free, the batch needs 1000000000");
}

TEST_F(RunningTest, A9_whatIsSetAsideForTheBatchIsNotAskedForAgain)
{
    GramsCO2e setAside;
    settings.setAside = [&setAside](BatchId) {
        return setAside;
    };
    restart();
    setPolicy([](Policy &policy) { policy.respectBudget = true; });
    const BatchId id = approved();
    const GramsCO2e whole = head(id).figures.ownCost;
    setAside = GramsCO2e::fromMicrograms(whole.micrograms() - 5);
    run(id);
    EXPECT_EQ(evaluated.back().estimate.micrograms(), 5);
    ASSERT_TRUE(tiering().notePaused(id, true, "x"));
    setAside = whole + whole;
    run(id);
    EXPECT_EQ(evaluated.back().estimate.micrograms(), 0);
}

TEST_F(RunningTest, C53_theViewIsBoundedTheStoreIsNot)
{
    settings.historyInView = 2;
    restart();
    for (int i = 0; i < 4; ++i)
        ASSERT_TRUE(tiering().reject(planned(), ada, "no"));
    EXPECT_EQ(tiering().batches().size(), 2U);
    EXPECT_EQ(tiering().batches().front().id, BatchId{4}) << "newest first";
    EXPECT_EQ(store().documents(store::Collection::Batch)->size(), 4U);
    restart();
    EXPECT_EQ(tiering().batches().size(), 2U);
    EXPECT_EQ(number(planned()), 5);
}

} // namespace
} // namespace greenward::tiering
