#pragma once

#include "core/budget/period.h"
#include "core/units/carbon.h"

#include <optional>

namespace greenward::budget {

struct Projection
{
    std::optional<GramsCO2e> atEnd;    ///< expected when the period ends
    std::optional<Instant> exhaustsAt; ///< when `ceiling` is reached, if that is before the period ends

    friend bool operator==(const Projection &, const Projection &) = default;
};

/// The straight line: used / elapsed x length of the period. Nothing until a tenth of the period is over or more than
/// two records came, because before that one record decides everything. `ceiling` nothing: unlimited. Exhausted
/// already: no `exhaustsAt`.
Projection project(const Period &period, Instant now, GramsCO2e used, std::uint64_t records,
                   std::optional<GramsCO2e> ceiling);

} // namespace greenward::budget
