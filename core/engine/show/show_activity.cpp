#include "core/engine/show/show.h"

#include "core/engine/parts.h"

#include <algorithm>

namespace greenward::engine {

Result<std::vector<ActivityRow>> showAuditLog(const Parts &parts, std::int64_t before, std::size_t limit)
{
    CORE_TRY(const std::vector<store::AuditRow> audited, parts.ports.store->audit(before, limit));
    std::vector<ActivityRow> rows;
    rows.reserve(audited.size());
    for (const store::AuditRow &row : audited)
        rows.push_back({row.seq, row.entry.at, true, row.entry.who, row.entry.what, row.entry.subject, row.entry.body,
                        hexText(row.hash)});
    return rows;
}

Result<std::vector<ActivityRow>> showActivity(const Parts &parts, const ActivityCursor &before, std::size_t limit)
{
    CORE_TRY(const std::vector<ActivityRow> audited, showAuditLog(parts, before.audit, limit));
    CORE_TRY(const std::vector<store::EventRow> events, parts.ports.store->events(before.events, limit));
    // Each log stays in its own order, whatever a clock did, so that a page never leaves out what the next one skips.
    std::vector<ActivityRow> rows;
    auto audit = audited.begin();
    auto event = events.begin();
    while (rows.size() < limit && (audit != audited.end() || event != events.end())) {
        const bool takeEvent = audit == audited.end() || (event != events.end() && event->at > audit->at);
        if (takeEvent) {
            rows.push_back({event->seq, event->at, false, {}, event->topic, event->subject, event->json, {}});
            ++event;
        } else {
            rows.push_back(*audit);
            ++audit;
        }
    }
    return rows;
}

Overview showOverview(const Parts &parts)
{
    Overview overview;
    const std::vector<BudgetRow> budgets = showBudgets(parts);
    overview.tenants = showTenants(parts).size();
    for (const BudgetRow &row : budgets) {
        overview.budgeted += row.budgeted ? 1U : 0U;
        if (row.level != ThrottleLevel::None) overview.nearLimit.push_back(row);
    }
    std::stable_sort(overview.nearLimit.begin(), overview.nearLimit.end(), [](const BudgetRow &a, const BudgetRow &b) {
        return a.fill.value_or(Percent{}) > b.fill.value_or(Percent{});
    });
    overview.grid = showGrid(parts);
    overview.backends = showBackends(parts);
    for (const tiering::BatchHead &head : parts.tiering.batches()) {
        if (head.result) overview.savedPerYear = overview.savedPerYear + head.result->savingPerYear;
        auto shown = showBatch(parts, head.id);
        if (!shown) continue;
        BatchRow &row = *shown;
        overview.ownCost = overview.ownCost + row.booked;
        overview.movedObjects += row.moved;
        overview.movedSize = overview.movedSize + row.movedSize;
        if (head.state == tiering::BatchState::Planned)
            overview.pending.push_back(std::move(row));
        else if (isOpen(head.state))
            overview.active.push_back(std::move(row));
    }
    return overview;
}

} // namespace greenward::engine
