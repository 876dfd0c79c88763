#include "app/composition/compose.h"
#include "tests/support/program.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <thread>

namespace greenward::engine {
namespace {

const Actor kAda = Actor::parse("Ada").value();
const TenantId kAcme = TenantId::parse("acme").value();

/// On the real engine, clock included.
class EngineForecast : public testing::Test
{
protected:
    void SetUp() override { open(); }

    void open()
    {
        m_host.reset();
        auto host = app::openEngine({.directory = m_root.path() / "data", .program = "test"});
        ASSERT_TRUE(host) << host.error().detail;
        m_host = *std::move(host);
    }

    void apply(const Command &command)
    {
        const auto done = m_host->ask([&](Engine &engine) { return engine.apply(command, kAda); });
        ASSERT_TRUE(done) << done.error().detail;
    }

    BurnDown burnDown()
    {
        return m_host->ask([](Engine &engine) { return engine.burnDown(kAcme); }).value();
    }

    tests::TemporaryDirectory m_root;
    std::unique_ptr<EngineHost> m_host;
};

TEST_F(EngineForecast, fromRecordedDaysToABandAndAChart)
{
    apply(SetBudget{.tenant = kAcme, .limit = GramsCO2e::fromGrams(20'000), .period = PeriodKind::Year});
    const Instant now = burnDown().now;
    for (int day = 1; day <= 10; ++day)
        apply(RecordUsage{
            .tenant = kAcme, .amount = GramsCO2e::fromGrams(100 + day % 2), .at = now - std::chrono::days{day}});
    open(); // the rhythm is learnt from what is stored
    const BurnDown chart = burnDown();
    const BudgetRow &row = chart.budget;
    EXPECT_EQ(row.forecastBasis, ForecastBasis::DayRhythm);
    ASSERT_TRUE(row.projected && row.projectedLow && row.projectedHigh);
    EXPECT_LT(*row.projectedLow, *row.projected);
    EXPECT_LT(*row.projected, *row.projectedHigh);

    ASSERT_GE(chart.past.size(), 2U);
    EXPECT_EQ(chart.past.front(), (BurnDown::Past{row.periodStart, {}}));
    EXPECT_EQ(chart.past.back(), (BurnDown::Past{chart.now, row.used}));
    ASSERT_GE(chart.ahead.size(), 2U);
    EXPECT_EQ(chart.ahead.front().at, chart.now);
    EXPECT_EQ(chart.ahead.front().expected, row.used);
    EXPECT_EQ(chart.ahead.back().at, row.periodEnd);
    EXPECT_LE(chart.past.size() + chart.ahead.size(), 800U);
    for (std::size_t i = 1; i < chart.past.size(); ++i) {
        EXPECT_LT(chart.past[i - 1].at, chart.past[i].at);
        EXPECT_LE(chart.past[i - 1].used, chart.past[i].used);
    }
    for (std::size_t i = 1; i < chart.ahead.size(); ++i) {
        EXPECT_LT(chart.ahead[i - 1].at, chart.ahead[i].at);
        EXPECT_LE(chart.ahead[i - 1].expected, chart.ahead[i].expected);
        EXPECT_LE(*chart.ahead[i].low, chart.ahead[i].expected);
        EXPECT_GE(*chart.ahead[i].high, chart.ahead[i].expected);
    }
}

TEST_F(EngineForecast, manyTenantsAreLearntInTheBackgroundAndAnnounced)
{
    constexpr int kTenants = 150; // more than are learnt on the spot
    const Instant now = burnDown().now;
    for (int i = 0; i < kTenants; ++i)
        for (const int day : {1, 4})
            apply(RecordUsage{.tenant = TenantId::parse("t" + std::to_string(i)).value(),
                              .amount = GramsCO2e::fromGrams(10),
                              .at = now - std::chrono::days{day}});
    for (int i = 0; i < kTenants; ++i)
        apply(SetBudget{.tenant = TenantId::parse("t" + std::to_string(i)).value(),
                        .limit = GramsCO2e::fromGrams(1000),
                        .period = PeriodKind::Year});
    open();
    const auto withRhythm = [this] {
        const auto rows = m_host->ask([](Engine &engine) { return engine.budgets(); });
        return std::ranges::count(rows, ForecastBasis::DayRhythm, &BudgetRow::forecastBasis);
    };
    const auto onTheSpot = withRhythm();
    ASSERT_LT(onTheSpot, kTenants) << "one look learns only a few at once";
    const auto learntLater = static_cast<std::size_t>(kTenants - onTheSpot);
    std::set<std::string> announced;
    while (announced.size() < learntLater) { // ends by the test's time limit if they never come
        for (const Change &change : m_host->changes().drain())
            if (change.area == Area::Budgets) announced.insert(change.key);
        std::this_thread::yield();
    }
    EXPECT_EQ(withRhythm(), kTenants);
}

} // namespace
} // namespace greenward::engine
