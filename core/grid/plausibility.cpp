#include "core/grid/plausibility.h"

#include "core/base/time_text.h"

#include <algorithm>

namespace greenward::grid {
namespace {

constexpr std::int64_t kSmall = 50'000; ///< mg/kWh; in a clean grid a large factor is a small step

const SeriesPoint *newestOf(const Series &series)
{
    const SeriesPoint *newest = nullptr;
    for (const SeriesPoint &point : series.points)
        if (point.kind != PointKind::Forecast) newest = &point;
    return newest || series.points.empty() ? newest : &series.points.front();
}

} // namespace

std::optional<std::string> PlausibilityGuard::doubt(const SeriesPoint &newest) const
{
    const std::int64_t value = newest.value.milligrams();
    const bool knownClean = m_lastGood && m_lastGood->value < m_limits.cleanest;
    if (newest.value < m_limits.cleanest && !knownClean)
        return newest.value.gramsText() + " g/kWh is lower than any grid has; waiting for it to be confirmed";
    if (!m_lastGood) return std::nullopt;
    const std::int64_t before = m_lastGood->value.milligrams();
    const std::int64_t low = std::min(value, before);
    const std::int64_t high = std::max(value, before);
    const bool leaps =
        high - low > m_limits.largestStep.milligrams() || (high - low > kSmall && high >= low * m_limits.largestFactor);
    if (!leaps) return std::nullopt;
    return "a leap from " + m_lastGood->value.gramsText() + " to " + newest.value.gramsText() +
           " g/kWh; waiting for it to be confirmed";
}

/// Only what was measured can freeze: estimates and forecasts may well be flat.
std::optional<std::string> PlausibilityGuard::frozen(const Series &series) const
{
    const SeriesPoint *newest = nullptr;
    const SeriesPoint *first = nullptr;
    for (const SeriesPoint &point : series.points) {
        if (point.kind != PointKind::Measured) continue;
        if (!newest || point.value != newest->value) first = &point;
        newest = &point;
    }
    if (!newest || newest->from - first->from < m_limits.frozenAfter) return std::nullopt;
    return "exactly " + newest->value.gramsText() + " g/kWh since " + toRfc3339(first->from) +
           ": the measurement seems to stand still";
}

std::optional<std::string> PlausibilityGuard::check(const Series &series)
{
    const SeriesPoint *newest = newestOf(series);
    if (!newest) return "no values";
    if (auto problem = frozen(series)) return problem;
    auto problem = doubt(*newest);
    if (problem && m_doubted != newest->from) {
        m_doubted = newest->from;
        ++m_doubts;
    }
    // A grid may really have become that clean, or lost a plant: it then stays so.
    if (problem && m_doubts < m_limits.confirmations) return problem;
    m_lastGood = *newest;
    m_doubted.reset();
    m_doubts = 0;
    return std::nullopt;
}

} // namespace greenward::grid
