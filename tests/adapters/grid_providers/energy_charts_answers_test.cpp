#include "core/adapters/grid_providers/energy_charts_answers.h"
#include "tests/adapters/grid_providers/answers.h"

namespace greenward::adapters {
namespace {

namespace ec = energy_charts;

TEST(EnergyCharts, measuredAndForecastStayApartWhereTheyMeet)
{
    const auto series =
        ec::readIntensity(ok(R"({"unix_seconds":[1783893600,1783894500,1783895400],"co2eq":[491.5,497.4,null],)"
                             R"("co2eq_forecast":[null,480,470.25],"deprecated":false})"),
                          "de");
    ASSERT_TRUE(series) << detailOf(series);
    ASSERT_EQ(series->points.size(), 4U);
    EXPECT_EQ(shown(series->points[1]), "measured 2026-07-12T22:15:00Z 900 s 497.4");
    EXPECT_EQ(shown(series->points[2]), "forecast 2026-07-12T22:15:00Z 900 s 480");
    EXPECT_EQ(shown(series->points[3]), "forecast 2026-07-12T22:30:00Z 900 s 470.25");
    EXPECT_TRUE(series->warnings.empty());
}

TEST(EnergyCharts, C28_unequalArraysAndUnsortedTimesAreRefusedWhole)
{
    EXPECT_EQ(
        detailOf(ec::readIntensity(ok(R"({"unix_seconds":[1,2],"co2eq":[1],"co2eq_forecast":[null,null]})"), "de")),
        "co2eq: 1 values for 2 times");
    EXPECT_EQ(
        detailOf(ec::readIntensity(ok(R"({"unix_seconds":[900,0],"co2eq":[1,2],"co2eq_forecast":[null,null]})"), "de")),
        "unix_seconds: are not in order at 1970-01-01T00:00:00Z");
    EXPECT_EQ(troubleOf(ec::readIntensity(ok(R"({"unix_seconds":[1e99],"co2eq":[1],"co2eq_forecast":[1]})"), "de")),
              "bad_answer");
}

TEST(EnergyCharts, anEndThatWasAnnouncedIsAWarning)
{
    const auto series = ec::readIntensity(
        ok(R"({"unix_seconds":[1783893600],"co2eq":[1],"co2eq_forecast":[null],"deprecated":true})"), "de");
    ASSERT_TRUE(series) << detailOf(series);
    EXPECT_EQ(series->warnings.size(), 1U);
}

TEST(EnergyCharts, anUnknownCountryIsNotCovered)
{
    EXPECT_EQ(troubleOf(ec::readIntensity(
                  status(400, "'xx' is not the code for an available country. Please refer to the API doc"), "xx")),
              "not_covered");
    EXPECT_EQ(troubleOf(ec::readIntensity(status(429, "Too Many Requests"), "de")), "rate_limited");
}

} // namespace
} // namespace greenward::adapters
