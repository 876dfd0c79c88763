#include "core/base/time_text.h"
#include "core/base/utf8.h"
#include "core/budget/budget_entry.h"

#include <algorithm>

// What happened: recorded, counted, announced.

namespace greenward::budget {
namespace {

constexpr std::size_t kLongestOperation = 64;

} // namespace

Result<store::UsageRecord> BudgetComponent::checked(const store::UsageRecord &record) const
{
    const Instant now = m_clock.now();
    if (record.amount < GramsCO2e{} || record.amount > kLargestCarbon)
        return fail(ErrorCode::InvalidInput, "amount",
                    record.amount.gramsText() + " g is not within 0 to " + kLargestCarbon.gramsText() + " g");
    if (record.operation.empty() || record.operation.size() > kLongestOperation || !isValidUtf8(record.operation))
        return fail(ErrorCode::InvalidInput, "operation",
                    "\"" + escapedForDisplay(record.operation) + "\" is not 1 to 64 bytes of UTF-8");
    if (record.at > now + m_defaults.futureTolerance)
        return fail(ErrorCode::InvalidInput, "at", toRfc3339(record.at) + " is in the future");
    const Entry *entry = known(record.tenant);
    if (entry && !entry->account.fits(record.amount))
        return fail(ErrorCode::Overflow, "amount",
                    record.amount.gramsText() + " g would take the usage of " + shown(record.tenant) +
                        " past what a period can hold");
    store::UsageRecord clean = record;
    clean.at = std::min(record.at, now); // a clock a little ahead must not book into a period that has not begun
    return clean;
}

Result<UsageOutcome> BudgetComponent::recordUsage(const store::UsageRecord &record)
{
    CORE_TRY(const store::UsageRecord clean, checked(record));
    store::Transaction transaction;
    transaction.usage.push_back(clean);
    CORE_TRY(const store::CommitInfo committed, m_store.commit(std::move(transaction)));
    Entry &entry = entryOf(clean.tenant);
    if (committed.duplicates == 0) return count(entry, clean);

    const BudgetRow now = rowOf(entry, m_clock.now());
    UsageOutcome outcome;
    outcome.duplicate = true;
    outcome.used = now.used;
    outcome.level = now.standing.level;
    outcome.withinLimit = now.standing.level != ThrottleLevel::Hard;
    return outcome;
}

void BudgetComponent::noteBooked(const store::UsageRecord &record, std::optional<ReservationId> against)
{
    Entry &entry = entryOf(record.tenant);
    count(entry, record);
    if (entry.recounted && *entry.recounted == entry.account.counters(m_clock.now()).period) entry.dirty = true;
    const auto held = against ? m_held.find(*against) : m_held.end();
    if (held == m_held.end()) return;
    const GramsCO2e taken = std::min(held->second->left, record.amount);
    held->second->left = held->second->left - taken;
    entry.account.release(taken);
}

UsageOutcome BudgetComponent::count(Entry &entry, const store::UsageRecord &record)
{
    const Account::Added added = entry.account.add(record.amount, record.at, m_clock.now());
    const Standing now = standing(entry.curve, entry.config.limit, added.used);
    UsageOutcome outcome;
    outcome.booked = record.amount;
    outcome.inOpenPeriod = added.counted;
    outcome.used = added.used;
    outcome.level = now.level;
    outcome.withinLimit = now.level != ThrottleLevel::Hard;
    m_bus.publish(bus::BudgetUsage{entry.tenant, record.amount, added.used, now.remaining, now.level, record.operation,
                                   record.at});
    announce(entry, added.edges);
    return outcome;
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
