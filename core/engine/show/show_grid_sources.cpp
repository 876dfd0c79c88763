#include "core/engine/parts.h"
#include "core/engine/show/show_grid.h"

namespace greenward::engine {
namespace {

void addHealth(GridSourceRow &row, const grid::ProviderHealth &health)
{
    using Breaker = GridSourceRow::Breaker;
    row.configured = health.configured;
    if (health.paused) row.breaker = health.pausedFor ? Breaker::Open : Breaker::Trial;
    row.pausedFor = health.pausedFor;
    row.requestsLeft = health.requestsLeft;
    row.asked = health.asked;
    row.lastSuccess = health.lastSuccess;
    if (!health.lastProblem) return;
    row.trouble = grid::troubleName(health.lastProblem->trouble);
    row.problem = health.lastProblem->detail;
}

GridSourceRow rowOf(const Parts &parts, const grid::Source &source)
{
    GridSourceRow row;
    row.id = source.kind.id;
    row.name = source.kind.name;
    row.signals = source.kind.tellsSignal ? source.kind.signals : std::vector{source.settings.signal};
    row.enabled = source.settings.enabled;
    row.priority = source.settings.priority;
    row.url = source.settings.url;
    row.defaultUrl = source.kind.defaultUrl;
    row.cacheFor = source.settings.cacheFor;
    row.licence = source.kind.licence;
    for (const std::string &field : source.kind.credentials)
        row.credentials.push_back({field, parts.liveGrid.sources().credentialState(source.kind.id, field)});
    if (source.provider) addHealth(row, source.provider->health());
    if (const auto *access = parts.liveGrid.access(source.kind.id)) {
        row.accessAt = access->at;
        for (const grid::ZoneAccess &one : access->zones)
            row.access.push_back({one.zone, one.endpoints});
    }
    for (const grid::Refusal &one : parts.liveGrid.fetcher().refusals()) {
        if (one.source != source.kind.id) continue;
        row.sandbox = row.sandbox || one.problem.trouble == grid::Trouble::Sandbox;
        row.refusals.push_back({one.zone, one.signal, std::string(questionName(one.question)),
                                std::string(grid::troubleName(one.problem.trouble)), one.problem.detail, one.at,
                                one.problem.trouble == grid::Trouble::NotInPlan});
    }
    return row;
}

GridMappingRow mappingRow(const Parts &parts, const grid::Place &place)
{
    GridMappingRow row{.region = place.name, .zones = {}, .own = {}, .latitude = {}, .longitude = {}};
    for (const auto &source : parts.liveGrid.sources().all())
        if (auto zone = parts.liveGrid.zoneOf(*source, place)) row.zones[source->kind.id] = *std::move(zone);
    if (const grid::RegionMapping *own = parts.liveGrid.mapping(place)) {
        row.own = own->zones;
        if (own->at) {
            row.latitude = decimalText(own->at->latitude, 6);
            row.longitude = decimalText(own->at->longitude, 6);
        }
    }
    return row;
}

/// What one source said last about the place, of those that can say it.
template<typename Find>
auto firstOf(const Parts &parts, const grid::Place &place, grid::Question question, Signal signal, Find find)
    -> decltype(find(std::string(), std::string()))
{
    for (const grid::SourceZone &one : parts.liveGrid.covering(place, question, signal))
        if (auto found = find(one.source->kind.name, one.zone)) return found;
    return std::nullopt;
}

} // namespace

std::string_view questionName(grid::Question question)
{
    switch (question) {
    case grid::Question::Now:
        return "now";
    case grid::Question::History:
        return "history";
    case grid::Question::Forecast:
        return "forecast";
    case grid::Question::Percentile:
        return "percentile";
    case grid::Question::RenewableShare:
        return "renewable share";
    }
    return "?";
}

std::vector<GridSourceRow> showGridSources(const Parts &parts)
{
    std::vector<GridSourceRow> rows;
    for (const auto &source : parts.liveGrid.sources().all())
        rows.push_back(rowOf(parts, *source));
    return rows;
}

Result<GridMappingRow> showGridMapping(const Parts &parts, const RegionName &region)
{
    CORE_TRY(const grid::Place place, parts.grid.map().resolve(region));
    return mappingRow(parts, place);
}

std::vector<GridMappingRow> showGridMappings(const Parts &parts)
{
    std::vector<GridMappingRow> rows;
    for (const auto &[name, mapping] : parts.liveGrid.mappings())
        if (const auto place = parts.grid.map().resolve(mapping.region)) rows.push_back(mappingRow(parts, *place));
    return rows;
}

Result<GridPercentileRow> showGridPercentile(const Parts &parts, const RegionName &region)
{
    CORE_TRY(const grid::Place place, parts.grid.map().resolve(region));
    const auto found = firstOf(parts, place, grid::Question::Percentile, Signal::Percentile,
                               [&](const std::string &provider, const std::string &zone) {
                                   return parts.liveGrid.fetcher().percentile(provider, zone);
                               });
    if (!found) return fail(ErrorCode::NotFound, "signal", "no source has told a percentile for " + region.text());
    return GridPercentileRow{region,           found->point.provider, found->point.zone, found->point.from,
                             found->fetchedAt, found->point.value};
}

Result<GridShareRow> showGridShare(const Parts &parts, const RegionName &region)
{
    CORE_TRY(const grid::Place place, parts.grid.map().resolve(region));
    const auto found = firstOf(parts, place, grid::Question::RenewableShare, Signal::Average,
                               [&](const std::string &provider, const std::string &zone) {
                                   return parts.liveGrid.fetcher().share(provider, zone);
                               });
    if (!found)
        return fail(ErrorCode::NotFound, "renewable share",
                    "no source has told the renewable share of " + region.text());
    return GridShareRow{region,
                        found->point.provider,
                        found->point.zone,
                        found->point.from,
                        found->fetchedAt,
                        found->point.value,
                        found->point.kind != grid::PointKind::Measured};
}

Result<std::vector<StoredSeriesRow>> showStoredSeries(const Parts &parts)
{
    CORE_TRY(const auto all, parts.liveGrid.store().list());
    std::vector<StoredSeriesRow> rows;
    for (const grid::SeriesInfo &one : all) {
        CORE_TRY(const std::uint64_t points, parts.liveGrid.store().count(one.key));
        rows.push_back({one.key.provider, one.key.zone, one.key.signal, one.key.basis, points, one.first, one.last});
    }
    return rows;
}

} // namespace greenward::engine
