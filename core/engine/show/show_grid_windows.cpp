#include "core/engine/parts.h"
#include "core/engine/show/show_grid.h"

#include <array>

namespace greenward::engine {
namespace {

using std::chrono::hours;

/// How far back a window is examined: a year has all its seasons.
constexpr hours kPast{24 * 365};
constexpr hours kOldestForecast{48};

Result<grid::LiveGrid::Shown> shownOf(const Parts &parts, const RegionName &region, Signal signal)
{
    CORE_TRY(const grid::Place place, parts.grid.map().resolve(region));
    const auto shown = parts.liveGrid.shown(place, signal);
    if (shown) return *shown;
    return fail(ErrorCode::NotFound, "region",
                "nothing is known of " + region.text() + " under signal " + std::string(signalName(signal)) + " yet");
}

struct Ahead
{
    std::vector<grid::HourMean> hours;
    Instant issuedAt;
};

Result<Ahead> forecastOf(const Parts &parts, const grid::KnownEntry &entry, Instant now)
{
    constexpr std::array kForecast{grid::PointKind::Forecast};
    if (!entry.forecast.empty()) return Ahead{grid::hourlyMeans(entry.forecast, kForecast), *entry.issuedAt};
    CORE_TRY(auto stored, parts.liveGrid.store().forecasts(entry.key, now - kOldestForecast, now + milliseconds{1}));
    if (stored.empty())
        return fail(ErrorCode::NotFound, "forecast", "there is no forecast of " + entry.key.zone + " yet");
    return Ahead{std::move(stored.back().hours), stored.back().issuedAt};
}

} // namespace

Result<WindowDoctorRow> showWindowDoctor(const Parts &parts, const RegionName &region, Signal signal, int beginHour,
                                         int length)
{
    if (beginHour < 0 || beginHour > 23)
        return fail(ErrorCode::InvalidInput, "begin", std::to_string(beginHour) + " is no hour of UTC, 0 to 23");
    if (length < 1 || length > 23)
        return fail(ErrorCode::InvalidInput, "length", std::to_string(length) + " is not between 1 and 23 hours");
    CORE_TRY(const grid::LiveGrid::Shown shown, shownOf(parts, region, signal));
    const Instant now = parts.clock().now();
    CORE_TRY(const auto past, parts.liveGrid.store().hours(shown.entry->key, now - kPast, now));
    const auto found = grid::examineWindow(past, beginHour, length);
    if (!found)
        return fail(ErrorCode::NotFound, "history",
                    "fewer than 7 days of the stored past of " + region.text() + " have every hour of that window");
    return WindowDoctorRow{region,
                           signal,
                           shown.entry->key.provider,
                           shown.entry->key.zone,
                           beginHour,
                           length,
                           past.front().hour,
                           past.back().hour + hours{1},
                           found->days,
                           found->inWindow,
                           found->mean,
                           found->penaltyMillionths,
                           found->bestHour,
                           found->atBestHour};
}

Result<BestWindowRow> showBestWindow(const Parts &parts, const RegionName &region, Signal signal, hours length,
                                     Instant deadline)
{
    if (length < hours{1} || length > hours{72})
        return fail(ErrorCode::InvalidInput, "length",
                    std::to_string(length.count()) + " h is not between 1 h and 72 h");
    const Instant now = parts.clock().now();
    if (deadline < now + length)
        return fail(ErrorCode::InvalidInput, "deadline", "is sooner than " + std::to_string(length.count()) + " h");
    CORE_TRY(const grid::LiveGrid::Shown shown, shownOf(parts, region, signal));
    CORE_TRY(const Ahead ahead, forecastOf(parts, *shown.entry, now));
    const auto &errors = parts.forecastRecord.errors(shown.entry->key, now);
    const auto best = grid::bestWindow(ahead.hours, errors, now, length, deadline);
    if (!best)
        return fail(ErrorCode::NotFound, "forecast",
                    "no forecast of " + region.text() + " covers " + std::to_string(length.count()) +
                        " h before the deadline");
    return BestWindowRow{region,   signal,         shown.entry->key.provider, shown.entry->key.zone, best->from,
                         best->to, best->expected, best->pessimistic,         best->errorsKnown,     ahead.issuedAt};
}

Result<std::vector<ForecastErrorRow>> showForecastErrors(const Parts &parts, const RegionName &region, Signal signal)
{
    CORE_TRY(const grid::LiveGrid::Shown shown, shownOf(parts, region, signal));
    std::vector<ForecastErrorRow> rows;
    for (const grid::ForecastError &one : parts.forecastRecord.errors(shown.entry->key, parts.clock().now()))
        rows.push_back({one.hoursAhead, one.cases, one.biasMilligrams, one.meanAbsoluteMilligrams});
    return rows;
}

} // namespace greenward::engine
