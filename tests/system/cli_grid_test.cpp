// Grid intensity through the real program, against services on loopback.
#include "tests/support/grid_program.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

#include <sys/stat.h>

namespace greenward::tests {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

class CliGrid : public GridProgram
{};

TEST_F(CliGrid, G01_C18_nowTellsTheValueAndEverythingAboutIt)
{
    use("watttime");
    const Json now = answer({"grid", "now", "us-east-1", "--signal", "marginal"});
    EXPECT_GT(now.at("intensity_g_per_kwh").get<double>(), 400.0) << "lb/MWh became g/kWh";
    EXPECT_LT(now.at("intensity_g_per_kwh").get<double>(), 700.0);
    EXPECT_EQ(now.at("unit"), "g/kWh");
    EXPECT_EQ(now.at("signal"), "marginal");
    EXPECT_EQ(now.at("provider"), "WattTime");
    EXPECT_EQ(now.at("zone"), "PJM_DC");
    EXPECT_TRUE(now.at("point_time").is_string());
    EXPECT_EQ(now.at("estimated"), true);
    EXPECT_EQ(now.at("quality"), "estimated");
    EXPECT_EQ(now.at("origin"), "live");

    const Json percentile = answer({"grid", "now", "us-east-1", "--signal", "percentile"});
    EXPECT_EQ(percentile.at("percentile"), 42);
    EXPECT_EQ(percentile.at("unit"), "percentile");
    EXPECT_FALSE(percentile.contains("intensity_g_per_kwh")) << "never converted";
}

TEST_F(CliGrid, G20_C23_withTheProviderDownTheAnswerFallsBackInsideTheSameSignalAndSaysSo)
{
    useAll();
    m_services.set("electricitymaps", {.down = true});
    const Json now = answer({"grid", "now", "DE"});
    EXPECT_EQ(now.at("provider"), "Energy-Charts");
    EXPECT_EQ(now.at("signal"), "average");
    EXPECT_EQ(now.at("origin"), "live");
    EXPECT_NE(now.at("note").get<std::string>().find("Electricity Maps"), std::string::npos);
    ASSERT_FALSE(now.at("problems").empty());
    EXPECT_EQ(now.at("problems")[0].at("trouble"), "down");

    m_services.set("watttime", {.down = true});
    const Json marginal = error({"grid", "now", "eu-central-1", "--signal", "marginal"}, 5);
    EXPECT_EQ(marginal.at("code"), "unreachable");
    EXPECT_NE(marginal.at("detail").get<std::string>().find("WattTime"), std::string::npos);
}

TEST_F(CliGrid, C25_whatWasAskedOnceIsKnownToTheNextCommand)
{
    useAll();
    const Json asked = answer({"grid", "now", "DE"});
    const std::size_t requests = m_services.received().size();
    const Json stored = answer({"grid", "now", "DE", "--stored"});
    EXPECT_EQ(stored.at("intensity_g_per_kwh"), asked.at("intensity_g_per_kwh"));
    EXPECT_EQ(m_services.received().size(), requests) << "nobody was asked";
}

TEST_F(CliGrid, sourcesHistoryForecastAndWindows)
{
    useAll();
    answer({"grid", "source", "set", "electricitymaps", "--enabled", "no"});
    const Json refreshed = answer({"grid", "refresh", "GB"});
    ASSERT_EQ(refreshed.size(), 3U);
    for (const Json &row : refreshed)
        EXPECT_EQ(row.at("source"), "gb-carbon-intensity");
    const Json history = answer({"grid", "history", "GB", "--stored"});
    EXPECT_GE(history.at("measured").size(), 40U);
    EXPECT_EQ(history.at("unit"), "g/kWh");
    EXPECT_NE(history.at("licence").get<std::string>().find("CC"), std::string::npos);
    const Json forecast = answer({"grid", "forecast", "GB", "--stored"});
    EXPECT_GE(forecast.at("forecast").size(), 20U);
    EXPECT_TRUE(forecast.at("trailing_mean_g_per_kwh").is_number());
    EXPECT_FALSE(forecast.at("low_carbon").empty());
    const Json best = answer({"grid", "best", "GB", "--length", "2h", "--within", "23h", "--stored"});
    EXPECT_LE(best.at("expected_g_per_kwh").get<double>(), 220.0);
    const Json sources = answer({"grid", "sources"});
    std::map<std::string, Json> byId;
    for (const Json &row : sources)
        byId[row.at("id").get<std::string>()] = row;
    EXPECT_EQ(byId.at("electricitymaps").at("enabled"), false);
    EXPECT_EQ(byId.at("watttime").at("configured"), true);
}

TEST_F(CliGrid, importedSignalsServeAClosedNetwork)
{
    const std::string file = (m_root.path() / "signals.csv").string();
    std::ofstream(file) << "region,time,length_s,intensity_g_per_kwh\nDE,2026-01-05T10:00:00Z,3600,321\n";
    EXPECT_EQ(answer({"grid", "import", file}).at("points"), 1);
    const Json history = answer(
        {"grid", "history", "DE", "--since", "2026-01-05T00:00:00Z", "--until", "2026-01-06T00:00:00Z", "--stored"});
    EXPECT_EQ(history.at("provider"), "Import");
    EXPECT_EQ(history.at("measured").at(0).at("intensity_g_per_kwh"), 321);
    std::ofstream(file) << "region,time,length_s,intensity_g_per_kwh\nDE,2026-01-05T10:00:00Z,3600,many\n";
    const Json refused = error({"grid", "import", file}, 4);
    EXPECT_EQ(refused.at("subject"), "intensity_g_per_kwh");
    EXPECT_NE(refused.at("detail").get<std::string>().find("line 2"), std::string::npos);
}

TEST_F(CliGrid, C20_mappingsAreShownSetAndTested)
{
    use("watttime");
    EXPECT_EQ(answer({"grid", "map", "show", "us-east-1"}).at("zones").at("watttime"), "PJM_DC");
    EXPECT_EQ(answer({"grid", "map", "test", "us-east-1", "--source", "watttime"}).at("figure").at("signal"),
              "marginal");
    answer({"grid", "map", "set", "site:farm", "--latitude", "38.9", "--longitude", "-77.4"});
    const Json located = answer({"grid", "map", "test", "site:farm", "--source", "watttime"});
    EXPECT_EQ(located.at("zone"), "PJM_DC") << "the service was asked where it lies";
    answer({"grid", "map", "set", "site:farm", "--zone", "watttime=PJM_DC"});
    EXPECT_EQ(answer({"grid", "now", "site:farm", "--signal", "marginal"}).at("zone"), "PJM_DC");
    EXPECT_EQ(error({"grid", "map", "show", "atlantis"}, 4).at("subject"), "region");
    EXPECT_EQ(error({"grid", "source", "set", "nobody", "--enabled", "no"}, 4).at("subject"), "source");
}

} // namespace
} // namespace greenward::tests
