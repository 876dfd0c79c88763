#pragma once

#include "core/base/error.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace greenward {

/// How many bytes a backend stores for each byte it keeps: whole copies ("3") or erasure coding of K data and M parity
/// shards ("10+4", which stores 14 for 10). A value; valid from birth.
class Redundancy final
{
public:
    constexpr Redundancy() = default; ///< one copy
    /// 1 to 16.
    static Result<Redundancy> copies(std::int64_t count);
    /// K 1 to 64, M 1 to 32.
    static Result<Redundancy> erasure(std::int64_t data, std::int64_t parity);

    /// Stored bytes over kept bytes, as a fraction.
    constexpr int numerator() const { return m_data + m_parity; }
    constexpr int denominator() const { return m_erasure ? m_data : 1; }
    constexpr bool isErasure() const { return m_erasure; }
    /// "3" or "10+4"; reads back.
    std::string text() const;
    /// Exact where it ends, else six decimals: "1.4".
    std::string factorText() const;

    friend constexpr bool operator==(Redundancy, Redundancy) = default;
    /// By what is stored for a byte.
    friend constexpr bool storesLess(Redundancy a, Redundancy b)
    {
        return a.numerator() * b.denominator() < b.numerator() * a.denominator();
    }

private:
    std::int16_t m_data = 1; ///< copies when not erasure
    std::int16_t m_parity = 0;
    bool m_erasure = false;
};

/// "3" or "10+4".
Result<Redundancy> parseRedundancy(std::string_view text, std::string_view field);

} // namespace greenward
