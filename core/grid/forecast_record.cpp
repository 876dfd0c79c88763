#include "core/grid/forecast_record.h"

namespace greenward::grid {
namespace {

constexpr std::chrono::hours kSpan{24 * 30};
constexpr std::chrono::hours kKeptFor{1};

} // namespace

const std::vector<ForecastError> &ForecastRecord::errors(const SeriesKey &key, Instant now)
{
    const auto found = m_kept.find(key);
    if (found != m_kept.end() && now >= found->second.at && now - found->second.at < kKeptFor)
        return found->second.errors;
    Kept fresh{now, {}};
    const auto forecasts = m_store.forecasts(key, now - kSpan, now);
    const auto actual = m_store.hours(key, now - kSpan, now);
    if (forecasts && actual) fresh.errors = forecastErrors(*forecasts, *actual);
    return m_kept.insert_or_assign(key, std::move(fresh)).first->second.errors;
}

} // namespace greenward::grid
