#include "core/budget/recommendation.h"

#include "core/base/time_text.h"
#include "core/budget/budget_settings.h"

#include <gtest/gtest.h>

namespace greenward::budget {
namespace {

using Kind = Recommendation::Kind;

constexpr GramsCO2e grams(std::int64_t amount)
{
    return GramsCO2e::fromGrams(amount);
}

/// A tenant of 1 kg a day that was throttled in 30 of 100 operations, of which 10 were refused.
ThrottleEvidence evidence()
{
    ThrottleEvidence found{
        .row = {.tenant = TenantId::parse("acme").value()}, .lately = {}, .projected = {}, .inLonger = {}};
    found.row.budgeted = true;
    found.row.config.limit = grams(1000);
    found.row.config.period.kind = PeriodKind::Day;
    found.row.used = grams(900);
    found.projected = grams(1200);
    found.lately = {100, 70, 20, 10, milliseconds{15'000}, 0, 0, milliseconds{0}};
    return found;
}

std::vector<Kind> kinds(const ThrottleEvidence &of)
{
    std::vector<Kind> found;
    for (const Recommendation &one : recommend(of, {}))
        found.push_back(one.kind);
    return found;
}

TEST(Recommendations, B36_T10_raisesTheLimitSoThatWhatIsExpectedStaysBelowSoft)
{
    const auto proposals = recommend(evidence(), {});
    ASSERT_EQ(proposals.size(), 1U);
    EXPECT_EQ(proposals[0].kind, Kind::RaiseLimit);
    // 1.2 kg and 10 % are 1.32 kg; below 80 % of 1.65 kg, the next round figure is 1.7 kg.
    EXPECT_EQ(proposals[0].limit, grams(1700));
    EXPECT_EQ(proposals[0].period, PeriodKind::Day);
    EXPECT_EQ(proposals[0].soft, std::nullopt);
    EXPECT_EQ(proposals[0].reason, "30 of 100 (30 %) operations in the last 24 h were throttled: 20 delayed, "
                                   "10 refused; 900 g of 1 kg a day is used");
    EXPECT_EQ(proposals[0].proposal, "raise the limit from 1 kg to 1.7 kg a day: the 1.2 kg expected, plus 10 %, then "
                                     "stay below the soft threshold of 80 %");
}

TEST(Recommendations, T10_theProposedLimitLeavesTheTenantUnthrottled)
{
    for (const std::int64_t expected : {1'000'000LL, 999'999'999LL, 123'456'789'123LL, 7'777'777'777'777LL}) {
        ThrottleEvidence found = evidence();
        found.projected = GramsCO2e::fromMicrograms(expected);
        found.row.used = GramsCO2e::fromMicrograms(expected / 2);
        found.row.config.limit = GramsCO2e::fromMicrograms(expected / 2);
        const auto proposals = recommend(found, {});
        ASSERT_FALSE(proposals.empty());
        const Standing after = standing(found.row.curve, proposals[0].limit, GramsCO2e::fromMicrograms(expected));
        EXPECT_EQ(after.level, ThrottleLevel::None) << expected;
    }
}

TEST(Recommendations, T10_burstsGetALongerPeriodAtTheSameRate)
{
    ThrottleEvidence found = evidence();
    found.inLonger = grams(3000); // of 7 kg a week
    ASSERT_EQ(kinds(found), (std::vector{Kind::RaiseLimit, Kind::LongerPeriod}));
    const Recommendation change = recommend(found, {})[1];
    EXPECT_EQ(change.limit, grams(7000));
    EXPECT_EQ(change.period, PeriodKind::Week);
    found.inLonger = grams(5600); // exactly the soft threshold of it
    EXPECT_EQ(kinds(found), std::vector{Kind::RaiseLimit});
    found.inLonger = grams(3000);
    found.row.config.period = {PeriodKind::Year, std::nullopt};
    EXPECT_EQ(kinds(found), std::vector{Kind::RaiseLimit}) << "nothing is longer than a year";
}

TEST(Recommendations, T10_refusedMoreThanDelayedGetsASmootherCurve)
{
    ThrottleEvidence found = evidence();
    found.lately.delayed = 5;
    found.lately.rejected = 25;
    ASSERT_EQ(kinds(found), (std::vector{Kind::RaiseLimit, Kind::SmootherCurve}));
    const Recommendation change = recommend(found, {})[1];
    EXPECT_EQ(change.soft, 60_percent);
    EXPECT_EQ(change.limit, grams(1000)) << "the amount stays";
    found.row.curve.soft = 100_percent;
    EXPECT_EQ(recommend(found, {}).back().soft, 80_percent) << "no band at all gets one";
}

TEST(Recommendations, shadowedBudgetsSayWhatWouldHaveBeen)
{
    ThrottleEvidence found = evidence();
    found.row.config.shadow = true;
    found.lately = {100, 100, 0, 0, milliseconds{0}, 20, 10, milliseconds{15'000}};
    EXPECT_EQ(recommend(found, {})[0].reason,
              "30 of 100 (30 %) operations in the last 24 h would have been throttled: 20 delayed, 10 refused; 900 g "
              "of 1 kg a day is used");
}

TEST(Recommendations, nothingForTenantsWithoutALimitOrWithNone)
{
    ThrottleEvidence found = evidence();
    found.row.config.limit = std::nullopt;
    EXPECT_TRUE(recommend(found, {}).empty());
    found.row.config.limit = grams(0);
    EXPECT_TRUE(recommend(found, {}).empty()) << "who may emit nothing is refused on purpose";
}

TEST(Recommendations, C56_theirThresholdsAreSettings)
{
    BudgetSettings settings;
    settings.recommendations = {std::chrono::hours{48}, 50, 30_percent, 5_percent};
    settings.file = "/srv/budgets.json";
    settings.defaultIntensity = GramsPerKwh::fromMilligrams(473'000);
    EXPECT_EQ(settingsFromJson(settingsJson(settings)).value(), settings);

    const auto refused = [](const RecommendationRules &rules) {
        return checkRules(rules).error().subject;
    };
    EXPECT_EQ(refused({.window = std::chrono::hours{0}}), "window");
    EXPECT_EQ(refused({.window = std::chrono::hours{169}}), "window");
    EXPECT_EQ(refused({.evaluations = 0}), "evaluations");
    EXPECT_EQ(refused({.rate = Percent::fromMillionths(-1)}), "rate");
    EXPECT_EQ(refused({.margin = 1001_percent}), "margin");
    settings.file = "relative.json";
    EXPECT_EQ(checkSettings(settings).error().subject, "file");
    EXPECT_FALSE(settingsFromJson("{\"version\":2}").has_value());
}

TEST(History, T08_readsBackWhatItWritesAndNothingElse)
{
    const TenantId acme = TenantId::parse("acme").value();
    const Instant noon = parseInstant("2026-06-10T12:00:00Z", "at").value();
    ThrottleHistory history;
    bus::BudgetVerdict delayed;
    delayed.result = ThrottleResult::Delayed;
    delayed.delay = milliseconds{575};
    history.count(delayed, noon);
    history.count(bus::BudgetVerdict{}, noon + std::chrono::minutes{90});
    EXPECT_EQ(ThrottleHistory::fromJson(history.json(), acme).value(), history);
    EXPECT_EQ(history.since(noon + std::chrono::hours{1}).evaluations, 1U);
    for (const char *bad : {"", "[]", "{}", "{\"version\":1,\"total\":[1,2,3],\"hours\":{}}",
                            "{\"version\":1,\"total\":[1,2,3,4,5,6,-7],\"hours\":{}}",
                            "{\"version\":1,\"total\":[0,0,0,0,0,0,0],\"hours\":{\"noon\":[0,0,0,0,0,0,0]}}"})
        EXPECT_FALSE(ThrottleHistory::fromJson(bad, acme).has_value()) << bad;
}

TEST(History, keepsAWeekOfHours)
{
    ThrottleHistory history;
    Instant at = parseInstant("2026-06-10T12:00:00Z", "at").value();
    for (int hour = 0; hour < 1000; ++hour, at += std::chrono::hours{1})
        history.count(bus::BudgetVerdict{}, at);
    EXPECT_EQ(history.total().evaluations, 1000U);
    EXPECT_EQ(history.since(Instant{}).evaluations, 169U);
}

} // namespace
} // namespace greenward::budget
