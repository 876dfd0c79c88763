#include "core/units/ratios.h"

namespace greenward {
namespace {

constexpr std::int64_t kOne = 1'000'000;

template<typename R>
Result<R> parseWithin(std::string_view text, std::string_view field, std::int64_t low, std::int64_t high)
{
    CORE_TRY(const std::int64_t value, parseDecimal(text, 6, field));
    if (value < low || value > high)
        return fail(ErrorCode::InvalidInput, field,
                    "\"" + std::string(text) + "\" is outside " + decimalText(low, 6) + " to " + decimalText(high, 6));
    return R::fromMillionths(value);
}

} // namespace

Result<Percent> parseShare(std::string_view text, std::string_view field)
{
    return parseWithin<Percent>(text, field, 0, 100 * kOne);
}

Result<Percent> parseThreshold(std::string_view text, std::string_view field)
{
    return parseWithin<Percent>(text, field, 1, 1000 * kOne);
}

Result<Pue> parsePue(std::string_view text, std::string_view field)
{
    return parseWithin<Pue>(text, field, kOne, 10 * kOne);
}

Result<Wue> parseWue(std::string_view text, std::string_view field)
{
    return parseWithin<Wue>(text, field, 0, 100 * kOne);
}

Result<ScorePoints> parseScore(std::string_view text, std::string_view field)
{
    return parseWithin<ScorePoints>(text, field, 0, 100 * kOne);
}

} // namespace greenward
