#include "tests/fuzz/targets.h"

#include "core/adapters/grid_providers/carbon_aware_sdk_answers.h"
#include "core/adapters/grid_providers/electricity_maps_answers.h"
#include "core/adapters/grid_providers/energy_charts_answers.h"
#include "core/adapters/grid_providers/gb_carbon_intensity_answers.h"
#include "core/adapters/grid_providers/watttime_answers.h"

#include <array>
#include <set>

namespace greenward::fuzz {
namespace {

using adapters::HttpAnswer;
using grid::Answer;

constexpr std::int64_t kMost = 5'000'000; // mg/kWh

/// What is told to the rest of the program: in range, in order, and never two points of one kind at one time.
void check(const Answer<grid::Series> &answer)
{
    if (!answer) {
        require(!answer.error().detail.empty());
        return;
    }
    require(!answer->points.empty());
    Instant last = answer->points.front().from;
    std::set<std::pair<Instant, grid::PointKind>> seen;
    for (const grid::SeriesPoint &point : answer->points) {
        require(point.from >= last);
        last = point.from;
        require(point.value.milligrams() >= 0 && point.value.milligrams() <= kMost);
        require(point.length.count() >= 0);
        require(seen.emplace(point.from, point.kind).second);
    }
}

void check(const Answer<grid::PercentilePoint> &answer)
{
    if (answer) require(answer->value.millionths() >= 0 && answer->value.millionths() <= 100'000'000);
}

void check(const Answer<grid::SharePoint> &answer)
{
    if (answer) require(answer->value >= 0_percent && answer->value <= 100_percent);
}

template<typename T>
void check(const Answer<T> &answer)
{
    if (!answer) require(!answer.error().detail.empty());
}

using Reader = void (*)(const HttpAnswer &answer);
const adapters::carbon_aware_sdk::Behind kBehind{};

/// The first byte of an input says which of them reads the rest: 'a' the first one.
constexpr std::array<Reader, 16> kReaders{
    [](const HttpAnswer &one) { check(adapters::watttime::readForecast(one, "DE")); },
    [](const HttpAnswer &one) { check(adapters::watttime::readHistorical(one, "DE")); },
    [](const HttpAnswer &one) { check(adapters::watttime::readSignalIndex(one, "DE")); },
    [](const HttpAnswer &one) { check(adapters::watttime::readLogin(one)); },
    [](const HttpAnswer &one) { check(adapters::watttime::readRegion(one)); },
    [](const HttpAnswer &one) { check(adapters::watttime::readAccess(one)); },
    [](const HttpAnswer &one) { check(adapters::electricity_maps::readLatest(one, "DE")); },
    [](const HttpAnswer &one) { check(adapters::electricity_maps::readHistory(one, "DE")); },
    [](const HttpAnswer &one) { check(adapters::electricity_maps::readForecast(one, "DE")); },
    [](const HttpAnswer &one) { check(adapters::electricity_maps::readRenewableShare(one, "DE")); },
    [](const HttpAnswer &one) { check(adapters::electricity_maps::readZones(one)); },
    [](const HttpAnswer &one) { check(adapters::gb_carbon_intensity::readIntensity(one)); },
    [](const HttpAnswer &one) { check(adapters::gb_carbon_intensity::readRenewableShare(one)); },
    [](const HttpAnswer &one) { check(adapters::energy_charts::readIntensity(one, "de")); },
    [](const HttpAnswer &one) { check(adapters::carbon_aware_sdk::readEmissions(one, "eastus", kBehind)); },
    [](const HttpAnswer &one) { check(adapters::carbon_aware_sdk::readForecast(one, "eastus", kBehind)); },
};

} // namespace

void gridAnswers(std::string_view bytes)
{
    if (bytes.empty()) return;
    const auto reader = static_cast<std::size_t>(static_cast<unsigned char>(bytes.front() - 'a'));
    if (reader >= kReaders.size()) return;
    HttpAnswer answer;
    answer.body = bytes.substr(1);
    for (const int status : {200, 401, 403}) {
        answer.status = status;
        if (status == 200)
            kReaders[reader](answer);
        else
            static_cast<void>(adapters::problemOfStatus(answer));
    }
}

} // namespace greenward::fuzz
