// How fast answers of grid services are read, and stored series are asked for.
//     bench_grid [DAYS]

#include "core/adapters/grid_providers/energy_charts_answers.h"
#include "core/adapters/grid_providers/watttime_answers.h"
#include "core/adapters/series/sqlite_series_store.h"
#include "core/base/json_text.h"
#include "core/base/time_text.h"
#include "tests/bench/measure.h"

#include <cstdlib>

namespace greenward::bench {
namespace {

using grid::PointKind;
using grid::Series;
using std::chrono::hours;
using std::chrono::minutes;

constexpr int kRegions = 50;

/// Milliseconds of the middle one of nine runs.
double millisecondsOf(const std::function<void()> &work)
{
    std::vector<double> runs;
    for (int i = 0; i < 9; ++i)
        runs.push_back(secondsOf(1, [&](int) { work(); }) * 1000);
    return median(runs);
}

std::string watttimeForecast(Instant from)
{
    Json data = Json::array();
    for (int i = 0; i < 864; ++i)
        data.push_back({{"point_time", toRfc3339(from + i * minutes{5})}, {"value", 800.125 + i % 97}});
    return jsonText(Json{{"data", data},
                         {"meta",
                          {{"data_point_period_seconds", 300},
                           {"region", "DE"},
                           {"warnings", Json::array()},
                           {"signal_type", "co2_moer"},
                           {"generated_at", toRfc3339(from)},
                           {"units", "lbs_co2_per_mwh"}}}});
}

std::string energyCharts(Instant from)
{
    Json times = Json::array();
    Json measured = Json::array();
    Json forecast = Json::array();
    for (int i = 0; i < 192; ++i) {
        times.push_back(std::chrono::floor<std::chrono::seconds>(from + i * minutes{15}).time_since_epoch().count());
        measured.push_back(i < 100 ? Json(250.5 + i) : Json(nullptr));
        forecast.push_back(i < 100 ? Json(nullptr) : Json(240.25 + i));
    }
    return jsonText(
        Json{{"unix_seconds", times}, {"co2eq", measured}, {"co2eq_forecast", forecast}, {"deprecated", false}});
}

void readAnswers(Instant from)
{
    heading("Reading an answer, ms");
    const auto compare = [](const std::string &what, const std::string &body, const auto &read) {
        const adapters::HttpAnswer answer{200, body, {}};
        const double bare = millisecondsOf([&] {
            for (int i = 0; i < 20; ++i)
                if (Json::parse(body, nullptr, false).is_discarded()) std::abort();
        });
        const double whole = millisecondsOf([&] {
            for (int i = 0; i < 20; ++i)
                if (!read(answer)) std::abort();
        });
        print(what + ", JSON alone (yardstick)", shown(bare / 20), shown(static_cast<double>(body.size())) + " bytes");
        print(what + ", read, checked and ordered", shown(whole / 20), "x " + shown(whole / bare));
    };
    compare("WattTime, 864 points", watttimeForecast(from),
            [](const auto &answer) { return adapters::watttime::readForecast(answer, "DE").has_value(); });
    compare("Energy-Charts, 192 slots", energyCharts(from),
            [](const auto &answer) { return adapters::energy_charts::readIntensity(answer, "de").has_value(); });
}

Series dayOf(int region, Instant day)
{
    Series series{"Bench", "Z" + std::to_string(region), Signal::Average, Gas::CO2e, "lifecycle", {}, {}, {}, {}};
    for (int i = 0; i < 288; ++i)
        series.points.push_back({day + i * minutes{5},
                                 minutes{5},
                                 GramsPerKwh::fromMilligrams(200'000 + (i * 37 + region) % 1000 * 100),
                                 PointKind::Measured,
                                 {},
                                 {}});
    return series;
}

void askStore(Instant now, int days)
{
    const tests::TemporaryDirectory directory;
    const auto store = must(adapters::SqliteSeriesStore::open((directory.path() / "series.db").string()));
    heading("Series of " + std::to_string(kRegions) + " regions, " + std::to_string(days) + " days of 5 minutes");
    const double load = secondsOf(1, [&](int) {
        for (int day = days; day > 0; --day)
            for (int region = 0; region < kRegions; ++region)
                must(store->put(dayOf(region, now - hours{24 * day})));
    });
    print("stored, points a second", shown(double{288} * kRegions * days / load),
          "a day of a region at a time, with hours");
    const grid::SeriesKey key = keyOf(dayOf(7, now));
    const auto ask = [&](const std::string &what, const std::function<void()> &work) {
        print(what, shown(millisecondsOf(work)) + " ms");
    };
    ask("24 h of one region", [&] { must(store->points(key, now - hours{24}, now)); });
    ask("7 days of one region", [&] { must(store->points(key, now - hours{168}, now)); });
    ask("7 days of all regions", [&] {
        for (int region = 0; region < kRegions; ++region)
            must(store->points(keyOf(dayOf(region, now)), now - hours{168}, now));
    });
    ask("30 days of one region, hourly", [&] { must(store->hours(key, now - hours{720}, now)); });
    ask("what there is, as at each start", [&] { must(store->list()); });
    ask("one new point of each region", [&] {
        static int step = 0;
        ++step;
        for (int region = 0; region < kRegions; ++region) {
            Series series = dayOf(region, now);
            series.points = {series.points.front()};
            series.points[0].from += step * minutes{5};
            must(store->put(series));
        }
    });
}

} // namespace
} // namespace greenward::bench

int main(int argc, char **argv)
{
    const int days = argc > 1 ? std::atoi(argv[1]) : 30;
    const auto now = greenward::parseInstant("2026-05-04T00:00:00Z", "now").value();
    greenward::bench::readAnswers(now);
    greenward::bench::askStore(now, std::max(1, days));
    return 0;
}
