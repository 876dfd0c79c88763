#include "core/units/figure.h"

namespace greenward {

std::string_view signalName(Signal signal)
{
    switch (signal) {
    case Signal::Average:
        return "average";
    case Signal::Marginal:
        return "marginal";
    case Signal::Percentile:
        return "percentile";
    case Signal::Level:
        return "level";
    }
    return "average";
}

std::string_view qualityName(Quality quality)
{
    switch (quality) {
    case Quality::Measured:
        return "measured";
    case Quality::Calculated:
        return "calculated";
    case Quality::Estimated:
        return "estimated";
    case Quality::Default:
        return "default";
    }
    return "default";
}

std::string_view originName(Origin origin)
{
    switch (origin) {
    case Origin::Live:
        return "live";
    case Origin::LastKnown:
        return "last_known";
    case Origin::ZoneYearAverage:
        return "zone_year_average";
    case Origin::CountryYearAverage:
        return "country_year_average";
    case Origin::ConfiguredDefault:
        return "configured_default";
    }
    return "configured_default";
}

std::string_view gasName(Gas gas)
{
    return gas == Gas::CO2e ? "CO2e" : "CO2";
}

Result<Signal> parseSignal(std::string_view text)
{
    for (const Signal signal : {Signal::Average, Signal::Marginal, Signal::Percentile, Signal::Level})
        if (text == signalName(signal)) return signal;
    return fail(ErrorCode::InvalidInput, "signal",
                "\"" + std::string(text) + "\" is not a signal; use average, marginal or percentile");
}

Result<void> checkComparable(const GridFigure &a, const GridFigure &b)
{
    if (a.signal == b.signal && a.gas == b.gas) return {};
    return fail(ErrorCode::NotComparable, "signal",
                std::string(signalName(a.signal)) + " " + std::string(gasName(a.gas)) + " of " + a.zone + " and " +
                    std::string(signalName(b.signal)) + " " + std::string(gasName(b.gas)) + " of " + b.zone +
                    " are different quantities");
}

} // namespace greenward
