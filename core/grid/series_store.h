#pragma once

#include "core/grid/hours.h"
#include "core/grid/windows.h"

#include <compare>
#include <string>
#include <vector>

namespace greenward::grid {

/// Which series: figures of different keys are never mixed.
struct SeriesKey
{
    std::string provider;
    std::string zone;
    Signal signal = Signal::Average;
    std::string basis; ///< "lifecycle; flow-traced"

    friend auto operator<=>(const SeriesKey &, const SeriesKey &) = default;
};
SeriesKey keyOf(const Series &series);

struct SeriesInfo
{
    SeriesKey key;
    Gas gas = Gas::CO2e;
    std::string licence;
    std::optional<Instant> first;
    std::optional<Instant> last; ///< begin of the newest one
};

/// What providers have said, kept for charts, for the hours of the books and to judge forecasts. Callable from any
/// thread; every call may wait for the disk. It can be lost without harm to the books: what is booked carries its own
/// intensity.
class SeriesStore
{
public:
    virtual ~SeriesStore() = default;

    /// Keeps measured and estimated points; forecast points are kept under the series' `issuedAt`, or left out when it
    /// has none. A point of the same time is overwritten unless the stored one was revised later. Hourly means follow.
    /// Answers how many points were new or changed.
    virtual Result<std::uint64_t> put(const Series &series) = 0;

    /// Measured and estimated points that begin in [from, to), ascending.
    virtual Result<std::vector<SeriesPoint>> points(const SeriesKey &key, Instant from, Instant to) const = 0;
    /// Hourly means in [from, to), also of hours whose points are forgotten by now.
    virtual Result<std::vector<HourMean>> hours(const SeriesKey &key, Instant from, Instant to) const = 0;
    /// The forecasts issued in [from, to), by time of issue; hourly.
    virtual Result<std::vector<IssuedForecast>> forecasts(const SeriesKey &key, Instant from, Instant to) const = 0;
    virtual Result<std::vector<SeriesInfo>> list() const = 0;
    /// How many measured and estimated points there are; reads all of them.
    virtual Result<std::uint64_t> count(const SeriesKey &key) const = 0;

    /// Forgets points that begin before `pointsBefore` and forecasts issued before `forecastsBefore`. Hours are kept.
    virtual Result<void> forget(Instant pointsBefore, Instant forecastsBefore) = 0;
};

} // namespace greenward::grid
