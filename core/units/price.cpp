#include "core/units/price.h"

#include "core/base/decimal.h"

namespace greenward {

std::string PricePerGigabyteMonth::text() const
{
    return decimalText(millionths, 6) + " " + currency.text();
}

Result<PricePerGigabyteMonth> parsePrice(std::string_view text, std::string_view field)
{
    constexpr std::int64_t kMost = 1'000'000'000;
    const auto bad = [&](std::string_view why) {
        return fail(ErrorCode::InvalidInput, field, "\"" + std::string(text) + "\" " + std::string(why));
    };
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos) return bad("needs a currency, like \"0.023 USD\"");
    const auto amount = parseDecimal(text.substr(0, blank), 6, field);
    if (!amount) return bad("is not an amount and a currency, like \"0.023 USD\"");
    if (*amount < 0 || *amount > kMost) return bad("is outside 0 to 1000 per GB and month");
    auto currency = CurrencyCode::parse(text.substr(blank + 1));
    if (!currency) return bad("needs a currency of three capital letters, like \"0.023 USD\"");
    return PricePerGigabyteMonth{*amount, *std::move(currency)};
}

} // namespace greenward
