#pragma once

#include "core/units/figure.h"
#include "core/units/ratios.h"

#include <optional>
#include <string>
#include <vector>

namespace greenward::grid {

/// Where the marginal intensity of now stands among the next 24 hours, 0 to 100, 100 = dirtiest (WattTime
/// signal-index). It has no unit of mass and is never converted into one (C-18).
using GridPercentile = Ratio<struct GridPercentileTag>;

/// How a point came about. Where one kind ends and another begins the values may jump; they stay series of their own.
enum class PointKind { Measured, Estimated, Forecast };
std::string_view pointKindName(PointKind kind);

struct SeriesPoint
{
    Instant from;
    milliseconds length{0}; ///< 0: not told, and not to be derived from the next point
    GramsPerKwh value;
    PointKind kind = PointKind::Measured;
    std::string method;             ///< the provider's word for how it was estimated; kept as it came
    std::optional<Instant> updated; ///< when the provider last revised it: a newer one replaces an older

    friend bool operator==(const SeriesPoint &, const SeriesPoint &) = default;
};

/// What one provider says about one zone. One signal, one gas, one basis: nothing in it needs to be told apart but the
/// kinds of its points.
struct Series
{
    std::string provider; ///< "WattTime"
    std::string zone;     ///< as the provider calls it and as it answered
    Signal signal = Signal::Average;
    Gas gas = Gas::CO2e;
    std::string basis;                 ///< "lifecycle; flow-traced": what must be the same to compare two averages
    std::string licence;               ///< empty: by contract with the provider
    std::optional<Instant> issuedAt;   ///< of a forecast
    std::vector<SeriesPoint> points;   ///< ascending; no two of one kind begin at the same time
    std::vector<std::string> warnings; ///< of the provider, for the administrator

    friend bool operator==(const Series &, const Series &) = default;
};

struct PercentilePoint
{
    std::string provider;
    std::string zone;
    Instant from;
    milliseconds length{0};
    GridPercentile value;
    std::vector<std::string> warnings;
};

/// The share of renewable (or carbon-free) generation in a zone.
struct SharePoint
{
    std::string provider;
    std::string zone;
    Instant from;
    Percent value;
    PointKind kind = PointKind::Measured;
};

} // namespace greenward::grid
