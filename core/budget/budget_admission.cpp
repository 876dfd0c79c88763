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
    const Instant now = m_clock.now();
    CORE_CHECK(checked({tenant, now, estimate, std::string(operation), {}, Quality::Estimated}));
    Entry &entry = entryOf(tenant);
    if (!entry.account.reserve(estimate, now)) {
        noticeRefusal(entry, estimate);
        const BudgetRow row = rowOf(entry, now);
        return fail(ErrorCode::Refused, "budget",
                    estimate.gramsText() + " g would take " + shown(tenant) + " past its hard limit (" +
                        row.used.gramsText() + " g used, " + row.reserved.gramsText() + " g reserved, limit " +
                        row.config.limit.value_or(kLargestCarbon).gramsText() + " g; next period from " +
                        toRfc3339(row.period.end) + ")");
    }
    const ReservationId id{++m_lastReservation};
    Held held{tenant, estimate, std::string(operation), {}, {}};
    held.key = "reservation:" + std::to_string(m_lastReservation) + "@" + toRfc3339(now);
    if (ttl) held.expires = m_clock.monotonic() + *ttl;
    m_held.emplace(id, std::make_unique<Held>(std::move(held)));
    return id;
}

Result<UsageOutcome> BudgetComponent::commit(ReservationId id, GramsCO2e actual)
{
    const auto found = m_held.find(id);
    if (found == m_held.end()) return fail(ErrorCode::UnknownName, "reservation", "has been settled or has expired");
    const Held held = *found->second;
    CORE_TRY(UsageOutcome outcome,
             recordUsage({held.tenant, m_clock.now(), actual, held.operation, held.key, Quality::Calculated}));
    // Counted before it is given back: in between the tenant looks fuller than it is, never emptier.
    CORE_CHECK(release(id));
    return outcome;
}

Result<void> BudgetComponent::release(ReservationId id)
{
    const auto found = m_held.find(id);
    if (found == m_held.end()) return fail(ErrorCode::UnknownName, "reservation", "has been settled or has expired");
    entryOf(found->second->tenant).account.release(found->second->left);
    m_held.erase(found);
    return {};
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

void BudgetComponent::chargeExpired()
{
    const auto now = m_clock.monotonic();
    std::vector<ReservationId> expired;
    for (const auto &[id, held] : m_held)
        if (held->expires && *held->expires <= now) expired.push_back(id);
    for (const ReservationId id : expired) {
        const GramsCO2e left = m_held.at(id)->left;
        // A failure keeps the reservation: it is charged at a later tick, its key makes a repeat harmless.
        if (left == GramsCO2e{})
            (void)release(id);
        else
            (void)commit(id, left);
    }
}

} // namespace greenward::budget
