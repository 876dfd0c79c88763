#include "core/budget/period.h"

#include "core/base/time_text.h"

#include <algorithm>

namespace greenward::budget {
namespace {

using namespace std::chrono;

constexpr std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}

/// 5 January 1970 was a Monday.
constexpr sys_days kMonday{days{4}};
constexpr sys_days kEpoch{days{0}};

bool isFixed(PeriodKind kind)
{
    return kind == PeriodKind::Hour || kind == PeriodKind::Day || kind == PeriodKind::Week;
}

milliseconds fixedLength(PeriodKind kind)
{
    if (kind == PeriodKind::Hour) return hours{1};
    return kind == PeriodKind::Day ? days{1} : weeks{1};
}

int monthsOf(PeriodKind kind)
{
    if (kind == PeriodKind::Month) return 1;
    return kind == PeriodKind::Quarter ? 3 : 12;
}

Instant originOf(const PeriodRule &rule)
{
    if (rule.anchor) return *rule.anchor;
    return rule.kind == PeriodKind::Week ? Instant{kMonday} : Instant{kEpoch};
}

/// Months since year 0, so that months are counted without a calendar.
std::int64_t monthNumber(const year_month_day &date)
{
    return std::int64_t{static_cast<int>(date.year())} * 12 + static_cast<unsigned>(date.month()) - 1;
}

/// The first day of calendar period `index`: the anchor's day in that month, or the month's last one.
Instant calendarStart(const year_month_day &anchor, int step, std::int64_t index)
{
    const std::int64_t number = monthNumber(anchor) + index * step;
    const year_month_day_last last{
        year{static_cast<int>(floorDiv(number, 12))},
        month_day_last{month{static_cast<unsigned>(number - floorDiv(number, 12) * 12 + 1)}}};
    return Instant{sys_days{last.year() / last.month() / std::min(anchor.day(), last.day())}};
}

year_month_day anchorDate(const PeriodRule &rule)
{
    return year_month_day{floor<days>(originOf(rule))};
}

} // namespace

Result<void> checkPeriodRule(const PeriodRule &rule)
{
    if (!rule.anchor) return {};
    if (rule.kind == PeriodKind::Hour || rule.kind == PeriodKind::Day)
        return fail(ErrorCode::InvalidInput, "anchor",
                    "a budget per " + std::string(periodName(rule.kind)) + " has no anchor date");
    if (floor<days>(*rule.anchor) != *rule.anchor)
        return fail(ErrorCode::InvalidInput, "anchor", toRfc3339(*rule.anchor) + " is not a midnight in UTC");
    return {};
}

Period periodNumber(const PeriodRule &rule, std::int64_t index)
{
    if (isFixed(rule.kind)) {
        const milliseconds length = fixedLength(rule.kind);
        const Instant start = originOf(rule) + length * index;
        return {index, start, start + length};
    }
    const year_month_day anchor = anchorDate(rule);
    const int step = monthsOf(rule.kind);
    return {index, calendarStart(anchor, step, index), calendarStart(anchor, step, index + 1)};
}

Period periodAt(const PeriodRule &rule, Instant at)
{
    if (isFixed(rule.kind))
        return periodNumber(rule, floorDiv((at - originOf(rule)).count(), fixedLength(rule.kind).count()));
    const std::int64_t months = monthNumber(year_month_day{floor<days>(at)}) - monthNumber(anchorDate(rule));
    const Period period = periodNumber(rule, floorDiv(months, monthsOf(rule.kind)));
    // The month number ignores the anchor's day: before that day it is still the period before.
    return at < period.start ? periodNumber(rule, period.index - 1) : period;
}

} // namespace greenward::budget
