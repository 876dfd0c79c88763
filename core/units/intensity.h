#pragma once

#include "core/base/decimal.h"

#include <compare>
#include <cstdint>
#include <string>

namespace greenward {

/// Carbon intensity of electricity: whole mg CO2e per kWh. Which signal it is (average, marginal) stands in the
/// GridFigure around it; two of these are only comparable when their figures say so.
class GramsPerKwh final
{
public:
    constexpr GramsPerKwh() = default;
    static constexpr GramsPerKwh fromMilligrams(std::int64_t mg) { return GramsPerKwh(mg); }

    constexpr std::int64_t milligrams() const { return m_mg; }
    /// Exact decimal g/kWh: "412.72".
    std::string gramsText() const { return decimalText(m_mg, 3); }
    friend constexpr auto operator<=>(GramsPerKwh, GramsPerKwh) = default;

private:
    explicit constexpr GramsPerKwh(std::int64_t mg)
        : m_mg(mg)
    {}
    std::int64_t m_mg = 0;
};

/// A plain decimal of g/kWh, 0 to 3000 (the dirtiest plants stay below 2000).
Result<GramsPerKwh> parseGramsPerKwh(std::string_view text, std::string_view field);

} // namespace greenward
