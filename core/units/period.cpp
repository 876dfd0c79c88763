#include "core/units/period.h"

namespace greenward {

std::string_view periodName(PeriodKind kind)
{
    switch (kind) {
    case PeriodKind::Hour:
        return "hour";
    case PeriodKind::Day:
        return "day";
    case PeriodKind::Week:
        return "week";
    case PeriodKind::Month:
        return "month";
    case PeriodKind::Quarter:
        return "quarter";
    case PeriodKind::Year:
        return "year";
    }
    return "month";
}

Result<PeriodKind> parsePeriod(std::string_view text)
{
    for (const PeriodKind kind : {PeriodKind::Hour, PeriodKind::Day, PeriodKind::Week, PeriodKind::Month,
                                  PeriodKind::Quarter, PeriodKind::Year})
        if (text == periodName(kind)) return kind;
    return fail(ErrorCode::InvalidInput, "period",
                "\"" + std::string(text) + "\" is not a period; use hour, day, week, month, quarter or year");
}

std::string_view basisName(ForecastBasis basis)
{
    switch (basis) {
    case ForecastBasis::TooLittle:
        return "too_little_data";
    case ForecastBasis::FlatRate:
        return "flat_rate";
    case ForecastBasis::DayRhythm:
        return "day_rhythm";
    case ForecastBasis::WeekRhythm:
        return "week_rhythm";
    }
    return "too_little_data";
}

std::string_view levelName(ThrottleLevel level)
{
    switch (level) {
    case ThrottleLevel::None:
        return "none";
    case ThrottleLevel::Soft:
        return "soft";
    case ThrottleLevel::Hard:
        return "hard";
    }
    return "none";
}

std::string_view resultName(ThrottleResult result)
{
    switch (result) {
    case ThrottleResult::Allowed:
        return "allowed";
    case ThrottleResult::Delayed:
        return "delayed";
    case ThrottleResult::Rejected:
        return "rejected";
    }
    return "allowed";
}

} // namespace greenward
