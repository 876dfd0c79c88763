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

    friend bool operator==(const BudgetRow &, const BudgetRow &) = default;
};

} // namespace greenward::budget
