#pragma once

#include "core/base/clock.h"
#include "core/units/carbon.h"
#include "core/units/data_size.h"
#include "core/units/ratios.h"

#include <optional>
#include <string>
#include <vector>

// Figures as a printed page shows them: English, rounded to three decimals, digits in groups of three. The exact ones
// stand in the JSON and CSV of the same report.

namespace greenward::adapters::pdf {

/// The unit of a whole column, so that its figures can be compared by eye (C-72).
class CarbonUnit final
{
public:
    /// Fits the largest of `amounts`: t, kg, g or mg.
    static CarbonUnit forAmounts(const std::vector<GramsCO2e> &amounts);

    const char *name() const { return m_name; }
    /// Without the unit: "1 234.500"; "< 0.001" for what would round to nothing.
    std::string text(GramsCO2e amount) const;
    /// With the unit and no more decimals than needed, for axes: "5 kg", "0".
    std::string mark(GramsCO2e amount) const;

private:
    CarbonUnit(const char *name, int digits)
        : m_name(name)
        , m_digits(digits)
    {}
    const char *m_name;
    int m_digits; ///< 1 unit = 10^digits micrograms
};

/// "12.345 kg", in the unit that fits it.
std::string carbonText(GramsCO2e amount);
/// Digits in groups of three, parted by narrow no-break spaces.
std::string countText(std::uint64_t count);
/// "10.74 GB", powers of 1000.
std::string sizeText(DataSize size);
/// "54.2 %", "< 0.1 %", or a dash.
std::string percentText(const std::optional<Percent> &share);
/// "2026-06-05 10:00".
std::string timeText(Instant at);
/// "1 June 2026".
std::string dateText(Instant at);
/// "1 June 2026 to 30 June 2026 (UTC)"; with times when the period does not begin and end at midnight.
std::string periodText(Instant from, Instant to);

} // namespace greenward::adapters::pdf
