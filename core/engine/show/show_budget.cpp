#include "core/engine/show/show.h"

#include "core/engine/parts.h"

namespace greenward::engine {
namespace {

BudgetRow rowOf(const budget::BudgetRow &from, const budget::ThrottleStatistics &statistics)
{
    BudgetRow row{.tenant = from.tenant};
    row.budgeted = from.budgeted;
    row.limit = from.config.limit;
    row.period = from.config.period.kind;
    row.periodStart = from.period.start;
    row.periodEnd = from.period.end;
    row.used = from.used;
    row.reserved = from.reserved;
    row.anchor = from.config.period.anchor;
    row.soft = from.curve.soft;
    row.hard = from.curve.hard;
    row.minDelay = from.curve.minDelay;
    row.maxDelay = from.curve.maxDelay;
    row.ownSoft = from.config.soft.has_value();
    row.ownHard = from.config.hard.has_value();
    row.ownMinDelay = from.config.minDelay.has_value();
    row.ownMaxDelay = from.config.maxDelay.has_value();
    row.shadow = from.config.shadow;
    row.fill = from.standing.fill;
    row.level = from.standing.level;
    row.delay = from.standing.delay;
    row.exhausted = from.standing.exhausted;
    row.projected = from.projected;
    row.exhaustsAt = from.exhaustsAt;
    row.evaluations = statistics.evaluations;
    row.allowed = statistics.allowed;
    row.delayed = statistics.delayed;
    row.rejected = statistics.rejected;
    row.addedWaiting = statistics.addedWaiting;
    row.wouldDelay = statistics.wouldDelay;
    row.wouldReject = statistics.wouldReject;
    row.wouldWait = statistics.wouldWait;
    return row;
}

} // namespace

BudgetRow showBudget(const Parts &parts, const TenantId &tenant)
{
    return rowOf(parts.budgets.row(tenant), parts.throttle.statistics(tenant));
}

std::vector<BudgetRow> showBudgets(const Parts &parts)
{
    std::vector<BudgetRow> rows;
    for (const budget::BudgetRow &row : parts.budgets.rows())
        rows.push_back(rowOf(row, parts.throttle.statistics(row.tenant)));
    return rows;
}

} // namespace greenward::engine
