#include "core/budget/budget_entry.h"

// What happened: recorded, counted, announced.

namespace greenward::budget {

Result<void> BudgetComponent::checkUsage(const store::UsageRecord &record)
{
    return m_ledger.check(entryOf(record.tenant).handle,
                          {record.at, record.amount, record.operation, record.key, record.quality});
}

Result<UsageOutcome> BudgetComponent::recordUsage(const store::UsageRecord &record)
{
    auto outcome = m_ledger.record(entryOf(record.tenant).handle,
                                   {record.at, record.amount, record.operation, record.key, record.quality});
    announceNotices();
    return outcome;
}

void BudgetComponent::noteBooked(const store::UsageRecord &record, std::optional<ReservationId> against)
{
    if (against) m_ledger.take(*against, record.amount);
    announceNotices();
}

void BudgetComponent::announceNotices()
{
    for (const Ledger::Notice &notice : m_ledger.takeNotices()) {
        const Entry &entry = entryOf(notice.tenant.id());
        const Standing now = standing(entry.curve, entry.config.limit, notice.used);
        m_bus.publish(bus::BudgetUsage{entry.tenant, notice.amount, notice.used, now.remaining, now.level,
                                       notice.operation, notice.at, notice.expired});
        announce(entry, notice.edges);
    }
}

void BudgetComponent::announce(const Entry &entry, const Edges &edges) const
{
    if (!edges.any() || !entry.config.limit) return;
    const Instant now = m_clock.now();
    const GramsCO2e used = entry.account.counters(now).used;
    const GramsCO2e limit = *entry.config.limit;
    // A record that leaps over the Soft band says Hard only.
    if (edges.hard)
        m_bus.publish(bus::BudgetThreshold{entry.tenant, ThrottleLevel::Hard, used, limit, now});
    else if (edges.soft)
        m_bus.publish(bus::BudgetThreshold{entry.tenant, ThrottleLevel::Soft, used, limit, now});
    if (edges.exhausted) m_bus.publish(bus::BudgetExhausted{entry.tenant, used, limit, std::nullopt, now});
}

} // namespace greenward::budget
