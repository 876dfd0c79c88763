#include "core/base/time_text.h"
#include "core/budget/budget_entry.h"

// What is to come: asked for, set aside, settled.

namespace greenward::budget {
namespace {

/// In shadow mode everything passes; what would have been stands beside it.
bus::BudgetVerdict unenforced(bus::BudgetVerdict verdict)
{
    verdict.shadow = true;
    verdict.result = ThrottleResult::Allowed;
    verdict.delay = milliseconds{0};
    verdict.canProceed = true;
    return verdict;
}

bus::BudgetVerdict verdictOf(const BudgetRow &row, GramsCO2e estimate)
{
    bus::BudgetVerdict verdict;
    verdict.level = row.standing.level;
    verdict.exhausted = row.standing.exhausted;
    verdict.used = row.used;
    verdict.limit = row.config.limit;
    verdict.remaining = row.standing.remaining;
    verdict.fill = row.standing.fill;
    verdict.periodEnd = row.period.end;
    if (row.config.limit) {
        const Int128 wanted = Int128{row.used.micrograms()} + row.reserved.micrograms() + estimate.micrograms();
        verdict.canProceed = wanted <= ceiling(row.curve, *row.config.limit).micrograms();
    }
    if (row.standing.level == ThrottleLevel::Hard || !verdict.canProceed) {
        verdict.result = ThrottleResult::Rejected;
    } else if (row.standing.level == ThrottleLevel::Soft) {
        verdict.result = ThrottleResult::Delayed;
        verdict.delay = row.standing.delay;
    }
    verdict.wouldBe = verdict.result;
    verdict.wouldDelay = verdict.delay;
    return row.config.shadow ? unenforced(verdict) : verdict;
}

} // namespace

Result<ReservationId> BudgetComponent::reserve(const TenantId &tenant, GramsCO2e estimate, std::string_view operation,
                                               std::optional<milliseconds> ttl)
{
    Entry &entry = entryOf(tenant);
    auto reserved = m_ledger.tryReserve(entry.handle, estimate, operation, ttl);
    if (reserved || reserved.error().code != ErrorCode::Refused) return reserved;
    noticeRefusal(entry, estimate);
    const BudgetRow row = rowOf(entry, m_clock.now());
    return fail(ErrorCode::Refused, "budget",
                estimate.gramsText() + " g would take " + shown(tenant) + " past its hard limit (" +
                    row.used.gramsText() + " g used, " + row.reserved.gramsText() + " g reserved, limit " +
                    row.config.limit.value_or(kLargestCarbon).gramsText() + " g; next period from " +
                    toRfc3339(row.period.end) + ")");
}

ReservationId BudgetComponent::hold(const TenantId &tenant, GramsCO2e estimate, std::string_view operation)
{
    return m_ledger.hold(entryOf(tenant).handle, estimate, operation);
}

Result<UsageOutcome> BudgetComponent::commit(ReservationId id, GramsCO2e actual)
{
    auto outcome = m_ledger.settled(id, actual);
    announceNotices();
    return outcome;
}

Result<void> BudgetComponent::release(ReservationId id)
{
    return m_ledger.cancel(id);
}

bus::BudgetVerdict BudgetComponent::evaluate(const TenantId &tenant, GramsCO2e estimate) const
{
    return verdictOf(row(tenant), estimate);
}

void BudgetComponent::noteRefusal(const TenantId &tenant, GramsCO2e estimate)
{
    noticeRefusal(entryOf(tenant), estimate);
}

void BudgetComponent::noticeRefusal(Entry &entry, GramsCO2e estimate)
{
    const auto now = m_clock.monotonic();
    if (!entry.config.limit) return;
    if (entry.lastRefusalNotice && now - *entry.lastRefusalNotice < m_defaults.refusalNoticeEvery) return;
    entry.lastRefusalNotice = now;
    const Instant at = m_clock.now();
    m_bus.publish(
        bus::BudgetExhausted{entry.tenant, entry.account.counters(at).used, *entry.config.limit, estimate, at});
}

} // namespace greenward::budget
