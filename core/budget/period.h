#pragma once

#include "core/base/clock.h"
#include "core/units/period.h"

#include <cstdint>
#include <optional>

namespace greenward::budget {

/// One budget period of a tenant: [start, end) in UTC. `index` counts periods from the anchor (from 1970 without
/// one), so the number of periods between two moments is a subtraction.
struct Period
{
    std::int64_t index = 0;
    Instant start;
    Instant end; ///< exclusive; the start of the next period

    friend bool operator==(const Period &, const Period &) = default;
};

/// How a tenant's time is cut. Without an anchor: UTC calendar, weeks from Monday (C-08). The anchor moves the week's
/// first day, the month's first day, or the first day of the fiscal quarter or year.
struct PeriodRule
{
    PeriodKind kind = PeriodKind::Month;
    std::optional<Instant> anchor; ///< midnight UTC; see checkPeriodRule

    friend bool operator==(const PeriodRule &, const PeriodRule &) = default;
};

/// InvalidInput when an anchor is not a midnight, or is given for hours or days, which it cannot move.
Result<void> checkPeriodRule(const PeriodRule &rule);

/// The period that holds `at`, in constant time however far away it is (B-14). Every boundary is computed from the
/// anchor, never from the boundary before, so 31 January does not drift (C-07); a day the month does not have is its
/// last one.
Period periodAt(const PeriodRule &rule, Instant at);
/// The n-th period.
Period periodNumber(const PeriodRule &rule, std::int64_t index);

} // namespace greenward::budget
