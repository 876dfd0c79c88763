#pragma once

#include "core/base/clock.h"
#include "core/units/intensity.h"

#include <optional>
#include <string>

namespace greenward {

/// What a grid number means. Figures of different signals are never compared or added (C-23).
enum class Signal { Average, Marginal, Percentile, Level };
/// How good a figure is; every total shows the share of each (methodology 1).
enum class Quality { Measured, Calculated, Estimated, Default };
/// Whether other greenhouse gases are counted in (C-71).
enum class Gas { CO2e, CO2 };

/// From which rung of the fallback ladder a figure came (C-17).
enum class Origin { Live, LastKnown, ZoneYearAverage, CountryYearAverage, ConfiguredDefault };

std::string_view signalName(Signal signal);
std::string_view qualityName(Quality quality);
std::string_view originName(Origin origin);
std::string_view gasName(Gas gas);
Result<Signal> parseSignal(std::string_view text);

/// Carbon intensity of one place with all that is needed to trust and trace it.
struct GridFigure
{
    GramsPerKwh value;
    Signal signal = Signal::Average;
    Gas gas = Gas::CO2e;
    Quality quality = Quality::Default;
    Origin origin = Origin::ConfiguredDefault;
    bool estimated = true;
    std::string zone;                 ///< the zone the number is about: "US-MIDA-PJM", "SE", or empty for the default
    std::string provider;             ///< who published it: "Ember", "setting"
    std::string method;               ///< "lifecycle; production; country"
    std::string source;               ///< citation, with vintage
    std::string licence;              ///< "CC-BY-4.0"; empty for settings
    std::optional<int> year;          ///< of yearly averages
    std::optional<Instant> pointTime; ///< the moment a live figure is about
    std::optional<Instant> fetchedAt;
    std::string note; ///< for people: "default, may under-report"

    friend bool operator==(const GridFigure &, const GridFigure &) = default;
};

/// NotComparable, naming both signals, unless the two may be ranked against one another.
Result<void> checkComparable(const GridFigure &a, const GridFigure &b);

} // namespace greenward
