#pragma once

#include "core/grid/series.h"

#include <optional>
#include <string>

namespace greenward::grid {

/// Keeps plausible garbage out (C-28): services have answered 0.0 everywhere, one value for hours, and units that were
/// not theirs, all with HTTP 200. One guard for each provider, zone and signal. Engine thread only.
///
/// What is refused leaves the last good value in place, growing older; the caller says so and raises an event.
class PlausibilityGuard final
{
public:
    struct Limits
    {
        GramsPerKwh cleanest = GramsPerKwh::fromMilligrams(5'000);      ///< below it a value must be confirmed
        GramsPerKwh largestStep = GramsPerKwh::fromMilligrams(250'000); ///< between neighbours, beyond it: confirmed
        int largestFactor = 5;                    ///< the same as a ratio, for steps of more than 50 g/kWh
        std::chrono::minutes frozenAfter{6 * 60}; ///< measured values that do not move at all
        int confirmations = 3; ///< so many answers in a row, of different points, make the unlikely believable
    };

    PlausibilityGuard() = default;
    explicit PlausibilityGuard(const Limits &limits)
        : m_limits(limits)
    {}

    /// Why the newest measured or estimated value of the series is not to be believed yet; nothing: it is, and is
    /// remembered. A series of forecasts alone is judged by its first value.
    std::optional<std::string> check(const Series &series);

private:
    std::optional<std::string> doubt(const SeriesPoint &newest) const;
    std::optional<std::string> frozen(const Series &series) const;

    Limits m_limits;
    std::optional<SeriesPoint> m_lastGood;
    std::optional<Instant> m_doubted; ///< point time of the last answer that was doubted
    int m_doubts = 0;                 ///< in a row, of different points
};

} // namespace greenward::grid
