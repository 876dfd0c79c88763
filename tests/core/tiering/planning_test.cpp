#include "tests/core/tiering/tiering_fixture.h"

namespace greenward::tiering {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST_F(TieringTest, M03_policiesSurviveARestartAndAreAudited)
{
    EXPECT_FALSE(tiering().hasPolicy(acme));
    EXPECT_EQ(tiering().policyOf(acme), Policy());
    setPolicy([](Policy &policy) { policy.targetScore = ScorePoints::fromMillionths(60'000'000); });
    EXPECT_EQ(lastAudit(), "policy.set");
    restart();
    EXPECT_TRUE(tiering().hasPolicy(acme));
    EXPECT_EQ(tiering().policyOf(acme).targetScore.text(), "60");
}

TEST_F(TieringTest, M04_aWrongPolicyChangesNothing)
{
    Policy policy;
    policy.concurrency = 0;
    const auto set = tiering().setPolicy(acme, policy, ada);
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().subject, "concurrency");
    EXPECT_FALSE(tiering().hasPolicy(acme));
    EXPECT_TRUE(store().documents(store::Collection::Policy)->empty());
}

TEST_F(TieringTest, C33_theEditorSeesTheEligibleTargets)
{
    backends = {scored("best", 9900, 10), scored("green", 9246, 25), scored("hot", 4900, 400)};
    backends[0].spec.driver = DriverKind::Profile;
    const auto eligible = tiering().eligibleTargets(Policy());
    ASSERT_TRUE(eligible);
    ASSERT_EQ(eligible->size(), 1U);
    EXPECT_EQ(eligible->front().spec.id.text(), "green");
}

TEST_F(TieringTest, M07_M10_aPlanIsKeptWithItsObjectsAndAnnounced)
{
    add("hot", "b", 2 * kGigabyte);
    add("hot", "a", kGigabyte);
    const BatchId id = planned();
    const BatchHead kept = head(id);
    EXPECT_EQ(kept.state, BatchState::Planned);
    EXPECT_EQ(kept.objects, 2U);
    EXPECT_EQ(kept.size.bytes(), 3 * kGigabyte);
    EXPECT_EQ(kept.createdBy, "ada");
    EXPECT_EQ(kept.expiresAt, clock.time + 72h);
    EXPECT_EQ(kept.planHash.size(), 64U);
    EXPECT_EQ(kept.figures.savingPerYear.gramsText(), "6.40575");
    EXPECT_THAT(kept.factors, testing::Contains(HasSubstr("network.ccf: 1 Wh/GB, a publication, 2020")));
    EXPECT_THAT(kept.factors, testing::Contains(HasSubstr("source hot: hdd 0.65 W/TB x 1 x PUE 1, 400 g/kWh")));
    EXPECT_THAT(kept.factors, testing::Contains(HasSubstr("target green:")));

    const auto journalled = moves(id);
    ASSERT_EQ(journalled.size(), 2U);
    EXPECT_EQ(journalled[0].key.text(), "b");
    EXPECT_EQ(journalled[0].state, store::MoveState::Planned);
    EXPECT_EQ(journalled[0].target.text(), "green");
    EXPECT_EQ(journalled[1].signature, objects[1].signature);

    ASSERT_EQ(announced.size(), 1U);
    EXPECT_EQ(announced[0].batch, id);
    EXPECT_EQ(announced[0].netSaving, kept.figures.netSaving);
    EXPECT_EQ(lastAudit(), "batch.plan");
    restart();
    EXPECT_EQ(head(id), kept);
}

TEST_F(TieringTest, theFrozenListHasAHashThatTellsItsContent)
{
    adapters::OpenSslHasherFactory hashers;
    const auto hashOf = [&](const std::vector<bus::ListedObject> &list) {
        return planHash(acme, backendId("green"), list, *hashers.sha256());
    };
    const auto one = object("hot", "ab", 1, clock.time);
    const auto other = object("hot", "a", 1, clock.time);
    auto changed = one;
    changed.signature.modifiedNs = 9;
    EXPECT_EQ(hashOf({one, other}), hashOf({one, other}));
    EXPECT_NE(hashOf({one, other}), hashOf({other, one}));
    EXPECT_NE(hashOf({one}), hashOf({changed}));
    EXPECT_NE(hashOf({one}), hashOf({one, other}));
}

TEST_F(TieringTest, C44_planningAgainLeavesOutWhatIsInAnOpenBatch)
{
    add("hot", "a", kGigabyte);
    const BatchId first = planned();
    const auto again = tiering().plan(acme, ada);
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->batch);
    EXPECT_THAT(again->plan.summary, HasSubstr("in a batch that is not ended"));
    add("hot", "b", kGigabyte);
    const BatchId second = planned();
    EXPECT_EQ(number(second), number(first) + 1);
    EXPECT_EQ(head(second).objects, 1U);
    restart();
    add("hot", "c", kGigabyte);
    EXPECT_GT(number(planned()), number(second)) << "numbers are never used again";
}

TEST_F(TieringTest, M12_hardMeansNothingIsPlanned)
{
    add("hot", "a", kGigabyte);
    verdict->level = ThrottleLevel::Hard;
    verdict->canProceed = false;
    const auto result = tiering().plan(acme, ada);
    ASSERT_TRUE(result);
    EXPECT_FALSE(result->batch);
    EXPECT_EQ(result->plan.summary, "nothing planned: the budget of acme is over its hard limit");
    EXPECT_TRUE(announced.empty());
    EXPECT_TRUE(tiering().batches().empty());
}

TEST_F(TieringTest, C48_theOwnEmissionsMustFitTheBudget)
{
    add("hot", "a", kGigabyte);
    verdict->canProceed = false;
    const auto result = tiering().plan(acme, ada);
    ASSERT_TRUE(result);
    EXPECT_THAT(result->plan.summary, HasSubstr("more than the budget of acme has left"));
    ASSERT_EQ(evaluated.size(), 1U);
    EXPECT_EQ(evaluated[0].estimate, result->plan.figures.ownCost);
}

TEST_F(TieringTest, C48_softAllowsOnlyWhatPaysBackInThePeriod)
{
    add("hot", "a", kGigabyte);
    verdict->level = ThrottleLevel::Soft;
    verdict->periodEnd = clock.time + 24h * 10;
    EXPECT_THAT(tiering().plan(acme, ada)->plan.summary, HasSubstr("soft threshold"));
    verdict->periodEnd = clock.time + 24h * 200;
    EXPECT_TRUE(tiering().plan(acme, ada)->batch);
}

TEST_F(TieringTest, C49_aBudgetThatCannotBeAskedIsANo)
{
    add("hot", "a", kGigabyte);
    verdict = fail(ErrorCode::Internal, "budget", "nobody is there");
    EXPECT_THAT(tiering().plan(acme, ada)->plan.summary, HasSubstr("could not be asked: nobody is there"));
    setPolicy([](Policy &policy) { policy.respectBudget = false; });
    EXPECT_TRUE(tiering().plan(acme, ada)->batch);
}

TEST_F(TieringTest, aPolicySwitchedOffPlansNothing)
{
    add("hot", "a", kGigabyte);
    setPolicy([](Policy &policy) { policy.enabled = false; });
    const auto result = tiering().plan(acme, ada);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::Refused);
    EXPECT_EQ(tiering().preview(acme)->objects.size(), 1U) << "looking is allowed";
    EXPECT_TRUE(store().documents(store::Collection::Batch)->empty());
}

TEST_F(TieringTest, coldSummaryCountsWhatIsColdAndWhatMayMove)
{
    add("hot", "old", 3 * kGigabyte, 60);
    add("hot", "new", 5 * kGigabyte, 1);
    add("green", "old", 7 * kGigabyte, 60);
    const auto summary = tiering().coldSummary(acme);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->coldObjects, 2U);
    EXPECT_EQ(summary->coldSize.bytes(), 10 * kGigabyte);
    EXPECT_EQ(summary->movableObjects, 1U);
    EXPECT_EQ(summary->movableSize.bytes(), 3 * kGigabyte);
    backends.erase(backends.begin());
    EXPECT_EQ(tiering().coldSummary(acme)->movableObjects, 0U) << "no target, nothing to move";
}

TEST_F(TieringTest, M09_backgroundPlanningKeepsOnePlanWaiting)
{
    settings.backgroundPlanning = true;
    restart();
    add("hot", "a", kGigabyte);
    tiering().tick(clock.time);
    EXPECT_TRUE(tiering().batches().empty()) << "only tenants with a policy of their own";
    setPolicy([](Policy &) {});
    clock.time += 14min;
    tiering().tick(clock.time);
    EXPECT_TRUE(tiering().batches().empty());
    clock.time += 1min;
    tiering().tick(clock.time);
    ASSERT_EQ(tiering().batches().size(), 1U);
    EXPECT_EQ(tiering().batches()[0].createdBy, "schedule");
    add("hot", "b", kGigabyte);
    for (int i = 0; i < 8; ++i) {
        clock.time += 15min;
        tiering().tick(clock.time);
    }
    EXPECT_EQ(tiering().batches().size(), 1U) << "the first one still waits for a person";
}

TEST_F(TieringTest, aDamagedDocumentIsNamed)
{
    store::Transaction transaction;
    transaction.put(store::Collection::Policy, "acme", R"({"concurrency":"many"})");
    ASSERT_TRUE(store().commit(std::move(transaction)));
    const auto loaded = tiering().load();
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::StoreDamaged);
    EXPECT_EQ(loaded.error().subject, "policy acme");
    EXPECT_THAT(loaded.error().detail, HasSubstr("concurrency"));
}

TEST_F(TieringTest, A8_whatWasSkippedIsNotPlannedForTheSameTargetAgainUntilItChanges)
{
    add("hot", "a", kGigabyte);
    add("hot", "b", kGigabyte);
    const BatchId first = approved();
    for (const store::MoveRecord &move : moves(first))
        step(move, move.key.text() == "a" ? store::MoveState::Skipped : store::MoveState::Failed);
    bus().publish(bus::BatchComplete{first, acme, "failed", 0, 1, 1, {}, {}, clock.time});
    ASSERT_FALSE(isOpen(head(first).state));

    const auto again = tiering().preview(acme);
    ASSERT_TRUE(again) << again.error().detail;
    ASSERT_EQ(again->objects.size(), 1U);
    EXPECT_EQ(again->objects.front().key.text(), "b") << "failures are tried again, what was left alone is not";
    ASSERT_EQ(again->leftOut.size(), 1U);
    EXPECT_EQ(again->leftOut.front().why, WhyNot::SkippedBefore);
    restart();
    EXPECT_EQ(tiering().preview(acme)->objects.size(), 1U);

    objects.front().signature.changedNs += 1;
    EXPECT_EQ(tiering().preview(acme)->objects.size(), 2U) << "another version of it";
    objects.front().signature.changedNs -= 1;
    backends.insert(backends.begin(), scored("greener", 9900, 5));
    EXPECT_EQ(tiering().preview(acme)->objects.size(), 2U) << "another target";
    backends.erase(backends.begin());
    clock.time += kSkippedFor + 1h;
    EXPECT_EQ(tiering().preview(acme)->objects.size(), 2U) << "not for ever";
}

TEST_F(TieringTest, A8_theWalkIsToldWhichTargetToLookAt)
{
    add("hot", "a", kGigabyte);
    objects.front().beside = DataSize::fromBytes(1);
    const auto made = tiering().plan(acme, ada);
    ASSERT_TRUE(made);
    EXPECT_FALSE(made->batch);
    EXPECT_THAT(made->plan.summary, HasSubstr("1 object cold, but something else of that name"));
}

} // namespace
} // namespace greenward::tiering
