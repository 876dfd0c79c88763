#include "core/adapters/grid_providers/carbon_aware_sdk_answers.h"
#include "tests/adapters/grid_providers/answers.h"

namespace greenward::adapters {
namespace {

namespace sdk = carbon_aware_sdk;

TEST(CarbonAwareSdk, aRatingOfMinusOneIsANullAndNeverTheBest)
{
    const auto series = sdk::readEmissions(
        ok(R"([{"location":"IE","time":"2026-05-04T10:00:00.1234567+00:00","rating":-1,"duration":"00:05:00"},)"
           R"({"location":"IE","time":"2026-05-04T10:05:00+00:00","rating":70,"duration":"1.02:05:00"}])"),
        "northeurope", {Signal::Marginal, Gas::CO2});
    ASSERT_TRUE(series) << detailOf(series);
    ASSERT_EQ(series->points.size(), 1U);
    EXPECT_EQ(shown(series->points[0]), "measured 2026-05-04T10:05:00Z 93900 s 70");
    EXPECT_EQ(series->signal, Signal::Marginal);
}

TEST(CarbonAwareSdk, aBadTimeSpanIsRefused)
{
    for (const char *length : {"5", "00:05", "x.00:05:00", "00:05:00x", "999999999999.00:05:00", "ab:cd:ef"}) {
        const auto series = sdk::readEmissions(
            ok(R"([{"time":"2026-05-04T10:05:00Z","rating":7,"duration":")" + std::string(length) + "\"}]"), "x", {});
        EXPECT_EQ(troubleOf(series), "bad_answer") << length;
    }
}

TEST(CarbonAwareSdk, noContentIsNoDataAndNotImplementedIsNoForecast)
{
    EXPECT_EQ(troubleOf(sdk::readEmissions(status(204, ""), "x", {})), "no_data_now");
    EXPECT_EQ(troubleOf(sdk::readForecast(status(501, R"({"detail":"no forecasts"})"), "x", {})), "not_supported");
}

TEST(CarbonAwareSdk, aForecastKeepsItsTimeOfIssue)
{
    const auto series = sdk::readForecast(
        ok(R"([{"generatedAt":"2026-05-04T09:55:00Z","forecastData":[{"location":"IE","timestamp":"2026-05-04T10:00:00Z",)"
           R"("duration":10,"value":532.02293146}]}])"),
        "northeurope", {});
    ASSERT_TRUE(series) << detailOf(series);
    EXPECT_EQ(shown(series->points[0]), "forecast 2026-05-04T10:00:00Z 600 s 532.023");
    EXPECT_EQ(series->issuedAt, at("2026-05-04T09:55:00Z"));
}

} // namespace
} // namespace greenward::adapters
