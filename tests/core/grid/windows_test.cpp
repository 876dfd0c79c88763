#include "core/base/time_text.h"
#include "core/grid/windows.h"

#include <gtest/gtest.h>

namespace greenward::grid {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

const Instant kDay = parseInstant("2026-05-04T00:00:00Z", "test").value();

GramsPerKwh g(std::int64_t grams)
{
    return GramsPerKwh::fromMilligrams(grams * 1000);
}

std::vector<HourMean> day(const std::vector<std::int64_t> &grams, Instant from = kDay)
{
    std::vector<HourMean> means;
    for (std::size_t i = 0; i < grams.size(); ++i)
        means.push_back({from + hours{i}, g(grams[i])});
    return means;
}

SeriesPoint point(Instant from, milliseconds length, std::int64_t grams, PointKind kind = PointKind::Measured)
{
    return {from, length, g(grams), kind, {}, {}};
}

constexpr std::array kMeasured{PointKind::Measured, PointKind::Estimated};

TEST(HourlyMeans, areWeightedByTime)
{
    const std::vector<SeriesPoint> points{point(kDay, minutes{45}, 100), point(kDay + minutes{45}, minutes{30}, 300)};
    const auto means = hourlyMeans(points, kMeasured);
    ASSERT_EQ(means.size(), 1U) << "a quarter of the second hour is not enough for it";
    EXPECT_EQ(means[0], (HourMean{kDay, g(150), std::chrono::seconds{3600}}));
}

TEST(HourlyMeans, takeOnlyTheKindsThatAreAskedForAndNothingForUnknownLengths)
{
    const std::vector<SeriesPoint> points{point(kDay, hours{1}, 100), point(kDay, hours{1}, 900, PointKind::Forecast),
                                          point(kDay + hours{1}, milliseconds{0}, 500)};
    const auto means = hourlyMeans(points, kMeasured);
    ASSERT_EQ(means.size(), 1U);
    EXPECT_EQ(means[0].value, g(100));
}

TEST(HourlyMeans, overlapsEndWhereTheNextPointBegins)
{
    const std::vector<SeriesPoint> points{point(kDay, hours{2}, 100), point(kDay + minutes{30}, minutes{30}, 300)};
    const auto means = hourlyMeans(points, kMeasured);
    ASSERT_EQ(means.size(), 1U);
    EXPECT_EQ(means[0].value, g(200));
}

TEST(TrailingMean, C41_needs18Of24HoursAndLeavesOutTheOneThatRuns)
{
    std::vector<std::int64_t> grams(25, 100);
    grams[24] = 5000; // the running hour
    const auto means = day(grams);
    const auto mean = trailingMean(means, kDay + hours{24} + minutes{40});
    ASSERT_TRUE(mean);
    EXPECT_EQ(mean->value, g(100));
    EXPECT_EQ(mean->hours, 24);
    const std::vector<HourMean> gaps(means.begin(), means.begin() + 18);
    EXPECT_EQ(trailingMean(gaps, kDay + hours{24})->hours, 18);
    const std::vector<HourMean> tooFew(means.begin(), means.begin() + 17);
    EXPECT_FALSE(trailingMean(tooFew, kDay + hours{24}));
}

TEST(LowCarbonWindows, C41_areStrictlyBelowTheMeanAndEndAtAGap)
{
    auto forecast = day({90, 80, 100, 70, 60, 50});
    forecast.erase(forecast.begin() + 4);
    const auto windows = lowCarbonWindows(forecast, g(100));
    ASSERT_EQ(windows.size(), 3U);
    EXPECT_EQ(windows[0], (LowCarbonWindow{kDay, kDay + hours{2}, g(85)}));
    EXPECT_EQ(windows[1], (LowCarbonWindow{kDay + hours{3}, kDay + hours{4}, g(70)}));
    EXPECT_EQ(windows[2].from, kDay + hours{5});
}

TEST(ForecastErrors, areKnownByTheDistanceAhead)
{
    std::vector<IssuedForecast> forecasts;
    std::vector<HourMean> actual;
    for (int i = 0; i < 20; ++i) {
        const Instant issued = kDay + hours{i * 24};
        forecasts.push_back({issued, day({100, 100}, issued)});
        actual.push_back({issued, g(100)});                // the hour at hand is right
        actual.push_back({issued + hours{1}, g(101 + i)}); // the next one is 1 to 20 too low
    }
    const auto errors = forecastErrors(forecasts, actual);
    ASSERT_EQ(errors.size(), 2U);
    EXPECT_EQ(errors[0], (ForecastError{0, 20, 0, 0, 0, 0}));
    EXPECT_EQ(errors[1], (ForecastError{1, 20, -10'500, 10'500, 2'000, 18'000}));
    EXPECT_TRUE(forecastErrors(forecasts, actual, 21).empty());
}

TEST(BestWindow, isTheCleanestThatEndsInTime)
{
    const auto forecast = day({300, 200, 100, 150, 50, 50});
    const auto best = bestWindow(forecast, {}, kDay, hours{2}, kDay + hours{6});
    ASSERT_TRUE(best);
    EXPECT_EQ(best->from, kDay + hours{4});
    EXPECT_EQ(best->expected, g(50));
    EXPECT_FALSE(best->errorsKnown);
    const auto early = bestWindow(forecast, {}, kDay, hours{2}, kDay + hours{4});
    EXPECT_EQ(early->from, kDay + hours{2});
    EXPECT_FALSE(bestWindow(forecast, {}, kDay, hours{7}, kDay + hours{24}));
    EXPECT_FALSE(bestWindow(forecast, {}, kDay + hours{5} + minutes{1}, hours{1}, kDay + hours{24}));
}

TEST(BestWindow, thePessimisticValueRestsOnPastErrors)
{
    const auto forecast = day({100, 100});
    const std::vector<ForecastError> errors{{0, 50, 0, 0, -5'000, 10'000}, {1, 50, 0, 0, -5'000, 30'000}};
    const auto best = bestWindow(forecast, errors, kDay, hours{2}, kDay + hours{2});
    ASSERT_TRUE(best);
    EXPECT_EQ(best->pessimistic, g(120));
    EXPECT_TRUE(best->errorsKnown);
}

TEST(WindowDoctor, C42_tellsWhatTheNightHasCost)
{
    // 02:00 to 04:00 is dirtier than the mean, noon is the cleanest: as in California.
    std::vector<HourMean> past;
    for (int d = 0; d < 30; ++d) {
        std::vector<std::int64_t> grams(24, 300);
        grams[2] = grams[3] = 360;
        grams[12] = grams[13] = 240;
        const auto one = day(grams, kDay + hours{24 * d});
        past.insert(past.end(), one.begin(), one.end());
    }
    const auto doctor = examineWindow(past, 2, 2);
    ASSERT_TRUE(doctor);
    EXPECT_EQ(doctor->days, 30);
    EXPECT_EQ(doctor->mean, g(300));
    EXPECT_EQ(doctor->inWindow, g(360));
    EXPECT_EQ(doctor->penaltyMillionths, 200'000);
    EXPECT_EQ(doctor->bestHour, 12);
    EXPECT_EQ(doctor->atBestHour, g(240));
    past.resize(24 * 6);
    EXPECT_FALSE(examineWindow(past, 2, 2)) << "six days say nothing";
}

} // namespace
} // namespace greenward::grid
