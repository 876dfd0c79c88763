#pragma once

#include "core/budget/projection.h"
#include "core/budget/rhythm.h"

namespace greenward::budget {

/// How the running period is expected to go on.
struct Forecast
{
    ForecastBasis basis = ForecastBasis::TooLittle;
    std::optional<Instant> enoughFrom; ///< TooLittle: a tenth of the period is over then
    std::optional<GramsCO2e> atEnd;
    std::optional<GramsCO2e> low; ///< 8 of 10 periods end between low and high; nothing without a rhythm
    std::optional<GramsCO2e> high;
    std::optional<Instant> exhaustsAt; ///< when `ceiling` is reached, to the minute; nothing: not in this period
    std::optional<Instant> exhaustsEarliest;
    std::optional<Instant> exhaustsLatest;

    friend bool operator==(const Forecast &, const Forecast &) = default;
};

/// Where a tenant stands in its period.
struct Running
{
    Period period;
    Instant now;
    GramsCO2e used;
    std::uint64_t records = 0;
    std::optional<GramsCO2e> ceiling; ///< nothing: unlimited
};

/// By the tenant's rhythm when there is one (`rhythm` not null), else by the straight line of `project`, else too
/// little is known. Exhausted already: no exhaustion times. Constant time.
Forecast forecast(const Running &running, const Rhythm *rhythm);

} // namespace greenward::budget
