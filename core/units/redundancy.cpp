#include "core/units/redundancy.h"

#include "core/base/decimal.h"

namespace greenward {
namespace {

constexpr std::int64_t kMostCopies = 16;
constexpr std::int64_t kMostData = 64;
constexpr std::int64_t kMostParity = 32;

Unexpected<Error> outside(std::string_view field, std::int64_t value, std::int64_t most)
{
    return fail(ErrorCode::InvalidInput, field, std::to_string(value) + " is outside 1 to " + std::to_string(most));
}

} // namespace

Result<Redundancy> Redundancy::copies(std::int64_t count)
{
    if (count < 1 || count > kMostCopies) return outside("copies", count, kMostCopies);
    Redundancy made;
    made.m_data = static_cast<std::int16_t>(count);
    return made;
}

Result<Redundancy> Redundancy::erasure(std::int64_t data, std::int64_t parity)
{
    if (data < 1 || data > kMostData) return outside("data shards", data, kMostData);
    if (parity < 1 || parity > kMostParity) return outside("parity shards", parity, kMostParity);
    Redundancy made;
    made.m_data = static_cast<std::int16_t>(data);
    made.m_parity = static_cast<std::int16_t>(parity);
    made.m_erasure = true;
    return made;
}

std::string Redundancy::text() const
{
    return m_erasure ? std::to_string(m_data) + "+" + std::to_string(m_parity) : std::to_string(m_data);
}

std::string Redundancy::factorText() const
{
    return decimalText(divideRounded(Int128{numerator()} * 1'000'000, denominator()), 6);
}

Result<Redundancy> parseRedundancy(std::string_view text, std::string_view field)
{
    const auto bad = [&] {
        return fail(ErrorCode::InvalidInput, field,
                    "\"" + std::string(text) + "\" is neither a number of copies, 1 to 16, nor shards like 10+4");
    };
    const std::size_t plus = text.find('+');
    const auto whole = [](std::string_view digits) -> Result<std::int64_t> {
        if (digits.empty() || digits.size() > 4 || digits.find_first_not_of("0123456789") != std::string_view::npos)
            return fail(ErrorCode::InvalidInput, "copies", "no whole number");
        return parseDecimal(digits, 0, "copies");
    };
    const auto first = whole(text.substr(0, plus));
    if (!first) return bad();
    auto made = Redundancy::copies(*first);
    if (plus != std::string_view::npos) {
        const auto second = whole(text.substr(plus + 1));
        if (!second) return bad();
        made = Redundancy::erasure(*first, *second);
    }
    if (!made) return bad();
    return made;
}

} // namespace greenward
