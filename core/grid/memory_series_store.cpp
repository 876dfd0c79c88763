#include "core/grid/memory_series_store.h"

#include <algorithm>
#include <array>

namespace greenward::grid {
namespace {

constexpr std::chrono::hours kLongestPoint{24};
constexpr std::array kObserved{PointKind::Measured, PointKind::Estimated};
constexpr std::array kExpected{PointKind::Forecast};

/// Whether `fresh` takes the place of `stored`: later is better, unless the stored one was revised after it.
bool replaces(const SeriesPoint &fresh, const SeriesPoint &stored)
{
    if (fresh == stored) return false;
    return !stored.updated || (fresh.updated && *fresh.updated >= *stored.updated);
}

template<typename Map>
auto between(const Map &map, Instant from, Instant to)
{
    std::vector<typename Map::mapped_type> values;
    for (auto at = map.lower_bound(from); at != map.end() && at->first < to; ++at)
        values.push_back(at->second);
    return values;
}

} // namespace

Result<std::uint64_t> MemorySeriesStore::put(const Series &series)
{
    const std::lock_guard lock(m_mutex);
    Kept &kept = m_series[keyOf(series)];
    kept.info.key = keyOf(series);
    kept.info.gas = series.gas;
    kept.info.licence = series.licence;
    std::uint64_t changed = 0;
    for (const SeriesPoint &point : series.points) {
        if (point.kind == PointKind::Forecast) continue;
        if (point.length > kLongestPoint) return fail(ErrorCode::InvalidInput, "length", "a point of more than a day");
        const auto [at, isNew] = kept.points.try_emplace(point.from, point);
        if (!isNew && !replaces(point, at->second)) continue;
        at->second = point;
        ++changed;
        refreshHours(kept, point.from, point.from + std::max(point.length, milliseconds{1}));
    }
    if (series.issuedAt && !kept.forecasts.contains(*series.issuedAt)) {
        auto means = hourlyMeans(series.points, kExpected);
        changed += means.size();
        if (!means.empty()) kept.forecasts.emplace(*series.issuedAt, std::move(means));
    }
    return changed;
}

void MemorySeriesStore::refreshHours(Kept &kept, Instant from, Instant to)
{
    using std::chrono::hours;
    const Instant first = std::chrono::floor<hours>(from);
    const Instant end = std::chrono::ceil<hours>(to);
    const auto points = between(kept.points, first - kLongestPoint, end);
    for (const HourMean &mean : hourlyMeans(points, kObserved))
        if (mean.hour >= first && mean.hour < end) kept.hours.insert_or_assign(mean.hour, mean);
}

Result<std::vector<SeriesPoint>> MemorySeriesStore::points(const SeriesKey &key, Instant from, Instant to) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_series.find(key);
    if (found == m_series.end()) return std::vector<SeriesPoint>();
    return between(found->second.points, from, to);
}

Result<std::vector<HourMean>> MemorySeriesStore::hours(const SeriesKey &key, Instant from, Instant to) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_series.find(key);
    if (found == m_series.end()) return std::vector<HourMean>();
    return between(found->second.hours, from, to);
}

Result<std::vector<IssuedForecast>> MemorySeriesStore::forecasts(const SeriesKey &key, Instant from, Instant to) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<IssuedForecast> all;
    const auto found = m_series.find(key);
    if (found == m_series.end()) return all;
    const auto &kept = found->second.forecasts;
    for (auto at = kept.lower_bound(from); at != kept.end() && at->first < to; ++at)
        all.push_back({at->first, at->second});
    return all;
}

Result<std::vector<SeriesInfo>> MemorySeriesStore::list() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<SeriesInfo> all;
    for (const auto &[key, kept] : m_series) {
        SeriesInfo info = kept.info;
        if (!kept.points.empty()) {
            info.first = kept.points.begin()->first;
            info.last = kept.points.rbegin()->first;
        }
        all.push_back(std::move(info));
    }
    return all;
}

Result<std::uint64_t> MemorySeriesStore::count(const SeriesKey &key) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_series.find(key);
    return found == m_series.end() ? 0 : std::uint64_t{found->second.points.size()};
}

Result<void> MemorySeriesStore::forget(Instant pointsBefore, Instant forecastsBefore)
{
    const std::lock_guard lock(m_mutex);
    for (auto &[key, kept] : m_series) {
        kept.points.erase(kept.points.begin(), kept.points.lower_bound(pointsBefore));
        kept.forecasts.erase(kept.forecasts.begin(), kept.forecasts.lower_bound(forecastsBefore));
    }
    return {};
}

} // namespace greenward::grid
