#include "ui/charts/burn_down_chart.h"

namespace greenward::ui {

std::optional<GramsCO2e> softAmount(const engine::BudgetRow &row)
{
    if (!row.limit) return {};
    // Rounded; thresholds go to 1000 % so the product needs 128 bits.
    constexpr Int128 kWhole = 100'000'000;
    const Int128 product = Int128{row.limit->micrograms()} * row.soft.millionths();
    return GramsCO2e::fromMicrograms(toInt64(divideRounded(product, kWhole), "soft threshold").value_or(INT64_MAX));
}

} // namespace greenward::ui
