#pragma once

#include "core/budget/account.h"
#include "core/budget/budget_component.h"

#include <string>

// What the component keeps in memory; shared by its own source files only.

namespace greenward::budget {

/// One tenant: what the operator set, its place in the ledger, and what was told so far. Never removed.
struct BudgetComponent::Entry
{
    Entry(Ledger::Tenant known, const BudgetDefaults &defaults)
        : handle(known)
        , tenant(known.id())
        , config{.limit = std::nullopt, .period = {defaults.period, std::nullopt}}
        , curve(defaults.curve)
        , account(known.account())
    {}

    Ledger::Tenant handle;
    const TenantId &tenant;
    bool budgeted = false;
    BudgetConfig config;
    ThrottleCurve curve;
    Account &account;
    std::optional<std::chrono::nanoseconds> lastRefusalNotice; ///< monotonic
    Instant lastShown;                                         ///< start of the period that views know
    bool dirty = false; ///< the counter does not follow the period rule yet: read the ledger again
};

/// tenant "acme", safe to print.
std::string shown(const TenantId &tenant);

} // namespace greenward::budget
