#include "core/budget/budget_entry.h"

#include <iterator>

// Many budgets at once.

namespace greenward::budget {
namespace {

void append(store::Transaction &all, store::Transaction one)
{
    std::move(one.documents.begin(), one.documents.end(), std::back_inserter(all.documents));
    std::move(one.audit.begin(), one.audit.end(), std::back_inserter(all.audit));
}

} // namespace

Result<std::size_t> BudgetComponent::setAll(std::span<const BudgetChange> changes, const Actor &by)
{
    std::vector<std::pair<TenantId, BudgetConfig>> fresh;
    for (const BudgetChange &change : changes) {
        BudgetConfig config = merged(change);
        CORE_CHECK(checkConfig(config, m_defaults));
        const Entry *entry = known(change.tenant);
        if (!entry || !entry->budgeted || entry->config != config) fresh.emplace_back(change.tenant, config);
    }
    if (fresh.empty()) return 0U;
    store::Transaction transaction;
    std::vector<Recount> moved;
    for (const auto &[tenant, config] : fresh) {
        append(transaction, changeOf(tenant, config, by));
        if (!followsWindow(tenant, config.period)) moved.push_back({&entryOf(tenant), config.period});
    }
    CORE_CHECK(recount(moved, std::move(transaction)));
    for (const auto &[tenant, config] : fresh)
        apply(entryOf(tenant), config);
    return fresh.size();
}

} // namespace greenward::budget
