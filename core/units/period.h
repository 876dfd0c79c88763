#pragma once

#include "core/base/error.h"

#include <string_view>

namespace greenward {

/// The six budget periods (B-02): UTC calendar, half-open.
enum class PeriodKind { Hour, Day, Week, Month, Quarter, Year };
std::string_view periodName(PeriodKind kind);
Result<PeriodKind> parsePeriod(std::string_view text);

/// Where a tenant stands against its budget (B-30 to B-32).
enum class ThrottleLevel { None, Soft, Hard };
/// What a throttled operation is told (T-07).
enum class ThrottleResult { Allowed, Delayed, Rejected };
/// What a forecast of a tenant's usage rests on: nothing yet, the straight line of the running period, or the tenant's
/// own rhythm over the day or over the week.
enum class ForecastBasis { TooLittle, FlatRate, DayRhythm, WeekRhythm };
std::string_view basisName(ForecastBasis basis);
std::string_view levelName(ThrottleLevel level);
std::string_view resultName(ThrottleResult result);

} // namespace greenward
