#pragma once

#include "core/units/ids.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace greenward {

/// What keeping one decimal gigabyte for a month costs, in millionths of one unit of a currency: list prices have more
/// places than the currency has coins. Prices in different currencies are not comparable: nothing converts them.
struct PricePerGigabyteMonth
{
    std::int64_t millionths = 0; ///< 0 or more
    CurrencyCode currency;

    /// "0.023 USD".
    std::string text() const;
    friend bool operator==(const PricePerGigabyteMonth &, const PricePerGigabyteMonth &) = default;
};

/// "0.023 USD": an amount from 0 to 1000, a blank and a currency.
Result<PricePerGigabyteMonth> parsePrice(std::string_view text, std::string_view field);

} // namespace greenward
