#include "core/budget/budget_entry.h"

#include <algorithm>

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

Result<UsageOutcome> BudgetComponent::recordUsage(store::UsageRecord record, std::vector<store::DocumentWrite> beside)
{
    CORE_CHECK(checkUsage(record));
    const Entry &entry = entryOf(record.tenant);
    record.at = std::min(record.at, m_clock.now()); // as Ledger does
    UsageOutcome outcome;
    outcome.booked = record.amount;
    const Instant at = record.at;
    store::Transaction transaction;
    transaction.usage.push_back(std::move(record));
    transaction.documents = std::move(beside);
    transaction.refuseRepeats = true;
    const auto committed = m_store.commit(std::move(transaction)); // counted by the ledger when this returns
    if (!committed && committed.error().code != ErrorCode::AlreadyExists) return Unexpected{committed.error()};
    const Account::Counters now = entry.account.counters(m_clock.now());
    outcome.duplicate = !committed;
    if (outcome.duplicate) outcome.booked = {};
    outcome.inOpenPeriod = outcome.duplicate || at >= now.period.start;
    outcome.used = now.used;
    outcome.level = entry.account.levelAt(now.used);
    outcome.withinLimit = outcome.level != ThrottleLevel::Hard;
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
