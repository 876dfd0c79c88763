#pragma once

#include "core/budget/account.h"
#include "core/budget/budget_component.h"

#include <string>

// What the component keeps in memory; shared by its own source files only.

namespace greenward::budget {

/// One tenant: what the operator set, the counter, and what was told so far. Never removed: handles stay good.
struct BudgetComponent::Entry
{
    Entry(TenantId name, const BudgetDefaults &defaults, Instant now)
        : tenant(std::move(name))
        , config{.limit = std::nullopt, .period = {defaults.period, std::nullopt}}
        , curve(defaults.curve)
        , account(config.period, now)
    {}

    TenantId tenant;
    bool budgeted = false;
    BudgetConfig config;
    ThrottleCurve curve;
    Account account;
    std::optional<std::chrono::nanoseconds> lastRefusalNotice; ///< monotonic
    std::optional<Period> recounted; ///< the period whose usage was read from the ledger while moves may be under way
    bool dirty = false;              ///< a move was noted in such a period: read the ledger again
};

struct BudgetComponent::Held
{
    TenantId tenant;
    GramsCO2e left;
    std::string operation;
    std::string key;                                 ///< of the record that settles it, so that a repeat is harmless
    std::optional<std::chrono::nanoseconds> expires; ///< monotonic
};

/// Usage of one period, as the store has it.
struct BudgetComponent::Ledger
{
    GramsCO2e used;
    std::uint64_t records = 0;
};

/// tenant "acme", safe to print.
std::string shown(const TenantId &tenant);

} // namespace greenward::budget
