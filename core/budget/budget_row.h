#pragma once

#include "core/budget/budget_config.h"

#include <cstdint>

namespace greenward::budget {

/// A tenant's budget and where it stands now: a copy, safe on any thread.
struct BudgetRow
{
    TenantId tenant;
    bool budgeted = false; ///< false: unlimited account that was made by usage alone (C-11)
    BudgetConfig config;   ///< with the tenant's own overrides
    ThrottleCurve curve;   ///< in force: overrides over defaults
    Period period;
    GramsCO2e used;     ///< recorded in this period, also past the limit (C-01)
    GramsCO2e reserved; ///< admitted, not yet settled
    std::uint64_t records = 0;
    Standing standing;
    std::optional<GramsCO2e> projected; ///< expected at period end; nothing while there is too little data
    std::optional<Instant> exhaustsAt;  ///< in this period at this rate; nothing: not before it ends, or already so

    friend bool operator==(const BudgetRow &, const BudgetRow &) = default;
};

} // namespace greenward::budget
