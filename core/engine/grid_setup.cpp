#include "core/engine/grid_setup.h"

#include "core/base/json_fields.h"
#include "core/engine/parts.h"

namespace greenward::engine {
namespace {

constexpr std::string_view kSources = "grid.sources";
constexpr std::string_view kMappings = "grid.mappings";
constexpr std::string_view kWatched = "grid.watched";
constexpr std::size_t kMostEntries = 10'000;
/// New backends are seen that much later; asking all scores again and again would cost more than it tells.
constexpr std::chrono::nanoseconds kLookUpEvery = std::chrono::seconds{5};

Result<const Json *> listOf(const Json &document, const std::string &text, std::string_view id)
{
    if (document.is_array() && document.size() <= kMostEntries) return &document;
    return fail(ErrorCode::StoreDamaged, "setting " + std::string(id), "\"" + text.substr(0, 80) + "\" is no list");
}

Result<void> loadSources(Parts &parts, const Json &list)
{
    for (const Json &one : list) {
        CORE_TRY(const grid::SourceSettings settings, grid::sourceSettingsFrom(one));
        // A source this version does not know, or an address that is no longer allowed, is left alone.
        if (parts.liveGrid.sources().check(settings)) parts.liveGrid.sources().use(settings);
    }
    return {};
}

Result<void> loadMappings(Parts &parts, const Json &list)
{
    for (const Json &one : list) {
        CORE_TRY(grid::RegionMapping mapping, grid::regionMappingFrom(one));
        const auto place = parts.grid.map().resolve(mapping.region);
        if (place) parts.liveGrid.useMapping(*place, std::move(mapping));
    }
    return {};
}

Result<void> loadWatched(Parts &parts, const Json &list)
{
    for (const Json &one : list) {
        if (!one.is_string()) continue;
        CORE_TRY(RegionName region, RegionName::parse(one.get<std::string>()));
        parts.watchedRegions.push_back(std::move(region));
    }
    return {};
}

void lookUpFollowed(Parts &parts)
{
    parts.followed.clear();
    for (const grid::RegionRow &row : parts.grid.rows())
        if (row.place.kind != grid::PlaceKind::Unplaced || parts.liveGrid.mapping(row.place))
            parts.followed.push_back(row.place);
    for (const RegionName &region : parts.watchedRegions)
        if (auto place = parts.grid.map().resolve(region)) parts.followed.push_back(*std::move(place));
}

} // namespace

Result<void> loadGridSetup(Parts &parts, std::span<const store::Document> documents)
{
    for (const store::Document &document : documents) {
        const bool ours = document.id == kSources || document.id == kMappings || document.id == kWatched;
        if (!ours) continue;
        const Json json = parseJson(document.json, document.id).value_or(Json());
        CORE_TRY(const Json *list, listOf(json, document.json, document.id));
        if (document.id == kSources)
            CORE_CHECK(loadSources(parts, *list));
        else if (document.id == kMappings)
            CORE_CHECK(loadMappings(parts, *list));
        else
            CORE_CHECK(loadWatched(parts, *list));
    }
    // Without what was stored of the grid there are still yearly averages.
    if (const auto loaded = parts.liveGrid.load(); !loaded && parts.ports.problem.empty())
        parts.ports.problem = "the stored grid series could not be read: " + loaded.error().detail;
    return {};
}

void putSources(store::Transaction &transaction, const std::vector<grid::SourceSettings> &sources)
{
    Json list = Json::array();
    for (const grid::SourceSettings &one : sources)
        list.push_back(grid::toJson(one));
    transaction.put(store::Collection::Setting, std::string(kSources), jsonText(list));
}

void putMappings(store::Transaction &transaction, const std::vector<grid::RegionMapping> &mappings)
{
    Json list = Json::array();
    for (const grid::RegionMapping &one : mappings)
        list.push_back(grid::toJson(one));
    transaction.put(store::Collection::Setting, std::string(kMappings), jsonText(list));
}

void putWatched(store::Transaction &transaction, const std::vector<RegionName> &regions)
{
    Json list = Json::array();
    for (const RegionName &region : regions)
        list.push_back(region.text());
    transaction.put(store::Collection::Setting, std::string(kWatched), jsonText(list));
}

std::vector<grid::SourceSettings> sourceSettings(const Parts &parts)
{
    std::vector<grid::SourceSettings> all;
    for (const auto &source : parts.liveGrid.sources().all())
        if (source->settings != grid::defaultsOf(source->kind)) all.push_back(source->settings);
    return all;
}

void tickGrid(Parts &parts)
{
    const auto now = parts.clock().monotonic();
    const bool due = parts.followedSince.count() == 0 || now - parts.followedSince >= kLookUpEvery;
    if (parts.ports.followGrid && due) {
        parts.followedSince = now;
        lookUpFollowed(parts);
    }
    parts.liveGrid.tick(parts.followed);
}

} // namespace greenward::engine
