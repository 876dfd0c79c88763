#include "core/units/carbon.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace greenward {
namespace {

struct CarbonUnit
{
    std::string_view name;
    int microgramDigits; ///< 1 unit = 10^n micrograms
};
constexpr std::array kUnits{CarbonUnit{"kg", 9}, CarbonUnit{"mg", 3}, CarbonUnit{"t", 12}, CarbonUnit{"g", 6}};

Result<GramsCO2e> inRange(std::int64_t ug, std::string_view text, std::string_view field)
{
    if (ug < 0) return fail(ErrorCode::InvalidInput, field, "\"" + std::string(text) + "\" is negative");
    if (ug > kLargestCarbon.micrograms())
        return fail(ErrorCode::InvalidInput, field, "\"" + std::string(text) + "\" is more than 4.6 million tonnes");
    return GramsCO2e::fromMicrograms(ug);
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

} // namespace

Result<GramsCO2e> GramsCO2e::plus(GramsCO2e other) const
{
    CORE_TRY(const std::int64_t sum, toInt64(Int128{m_ug} + other.m_ug, "carbon"));
    return GramsCO2e(sum);
}

Result<GramsCO2e> parseCarbon(std::string_view text, std::string_view field)
{
    const std::string_view whole = trimmed(text);
    for (const CarbonUnit &unit : kUnits) {
        if (!whole.ends_with(unit.name)) continue;
        const std::string_view number = trimmed(whole.substr(0, whole.size() - unit.name.size()));
        auto amount = parseDecimal(number, unit.microgramDigits, field);
        if (amount) return inRange(*amount, text, field);
        break;
    }
    return fail(ErrorCode::InvalidInput, field,
                "\"" + std::string(text) +
                    "\" is not an amount of carbon; write a number and g, kg or t, such as 500 kg");
}

Result<GramsCO2e> parseGrams(std::string_view text, std::string_view field)
{
    CORE_TRY(const std::int64_t ug, parseDecimal(trimmed(text), 6, field));
    return inRange(ug, text, field);
}

std::vector<GramsCO2e> splitExactly(GramsCO2e whole, std::span<const std::int64_t> weights)
{
    const Int128 total = std::accumulate(weights.begin(), weights.end(), Int128{0});
    std::vector<GramsCO2e> parts(weights.size());
    if (total <= 0) return parts;
    const bool negative = whole.micrograms() < 0;
    const Int128 amount = negative ? -Int128{whole.micrograms()} : Int128{whole.micrograms()};
    std::vector<std::size_t> order(weights.size());
    std::vector<Int128> remainder(weights.size());
    std::vector<std::int64_t> share(weights.size());
    Int128 left = amount;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        order[i] = i;
        const Int128 product = amount * weights[i];
        share[i] = static_cast<std::int64_t>(product / total);
        remainder[i] = product % total;
        left -= share[i];
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainder[a] > remainder[b]; });
    for (std::size_t i = 0; left > 0; ++i, --left)
        ++share[order[i]];
    for (std::size_t i = 0; i < weights.size(); ++i)
        parts[i] = GramsCO2e::fromMicrograms(negative ? -share[i] : share[i]);
    return parts;
}

} // namespace greenward
