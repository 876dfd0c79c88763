#include "core/engine/parts.h"
#include "core/engine/show/show_grid.h"

#include <algorithm>
#include <array>

namespace greenward::engine {
namespace {

using grid::HourMean;
using grid::PointKind;
using std::chrono::hours;

/// Longer spans are shown by hourly means: a chart has fewer pixels than that has points.
constexpr hours kFinest{24 * 62};
/// A forecast issued earlier says nothing about now any more.
constexpr hours kOldestForecast{48};

/// Beyond the longest distance that is known nothing is said.
const grid::ForecastError *errorAt(const std::vector<grid::ForecastError> &errors, int hoursAhead)
{
    const auto found = std::ranges::find(errors, hoursAhead, &grid::ForecastError::hoursAhead);
    return found == errors.end() ? nullptr : &*found;
}

GramsPerKwh moved(GramsPerKwh value, std::int64_t milligrams)
{
    return GramsPerKwh::fromMilligrams(std::max<std::int64_t>(0, value.milligrams() + milligrams));
}

Result<void> addObserved(GridPicture &picture, const grid::SeriesStore &store, const grid::SeriesKey &key)
{
    picture.hourly = picture.until - picture.from > kFinest;
    if (picture.hourly) {
        CORE_TRY(const auto means, store.hours(key, picture.from, picture.until));
        for (const HourMean &mean : means)
            picture.measured.push_back({mean.hour, hours{1}, mean.value, PointKind::Measured, {}, {}});
        return {};
    }
    CORE_TRY(auto points, store.points(key, picture.from, picture.until));
    for (grid::SeriesPoint &point : points)
        (point.kind == PointKind::Measured ? picture.measured : picture.estimated).push_back(std::move(point));
    return {};
}

/// The newest forecast: as finely as it came, or by the hour when it was stored before this start.
Result<void> addForecast(GridPicture &picture, const grid::SeriesStore &store, const grid::KnownEntry &entry)
{
    picture.forecast = entry.forecast;
    picture.forecastIssued = entry.issuedAt;
    if (picture.forecast.empty()) {
        CORE_TRY(const auto stored,
                 store.forecasts(entry.key, picture.now - kOldestForecast, picture.now + milliseconds{1}));
        if (stored.empty()) return {};
        picture.forecastIssued = stored.back().issuedAt;
        for (const HourMean &mean : stored.back().hours)
            picture.forecast.push_back({mean.hour, hours{1}, mean.value, PointKind::Forecast, {}, {}});
    }
    return {};
}

void addBand(GridPicture &picture, const std::vector<grid::ForecastError> &errors)
{
    if (!picture.forecastIssued) return;
    for (const grid::SeriesPoint &point : picture.forecast) {
        const auto ahead = std::chrono::floor<hours>(point.from) - std::chrono::floor<hours>(*picture.forecastIssued);
        const grid::ForecastError *error = errorAt(errors, static_cast<int>(ahead / hours{1}));
        if (!error) continue;
        picture.band.push_back({point.from, point.length, moved(point.value, error->lowMilligrams),
                                moved(point.value, error->highMilligrams), error->cases});
    }
}

Result<void> addWindows(GridPicture &picture, const grid::SeriesStore &store, const grid::SeriesKey &key)
{
    CORE_TRY(const auto lastDay, store.hours(key, picture.now - hours{25}, picture.now));
    if (const auto mean = grid::trailingMean(lastDay, picture.now)) picture.trailingMean = mean->value;
    picture.trailingHours = static_cast<int>(std::ranges::count_if(lastDay, [&](const HourMean &one) {
        const Instant thisHour = std::chrono::floor<hours>(picture.now);
        return one.hour >= thisHour - hours{24} && one.hour < thisHour;
    }));
    if (!picture.trailingMean) return {};
    constexpr std::array kForecast{PointKind::Forecast};
    auto ahead = grid::hourlyMeans(picture.forecast, kForecast);
    std::erase_if(ahead, [&](const HourMean &one) { return one.hour + hours{1} <= picture.now; });
    for (const grid::LowCarbonWindow &window : grid::lowCarbonWindows(ahead, *picture.trailingMean))
        picture.lowCarbon.push_back({window.from, window.to, window.mean});
    return {};
}

/// What was needed beyond the span that was asked for is no longer.
void cut(GridPicture &picture)
{
    const auto outside = [&](const auto &one) {
        return one.from < picture.from || one.from >= picture.until;
    };
    std::erase_if(picture.forecast, outside);
    std::erase_if(picture.band, outside);
    std::erase_if(picture.lowCarbon, [&](const GridPicture::Window &window) {
        return window.to <= picture.from || window.from >= picture.until;
    });
}

} // namespace

Result<GridPicture> showGridPicture(const Parts &parts, const RegionName &region, Signal signal, Instant from,
                                    Instant until)
{
    CORE_TRY(const grid::Place place, parts.grid.map().resolve(region));
    if (from >= until) return fail(ErrorCode::InvalidInput, "until", "is not after the begin of the span");
    GridPicture picture{.region = region, .signal = signal, .from = from, .until = until, .now = parts.clock().now()};
    picture.problem = parts.liveGrid.troubles(place, signal, {});
    if (auto latest = parts.grid.intensity(region, signal))
        picture.latest = *std::move(latest);
    else if (picture.problem.empty())
        picture.problem = latest.error().detail;
    const auto shown = parts.liveGrid.shown(place, signal);
    if (!shown) return picture;
    const grid::KnownEntry &entry = *shown->entry;
    picture.source = shown->source->kind.id;
    picture.provider = entry.key.provider;
    picture.zone = entry.key.zone;
    picture.gas = entry.gas;
    picture.basis = entry.key.basis;
    picture.licence = entry.licence;
    picture.warnings = entry.warnings;
    const grid::SeriesStore &store = parts.liveGrid.store();
    CORE_CHECK(addObserved(picture, store, entry.key));
    CORE_CHECK(addForecast(picture, store, entry));
    addBand(picture, parts.forecastRecord.errors(entry.key, picture.now));
    CORE_CHECK(addWindows(picture, store, entry.key));
    cut(picture);
    return picture;
}

} // namespace greenward::engine
