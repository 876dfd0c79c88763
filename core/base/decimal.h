#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace greenward {

/// 128-bit whole numbers for sums and products that pass 64 bits. (An extension of g++ and clang.)
__extension__ using Int128 = __int128;

/// Reads a plain decimal ("12", "-0.5", "3.25") as a whole number of 10^-places, rounding half away from zero.
/// Refuses exponents, NaN, infinity, blanks, and what does not fit; the error names `field` and the text.
Result<std::int64_t> parseDecimal(std::string_view text, int places, std::string_view field);
/// Writes `scaled` x 10^-places exactly, without trailing zeros: (1500, 3) -> "1.5".
std::string decimalText(Int128 scaled, int places);
/// Quotient rounded half away from zero. `denominator` > 0.
constexpr Int128 divideRounded(Int128 numerator, Int128 denominator)
{
    const Int128 half = denominator / 2;
    return numerator >= 0 ? (numerator + half) / denominator : -((-numerator + half) / denominator);
}
/// Narrows to 64 bits, or says Overflow for `subject`.
Result<std::int64_t> toInt64(Int128 value, std::string_view subject);

} // namespace greenward
