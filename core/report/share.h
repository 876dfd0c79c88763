#pragma once

#include "core/base/time_text.h"
#include "core/units/carbon.h"
#include "core/units/ratios.h"

#include <optional>
#include <string>

namespace greenward::report {

/// `part` of `whole` in percent; nothing when the whole is 0.
inline std::optional<Percent> shareOf(GramsCO2e part, GramsCO2e whole)
{
    if (whole <= GramsCO2e{}) return std::nullopt;
    constexpr Int128 kWhole = 100'000'000;
    return Percent::fromMillionths(
        static_cast<std::int64_t>(divideRounded(Int128{part.micrograms()} * kWhole, whole.micrograms())));
}

/// "2026-11-21".
inline std::string dayText(Instant day)
{
    return toRfc3339(day).substr(0, 10);
}

} // namespace greenward::report
