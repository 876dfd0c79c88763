#include "core/adapters/grid_providers/gb_carbon_intensity_answers.h"
#include "tests/adapters/grid_providers/answers.h"

namespace greenward::adapters {
namespace {

namespace gb = gb_carbon_intensity;

TEST(GbCarbonIntensity, anUnmeasuredHalfHourIsAForecastAndSaysSo)
{
    const auto series = gb::readIntensity(ok(
        R"({"data":[{"from":"2026-05-04T10:00Z","to":"2026-05-04T10:30Z","intensity":{"forecast":120,"actual":118,"index":"low"}},)"
        R"({"from":"2026-05-04T10:30Z","to":"2026-05-04T11:00Z","intensity":{"forecast":125,"actual":null,"index":"low"}}]})"));
    ASSERT_TRUE(series) << detailOf(series);
    EXPECT_EQ(shown(series->points[0]), "measured 2026-05-04T10:00:00Z 1800 s 118");
    EXPECT_EQ(shown(series->points[1]), "forecast 2026-05-04T10:30:00Z 1800 s 125");
    EXPECT_EQ(series->zone, "GB");
    EXPECT_NE(series->licence.find("CC-BY-4.0"), std::string::npos);
}

TEST(GbCarbonIntensity, C28_an200WithoutABodyIsNoAnswer)
{
    EXPECT_EQ(troubleOf(gb::readIntensity(ok(""))), "bad_answer");
    EXPECT_EQ(troubleOf(gb::readIntensity(ok(R"({"data":[]})"))), "no_data_now");
    EXPECT_EQ(troubleOf(gb::readIntensity(ok(R"({"data":{}})"))), "bad_answer");
}

TEST(GbCarbonIntensity, backwardsHalfHoursAreRefused)
{
    EXPECT_EQ(detailOf(gb::readIntensity(ok(
                  R"({"data":[{"from":"2026-05-04T10:30Z","to":"2026-05-04T10:00Z","intensity":{"forecast":1}}]})"))),
              "to: is not after from");
}

TEST(GbCarbonIntensity, windSunAndWaterAreRenewable)
{
    const auto share = gb::readRenewableShare(ok(
        R"({"data":{"from":"2026-05-04T10:00Z","to":"2026-05-04T10:30Z","generationmix":[{"fuel":"wind","perc":30.5},)"
        R"({"fuel":"solar","perc":10},{"fuel":"hydro","perc":1.5},{"fuel":"gas","perc":58}]}})"));
    ASSERT_TRUE(share) << detailOf(share);
    EXPECT_EQ(share->value.text(), "42");
}

TEST(GbCarbonIntensity, itsErrorsAreWords)
{
    const auto answer =
        gb::readIntensity(status(500, R"({"error":{"code":"500 Internal Server Error","message":"not found."}})"));
    EXPECT_EQ(troubleOf(answer), "down");
    EXPECT_EQ(detailOf(answer), "HTTP 500: not found.");
}

} // namespace
} // namespace greenward::adapters
