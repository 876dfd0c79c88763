#include "tests/core/budget/budget_fixture.h"

namespace greenward::budget {
namespace {

using namespace std::chrono;

class ClosedPeriods : public BudgetTest
{
protected:
    std::vector<store::ClosedPeriod> closed() { return store().closedPeriods(acme, 100).value(); }
    static Instant at(const char *text) { return parseInstant(text, "at").value(); }
};

TEST_F(ClosedPeriods, C06_areKeptAsRows)
{
    setLimit(acme, 100, PeriodKind::Day);
    use(acme, grams(85));
    use(acme, grams(5));
    EXPECT_TRUE(closed().empty()) << "it is open";
    clock.advance(days{1});
    budgets().tick();
    const auto periods = closed();
    ASSERT_EQ(periods.size(), 1U);
    EXPECT_EQ(periods[0].closing.start, at("2026-06-10T00:00:00Z"));
    EXPECT_EQ(periods[0].closing.end, at("2026-06-11T00:00:00Z"));
    EXPECT_EQ(periods[0].closing.kind, PeriodKind::Day);
    EXPECT_EQ(periods[0].closing.limit, grams(100));
    EXPECT_EQ(periods[0].closing.peak, ThrottleLevel::Soft);
    EXPECT_FALSE(periods[0].closing.reconstructed);
    EXPECT_EQ(periods[0].used, grams(90));
    EXPECT_EQ(periods[0].records, 2U);
    EXPECT_EQ(periods[0].late, grams(0));
}

TEST_F(ClosedPeriods, lateRecordsStandApartAndChangeNothing)
{
    setLimit(acme, 100, PeriodKind::Day);
    use(acme, grams(10));
    const Instant then = clock.now();
    clock.advance(days{1});
    budgets().tick();
    EXPECT_FALSE(useAt(acme, grams(7), then).inOpenPeriod);
    ASSERT_EQ(closed().size(), 1U);
    EXPECT_EQ(closed()[0].used, grams(10));
    EXPECT_EQ(closed()[0].late, grams(7));
    EXPECT_EQ(closed()[0].lateRecords, 1U);
    EXPECT_EQ(usedBy(acme), grams(0));
    const auto verdict = store().verifyUsage({});
    EXPECT_TRUE(verdict->intact) << verdict->problem;
    EXPECT_EQ(verdict->closedPeriods, 1);
}

TEST_F(ClosedPeriods, B14_emptyOnesAreSkippedHoweverManyPassed)
{
    setLimit(acme, 100, PeriodKind::Hour);
    use(acme, grams(10));
    clock.advance(days{365 * 10});
    budgets().tick();
    EXPECT_EQ(closed().size(), 1U);
    use(acme, grams(1));
    clock.advance(hours{2});
    budgets().tick();
    EXPECT_EQ(closed().size(), 2U);
    EXPECT_EQ(closed()[0].used, grams(1)) << "newest first";
    EXPECT_EQ(usedBy(acme), grams(0));
}

TEST_F(ClosedPeriods, thoseThatEndedWhileNobodyWasThereAreClosedAtTheNextStart)
{
    setLimit(acme, 100, PeriodKind::Day);
    use(acme, grams(10));
    clock.advance(days{3});
    restart();
    ASSERT_EQ(closed().size(), 1U);
    EXPECT_TRUE(closed()[0].closing.reconstructed);
    EXPECT_EQ(closed()[0].used, grams(10));
    EXPECT_EQ(closed()[0].closing.start, at("2026-06-10T00:00:00Z"));
    restart();
    EXPECT_EQ(closed().size(), 1U) << "once";
}

TEST_F(ClosedPeriods, C11_ofTenantsWithoutABudgetToo)
{
    use(acme, grams(10));
    clock.advance(days{31});
    budgets().tick();
    ASSERT_EQ(closed().size(), 1U);
    EXPECT_FALSE(closed()[0].closing.limit.has_value());
    EXPECT_EQ(closed()[0].closing.kind, PeriodKind::Month);
    EXPECT_TRUE(store().closedPeriods(tenant("zeta"), 10)->empty());
    EXPECT_EQ(store().closedPeriods(std::nullopt, 10)->size(), 1U);
}

TEST_F(ClosedPeriods, aSecondClosingChangesNothing)
{
    use(acme, grams(10));
    store::Transaction again;
    const Instant start = at("2026-06-01T00:00:00Z");
    const Instant end = at("2026-07-01T00:00:00Z");
    again.closings.push_back({acme, PeriodKind::Month, start, end, grams(1), ThrottleLevel::None, clock.now(), false});
    ASSERT_TRUE(store().commit(again).has_value());
    use(acme, grams(5));
    again.closings[0].limit = grams(2);
    ASSERT_TRUE(store().commit(again).has_value());
    ASSERT_EQ(closed().size(), 1U);
    EXPECT_EQ(closed()[0].closing.limit, grams(1));
    EXPECT_EQ(closed()[0].used, grams(10));
    EXPECT_EQ(closed()[0].late, grams(5));
    again.closings[0].start = start + minutes{1};
    EXPECT_EQ(store().commit(again).error().code, ErrorCode::InvalidInput);
}

TEST_F(ClosedPeriods, C09_countersAreWhatAddingUpTheLedgerGives)
{
    setLimit(acme, 100, PeriodKind::Day);
    for (int i = 0; i < 20; ++i) {
        use(acme, grams(i), std::to_string(i % 15));
        useAt(tenant("zeta"), grams(i), clock.now() - hours{i});
        clock.advance(hours{1});
    }
    EXPECT_EQ(budgets().verifyCounters().value(), std::nullopt);
    setLimit(acme, 100, PeriodKind::Week);
    EXPECT_EQ(budgets().verifyCounters().value(), std::nullopt);
    restart();
    EXPECT_EQ(budgets().verifyCounters().value(), std::nullopt);
    // The teeth: a counter that is wrong by a microgram is named.
    const auto handle = budgets().ledger().find("acme");
    ASSERT_TRUE(handle.has_value());
    handle->account().add(GramsCO2e::fromMicrograms(1), clock.now(), clock.now());
    const auto difference = budgets().verifyCounters().value();
    ASSERT_TRUE(difference.has_value());
    EXPECT_NE(difference->find("acme"), std::string::npos) << *difference;
}

} // namespace
} // namespace greenward::budget
