#pragma once

#include "core/base/decimal.h"

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace greenward {

/// An amount of greenhouse gas in CO2 equivalents: whole micrograms in 64 bits, +/- 9.22 million tonnes (C-72).
/// Sums and differences are exact; those that could pass the range are made with `plus`.
class GramsCO2e final
{
public:
    constexpr GramsCO2e() = default;
    static constexpr GramsCO2e fromMicrograms(std::int64_t ug) { return GramsCO2e(ug); }
    static constexpr GramsCO2e fromGrams(std::int64_t grams) { return GramsCO2e(grams * 1'000'000); }

    constexpr std::int64_t micrograms() const { return m_ug; }
    Result<GramsCO2e> plus(GramsCO2e other) const;
    /// Exact decimal grams: "23.19".
    std::string gramsText() const { return decimalText(m_ug, 6); }

    constexpr GramsCO2e operator-() const { return GramsCO2e(-m_ug); }
    friend constexpr GramsCO2e operator+(GramsCO2e a, GramsCO2e b) { return GramsCO2e(a.m_ug + b.m_ug); }
    friend constexpr GramsCO2e operator-(GramsCO2e a, GramsCO2e b) { return GramsCO2e(a.m_ug - b.m_ug); }
    friend constexpr auto operator<=>(GramsCO2e, GramsCO2e) = default;

private:
    explicit constexpr GramsCO2e(std::int64_t ug)
        : m_ug(ug)
    {}
    std::int64_t m_ug = 0;
};

/// The largest limit a budget may have: half the range, so that used + estimate never overflows.
inline constexpr GramsCO2e kLargestCarbon = GramsCO2e::fromMicrograms(4'611'686'018'427'387'903);

/// "500 kg", "1.5t", "750g", "20 mg": a unit is required, the amount is not negative and at most kLargestCarbon.
Result<GramsCO2e> parseCarbon(std::string_view text, std::string_view field);
/// A plain decimal of grams ("12.5"), as --grams takes it. Not negative, at most kLargestCarbon.
Result<GramsCO2e> parseGrams(std::string_view text, std::string_view field);

/// `whole` in parts proportional to `weights` (>= 0, not all zero) that add up to it again: largest remainder, ties to
/// the earlier part.
std::vector<GramsCO2e> splitExactly(GramsCO2e whole, std::span<const std::int64_t> weights);

} // namespace greenward
