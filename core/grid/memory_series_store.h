#pragma once

#include "core/grid/series_store.h"

#include <map>
#include <mutex>

namespace greenward::grid {

/// A series store that lives as long as the program: of simulations, and of an engine without a data directory. The
/// same rules as on disk.
class MemorySeriesStore final : public SeriesStore
{
public:
    Result<std::uint64_t> put(const Series &series) override;
    Result<std::vector<SeriesPoint>> points(const SeriesKey &key, Instant from, Instant to) const override;
    Result<std::vector<HourMean>> hours(const SeriesKey &key, Instant from, Instant to) const override;
    Result<std::vector<IssuedForecast>> forecasts(const SeriesKey &key, Instant from, Instant to) const override;
    Result<std::vector<SeriesInfo>> list() const override;
    Result<std::uint64_t> count(const SeriesKey &key) const override;
    Result<void> forget(Instant pointsBefore, Instant forecastsBefore) override;

private:
    struct Kept
    {
        SeriesInfo info;
        std::map<Instant, SeriesPoint> points;
        std::map<Instant, HourMean> hours;
        std::map<Instant, std::vector<HourMean>> forecasts;
    };
    static void refreshHours(Kept &kept, Instant from, Instant to);

    mutable std::mutex m_mutex;
    std::map<SeriesKey, Kept> m_series;
};

} // namespace greenward::grid
