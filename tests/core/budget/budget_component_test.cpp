#include "tests/core/budget/budget_fixture.h"

namespace greenward::budget {
namespace {

using namespace std::chrono;

using Configuration = BudgetTest;
using Recording = BudgetTest;
using Admission = BudgetTest;
using Reservations = BudgetTest;

// ---- configuration --------------------------------------------------------------------------------------------------

TEST_F(Configuration, B06_budgetsSurviveARestart)
{
    ASSERT_TRUE(budgets()
                    .set({.tenant = acme,
                          .limit = grams(500),
                          .period = PeriodKind::Year,
                          .anchor = parseInstant("2020-04-01", "anchor").value(),
                          .soft = 70_percent},
                         m_by)
                    .has_value());
    use(acme, grams(123));
    const BudgetRow before = budgets().row(acme);
    EXPECT_EQ(before.period.start, parseInstant("2026-04-01", "at").value());
    restart();
    const BudgetRow after = budgets().row(acme);
    EXPECT_EQ(after, before);
}

TEST_F(Configuration, B01_eachTenantHasItsOwn)
{
    setLimit(acme, 500);
    setLimit(tenant("zeta"), 900, PeriodKind::Day);
    use(acme, grams(5));
    EXPECT_EQ(usedBy(tenant("zeta")), grams(0));
    EXPECT_EQ(budgets().rows().size(), 2U);
    EXPECT_EQ(budgets().rows()[1].config.period.kind, PeriodKind::Day);
}

TEST_F(Configuration, C10_aChangeOfAmountKeepsThresholdsAndUsage)
{
    ASSERT_TRUE(budgets().set({.tenant = acme, .limit = grams(100), .soft = 60_percent, .hard = 90_percent}, m_by));
    use(acme, grams(50));
    setLimit(acme, 200);
    const BudgetRow row = budgets().row(acme);
    EXPECT_EQ(row.curve.soft, 60_percent);
    EXPECT_EQ(row.curve.hard, 90_percent);
    EXPECT_EQ(row.used, grams(50));
}

TEST_F(Configuration, C09_aChangeOfPeriodRecomputesUsageFromTheLedger)
{
    setLimit(acme, 1000, PeriodKind::Month);
    useAt(acme, grams(300), clock.now() - days{3});
    use(acme, grams(40));
    EXPECT_EQ(usedBy(acme), grams(340));
    setLimit(acme, 1000, PeriodKind::Day);
    EXPECT_EQ(usedBy(acme), grams(40));
    setLimit(acme, 1000, PeriodKind::Month);
    EXPECT_EQ(usedBy(acme), grams(340)) << "a switch and back forgets nothing";
}

TEST_F(Configuration, aBadChangeChangesNothing)
{
    setLimit(acme, 100);
    const auto audits = store().audit(0, 100).value().size();
    const auto answer = budgets().set({.tenant = acme, .limit = grams(7), .soft = 101_percent}, m_by);
    EXPECT_EQ(answer.error().subject, "soft");
    EXPECT_EQ(budgets().row(acme).config.limit, grams(100));
    EXPECT_EQ(store().audit(0, 100).value().size(), audits);
    EXPECT_EQ(heard().sets.size(), 1U);
}

TEST_F(Configuration, everyChangeIsAuditedWithBeforeAndAfterAndPublished)
{
    setLimit(acme, 100);
    setLimit(acme, 200);
    ASSERT_TRUE(budgets().remove(acme, m_by).has_value());
    const auto rows = store().audit(0, 10).value();
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].entry.what, "budget.remove");
    EXPECT_EQ(rows[1].entry.what, "budget.set");
    EXPECT_EQ(rows[1].entry.who, "ada");
    EXPECT_EQ(rows[1].entry.subject, "tenant acme");
    EXPECT_EQ(rows[1].entry.body, R"({"before":{"version":1,"limit_g":"100","period":"month"},)"
                                  R"("after":{"version":1,"limit_g":"200","period":"month"}})");
    ASSERT_EQ(heard().sets.size(), 3U);
    EXPECT_EQ(heard().sets[1].limit, grams(200));
    EXPECT_EQ(heard().sets[1].soft, 80_percent);
    EXPECT_TRUE(heard().sets[2].removed);
}

TEST_F(Configuration, removedBudgetsLeaveAnUnlimitedTenantWithItsUsage)
{
    setLimit(acme, 100, PeriodKind::Day);
    use(acme, grams(150));
    ASSERT_TRUE(budgets().remove(acme, m_by).has_value());
    const BudgetRow row = budgets().row(acme);
    EXPECT_FALSE(row.budgeted);
    EXPECT_EQ(row.used, grams(150));
    EXPECT_TRUE(budgets().evaluate(acme, grams(1'000'000)).canProceed);
    restart();
    EXPECT_EQ(budgets().row(acme), row);
    EXPECT_EQ(budgets().remove(acme, m_by).error().code, ErrorCode::UnknownName);
}

TEST_F(Configuration, C10_replacingForgetsWhatIsNotGiven)
{
    ASSERT_TRUE(budgets().set({.tenant = acme, .limit = grams(100), .soft = 60_percent, .shadow = true}, m_by));
    ASSERT_TRUE(budgets().set({.tenant = acme, .limit = grams(100), .replace = true}, m_by));
    EXPECT_EQ(budgets().row(acme).config.soft, std::nullopt);
    EXPECT_EQ(budgets().row(acme).curve.soft, 80_percent);
    EXPECT_FALSE(budgets().row(acme).config.shadow);
}

TEST_F(Configuration, shadowModeSurvivesARestartAndAChangeOfAmount)
{
    ASSERT_TRUE(budgets().set({.tenant = acme, .limit = grams(100), .shadow = true}, m_by));
    setLimit(acme, 200);
    EXPECT_TRUE(budgets().row(acme).config.shadow);
    restart();
    EXPECT_TRUE(budgets().row(acme).config.shadow);
    ASSERT_TRUE(budgets().set({.tenant = acme, .limit = grams(200), .shadow = false}, m_by));
    EXPECT_FALSE(budgets().row(acme).config.shadow);
}

// ---- what happened --------------------------------------------------------------------------------------------------

TEST_F(Recording, C01_countsPastTheLimitAndSaysSo)
{
    setLimit(acme, 100);
    EXPECT_TRUE(use(acme, grams(100)).withinLimit) << "exactly full is within";
    const UsageOutcome over = use(acme, GramsCO2e::fromMicrograms(1));
    EXPECT_FALSE(over.withinLimit);
    EXPECT_EQ(over.level, ThrottleLevel::Hard);
    EXPECT_EQ(over.used, grams(100) + GramsCO2e::fromMicrograms(1));
    restart();
    EXPECT_EQ(usedBy(acme), grams(100) + GramsCO2e::fromMicrograms(1));
}

TEST_F(Recording, C11_unknownTenantsRecordInAnUnlimitedAccount)
{
    EXPECT_TRUE(budgets().rows().empty());
    EXPECT_TRUE(use(tenant("stranger"), grams(7)).withinLimit);
    for (int start = 0; start < 2; ++start) {
        const auto rows = budgets().rows();
        ASSERT_EQ(rows.size(), 1U);
        EXPECT_EQ(rows[0].tenant, tenant("stranger"));
        EXPECT_FALSE(rows[0].budgeted);
        EXPECT_EQ(rows[0].used, grams(7));
        EXPECT_EQ(rows[0].config.limit, std::nullopt);
        restart();
    }
}

TEST_F(Recording, aRepeatWithTheSameKeyCountsOnce)
{
    EXPECT_FALSE(use(acme, grams(5), "op-1").duplicate);
    const UsageOutcome again = use(acme, grams(5), "op-1");
    EXPECT_TRUE(again.duplicate);
    EXPECT_EQ(again.booked, grams(0));
    EXPECT_EQ(again.used, grams(5));
    restart();
    EXPECT_TRUE(use(acme, grams(5), "op-1").duplicate) << "also after a restart";
    EXPECT_EQ(usedBy(acme), grams(5));
    EXPECT_EQ(heard().usages.size(), 0U);
}

TEST_F(Recording, B25_publishesUsageThenThresholdThenExhausted)
{
    setLimit(acme, 100);
    use(acme, grams(10));
    EXPECT_TRUE(heard().thresholds.empty());
    use(acme, grams(80));
    ASSERT_EQ(heard().usages.size(), 2U);
    EXPECT_EQ(heard().usages[1].usage, grams(80));
    EXPECT_EQ(heard().usages[1].used, grams(90));
    EXPECT_EQ(heard().usages[1].remaining, grams(10));
    EXPECT_EQ(heard().usages[1].level, ThrottleLevel::Soft);
    ASSERT_EQ(heard().thresholds.size(), 1U);
    EXPECT_EQ(heard().thresholds[0].level, ThrottleLevel::Soft);
    use(acme, grams(10));
    ASSERT_EQ(heard().exhausted.size(), 1U);
    EXPECT_EQ(heard().exhausted[0].refused, std::nullopt);
    use(acme, grams(1));
    use(acme, grams(1));
    ASSERT_EQ(heard().thresholds.size(), 2U);
    EXPECT_EQ(heard().thresholds[1].level, ThrottleLevel::Hard);
    EXPECT_EQ(heard().exhausted.size(), 1U);
}

TEST_F(Recording, C04_theEdgesOfAPeriodAreNotToldAgainAfterARestart)
{
    setLimit(acme, 100);
    use(acme, grams(90));
    restart();
    use(acme, grams(1));
    EXPECT_TRUE(heard().thresholds.empty());
    use(acme, grams(9));
    EXPECT_EQ(heard().exhausted.size(), 1U);
}

TEST_F(Recording, C06_usageGoesToThePeriodOfItsMoment)
{
    setLimit(acme, 100, PeriodKind::Day);
    clock.set(parseInstant("2026-06-10T23:59:59.999Z", "at").value());
    use(acme, grams(30));
    clock.advance(milliseconds{1});
    EXPECT_EQ(usedBy(acme), grams(0)) << "no tick was needed";
    EXPECT_EQ(use(acme, grams(20)).used, grams(20));
    const UsageOutcome late = useAt(acme, grams(5), clock.now() - hours{1});
    EXPECT_FALSE(late.inOpenPeriod);
    EXPECT_EQ(usedBy(acme), grams(20));
    const auto hours = store().usageHours(acme, clock.now() - days{1}, clock.now() + days{1}).value();
    Int128 sum = 0;
    for (const store::UsageHour &hour : hours)
        sum += hour.amount.micrograms();
    EXPECT_EQ(sum, grams(55).micrograms()) << "the ledger has them all";
}

TEST_F(Recording, refusesWhatCannotBe)
{
    const auto problem = [&](store::UsageRecord record) {
        const auto answer = budgets().recordUsage(record);
        return answer ? std::string() : answer.error().subject;
    };
    const Instant now = clock.now();
    EXPECT_EQ(problem({acme, now, grams(-1), "write", {}, Quality::Measured}), "amount");
    EXPECT_EQ(problem({acme, now, grams(1), "", {}, Quality::Measured}), "operation");
    EXPECT_EQ(problem({acme, now, grams(1), std::string(65, 'x'), {}, Quality::Measured}), "operation");
    EXPECT_EQ(problem({acme, now, grams(1), "\xff", {}, Quality::Measured}), "operation");
    EXPECT_EQ(problem({acme, now + minutes{6}, grams(1), "write", {}, Quality::Measured}), "at");
    EXPECT_EQ(problem({acme, now + minutes{4}, grams(1), "write", {}, Quality::Measured}), "") << "a clock a bit ahead";
    EXPECT_EQ(problem({acme, now, kLargestCarbon, "write", {}, Quality::Measured}), "amount") << "would not fit";
    EXPECT_EQ(usedBy(acme), grams(1));
}

TEST_F(Recording, recordsOfOthersCountOnceTheyAreDurableAndAreAnnouncedWhenNoted)
{
    setLimit(acme, 100);
    const store::UsageRecord moved{acme, clock.now(), grams(85), "migration", "m-1", Quality::Calculated};
    book(moved);
    EXPECT_EQ(usedBy(acme), grams(85));
    budgets().noteBooked(moved);
    EXPECT_EQ(usedBy(acme), grams(85));
    EXPECT_EQ(heard().usages.size(), 1U);
    EXPECT_EQ(heard().thresholds.size(), 1U);
    book(moved);
    EXPECT_EQ(usedBy(acme), grams(85)) << "a repeat";
    EXPECT_EQ(store().recentUsage(acme, 10).value().size(), 1U);
}

TEST_F(Recording, aMoveNotedAcrossAChangeOfPeriodIsNotCountedTwice)
{
    setLimit(acme, 100, PeriodKind::Month);
    const store::UsageRecord moved{acme, clock.now(), grams(6), "migration", "m-1", Quality::Calculated};
    book(moved);
    setLimit(acme, 100, PeriodKind::Day); // reads the ledger, which holds the move already
    budgets().noteBooked(moved);          // and only now does the mover say so
    budgets().tick();
    EXPECT_EQ(usedBy(acme), grams(6));
}

TEST_F(Recording, B33_tickRollsOverTenantsAtRest)
{
    setLimit(acme, 100, PeriodKind::Day);
    setLimit(tenant("zeta"), 100, PeriodKind::Year);
    use(acme, grams(50));
    EXPECT_TRUE(budgets().tick().empty());
    clock.advance(days{5});
    EXPECT_EQ(budgets().tick(), std::vector{acme});
    EXPECT_TRUE(budgets().tick().empty());
}

// ---- what is to come ------------------------------------------------------------------------------------------------

TEST_F(Admission, B29_answersOnTheBusWithoutChangingAnything)
{
    setLimit(acme, 100);
    use(acme, grams(90));
    const auto verdict = bus().request(bus::EvaluateBudget{acme, grams(5)});
    ASSERT_TRUE(verdict.has_value());
    EXPECT_EQ(verdict->result, ThrottleResult::Delayed);
    EXPECT_EQ(verdict->remaining, grams(10));
    EXPECT_EQ(verdict->fill, 90_percent);
    EXPECT_EQ(verdict->periodEnd, parseInstant("2026-07-01", "at").value());
    EXPECT_EQ(bus().request(bus::EvaluateBudget{acme, grams(-5)}).error().code, ErrorCode::InvalidInput);
    EXPECT_TRUE(bus().request(bus::EvaluateBudget{tenant("nobody"), grams(5)})->canProceed);
    EXPECT_EQ(budgets().rows().size(), 1U) << "asking makes no account";
}

TEST_F(Admission, C12_zeroRefusesEverythingUnlimitedNothing)
{
    setLimit(acme, 0);
    EXPECT_EQ(budgets().evaluate(acme, {}).result, ThrottleResult::Rejected);
    EXPECT_TRUE(budgets().evaluate(acme, {}).exhausted);
    ASSERT_TRUE(budgets().set({.tenant = acme, .limit = std::nullopt}, m_by).has_value());
    EXPECT_TRUE(budgets().row(acme).budgeted);
    EXPECT_EQ(budgets().evaluate(acme, kLargestCarbon).result, ThrottleResult::Allowed);
}

TEST_F(Admission, aRaisedLimitWorksAtOnce)
{
    setLimit(acme, 100);
    use(acme, grams(100));
    EXPECT_FALSE(budgets().evaluate(acme, grams(1)).canProceed);
    setLimit(acme, 200);
    EXPECT_EQ(budgets().evaluate(acme, grams(1)).result, ThrottleResult::Allowed);
}

// ---- reservations ---------------------------------------------------------------------------------------------------

TEST_F(Reservations, C01_reservedIsNotUsedButNotFreeEither)
{
    setLimit(acme, 100);
    const auto id = budgets().reserve(acme, grams(70), "migration", std::nullopt);
    ASSERT_TRUE(id.has_value());
    EXPECT_EQ(usedBy(acme), grams(0));
    EXPECT_EQ(budgets().row(acme).reserved, grams(70));
    EXPECT_FALSE(budgets().evaluate(acme, grams(31)).canProceed);
    EXPECT_TRUE(budgets().evaluate(acme, grams(30)).canProceed);
    const auto refused = budgets().reserve(acme, grams(31), "migration", std::nullopt);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_EQ(heard().exhausted.size(), 1U);
}

TEST_F(Reservations, commitRecordsWhatReallyHappened)
{
    setLimit(acme, 100);
    const ReservationId id = budgets().reserve(acme, grams(70), "migration", std::nullopt).value();
    const auto outcome = budgets().commit(id, grams(80));
    ASSERT_TRUE(outcome.has_value());
    EXPECT_EQ(outcome->booked, grams(80));
    EXPECT_EQ(budgets().row(acme).reserved, grams(0));
    EXPECT_EQ(usedBy(acme), grams(80));
    EXPECT_EQ(budgets().commit(id, grams(80)).error().code, ErrorCode::UnknownName);
    EXPECT_EQ(store().recentUsage(acme, 10).value().at(0).operation, "migration");
}

TEST_F(Reservations, C48_movesAreTakenOffTheirReservation)
{
    setLimit(acme, 100);
    const ReservationId id = budgets().reserve(acme, grams(50), "migration", std::nullopt).value();
    const store::UsageRecord first{acme, clock.now(), grams(20), "migration", "m-1", Quality::Calculated};
    book(first);
    budgets().noteBooked(first, id);
    EXPECT_EQ(budgets().row(acme).used, grams(20));
    EXPECT_EQ(budgets().row(acme).reserved, grams(30));
    const store::UsageRecord second{acme, clock.now(), grams(40), "migration", "m-2", Quality::Calculated};
    book(second);
    budgets().noteBooked(second, id);
    EXPECT_EQ(budgets().row(acme).used, grams(60)) << "more than was estimated";
    EXPECT_EQ(budgets().row(acme).reserved, grams(0));
    EXPECT_TRUE(budgets().release(id).has_value());
    EXPECT_EQ(budgets().row(acme).reserved, grams(0));
    EXPECT_EQ(budgets().release(id).error().code, ErrorCode::UnknownName);
}

TEST_F(Reservations, unsettledOnesAreChargedWhenTheyExpire)
{
    setLimit(acme, 100);
    const auto expiring = budgets().reserve(acme, grams(30), "upload", minutes{15});
    const auto staying = budgets().reserve(acme, grams(10), "migration", std::nullopt);
    ASSERT_TRUE(expiring.has_value() && staying.has_value());
    clock.advance(minutes{15} - milliseconds{1});
    budgets().tick();
    EXPECT_EQ(usedBy(acme), grams(0));
    clock.advance(milliseconds{1});
    budgets().tick();
    budgets().tick();
    EXPECT_EQ(usedBy(acme), grams(30));
    EXPECT_EQ(budgets().row(acme).reserved, grams(10));
    ASSERT_EQ(heard().usages.size(), 1U);
    EXPECT_EQ(heard().usages[0].operationType, "upload");
    EXPECT_EQ(store().recentUsage(acme, 10).value().size(), 1U);
}

TEST_F(Reservations, areCarriedIntoTheNextPeriod)
{
    setLimit(acme, 100, PeriodKind::Hour);
    const ReservationId id = budgets().reserve(acme, grams(70), "migration", std::nullopt).value();
    clock.advance(hours{2});
    EXPECT_FALSE(budgets().evaluate(acme, grams(31)).canProceed);
    ASSERT_TRUE(budgets().commit(id, grams(60)).has_value());
    EXPECT_EQ(usedBy(acme), grams(60));
}

TEST_F(Reservations, refuseNegativeEstimates)
{
    EXPECT_EQ(budgets().reserve(acme, grams(-1), "x", std::nullopt).error().subject, "amount");
}

} // namespace
} // namespace greenward::budget
