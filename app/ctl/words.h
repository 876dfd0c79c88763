#pragma once

#include "core/base/clock.h"
#include "core/units/carbon.h"
#include "core/units/data_size.h"
#include "core/units/ratios.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

// Values as words for people at a terminal. Programs read --json, where every figure is exact.

namespace greenward::ctl {

/// One unit for a whole column: amounts that stand below one another are never mixed (C-72).
class CarbonScale final
{
public:
    /// The largest unit in which the largest of `amounts` is at least 1.
    static CarbonScale fitting(std::span<const GramsCO2e> amounts);

    std::string_view unit() const { return m_unit; }
    /// Always three decimals, so that points stand below one another; without the unit: "1.250".
    std::string number(GramsCO2e amount) const;
    /// "-" when there is none.
    std::string number(const std::optional<GramsCO2e> &amount) const;

private:
    CarbonScale(std::string_view unit, Int128 micrograms)
        : m_unit(unit)
        , m_micrograms(micrograms)
    {}
    std::string_view m_unit;
    Int128 m_micrograms;
};

/// "1.25 kg CO2e".
std::string carbonWords(GramsCO2e amount);
std::string carbonWords(const std::optional<GramsCO2e> &amount, std::string_view none);
/// "10 GiB", "1.5 KiB", "12 B".
std::string sizeWords(DataSize size);
/// "12,345".
std::string countWords(std::uint64_t count);
/// Millionths as a decimal rounded to `places`, without trailing zeros: (93'456'000, 1) -> "93.5".
std::string ratioWords(std::int64_t millionths, int places);
/// Points with two places, as in all tables of scores: "49.00".
std::string scoreWords(ScorePoints points);
/// "12 objects, 3.5 GiB".
std::string objectsWords(std::uint64_t objects, DataSize size);
/// A name of --json for people: "country_year_average" -> "country year average".
std::string nameWords(std::string_view name);
std::string percentWords(const std::optional<Percent> &percent);
/// "2026-11-21T03:04:05Z", or "-".
std::string timeWords(const std::optional<Instant> &at);
/// "3d 4h", "2m 5s", "0s": the two largest units.
std::string spanWords(std::chrono::seconds span);
/// "12 MiB/s".
std::string rateWords(double bytesPerSecond);

} // namespace greenward::ctl
