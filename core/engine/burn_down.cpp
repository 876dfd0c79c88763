#include "core/engine/parts.h"
#include "core/engine/show/show.h"

#include <algorithm>

// The burn-down chart: the ledger cumulated up to now, the forecast from there on.

namespace greenward::engine {
namespace {

using std::chrono::hours;

milliseconds stepOf(PeriodKind kind)
{
    switch (kind) {
    case PeriodKind::Hour:
        return std::chrono::minutes{5};
    case PeriodKind::Day:
        return std::chrono::minutes{30};
    case PeriodKind::Week:
    case PeriodKind::Month:
        return hours{1};
    case PeriodKind::Quarter:
    case PeriodKind::Year:
        return std::chrono::days{1};
    }
    return hours{1};
}

Result<std::vector<BurnDown::Past>> pastOf(const store::StateStore &store, const BudgetRow &row, Instant now)
{
    std::vector<BurnDown::Past> past{{row.periodStart, GramsCO2e{}}};
    if (now <= row.periodStart) return past;
    CORE_TRY(const auto rollUps, store.usageHours(row.tenant, row.periodStart, now));
    const auto step = std::max<milliseconds>(stepOf(row.period), hours{1}); // roll-ups are of hours
    Instant due = row.periodStart + step;
    GramsCO2e sum;
    const auto cumulateTo = [&](Instant at) {
        for (; due <= at && due < now; due += step)
            past.push_back({due, std::min(sum, row.used)});
    };
    for (const budget::HourOfUse &hour : hoursOfUse(rollUps)) {
        cumulateTo(hour.hour);
        sum = sum.plus(hour.amount).value_or(kLargestCarbon);
    }
    cumulateTo(now);
    past.push_back({now, row.used});
    return past;
}

std::vector<BurnDown::Ahead> byRhythm(const BudgetRow &row, const budget::Rhythm &rhythm, Instant now)
{
    const auto point = [&](Instant at) {
        const budget::Rhythm::Band band = rhythm.ahead(now, at);
        const auto sum = [&](GramsCO2e more) {
            return std::min(row.used + more, kLargestCarbon);
        };
        return BurnDown::Ahead{at, sum(band.expected), sum(band.low), sum(band.high)};
    };
    std::vector<BurnDown::Ahead> ahead{point(now)};
    const auto step = stepOf(row.period);
    for (Instant at = row.periodStart + ((now - row.periodStart) / step + 1) * step; at < row.periodEnd; at += step)
        ahead.push_back(point(at));
    ahead.push_back(point(row.periodEnd));
    return ahead;
}

} // namespace

Result<BurnDown> showBurnDown(const Parts &parts, const TenantId &tenant)
{
    BurnDown chart{.budget = showBudget(parts, tenant), .now = parts.clock().now(), .past = {}, .ahead = {}};
    const BudgetRow &row = chart.budget;
    CORE_TRY(chart.past, pastOf(*parts.ports.store, row, chart.now));
    if (chart.now >= row.periodEnd) return chart;
    if (const budget::Rhythm *rhythm = parts.forecasts.rhythmOf(tenant))
        chart.ahead = byRhythm(row, *rhythm, chart.now);
    else if (row.projected)
        chart.ahead = {{chart.now, row.used, {}, {}}, {row.periodEnd, *row.projected, {}, {}}};
    return chart;
}

} // namespace greenward::engine
