#include "core/grid/hours.h"

#include "core/base/decimal.h"

#include <algorithm>
#include <map>

namespace greenward::grid {
namespace {

using std::chrono::hours;

constexpr int kFewestTrailingHours = 18;

struct Sum
{
    Int128 weighted = 0; ///< mg/kWh x ms
    std::int64_t covered = 0;
};

GramsPerKwh meanOf(const Sum &sum)
{
    return GramsPerKwh::fromMilligrams(static_cast<std::int64_t>(divideRounded(sum.weighted, sum.covered)));
}

} // namespace

std::vector<HourMean> hourlyMeans(std::span<const SeriesPoint> points, std::span<const PointKind> kinds)
{
    std::vector<const SeriesPoint *> chosen;
    for (const SeriesPoint &point : points)
        if (point.length.count() > 0 && std::ranges::find(kinds, point.kind) != kinds.end()) chosen.push_back(&point);
    std::ranges::stable_sort(chosen, {}, [](const SeriesPoint *point) { return point->from; });

    std::map<Instant, Sum> sums;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        Instant from = chosen[i]->from;
        Instant to = from + chosen[i]->length;
        if (i + 1 < chosen.size()) to = std::min(to, chosen[i + 1]->from);
        while (from < to) {
            const Instant hour = std::chrono::floor<hours>(from);
            const Instant end = std::min<Instant>(to, hour + hours{1});
            Sum &sum = sums[hour];
            sum.weighted += Int128{chosen[i]->value.milligrams()} * (end - from).count();
            sum.covered += (end - from).count();
            from = end;
        }
    }
    std::vector<HourMean> means;
    for (const auto &[hour, sum] : sums) {
        const milliseconds covered{sum.covered};
        if (covered * 2 < hours{1}) continue;
        means.push_back({hour, meanOf(sum), std::chrono::duration_cast<std::chrono::seconds>(covered)});
    }
    return means;
}

std::optional<TrailingMean> trailingMean(std::span<const HourMean> means, Instant now)
{
    const Instant end = std::chrono::floor<hours>(now);
    const Instant begin = end - hours{24};
    Sum sum;
    int present = 0;
    for (const HourMean &mean : means) {
        if (mean.hour < begin || mean.hour >= end) continue;
        sum.weighted += mean.value.milligrams();
        ++present;
    }
    if (present < kFewestTrailingHours) return std::nullopt;
    sum.covered = present;
    return TrailingMean{meanOf(sum), present};
}

} // namespace greenward::grid
