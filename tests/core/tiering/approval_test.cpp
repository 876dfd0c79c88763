#include "tests/core/tiering/tiering_fixture.h"

namespace greenward::tiering {
namespace {

using testing::HasSubstr;

class ApprovalTest : public TieringTest
{
protected:
    ApprovalTest()
    {
        add("hot", "c", 3 * kGigabyte);
        add("hot", "b", 2 * kGigabyte);
        add("hot", "a", kGigabyte);
    }
};

TEST_F(ApprovalTest, C44_aPersonApprovesWithANote)
{
    const BatchId id = planned();
    ASSERT_TRUE(tiering().approve(id, grace, {}, "as agreed"));
    const BatchHead approvedHead = head(id);
    EXPECT_EQ(approvedHead.state, BatchState::Approved);
    EXPECT_EQ(approvedHead.decidedBy, "grace");
    EXPECT_EQ(approvedHead.note, "as agreed");
    EXPECT_EQ(approvedHead.decidedAt, clock.time);
    EXPECT_EQ(approvedHead.objects, 3U);
    EXPECT_EQ(store().audit(0, 1)->front().entry.who, "grace");
    EXPECT_THAT(store().audit(0, 1)->front().entry.body, HasSubstr(approvedHead.planHash));
    restart();
    EXPECT_EQ(head(id), approvedHead);
}

TEST_F(ApprovalTest, aPartMayBeApprovedAndTheRestIsFreeAgain)
{
    const BatchId id = planned();
    const Figures before = head(id).figures;
    const auto all = moves(id);
    ASSERT_TRUE(tiering().approve(id, grace, {.only = {all[0].id, all[2].id}, .maxCount = {}}, ""));
    const BatchHead part = head(id);
    EXPECT_EQ(part.objects, 2U);
    EXPECT_EQ(part.size.bytes(), 4 * kGigabyte);
    EXPECT_EQ(part.sources.at(0).objects, 2U);
    EXPECT_EQ(part.figures.savingPerYear.micrograms() * 6, before.savingPerYear.micrograms() * 4);
    const auto cancelled = moves(id, {store::MoveState::Cancelled});
    ASSERT_EQ(cancelled.size(), 1U);
    EXPECT_EQ(cancelled[0].key.text(), "b");
    EXPECT_EQ(cancelled[0].reason, "left out at approval");
    EXPECT_EQ(head(planned()).objects, 1U) << "the one left out can be planned anew";
}

TEST_F(ApprovalTest, theFirstSoManyMayBeApproved)
{
    const BatchId id = planned();
    ASSERT_TRUE(tiering().approve(id, grace, {.only = {}, .maxCount = 1}, ""));
    EXPECT_EQ(head(id).objects, 1U);
    EXPECT_EQ(moves(id, {store::MoveState::Planned}).at(0).key.text(), "c");
}

TEST_F(ApprovalTest, whatIsNotInTheBatchCannotBeApproved)
{
    const BatchId id = planned();
    const auto strange = tiering().approve(id, grace, {.only = {MoveId{4711}}, .maxCount = {}}, "");
    ASSERT_FALSE(strange);
    EXPECT_EQ(strange.error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(strange.error().subject, "only");
    EXPECT_THAT(strange.error().detail, HasSubstr("4711"));
    EXPECT_EQ(tiering().approve(id, grace, {.only = {}, .maxCount = 0}, "").error().subject, "only");
    EXPECT_EQ(head(id).state, BatchState::Planned);
    EXPECT_EQ(tiering().approve(BatchId{99}, grace, {}, "").error().code, ErrorCode::UnknownName);
}

TEST_F(ApprovalTest, onlyAPlannedBatchIsApprovedAndOnlyOnce)
{
    const BatchId id = approved();
    const auto again = tiering().approve(id, ada, {}, "");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::Refused);
    EXPECT_EQ(again.error().detail, "is approved, not planned");
    EXPECT_EQ(head(id).decidedBy, "grace");
}

TEST_F(ApprovalTest, aRejectedBatchFreesItsObjects)
{
    const BatchId id = planned();
    ASSERT_TRUE(tiering().reject(id, grace, "legal hold"));
    EXPECT_EQ(head(id).state, BatchState::Rejected);
    EXPECT_EQ(head(id).reason, "legal hold");
    EXPECT_EQ(head(id).decidedBy, "grace");
    EXPECT_EQ(moves(id, {store::MoveState::Cancelled}).size(), 3U);
    EXPECT_EQ(lastAudit(), "batch.reject");
    EXPECT_FALSE(tiering().reject(id, grace, "again"));
    EXPECT_EQ(head(planned()).objects, 3U);
}

TEST_F(ApprovalTest, anApprovedBatchMayStillBeCancelled)
{
    const BatchId id = approved();
    ASSERT_TRUE(tiering().cancel(id, ada));
    EXPECT_EQ(head(id).state, BatchState::Cancelled);
    EXPECT_EQ(moves(id, {store::MoveState::Cancelled}).size(), 3U);
    EXPECT_FALSE(tiering().run(id, ada));
}

TEST_F(ApprovalTest, C44_plansAndApprovalsLapseAfterThreeDays)
{
    const BatchId plan = planned();
    clock.time += 72h - 1ms;
    tiering().tick(clock.time);
    EXPECT_EQ(head(plan).state, BatchState::Planned);
    clock.time += 1ms;
    const auto late = tiering().approve(plan, grace, {}, "");
    ASSERT_FALSE(late) << "also before anything ticks";
    EXPECT_THAT(late.error().detail, HasSubstr("lapsed"));
    tiering().tick(clock.time);
    EXPECT_EQ(head(plan).state, BatchState::Expired);
    EXPECT_EQ(moves(plan, {store::MoveState::Planned}).size(), 0U);

    const BatchId second = approved();
    clock.time += 72h;
    EXPECT_THAT(tiering().run(second, ada).error().detail, HasSubstr("lapsed"));
    tiering().tick(clock.time);
    EXPECT_EQ(head(second).state, BatchState::Expired);
    EXPECT_EQ(head(second).reason, "the approval lapsed before it could run");
    EXPECT_TRUE(started.empty());
}

TEST_F(ApprovalTest, anApprovalLivesToSeeItsWeeklyWindow)
{
    setPolicy([](Policy &policy) {
        policy.schedule = Schedule::WeeklyBatch;
        policy.batchDay = std::chrono::Wednesday; // the next one is six days away
    });
    const BatchId id = approved();
    EXPECT_EQ(head(id).state, BatchState::Scheduled);
    EXPECT_EQ(head(id).opensAt, at("2026-08-26T02:00:00Z"));
    EXPECT_EQ(head(id).expiresAt, at("2026-08-26T04:00:00Z"));
}

} // namespace
} // namespace greenward::tiering
