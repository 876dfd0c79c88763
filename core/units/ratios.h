#pragma once

#include "core/base/decimal.h"

#include <compare>
#include <cstdint>
#include <string>

namespace greenward {

/// A dimensionless or specific ratio held in whole millionths; the tag keeps one kind from passing as another.
template<typename Tag>
class Ratio final
{
public:
    constexpr Ratio() = default;
    static constexpr Ratio fromMillionths(std::int64_t millionths) { return Ratio(millionths); }
    constexpr std::int64_t millionths() const { return m_millionths; }
    /// Exact decimal: "1.135".
    std::string text() const { return decimalText(m_millionths, 6); }
    friend constexpr auto operator<=>(Ratio, Ratio) = default;

private:
    explicit constexpr Ratio(std::int64_t millionths)
        : m_millionths(millionths)
    {}
    std::int64_t m_millionths = 0;
};

/// Percent as people write it: 80 % is fromMillionths(80'000'000).
using Percent = Ratio<struct PercentTag>;
/// Power usage effectiveness, facility over IT energy, ISO/IEC 30134-2. Never below 1.
using Pue = Ratio<struct PueTag>;
/// Water usage effectiveness, litres per IT kWh, ISO/IEC 30134-9. Never below 0.
using Wue = Ratio<struct WueTag>;
/// Power at rest per stored decimal terabyte and copy, W/TB, at the component boundary (before PUE).
using WattsPerTerabyte = Ratio<struct WattsPerTerabyteTag>;
/// Energy per transferred decimal gigabyte, Wh/GB.
using WattHoursPerGigabyte = Ratio<struct WattHoursPerGigabyteTag>;
/// A green score or a part of one, in points, 0 to 100 in all (SPEC P-02, C-29). It ranks; it is no emission factor.
using ScorePoints = Ratio<struct ScorePointsTag>;

constexpr Percent operator""_percent(unsigned long long value)
{
    return Percent::fromMillionths(static_cast<std::int64_t>(value) * 1'000'000);
}

/// 0 to 100.
Result<Percent> parseShare(std::string_view text, std::string_view field);
/// Above 0, at most 1000 (C-03).
Result<Percent> parseThreshold(std::string_view text, std::string_view field);
/// 1 to 10.
Result<Pue> parsePue(std::string_view text, std::string_view field);
/// 0 to 100.
Result<Wue> parseWue(std::string_view text, std::string_view field);
/// 0 to 100.
Result<ScorePoints> parseScore(std::string_view text, std::string_view field);

} // namespace greenward
