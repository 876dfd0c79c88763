#include "core/engine/show/show.h"

#include "core/engine/parts.h"

namespace greenward::engine {
namespace {

BudgetRow rowOf(const budget::BudgetRow &from)
{
    BudgetRow row{.tenant = from.tenant};
    row.budgeted = from.budgeted;
    row.limit = from.config.limit;
    row.period = from.config.period.kind;
    row.periodStart = from.period.start;
    row.periodEnd = from.period.end;
    row.used = from.used;
    row.reserved = from.reserved;
    row.soft = from.curve.soft;
    row.hard = from.curve.hard;
    row.fill = from.standing.fill;
    row.level = from.standing.level;
    row.delay = from.standing.delay;
    row.exhausted = from.standing.exhausted;
    row.projected = from.projected;
    row.exhaustsAt = from.exhaustsAt;
    row.evaluations = from.statistics.evaluations;
    row.delayed = from.statistics.delayed;
    row.rejected = from.statistics.rejected;
    return row;
}

} // namespace

BudgetRow showBudget(const Parts &parts, const TenantId &tenant)
{
    return rowOf(parts.budgets.row(tenant));
}

std::vector<BudgetRow> showBudgets(const Parts &parts)
{
    std::vector<BudgetRow> rows;
    for (const budget::BudgetRow &row : parts.budgets.rows())
        rows.push_back(rowOf(row));
    return rows;
}

} // namespace greenward::engine
