#include "tests/fuzz/targets.h"

#include "core/base/time_text.h"
#include "core/budget/period.h"

namespace greenward::fuzz {

void times(std::string_view bytes)
{
    if (const auto at = parseInstant(bytes, "x")) {
        // An offset may carry the first or last day of the range out of it.
        const auto again = parseInstant(toRfc3339(*at), "x");
        require(!again || *again == *at);
        for (const PeriodKind kind : {PeriodKind::Hour, PeriodKind::Week, PeriodKind::Month, PeriodKind::Year}) {
            const budget::Period period = budget::periodAt({kind, std::nullopt}, *at);
            require(period.start <= *at && *at < period.end);
        }
    }
    if (const auto duration = parseDuration(bytes, "x"))
        require(parseDuration(durationText(*duration), "x").value_or(*duration) == *duration);
}

} // namespace greenward::fuzz
