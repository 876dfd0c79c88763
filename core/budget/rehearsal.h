#pragma once

#include "core/budget/budget_config.h"

#include <cstdint>
#include <optional>
#include <span>

namespace greenward::budget {

/// One hour of a tenant's recorded usage, over all its operations.
struct HourOfUse
{
    Instant hour;
    std::uint64_t operations = 0;
    GramsCO2e amount;

    friend bool operator==(const HourOfUse &, const HourOfUse &) = default;
};

/// What a tenant's recorded operations would have met under one budget.
struct RehearsalEffect
{
    std::uint64_t operations = 0; ///< recorded in the window
    std::uint64_t delayed = 0;
    std::uint64_t refused = 0;
    milliseconds waiting{0};           ///< sum of all delays; refused operations do not wait
    GramsCO2e recorded;                ///< of all operations
    GramsCO2e avoided;                 ///< of the refused ones
    std::uint64_t refusingPeriods = 0; ///< periods in which at least one operation would have been refused
    std::optional<Instant> firstDelay; ///< the hour it falls into
    std::optional<Instant> firstRefusal;

    friend bool operator==(const RehearsalEffect &, const RehearsalEffect &) = default;
};

/// Lets `hours` (ascending, each hour once) happen again under a budget. What was recorded before `from` counts as
/// used in its period, as it was; from then on the budget delays and refuses.
///
/// Every record is taken as one operation that asked for what it then emitted; the operations of an hour are taken as
/// equally large and evenly spread, so inside an hour the figures are as good as that. A refused operation is not
/// tried again, and waiting moves nothing into another hour. A budget in shadow mode lets everything through. Constant
/// work per hour, however many operations it has. Overflow when the sums do not fit 64 bits.
Result<RehearsalEffect> rehearse(const BudgetConfig &config, const ThrottleCurve &curve,
                                 std::span<const HourOfUse> hours, Instant from);

} // namespace greenward::budget
