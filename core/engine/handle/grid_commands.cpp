#include "core/engine/grid_setup.h"
#include "core/engine/handle/handle.h"
#include "core/engine/parts.h"
#include "core/engine/refresh_grid.h"
#include "core/grid/imported_signals.h"

#include <algorithm>

namespace greenward::engine {
namespace {

Json toJson(const std::optional<grid::RegionMapping> &mapping)
{
    return mapping ? grid::toJson(*mapping) : Json(nullptr);
}

/// `settings` in the place of what is set for that source.
std::vector<grid::SourceSettings> with(std::vector<grid::SourceSettings> all, const grid::SourceSettings &settings)
{
    std::erase_if(all, [&](const grid::SourceSettings &one) { return one.id == settings.id; });
    all.push_back(settings);
    return all;
}

std::string withoutSlash(std::string url)
{
    while (url.ends_with('/'))
        url.pop_back();
    return url;
}

Result<grid::RegionMapping> mappingOf(const SetRegionMapping &command)
{
    grid::RegionMapping mapping{command.region, command.zones, {}};
    if (command.latitude.has_value() != command.longitude.has_value())
        return fail(ErrorCode::InvalidInput, command.latitude ? "longitude" : "latitude", "is missing");
    if (command.latitude) {
        CORE_TRY(mapping.at, parseCoordinates(*command.latitude, *command.longitude));
    }
    CORE_CHECK(grid::checkMapping(mapping));
    return mapping;
}

/// An unknown region is an error with its line, never passed on (C-20).
Result<grid::Place> placeAt(const Parts &parts, const grid::RecordedSeries &recorded)
{
    auto place = parts.grid.map().resolve(recorded.region);
    if (place) return place;
    return fail(ErrorCode::InvalidInput, place.error().subject,
                "line " + std::to_string(recorded.line) + ": " + place.error().detail);
}

} // namespace

Result<Outcome> handle(Parts &parts, const SetGridSource &command, const Actor &by)
{
    const grid::Source *source = parts.liveGrid.sources().find(command.id);
    grid::SourceSettings settings = source ? source->settings : grid::SourceSettings{};
    settings.id = command.id;
    if (command.url) settings.url = withoutSlash(*command.url);
    if (source && settings.url.empty()) settings.url = source->kind.defaultUrl;
    settings.enabled = command.enabled.value_or(settings.enabled);
    settings.priority = command.priority.value_or(settings.priority);
    settings.cacheFor = command.cacheFor.value_or(settings.cacheFor);
    settings.signal = command.signal.value_or(settings.signal);
    CORE_CHECK(parts.liveGrid.sources().check(settings));
    const Json body{{"before", grid::toJson(source->settings)}, {"after", grid::toJson(settings)}};
    store::Transaction transaction;
    putSources(transaction, with(sourceSettings(parts), settings));
    transaction.audit.push_back(parts.audit(by, "grid.source", "source " + command.id, jsonText(body)));
    CORE_CHECK(parts.ports.store->commit(std::move(transaction)));
    parts.liveGrid.sources().use(settings);
    parts.liveGrid.beginAnew();
    parts.ports.changes->mark(Area::Grid);
    return Outcome{};
}

Result<Outcome> handle(Parts &parts, const SetRegionMapping &command, const Actor &by)
{
    CORE_TRY(const grid::Place place, parts.grid.map().resolve(command.region));
    CORE_TRY(const grid::RegionMapping mapping, mappingOf(command));
    for (const auto &[source, zone] : mapping.zones)
        if (!parts.liveGrid.sources().find(source))
            return fail(ErrorCode::UnknownName, "source", "\"" + source + "\" is not a source of grid data");
    std::optional<grid::RegionMapping> before;
    if (const grid::RegionMapping *own = parts.liveGrid.mapping(place)) before = *own;
    auto all = parts.liveGrid.mappings();
    all.insert_or_assign(grid::fullName(place), mapping);
    std::vector<grid::RegionMapping> kept;
    for (const auto &[name, one] : all)
        if (!one.zones.empty() || one.at) kept.push_back(one);
    const Json body{{"before", toJson(before)}, {"after", grid::toJson(mapping)}};
    store::Transaction transaction;
    putMappings(transaction, kept);
    transaction.audit.push_back(parts.audit(by, "grid.mapping", "region " + command.region.text(), jsonText(body)));
    CORE_CHECK(parts.ports.store->commit(std::move(transaction)));
    parts.liveGrid.useMapping(place, mapping);
    parts.ports.changes->mark(Area::Grid);
    return Outcome{};
}

Result<Outcome> handle(Parts &parts, const WatchRegions &command, const Actor &by)
{
    std::vector<RegionName> wanted;
    for (const RegionName &region : command.regions) {
        CORE_CHECK(parts.grid.map().resolve(region));
        if (std::ranges::find(wanted, region) == wanted.end()) wanted.push_back(region);
    }
    Json names = Json::array();
    for (const RegionName &region : wanted)
        names.push_back(region.text());
    store::Transaction transaction;
    putWatched(transaction, wanted);
    transaction.audit.push_back(parts.audit(by, "grid.watch", "watched regions", jsonText(Json{{"regions", names}})));
    CORE_CHECK(parts.ports.store->commit(std::move(transaction)));
    parts.watchedRegions = std::move(wanted);
    parts.followedSince = {};
    parts.ports.changes->mark(Area::Grid);
    return Outcome{};
}

Result<Outcome> handle(Parts &parts, const RefreshGrid &command, const Actor &)
{
    GridQuery query{.regions = command.regions, .signals = command.signals};
    query.questions = {grid::Question::Now, grid::Question::History, grid::Question::Forecast};
    query.fresh = true;
    if (query.regions.empty()) {
        for (const grid::RegionRow &row : parts.grid.rows())
            query.regions.push_back(row.place.name);
        query.regions.insert(query.regions.end(), parts.watchedRegions.begin(), parts.watchedRegions.end());
    }
    CORE_CHECK(refreshGrid(parts, query, [](const std::vector<GridRefreshRow> &) {}));
    return Outcome{};
}

Result<Outcome> handle(Parts &parts, const ImportSignals &command, const Actor &by)
{
    // First whether all of it may be imported, then all of it.
    std::vector<grid::Series> all;
    for (const grid::RecordedSeries &recorded : command.series) {
        CORE_TRY(const grid::Place place, placeAt(parts, recorded));
        all.push_back(recorded.series);
        all.back().provider = grid::ImportedSignals::kind().name;
        all.back().zone = grid::ImportedSignals::zoneName(place);
    }
    Outcome outcome;
    Json body{{"source", jsonName(command.source)}, {"series", Json::array()}};
    for (const grid::Series &series : all) {
        CORE_TRY(const std::uint64_t changed, parts.liveGrid.import(series));
        outcome.imported += changed;
        body["series"].push_back({{"zone", series.zone},
                                  {"signal", signalName(series.signal)},
                                  {"points", series.points.size()},
                                  {"changed", changed}});
    }
    store::Transaction transaction;
    transaction.audit.push_back(parts.audit(by, "grid.import", "recorded signals", jsonText(body)));
    CORE_CHECK(parts.ports.store->commit(std::move(transaction)));
    parts.ports.changes->mark(Area::Grid);
    parts.ports.changes->mark(Area::Backends);
    return outcome;
}

} // namespace greenward::engine
