#pragma once

#include "core/grid/series.h"

#include <optional>
#include <span>
#include <vector>

// Hourly means, the common measure of the analyses: 5-minute, quarter-hour and hourly providers come out alike.

namespace greenward::grid {

/// The time-weighted mean of one hour and how much of the hour it rests on.
struct HourMean
{
    Instant hour; ///< its start, on the hour of UTC
    GramsPerKwh value;
    std::chrono::seconds covered{3600};

    friend bool operator==(const HourMean &, const HourMean &) = default;
};

/// Hours of which at least half is covered by points of these kinds, ascending. Points reach as far as their own
/// length says; a point of unknown length counts for nothing. Where points overlap the earlier begun one ends.
std::vector<HourMean> hourlyMeans(std::span<const SeriesPoint> points, std::span<const PointKind> kinds);

/// What the zone had over the 24 hours before `now`: the mean of the hours that are present, if at least 18 are (C-41).
/// Whole hours: the one that `now` lies in is not over and does not count.
struct TrailingMean
{
    GramsPerKwh value;
    int hours = 0; ///< present, of 24
};
std::optional<TrailingMean> trailingMean(std::span<const HourMean> hours, Instant now);

} // namespace greenward::grid
