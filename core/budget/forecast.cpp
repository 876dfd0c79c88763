#include "core/budget/forecast.h"

#include <algorithm>

namespace greenward::budget {
namespace {

using std::chrono::minutes;

constexpr int kEnoughShare = 10; // of the period, as in `project`

Forecast straightLine(const Running &running)
{
    const Projection line = project(running.period, running.now, running.used, running.records, running.ceiling);
    Forecast forecast;
    forecast.atEnd = line.atEnd;
    forecast.exhaustsAt = line.exhaustsAt;
    if (line.atEnd)
        forecast.basis = ForecastBasis::FlatRate;
    else
        forecast.enoughFrom = running.period.start + (running.period.end - running.period.start) / kEnoughShare;
    return forecast;
}

GramsCO2e sum(GramsCO2e used, GramsCO2e more)
{
    // Both are at most 2^62 - 1, so the sum fits.
    return std::min(used + more, kLargestCarbon);
}

/// The first minute at whose end `edge` of what lies ahead fills what is left; the edges only ever rise where they
/// are above zero, so halving finds it.
std::optional<Instant> whenFilled(const Running &running, const Rhythm &rhythm, GramsCO2e Rhythm::Band::*edge)
{
    const GramsCO2e left = *running.ceiling - running.used;
    const auto filled = [&](Instant at) {
        return rhythm.ahead(running.now, at).*edge >= left;
    };
    if (!filled(running.period.end)) return std::nullopt;
    std::int64_t no = 0;
    std::int64_t yes = std::chrono::ceil<minutes>(running.period.end - running.now).count();
    while (yes - no > 1) {
        const std::int64_t middle = no + (yes - no) / 2;
        (filled(running.now + minutes{middle}) ? yes : no) = middle;
    }
    return std::min(Instant{running.now + minutes{yes}}, running.period.end);
}

} // namespace

Forecast forecast(const Running &running, const Rhythm *rhythm)
{
    if (!rhythm || running.now >= running.period.end) return straightLine(running);
    const Rhythm::Band ahead = rhythm->ahead(running.now, running.period.end);
    Forecast forecast;
    forecast.basis = rhythm->basis();
    forecast.atEnd = sum(running.used, ahead.expected);
    forecast.low = sum(running.used, ahead.low);
    forecast.high = sum(running.used, ahead.high);
    if (!running.ceiling || running.used >= *running.ceiling) return forecast;
    forecast.exhaustsAt = whenFilled(running, *rhythm, &Rhythm::Band::expected);
    forecast.exhaustsEarliest = whenFilled(running, *rhythm, &Rhythm::Band::high);
    forecast.exhaustsLatest = whenFilled(running, *rhythm, &Rhythm::Band::low);
    return forecast;
}

} // namespace greenward::budget
