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
    row.region = from.config.region;
    row.fill = from.standing.fill;
    row.level = from.standing.level;
    row.delay = from.standing.delay;
    row.exhausted = from.standing.exhausted;
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
    const budget::BudgetRow from = parts.budgets.row(tenant);
    BudgetRow row = rowOf(from, parts.throttle.statistics(tenant));
    put(parts.forecasts.of(from), row);
    return row;
}

std::vector<BudgetRow> showBudgets(const Parts &parts)
{
    const std::vector<budget::BudgetRow> from = parts.budgets.rows();
    const std::vector<budget::Forecast> forecasts = parts.forecasts.of(from);
    std::vector<BudgetRow> rows;
    rows.reserve(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
        rows.push_back(rowOf(from[i], parts.throttle.statistics(from[i].tenant)));
        put(forecasts[i], rows.back());
    }
    return rows;
}

} // namespace greenward::engine
