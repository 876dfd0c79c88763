#include "core/adapters/grid_providers/electricity_maps_answers.h"
#include "tests/adapters/grid_providers/answers.h"

namespace greenward::adapters {
namespace {

namespace em = electricity_maps;

std::string row(const std::string &value, const std::string &more = "")
{
    return R"({"zone":"SE-SE3","carbonIntensity":)" + value +
           R"(,"datetime":"2026-05-04T10:00:00.000Z","updatedAt":"2026-05-04T10:20:00.123Z","emissionFactorType":)"
           R"("lifecycle","flowTraced":true)" +
           more + "}";
}

TEST(ElectricityMaps, G22_theLatestValueCarriesHowItWasMade)
{
    const auto series = em::readLatest(
        ok(row("24.71",
               R"(,"isEstimated":true,"estimationMethod":"TIME_SLICER_AVERAGE","temporalGranularity":"hourly")")),
        "SE-SE3");
    ASSERT_TRUE(series) << detailOf(series);
    ASSERT_EQ(series->points.size(), 1U);
    EXPECT_EQ(shown(series->points[0]), "estimated 2026-05-04T10:00:00Z 3600 s 24.71");
    EXPECT_EQ(series->points[0].method, "TIME_SLICER_AVERAGE");
    EXPECT_EQ(series->signal, Signal::Average);
    EXPECT_EQ(series->gas, Gas::CO2e);
    EXPECT_EQ(series->basis, "lifecycle; flow-traced");
}

TEST(ElectricityMaps, C23_otherFactorsAreAnotherBasis)
{
    const auto series = em::readLatest(ok(R"({"zone":"SE-SE3","carbonIntensity":20,"datetime":"2026-05-04T10:00:00Z",)"
                                          R"("emissionFactorType":"direct","flowTraced":false})"),
                                       "SE-SE3");
    ASSERT_TRUE(series) << detailOf(series);
    EXPECT_EQ(series->basis, "direct; production");
}

TEST(ElectricityMaps, C28_theAnswerForAnotherZoneIsRefused)
{
    EXPECT_EQ(detailOf(em::readLatest(ok(row("24")), "DE")), "zone: asked for DE, answered for SE-SE3");
}

TEST(ElectricityMaps, C28_valuesOfATrialKeyAreNeverUsed)
{
    EXPECT_EQ(troubleOf(em::readLatest(ok(row("24", R"(,"estimationMethod":"SANDBOX_MODE_DATA")")), "SE-SE3")),
              "sandbox");
    EXPECT_EQ(troubleOf(em::readLatest(ok(row("24", R"(,"_disclaimer":"SANDBOX MODE: random")")), "SE-SE3")),
              "sandbox");
}

TEST(ElectricityMaps, nullIsAGapAndAnErrorUnder200IsNoData)
{
    EXPECT_EQ(troubleOf(em::readLatest(ok(row("null")), "SE-SE3")), "no_data_now");
    EXPECT_EQ(troubleOf(em::readLatest(ok(R"({"error":"No recent data for zone \"SE-SE3\""})"), "SE-SE3")),
              "no_data_now");
    const auto history = em::readHistory(ok(R"({"zone":"SE-SE3","history":[)" + row("null") + "]}"), "SE-SE3");
    EXPECT_EQ(troubleOf(history), "no_data_now");
}

TEST(ElectricityMaps, G24_forecastRowsNeedNotBeEvenlySpaced)
{
    const auto series = em::readForecast(
        ok(R"({"zone":"SE-SE3","updatedAt":"2026-05-04T09:50:00Z","forecast":[)"
           R"({"carbonIntensity":30,"datetime":"2026-05-04T10:00:00Z"},{"carbonIntensity":40,"datetime":"2026-05-04T13:00:00Z"}]})"),
        "SE-SE3");
    ASSERT_TRUE(series) << detailOf(series);
    EXPECT_EQ(shown(series->points[1]), "forecast 2026-05-04T13:00:00Z 3600 s 40");
    EXPECT_EQ(series->issuedAt, at("2026-05-04T09:50:00Z"));
}

TEST(ElectricityMaps, G23_theRenewableShareOfBothVersions)
{
    const auto old = em::readRenewableShare(
        ok(R"({"zone":"DE","datetime":"2026-05-04T10:00:00Z","renewablePercentage":33,"fossilFreePercentage":34})"),
        "DE");
    EXPECT_EQ(old.value().value.text(), "33");
    const auto text = em::readRenewableShare(
        ok(R"({"zone":"DE","datetime":"2026-05-04T10:00:00Z","unit":"%","value":"84","isEstimated":true})"), "DE");
    EXPECT_EQ(text.value().value.text(), "84");
    EXPECT_EQ(text.value().kind, grid::PointKind::Estimated);
    EXPECT_EQ(
        troubleOf(em::readRenewableShare(ok(R"({"zone":"DE","datetime":"2026-05-04T10:00:00Z","value":3})"), "DE")),
        "bad_answer");
}

TEST(ElectricityMaps, C22_aWrongKeyIsToldFromAZoneOutsideThePlan)
{
    const auto of = [](int code, const std::string &body) {
        return troubleName(em::problem(status(code, body)).trouble);
    };
    EXPECT_EQ(of(401, R"({"error":"Invalid auth-token"})"), "wrong_credentials");
    EXPECT_EQ(of(401, R"({"error":"Request unauthorized for zoneKey=PT,requestType=past."})"), "not_in_plan");
    EXPECT_EQ(of(404, R"({"error":"No recent data for zone \"X\""})"), "no_data_now");
    EXPECT_EQ(of(404, R"({"message":"no Route matched with those values"})"), "bad_request");
    EXPECT_EQ(of(403, "<html>"), "down");
}

TEST(ElectricityMaps, zonesTellWhatAKeyMayAsk)
{
    const auto zones = em::readZones(ok(
        R"({"DE":{"zoneName":"Germany","access":["carbon-intensity/latest"]},"AU-NSW":{"zoneName":"New South Wales"}})"));
    ASSERT_TRUE(zones) << detailOf(zones);
    EXPECT_EQ(zones->at(0).zone, "AU-NSW");
    EXPECT_TRUE(zones->at(0).access.empty());
    EXPECT_EQ(zones->at(1).access, std::vector<std::string>{"carbon-intensity/latest"});
}

} // namespace
} // namespace greenward::adapters
