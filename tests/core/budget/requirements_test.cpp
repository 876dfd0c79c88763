#include "core/bus/payload_json.h"
#include "tests/core/budget/budget_fixture.h"

#include <thread>

// Requirements of SPEC 1.1 and 1.2 that no other test is about.

namespace greenward::budget {
namespace {

using namespace std::chrono;
using Requirements = BudgetTest;

TEST_F(Requirements, B02_sixPeriods)
{
    struct Case
    {
        const char *name;
        hours length;
    };
    for (const Case &one : {Case{"hour", hours{1}}, Case{"day", days{1}}, Case{"week", weeks{1}},
                            Case{"month", days{30}}, Case{"quarter", days{91}}, Case{"year", days{365}}}) {
        setLimit(acme, 100, parsePeriod(one.name).value());
        const Period period = budgets().row(acme).period;
        EXPECT_EQ(period.end - period.start, one.length) << one.name;
    }
    for (const char *bad : {"", "minute", "Month", "decade", "months", "month "})
        EXPECT_EQ(parsePeriod(bad).error().code, ErrorCode::InvalidInput) << bad;
}

TEST_F(Requirements, B03_B04_thresholdsAre80And100PerCentUnlessSet)
{
    setLimit(acme, 100);
    EXPECT_EQ(budgets().row(acme).curve,
              (ThrottleCurve{80_percent, 100_percent, milliseconds{100}, milliseconds{2000}}));
    use(acme, grams(60));
    EXPECT_EQ(budgets().evaluate(acme, {}).level, ThrottleLevel::None);
    ASSERT_TRUE(budgets().set({.tenant = acme, .limit = grams(100), .soft = 50_percent, .hard = 55_percent}, m_by));
    EXPECT_EQ(budgets().evaluate(acme, {}).level, ThrottleLevel::Hard);
    ASSERT_TRUE(budgets().set({.tenant = acme, .limit = grams(100), .hard = 70_percent}, m_by));
    EXPECT_EQ(budgets().evaluate(acme, {}).delay.count(), 1050);
}

TEST_F(Requirements, B08_B22_anUnknownTenantGetsTheUnlimitedDefault)
{
    const BudgetRow row = budgets().row(tenant("nobody"));
    EXPECT_FALSE(row.budgeted);
    EXPECT_EQ(row.config.limit, std::nullopt);
    EXPECT_TRUE(budgets().rows().empty()) << "asking makes nobody known";
    EXPECT_TRUE(budgets().evaluate(tenant("nobody"), kLargestCarbon).canProceed);
}

TEST_F(Requirements, B09_B23_setInsertsOrReplacesAndKeepsWhatIsUsed)
{
    setLimit(acme, 100);
    use(acme, grams(30));
    setLimit(acme, 50);
    EXPECT_EQ(budgets().rows().size(), 1U);
    EXPECT_EQ(budgets().row(acme).config.limit, grams(50));
    EXPECT_EQ(usedBy(acme), grams(30));
    EXPECT_EQ(budgets().row(acme).period.start, parseInstant("2026-06-01", "at").value());
}

TEST_F(Requirements, B11_everyTenantWhosePeriodIsOverStartsAtZero)
{
    for (int i = 0; i < 50; ++i) {
        const TenantId who = tenant("t" + std::to_string(i));
        setLimit(who, 100, i % 2 == 0 ? PeriodKind::Hour : PeriodKind::Month);
        use(who, grams(7));
    }
    clock.advance(hours{1});
    EXPECT_EQ(budgets().tick().size(), 25U);
    EXPECT_EQ(usedBy(tenant("t0")), grams(0));
    EXPECT_EQ(usedBy(tenant("t1")), grams(7));
}

TEST_F(Requirements, B16_tenantsAreCountedFromManyThreadsWithoutWaitingForOneAnother)
{
    constexpr int kThreads = 4;
    constexpr int kRecords = 500;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < kThreads; ++t)
            threads.emplace_back([this, t] {
                Ledger &ledger = budgets().ledger();
                const Ledger::Tenant who = ledger.open(tenant("t" + std::to_string(t)));
                for (int i = 0; i < kRecords; ++i)
                    EXPECT_TRUE(ledger.addMeasured(who, {clock.now(), grams(1), "write"}).has_value());
            });
    }
    ASSERT_TRUE(store().commit({}).has_value()); // in order: all before it is durable then
    budgets().tick();
    for (int t = 0; t < kThreads; ++t)
        EXPECT_EQ(usedBy(tenant("t" + std::to_string(t))), grams(kRecords));
}

TEST_F(Requirements, B20_B24_canProceedAsksForUsedAndEstimated)
{
    setLimit(acme, 100);
    use(acme, grams(60));
    EXPECT_TRUE(budgets().evaluate(acme, grams(40)).canProceed);
    EXPECT_FALSE(budgets().evaluate(acme, grams(40) + GramsCO2e::fromMicrograms(1)).canProceed);
    ASSERT_TRUE(budgets().reserve(acme, grams(30), "write", std::nullopt).has_value());
    EXPECT_FALSE(budgets().evaluate(acme, grams(20)).canProceed) << "what is set aside is not free";
    EXPECT_TRUE(budgets().evaluate(acme, grams(10)).canProceed);
}

TEST_F(Requirements, B21_describesItself)
{
    EXPECT_EQ(BudgetComponent::kInfo.category, "CarbonAwareness");
    EXPECT_EQ(BudgetComponent::kInfo.capabilities, "ActiveControl, CarbonCalculation, Alerting");
}

TEST_F(Requirements, B26_B27_whatTheTopicsCarry)
{
    setLimit(acme, 100);
    use(acme, grams(85));
    ASSERT_EQ(heard().usages.size(), 1U);
    const Json usage = bus::toJson(heard().usages[0]);
    for (const char *member : {"tenantId", "usageGrams", "usedGrams", "remainingGrams", "throttleLevel"})
        EXPECT_TRUE(usage.contains(member)) << member;
    EXPECT_EQ(jsonText(usage.at("remainingGrams")), "15");
    EXPECT_EQ(usage.at("throttleLevel"), "soft") << "C-04: every usage message carries the level";
    ASSERT_EQ(heard().thresholds.size(), 1U);
    EXPECT_EQ(bus::toJson(heard().thresholds[0]).at("throttleLevel"), "soft");
}

TEST_F(Requirements, C73_worksAtTheEndsOfTime)
{
    for (const char *moment : {"1970-01-01T00:00:00Z", "2106-02-07T06:28:16Z", "2038-01-19T03:14:08Z"}) {
        clock.set(parseInstant(moment, "at").value());
        const TenantId who = tenant(std::string("at ") + std::string(moment).substr(0, 4));
        for (const PeriodKind kind : {PeriodKind::Hour, PeriodKind::Day, PeriodKind::Week, PeriodKind::Month,
                                      PeriodKind::Quarter, PeriodKind::Year}) {
            setLimit(who, 100, kind);
            const Period period = budgets().row(who).period;
            EXPECT_LE(period.start, clock.now()) << moment;
            EXPECT_GT(period.end, clock.now()) << moment;
        }
        use(who, grams(5));
        EXPECT_EQ(usedBy(who), grams(5)) << moment;
    }
}

TEST_F(Requirements, manyBudgetsInOneGoAreAllOrNone)
{
    setLimit(acme, 100);
    const std::vector<BudgetChange> bad{{.tenant = tenant("a"), .limit = grams(1)},
                                        {.tenant = tenant("b"), .limit = grams(-1)}};
    EXPECT_EQ(budgets().setAll(bad, m_by).error().subject, "limit");
    EXPECT_EQ(budgets().rows().size(), 1U);
    use(tenant("a"), grams(3));
    const std::vector<BudgetChange> good{{.tenant = tenant("a"), .limit = grams(1), .period = PeriodKind::Day},
                                         {.tenant = acme, .limit = grams(100), .replace = true},
                                         {.tenant = tenant("b"), .limit = grams(2), .period = PeriodKind::Year}};
    EXPECT_EQ(budgets().setAll(good, m_by).value(), 2U) << "acme is so already";
    EXPECT_EQ(usedBy(tenant("a")), grams(3)) << "counted from the ledger";
    EXPECT_EQ(heard().thresholds.size(), 1U) << "a is over its new limit";
    const auto before = budgets().rows();
    restart();
    EXPECT_EQ(budgets().rows(), before);
}

} // namespace
} // namespace greenward::budget
