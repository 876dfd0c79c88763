#include "ui/charts/burn_down_chart.h"

#include <algorithm>

namespace greenward::ui {
namespace {

/// `threshold` percent of `limit`, rounded; thresholds go to 1000 % so the product needs 128 bits.
GramsCO2e shareOf(GramsCO2e limit, Percent threshold)
{
    constexpr Int128 kWhole = 100'000'000;
    const Int128 product = Int128{limit.micrograms()} * threshold.millionths();
    return GramsCO2e::fromMicrograms(toInt64(divideRounded(product, kWhole), "soft threshold").value_or(INT64_MAX));
}

} // namespace

BurnDown burnDown(const engine::BudgetRow &row, std::vector<store::UsageHour> hours, Instant now)
{
    BurnDown figures{.tenant = row.tenant, .from = row.periodStart, .to = row.periodEnd, .now = now};
    figures.limit = row.limit;
    if (row.limit) figures.soft = shareOf(*row.limit, row.soft);
    figures.projected = row.projected;
    figures.exhaustsAt = row.exhaustsAt;

    std::ranges::sort(hours, {}, &store::UsageHour::hour);
    GramsCO2e used;
    figures.points.push_back({row.periodStart, used});
    for (const store::UsageHour &hour : hours) {
        if (hour.tenant != row.tenant || hour.hour < row.periodStart || hour.hour >= row.periodEnd) continue;
        const Instant end = std::min<Instant>(hour.hour + std::chrono::hours{1}, std::max(now, row.periodStart));
        used = used + hour.amount;
        if (figures.points.back().at == end) {
            figures.points.back().used = used;
            continue;
        }
        // A line would rise through idle hours; the amount came in this hour only.
        if (figures.points.back().at < hour.hour) figures.points.push_back({hour.hour, figures.points.back().used});
        figures.points.push_back({end, used});
    }
    const Instant last = std::clamp(now, row.periodStart, row.periodEnd);
    if (figures.points.back().at < last) {
        figures.points.push_back({last, row.used});
    } else {
        figures.points.back().used = row.used;
    }
    return figures;
}

} // namespace greenward::ui
