#include "core/adapters/grid_providers/electricity_maps.h"
#include "core/adapters/grid_providers/energy_charts.h"
#include "core/adapters/grid_providers/gb_carbon_intensity.h"
#include "tests/adapters/grid_providers/provider_fixture.h"

namespace greenward::adapters {
namespace {

using grid::Place;
using grid::Question;
using tests::Received;
using tests::Reply;

Place place(std::string country, std::string zone = {})
{
    return {RegionName::parse("test").value(),
            grid::PlaceKind::Country,
            {},
            {},
            {},
            std::move(country),
            std::move(zone),
            {}};
}

class GbTest : public ProviderTest
{
protected:
    GbTest()
    {
        m_service = [](const Received &) {
            return Reply{200, R"({"data":[{"from":"2026-05-04T10:00Z","to":"2026-05-04T10:30Z",)"
                              R"("intensity":{"forecast":120,"actual":118,"index":"low"}}]})"};
        };
    }
};

TEST_F(GbTest, G33_theIntensityOfNowNeedsNoKey)
{
    GbCarbonIntensity provider(setup());
    EXPECT_TRUE(provider.health().configured);
    const auto answer = ask(provider, {.zone = "GB"});
    ASSERT_NE(seriesOf(answer), nullptr) << detailOf(answer);
    EXPECT_EQ(shown(seriesOf(answer)->points[0]), "measured 2026-05-04T10:00:00Z 1800 s 118");
    EXPECT_EQ(lastTarget(), "/intensity?");
}

TEST_F(GbTest, timesAreWrittenWithoutSecondsAndRangesBeginWhereTheyWereAsked)
{
    GbCarbonIntensity provider(setup());
    EXPECT_TRUE(ask(provider, {.question = Question::Forecast, .zone = "GB", .horizon = std::chrono::hours{48}}));
    EXPECT_EQ(lastTarget(), "/intensity/2026-05-04T10:07Z/fw48h?");
    EXPECT_TRUE(ask(provider, {.question = Question::History,
                               .zone = "GB",
                               .from = at("2026-04-01T00:00:00Z"),
                               .to = at("2026-05-01T00:00:00Z")}));
    EXPECT_EQ(lastTarget(), "/intensity/2026-04-01T00:30Z/2026-04-14T00:00Z?");
}

TEST_F(GbTest, coversGreatBritainAndNothingElse)
{
    GbCarbonIntensity provider(setup());
    EXPECT_EQ(provider.zoneOf(place("GB")), "GB");
    EXPECT_EQ(provider.zoneOf(place("DE")), std::nullopt);
    EXPECT_EQ(provider.zoneOf(place("")), std::nullopt);
    EXPECT_FALSE(provider.canAnswer(Question::Now, Signal::Marginal));
}

class EnergyChartsTest : public ProviderTest
{};

TEST_F(EnergyChartsTest, G33_asksForACountryAndTellsWhatIsNotCovered)
{
    m_service = [](const Received &request) {
        if (request.parameters.at("country") != "de")
            return Reply{400, "'xx' is not the code for an available country. Please refer to the API doc"};
        return Reply{200,
                     R"({"unix_seconds":[1777888800],"co2eq":[300.5],"co2eq_forecast":[null],"deprecated":false})"};
    };
    EnergyCharts provider(setup());
    const auto answer = ask(provider, {.zone = "de"});
    ASSERT_NE(seriesOf(answer), nullptr) << detailOf(answer);
    EXPECT_EQ(lastTarget(), "/co2eq?country=de");
    const auto unknown = ask(provider, {.zone = "xx"});
    EXPECT_EQ(troubleOf(unknown), "not_covered") << detailOf(unknown);
    EXPECT_EQ(provider.zoneOf(place("GB")), "uk");
    EXPECT_EQ(provider.zoneOf(place("SE", "SE-SE3")), "se");
    EXPECT_EQ(provider.zoneOf(place("US")), std::nullopt);
    EXPECT_EQ(provider.zoneOf(place("")), std::nullopt);
}

class ElectricityMapsTest : public ProviderTest
{
protected:
    ElectricityMapsTest()
    {
        m_service = [](const Received &request) {
            if (!request.headers.contains("auth-token") || request.headers.at("auth-token") != "key-1")
                return Reply{401, R"({"error":"Invalid auth-token"})"};
            if (!request.parameters.contains("disableCallerLookup"))
                return Reply{200, R"({"zone":"US-CAL-CISO","carbonIntensity":200,"datetime":"2026-05-04T10:00:00Z"})"};
            const std::string zone = request.parameters.at("zone");
            const std::string row =
                R"({"zone":")" + zone +
                R"(","carbonIntensity":75,"datetime":"2026-05-04T10:00:00.000Z","isEstimated":true})";
            if (request.path.ends_with("/forecast"))
                return Reply{200, R"({"zone":")" + zone + R"(","forecast":[)" + row +
                                      R"(],"updatedAt":"2026-05-04T10:00:00Z"})"};
            return Reply{200, row};
        };
    }
};

TEST_F(ElectricityMapsTest, G22_asksForTheZoneAndNeverForTheCallersOwn)
{
    ElectricityMaps provider(setup(), Secret("key-1"));
    const auto answer = ask(provider, {.zone = "DK-DK2"});
    ASSERT_NE(seriesOf(answer), nullptr) << detailOf(answer);
    EXPECT_EQ(shown(seriesOf(answer)->points[0]), "estimated 2026-05-04T10:00:00Z 3600 s 75");
    EXPECT_EQ(lastTarget(), "/carbon-intensity/latest?zone=DK-DK2&disableCallerLookup=true");
}

TEST_F(ElectricityMapsTest, G24_theForecastHasTheHorizonsThatExist)
{
    ElectricityMaps provider(setup(), Secret("key-1"));
    for (const auto &[hours, asked] : {std::pair{1, "6"}, {24, "24"}, {25, "48"}, {200, "72"}}) {
        EXPECT_TRUE(
            ask(provider, {.question = Question::Forecast, .zone = "DE", .horizon = std::chrono::hours{hours}}));
        EXPECT_EQ(m_server.received().back().parameters.at("horizonHours"), asked);
    }
}

TEST_F(ElectricityMapsTest, G21_aWrongKeyIsToldAndAChangedOneIsUsed)
{
    ElectricityMaps provider(setup(), Secret("old"));
    EXPECT_EQ(troubleOf(ask(provider, {.zone = "DE"})), "wrong_credentials");
    provider.useToken(Secret("key-1"));
    EXPECT_TRUE(ask(provider, {.zone = "DE"}));
}

TEST_F(ElectricityMapsTest, G32_withoutAKeyNothingIsAsked)
{
    ElectricityMaps provider(setup(), Secret());
    EXPECT_EQ(troubleOf(ask(provider, {.zone = "DE"})), "no_credentials");
    EXPECT_TRUE(m_server.received().empty());
}

} // namespace
} // namespace greenward::adapters
