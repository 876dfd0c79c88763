#include "core/adapters/grid_providers/carbon_aware_sdk_answers.h"
#include "core/adapters/grid_providers/electricity_maps_answers.h"
#include "core/adapters/grid_providers/energy_charts_answers.h"
#include "core/adapters/grid_providers/gb_carbon_intensity_answers.h"
#include "core/adapters/grid_providers/watttime_answers.h"
#include "tests/adapters/grid_providers/answers.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

// Answers that were recorded from the real services, read when they are there: $GREENWARD_SHARED/grid-samples, or
// ../shared/grid-samples beside the sources. They are not part of the product. Each is read by what would read it in
// the product; those listed below must come out exactly so, and one that is not listed must at least be read whole or
// be refused with a reason.

namespace greenward::adapters {
namespace {

namespace fs = std::filesystem;

fs::path samplesFolder()
{
    const char *shared = std::getenv("GREENWARD_SHARED");
    const fs::path root = shared ? fs::path(shared) : fs::path(GREENWARD_SOURCE_DIR) / ".." / "shared";
    return root / "grid-samples";
}

std::string contentOf(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Number of points, the first and the last one; or why there are none.
std::string outcome(const grid::Answer<grid::Series> &answer)
{
    if (!answer) return troubleOf(answer);
    return std::to_string(answer->points.size()) + ": " + shown(answer->points.front()) + " .. " +
           shown(answer->points.back());
}
std::string outcome(const grid::Answer<grid::SharePoint> &answer)
{
    return answer ? "share " + answer->value.text() : troubleOf(answer);
}
std::string outcome(const grid::Answer<grid::PercentilePoint> &answer)
{
    return answer ? "percentile " + answer->value.text() : troubleOf(answer);
}
std::string outcome(const grid::Answer<std::string> &answer)
{
    return answer ? "token" : troubleOf(answer);
}
template<typename T>
std::string outcome(const grid::Answer<std::vector<T>> &answer)
{
    return answer ? "list of " + std::to_string(answer->size()) : troubleOf(answer);
}
std::string outcome(const grid::Answer<watttime::Region> &answer)
{
    return answer ? "region " + answer->region : troubleOf(answer);
}

std::string queried(const Json &sample, const char *name)
{
    const Json &query = sample["query"];
    if (!query.contains(name)) return {};
    const Json &value = query[name].is_array() ? query[name].front() : query[name];
    return value.is_string() ? value.get<std::string>() : std::string();
}

std::string readWattTime(const Json &sample, const HttpAnswer &answer)
{
    const std::string path = sample["path"].get<std::string>();
    const std::string region = queried(sample, "region");
    if (path == "/login") return outcome(watttime::readLogin(answer));
    if (path == "/v3/forecast") return outcome(watttime::readForecast(answer, region));
    if (path == "/v3/historical") return outcome(watttime::readHistorical(answer, region));
    if (path == "/v3/forecast/historical") return outcome(watttime::readPastForecasts(answer, region));
    if (path == "/v3/signal-index") return outcome(watttime::readSignalIndex(answer, region));
    if (path == "/v3/region-from-loc") return outcome(watttime::readRegion(answer));
    if (path == "/v3/my-access") return outcome(watttime::readAccess(answer));
    return "not asked by the product";
}

std::string readElectricityMaps(const Json &sample, const HttpAnswer &answer)
{
    const std::string path = sample["path"].get<std::string>();
    const std::string zone = queried(sample, "zone");
    const auto endsWith = [&path](std::string_view end) {
        return path.ends_with(end);
    };
    if (endsWith("/zones")) return outcome(electricity_maps::readZones(answer));
    if (endsWith("/renewable-energy/latest") || endsWith("/power-breakdown/latest"))
        return outcome(electricity_maps::readRenewableShare(answer, zone));
    if (endsWith("/forecast")) return outcome(electricity_maps::readForecast(answer, zone));
    if (endsWith("/history") || endsWith("/past-range")) return outcome(electricity_maps::readHistory(answer, zone));
    return outcome(electricity_maps::readLatest(answer, zone));
}

std::string readSample(const Json &sample, const HttpAnswer &answer)
{
    const std::string provider = sample["provider"].get<std::string>();
    const std::string path = sample["path"].get<std::string>();
    if (provider == "watttime") return readWattTime(sample, answer);
    if (provider == "electricitymaps") return readElectricityMaps(sample, answer);
    if (provider == "neso")
        return path == "/generation" ? outcome(gb_carbon_intensity::readRenewableShare(answer))
                                     : outcome(gb_carbon_intensity::readIntensity(answer));
    if (provider == "energycharts")
        return path == "/ren_share_forecast"
                   ? outcome(energy_charts::readRenewableShare(answer, queried(sample, "country")))
                   : outcome(energy_charts::readIntensity(answer, queried(sample, "country")));
    if (provider == "carbon-aware-sdk")
        return path == "/emissions/forecasts/current"
                   ? outcome(carbon_aware_sdk::readForecast(answer, queried(sample, "location"), {}))
                   : outcome(carbon_aware_sdk::readEmissions(answer, queried(sample, "location"), {}));
    return "not asked by the product";
}

const std::map<std::string, std::string> kExpected = {
    {"watttime/login.json", "token"},
    {"watttime/login-error-403.html", "wrong_credentials"},
    {"watttime/region-from-loc.json", "region ISONE_WCMA"},
    {"watttime/region-from-loc-psco.json", "region PSCO"},
    {"watttime/region-from-loc-error-404-no-coverage.json", "not_covered"},
    {"watttime/signal-index.json", "percentile 96"},
    {"watttime/forecast.json",
     "288: forecast 2022-07-15T00:00:00Z 300 s 394.625 .. forecast 2022-07-15T23:55:00Z 300 s 394.625"},
    {"watttime/forecast-horizon0.json",
     "1: forecast 2022-07-15T00:00:00Z 300 s 394.625 .. forecast 2022-07-15T00:00:00Z 300 s 394.625"},
    {"watttime/historical.json",
     "2: estimated 2022-07-15T00:00:00Z 300 s 394.625 .. estimated 2022-07-15T00:05:00Z 300 s 390.089"},
    {"watttime/forecast-historical.json", "list of 1"},
    {"watttime/my-access.json", "list of 2"},
    {"watttime/my-access-free-tier.json", "list of 4"},
    {"watttime/error-400-invalid-params.json", "bad_request"},
    {"watttime/error-403-scope.json", "not_in_plan"},
    {"watttime/historical-empty.json", "no_data_now"},
    {"electricitymaps/v3-carbon-intensity-latest-us-car-duk.json",
     "1: estimated 2024-03-06T19:00:00Z 3600 s 216 .. estimated 2024-03-06T19:00:00Z 3600 s 216"},
    {"electricitymaps/v3-carbon-intensity-history-de.json",
     "24: measured 2024-03-05T20:00:00Z 3600 s 599 .. estimated 2024-03-06T19:00:00Z 3600 s 689"},
    {"electricitymaps/v3-power-breakdown-latest-de.json", "share 33"},
    {"electricitymaps/v3-power-breakdown-history-de.json", "bad_answer"},
    {"electricitymaps/v3-zones-unauthenticated.json", "list of 400"},
    {"electricitymaps/v3-home-assistant-de.json", "bad_answer"},
    {"electricitymaps/v3-carbon-intensity-past-de.json",
     "1: measured 2019-05-21T00:00:00Z 3600 s 322 .. measured 2019-05-21T00:00:00Z 3600 s 322"},
    {"electricitymaps/v3-carbon-intensity-past-range-de.json",
     "3: measured 2019-05-21T21:00:00Z 3600 s 339 .. measured 2019-05-21T23:00:00Z 3600 s 305"},
    {"electricitymaps/v3-carbon-intensity-forecast-dk-dk2.json",
     "3: forecast 2018-11-26T17:00:00Z 3600 s 326 .. forecast 2018-11-28T17:00:00Z 3600 s 194"},
    {"electricitymaps/v3-carbon-aware-optimizer.json", "bad_answer"},
    {"electricitymaps/v4-carbon-intensity-latest-dk-dk2.json",
     "1: estimated 2026-08-22T17:00:00Z 3600 s 75 .. estimated 2026-08-22T17:00:00Z 3600 s 75"},
    {"electricitymaps/v4-carbon-intensity-forecast-dk-dk2.json",
     "25: forecast 2026-08-22T17:00:00Z 3600 s 77 .. forecast 2026-08-23T17:00:00Z 3600 s 135"},
    {"electricitymaps/v4-carbon-intensity-history-dk-dk2.json",
     "24: measured 2026-08-21T18:00:00Z 3600 s 246 .. estimated 2026-08-22T17:00:00Z 3600 s 75"},
    {"electricitymaps/v4-renewable-energy-latest-dk-dk2.json", "share 97"},
    {"electricitymaps/v4-carbon-free-energy-latest-dk-dk2.json", "bad_answer"},
    {"electricitymaps/v4-carbon-intensity-level-latest-dk-dk2.json", "bad_answer"},
    {"electricitymaps/v4-power-breakdown-latest-dk-dk2.json", "share 97"},
    {"electricitymaps/v4-electricity-mix-latest-flow-traced-dk-dk2.json", "bad_answer"},
    {"electricitymaps/v4-zones-with-token.json", "list of 3"},
    {"electricitymaps/v4-data-centers.json", "bad_answer"},
    {"electricitymaps/error-401-invalid-token.json", "wrong_credentials"},
    {"electricitymaps/error-401-plan.json", "not_in_plan"},
    {"electricitymaps/error-404-no-recent-data.json", "no_data_now"},
    {"electricitymaps/error-404-no-route.json", "bad_request"},
    {"electricitymaps/error-400-breakdown-type.json", "bad_request"},
    {"electricitymaps/v3-carbon-intensity-latest-us-midw-miso.json",
     "1: estimated 2024-09-24T03:00:00Z 3600 s 466 .. estimated 2024-09-24T03:00:00Z 3600 s 466"},
    {"electricitymaps/v3-home-assistant-no-data.json", "bad_answer"},
    {"electricitymaps/error-400-missing-start.json", "bad_request"},
    {"neso/intensity.json", "1: measured 2024-01-15T00:00:00Z 1800 s 239 .. measured 2024-01-15T00:00:00Z 1800 s 239"},
    {"neso/intensity-range.json",
     "2: measured 2024-01-15T00:00:00Z 1800 s 239 .. measured 2024-01-15T00:30:00Z 1800 s 248"},
    {"neso/intensity-fw24h.json",
     "49: forecast 2020-05-21T20:30:00Z 1800 s 190 .. forecast 2020-05-22T20:30:00Z 1800 s 68"},
    {"neso/regional.json", "bad_answer"},
    {"neso/generation.json", "share 18.8"},
    {"neso/error-500.json", "down"},
    {"neso/intensity-null-actual.json",
     "2: forecast 2025-06-20T00:00:00Z 1800 s 120 .. forecast 2025-06-20T00:30:00Z 1800 s 110"},
    {"energycharts/co2eq-fr.json",
     "99: measured 2026-10-03T22:00:00Z 900 s 64.8 .. forecast 2026-10-04T22:30:00Z 900 s 53"},
    {"energycharts/signal-de.json", "bad_answer"},
    {"energycharts/ren-share-forecast-de.json", "share 61.2"},
    {"energycharts/error-400-unknown-country.txt", "not_covered"},
    {"energycharts/error-404-not-found.json", "not_covered"},
    {"energycharts/co2eq-de-partial.json",
     "5: measured 2026-07-12T22:00:00Z 900 s 491.5 .. forecast 2026-07-12T23:00:00Z 900 s 508"},
    {"energycharts/error-429.txt", "rate_limited"},
    {"carbon-aware-sdk/emissions-bylocation-eastus.json",
     "1: measured 2022-05-17T20:45:11.509Z 300 s 70 .. measured 2022-05-17T20:45:11.509Z 300 s 70"},
    {"carbon-aware-sdk/emissions-bylocations-best.json",
     "1: measured 2022-05-17T20:45:11.509Z 300 s 64 .. measured 2022-05-17T20:45:11.509Z 300 s 64"},
    {"carbon-aware-sdk/emissions-forecasts-current.json",
     "3: forecast 2022-07-19T14:00:00Z 600 s 532.023 .. forecast 2022-07-20T04:25:00Z 600 s 535.732"},
    {"carbon-aware-sdk/emissions-average-carbon-intensity.json", "bad_answer"},
    {"carbon-aware-sdk/locations.json", "bad_answer"},
    {"carbon-aware-sdk/error-501-not-implemented.json", "not_supported"},
};

std::vector<Json> samples()
{
    const Json index = Json::parse(contentOf(samplesFolder() / "index.json"), nullptr, false);
    std::vector<Json> all;
    if (index.is_object())
        for (const auto &[name, list] : index.items())
            if (list.is_array())
                for (const Json &sample : list)
                    all.push_back(sample);
    return all;
}

TEST(RecordedAnswers, eachIsReadToTheRightValueOrRefusedForTheRightReason)
{
    std::size_t listed = 0;
    for (const Json &sample : samples()) {
        const std::string file = sample["file"].get<std::string>();
        const std::string content = contentOf(samplesFolder() / file);
        ASSERT_FALSE(content.empty()) << file;
        const std::string got = readSample(sample, status(sample["status"].get<int>(), content));
        const auto known = kExpected.find(file);
        if (known != kExpected.end()) {
            ++listed;
            EXPECT_EQ(got, known->second) << file;
        } else if (sample["status"] != 200) {
            EXPECT_EQ(got.find(':'), std::string::npos) << file << " is an error and was read as data: " << got;
        }
    }
    // All that are listed were there, or nothing was.
    EXPECT_TRUE(listed == 0 || listed == kExpected.size()) << listed;
    EXPECT_EQ(listed == 0, !fs::exists(samplesFolder() / "index.json"));
}

} // namespace
} // namespace greenward::adapters
