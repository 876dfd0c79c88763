#include "core/base/decimal.h"

#include <algorithm>
#include <limits>

namespace greenward {

Result<std::int64_t> parseDecimal(std::string_view text, int places, std::string_view field)
{
    const auto bad = [&](std::string_view why) {
        return fail(ErrorCode::InvalidInput, field, "\"" + std::string(text) + "\" " + std::string(why));
    };
    std::string_view rest = text;
    const bool negative = !rest.empty() && rest.front() == '-';
    if (negative || (!rest.empty() && rest.front() == '+')) rest.remove_prefix(1);
    constexpr Int128 kLimit = Int128{std::numeric_limits<std::int64_t>::max()};
    Int128 value = 0;
    int decimals = -1; // -1: before the point
    bool anyDigit = false;
    int roundDigit = 0;
    for (const char c : rest) {
        if (c == '.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9') return bad("is not a plain decimal number");
        anyDigit = true;
        if (decimals >= places) {
            if (decimals == places) roundDigit = c - '0';
            ++decimals;
            continue;
        }
        value = value * 10 + (c - '0');
        if (decimals >= 0) ++decimals;
        if (value > kLimit) return bad("is too large");
    }
    if (!anyDigit) return bad("is not a plain decimal number");
    for (int i = std::max(decimals, 0); i < places; ++i) {
        value *= 10;
        if (value > kLimit) return bad("is too large");
    }
    if (roundDigit >= 5) ++value;
    if (value > kLimit) return bad("is too large");
    return static_cast<std::int64_t>(negative ? -value : value);
}

std::string decimalText(Int128 scaled, int places)
{
    const bool negative = scaled < 0;
    Int128 rest = negative ? -scaled : scaled;
    std::string digits; // in reverse
    do {
        digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
        rest /= 10;
    } while (rest > 0);
    while (digits.size() <= static_cast<std::size_t>(places))
        digits.push_back('0');
    std::string out = negative ? "-" : "";
    const std::size_t whole = digits.size() - static_cast<std::size_t>(places);
    for (std::size_t i = 0; i < whole; ++i)
        out.push_back(digits[digits.size() - 1 - i]);
    std::size_t used = 0; // first decimal that is not a trailing zero, counted from the right
    while (used < static_cast<std::size_t>(places) && digits[used] == '0')
        ++used;
    if (used == static_cast<std::size_t>(places)) return out;
    out.push_back('.');
    for (std::size_t i = static_cast<std::size_t>(places); i > used; --i)
        out.push_back(digits[i - 1]);
    return out;
}

Result<std::int64_t> toInt64(Int128 value, std::string_view subject)
{
    if (value > Int128{std::numeric_limits<std::int64_t>::max()} ||
        value < Int128{std::numeric_limits<std::int64_t>::min()})
        return fail(ErrorCode::Overflow, subject, "the result does not fit 64 bits");
    return static_cast<std::int64_t>(value);
}

} // namespace greenward
