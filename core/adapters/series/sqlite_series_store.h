#pragma once

#include "core/grid/series_store.h"
#include "core/store/open_mode.h"

#include <memory>
#include <string>

namespace greenward::adapters {

/// Grid series in one SQLite file (series.db; WAL, synchronous=NORMAL: what is lost is asked for again). One row per
/// point, clustered by series and time: measured as the smallest and fastest of four layouts. Any thread; calls wait
/// for one another.
class SqliteSeriesStore final : public grid::SeriesStore
{
public:
    /// Opens or creates `path` (mode 0600). A file that is none, or damaged, is kept aside under "<path>.damaged-<n>"
    /// and a new one begun. StoreVersion: written by a newer Greenward. Read-only, nothing on disk changes: writes
    /// answer ReadOnly and a file that is not there reads as empty.
    static Result<std::unique_ptr<SqliteSeriesStore>> open(const std::string &path,
                                                           store::OpenMode mode = store::OpenMode::ReadWrite);
    ~SqliteSeriesStore() override;
    /// Where a damaged file was kept; empty when it was sound.
    const std::string &quarantined() const;
    /// Read-only: why nothing of it can be shown, although it is there; empty when all is well.
    const std::string &damage() const;

    Result<std::uint64_t> put(const grid::Series &series) override;
    Result<std::vector<grid::SeriesPoint>> points(const grid::SeriesKey &key, Instant from, Instant to) const override;
    Result<std::vector<grid::HourMean>> hours(const grid::SeriesKey &key, Instant from, Instant to) const override;
    Result<std::vector<grid::IssuedForecast>> forecasts(const grid::SeriesKey &key, Instant from,
                                                        Instant to) const override;
    Result<std::vector<grid::SeriesInfo>> list() const override;
    Result<std::uint64_t> count(const grid::SeriesKey &key) const override;
    Result<void> forget(Instant pointsBefore, Instant forecastsBefore) override;

private:
    class Impl;
    explicit SqliteSeriesStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace greenward::adapters
