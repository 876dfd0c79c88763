#include "ui/charts/time_ticks.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>

namespace greenward::ui {
namespace {

using namespace std::chrono;

QString label(Instant at, const QLocale &locale, bool hours, bool months)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
    if (months) return locale.toString(time.date(), QStringLiteral("MMM yyyy"));
    if (!hours) return locale.toString(time.date(), QStringLiteral("d MMM"));
    const bool midnight = time.time().hour() == 0;
    return midnight ? locale.toString(time.date(), QStringLiteral("d MMM"))
                    : locale.toString(time.time(), QStringLiteral("HH:mm"));
}

std::vector<TimeTick> evenTicks(Instant from, Instant to, minutes step, Instant origin, const QLocale &locale)
{
    std::vector<TimeTick> ticks;
    const auto steps = ceil<minutes>(from - origin).count() / step.count();
    Instant at = origin + step * steps;
    if (at < from) at += step;
    for (; at <= to; at += step)
        ticks.push_back({at, label(at, locale, step < days{1}, false)});
    return ticks;
}

std::vector<TimeTick> monthTicks(Instant from, Instant to, int step, const QLocale &locale)
{
    std::vector<TimeTick> ticks;
    const year_month_day first{floor<days>(from)};
    year_month month{first.year(), std::chrono::January};
    for (;; month += months{step}) {
        const Instant at = sys_days{month / day{1}};
        if (at > to) return ticks;
        if (at >= from) ticks.push_back({at, label(at, locale, false, true)});
    }
}

} // namespace

std::vector<TimeTick> timeTicks(Instant from, Instant to, std::size_t most, const QLocale &locale)
{
    if (to <= from) return {};
    constexpr std::array kSteps{minutes{10},  minutes{30},   minutes{60},       minutes{180},      minutes{360},
                                minutes{720}, minutes{1440}, minutes{2 * 1440}, minutes{7 * 1440}, minutes{14 * 1440}};
    const Instant origin = floor<days>(from);
    for (const minutes step : kSteps) {
        if (static_cast<std::size_t>((to - from) / step) + 1 > std::max<std::size_t>(most, 2)) continue;
        return evenTicks(from, to, step, origin, locale);
    }
    for (const int step : {1, 2, 3, 6}) {
        auto ticks = monthTicks(from, to, step, locale);
        if (ticks.size() <= std::max<std::size_t>(most, 2)) return ticks;
    }
    return monthTicks(from, to, 12, locale);
}

} // namespace greenward::ui
