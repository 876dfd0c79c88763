#include "core/base/time_text.h"
#include "core/grid/plausibility.h"

#include <gtest/gtest.h>

namespace greenward::grid {
namespace {

using std::chrono::minutes;

const Instant kNow = parseInstant("2026-05-04T10:00:00Z", "test").value();

Series answer(std::vector<std::int64_t> grams, Instant last, PointKind kind = PointKind::Measured)
{
    Series series;
    const auto count = static_cast<std::int64_t>(grams.size());
    for (std::int64_t i = 0; i < count; ++i)
        series.points.push_back({last - minutes{5 * (count - 1 - i)},
                                 minutes{5},
                                 GramsPerKwh::fromMilligrams(grams[static_cast<std::size_t>(i)] * 1000),
                                 kind,
                                 {},
                                 {}});
    return series;
}

TEST(Plausibility, C28_zeroEverywhereIsNotBelieved)
{
    PlausibilityGuard guard;
    EXPECT_FALSE(guard.check(answer({400}, kNow)));
    const auto problem = guard.check(answer({0}, kNow + minutes{5}));
    EXPECT_EQ(problem, "0 g/kWh is lower than any grid has; waiting for it to be confirmed");
    // The same answer again confirms nothing.
    for (int i = 0; i < 10; ++i)
        EXPECT_TRUE(guard.check(answer({0}, kNow + minutes{5})));
    EXPECT_FALSE(guard.check(answer({390}, kNow + minutes{10}))) << "the good value comes back at once";
}

TEST(Plausibility, C28_whatIsUnlikelyIsBelievedWhenItStays)
{
    PlausibilityGuard guard;
    EXPECT_FALSE(guard.check(answer({400}, kNow)));
    EXPECT_TRUE(guard.check(answer({40}, kNow + minutes{5}))) << "a factor of ten";
    EXPECT_TRUE(guard.check(answer({41}, kNow + minutes{10})));
    EXPECT_FALSE(guard.check(answer({42}, kNow + minutes{15})));
    EXPECT_FALSE(guard.check(answer({45}, kNow + minutes{20}))) << "this is the new normal";
    EXPECT_TRUE(guard.check(answer({400}, kNow + minutes{25})));
}

TEST(Plausibility, ordinaryStepsAndCleanGridsPass)
{
    PlausibilityGuard guard;
    Instant at = kNow;
    for (const int grams : {400, 560, 330, 120, 40, 12, 30, 9, 55})
        EXPECT_FALSE(guard.check(answer({grams}, at += minutes{5}))) << grams;
}

TEST(Plausibility, C28_aMeasurementThatStandsStillIsRefused)
{
    PlausibilityGuard guard;
    EXPECT_FALSE(guard.check(answer(std::vector<std::int64_t>(72, 300), kNow)));
    const auto problem = guard.check(answer(std::vector<std::int64_t>(73, 300), kNow));
    ASSERT_TRUE(problem);
    EXPECT_EQ(*problem, "exactly 300 g/kWh since 2026-05-04T04:00:00Z: the measurement seems to stand still");
    EXPECT_FALSE(guard.check(answer(std::vector<std::int64_t>(73, 300), kNow, PointKind::Estimated)));
}

TEST(Plausibility, noValuesAreNotBelieved)
{
    EXPECT_TRUE(PlausibilityGuard().check(Series{}));
}

} // namespace
} // namespace greenward::grid
