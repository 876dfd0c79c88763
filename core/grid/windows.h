#pragma once

#include "core/grid/hours.h"
#include "core/units/ratios.h"

#include <optional>
#include <span>
#include <vector>

// When the grid is clean. Pure functions over hourly means of one zone, one signal and one provider.

namespace greenward::grid {

/// A span in which every hour lies strictly below the mean it was compared with (C-41).
struct LowCarbonWindow
{
    Instant from;
    Instant to; ///< exclusive
    GramsPerKwh mean;

    friend bool operator==(const LowCarbonWindow &, const LowCarbonWindow &) = default;
};
/// A missing hour ends a window.
std::vector<LowCarbonWindow> lowCarbonWindows(std::span<const HourMean> forecast, GramsPerKwh below);

/// How far a forecast has been from what came, at one distance ahead.
struct ForecastError
{
    int hoursAhead = 0;
    int cases = 0;
    std::int64_t biasMilligrams = 0;         ///< mean of forecast - actual, mg/kWh
    std::int64_t meanAbsoluteMilligrams = 0; ///< mg/kWh
    std::int64_t lowMilligrams = 0;          ///< 10th percentile of actual - forecast
    std::int64_t highMilligrams = 0;         ///< 90th percentile of actual - forecast

    friend bool operator==(const ForecastError &, const ForecastError &) = default;
};
struct IssuedForecast
{
    Instant issuedAt;
    std::vector<HourMean> hours;
};
/// By hours ahead, from 0; distances with fewer than `fewest` cases are left out.
std::vector<ForecastError> forecastErrors(std::span<const IssuedForecast> forecasts, std::span<const HourMean> actual,
                                          int fewest = 10);

struct BestWindow
{
    Instant from;
    Instant to;
    GramsPerKwh expected;     ///< mean of the forecast over it
    GramsPerKwh pessimistic;  ///< the same with each hour at the 90th percentile of past errors
    bool errorsKnown = false; ///< false: nothing is known of this forecast's errors, and pessimistic = expected
};
/// The `duration` (whole hours, at least 1) with the least expected intensity that begins not before `now` and ends not
/// after `deadline`; of equal ones the earliest. Nothing when the forecast does not cover any.
std::optional<BestWindow> bestWindow(std::span<const HourMean> forecast, std::span<const ForecastError> errors,
                                     Instant now, std::chrono::hours duration, Instant deadline);

/// What a fixed daily window has cost over the past, against the mean and against the best hour to begin (C-42).
struct WindowDoctor
{
    int days = 0; ///< with every hour of the window and at least 18 hours present
    GramsPerKwh inWindow;
    GramsPerKwh mean;
    std::int64_t penaltyMillionths = 0; ///< in-window over mean - 1; positive: the window is dirtier than the mean
    int bestHour = 0;                   ///< UTC, of a window of the same length
    GramsPerKwh atBestHour;
};
/// `beginHour` 0 to 23 UTC, `length` 1 to 23 hours. Nothing with fewer than 7 such days.
std::optional<WindowDoctor> examineWindow(std::span<const HourMean> past, int beginHour, int length);

} // namespace greenward::grid
