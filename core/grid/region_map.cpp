#include "core/grid/region_map.h"

#include "core/base/joined.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

namespace greenward::grid {
namespace {

constexpr std::string_view kUnplaced = "on-premises";
constexpr std::string_view kOwnSite = "site:";

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Edit distance without regard to case. Names are at most 64 bytes, so this is small.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

Place makePlace(const std::string &name, PlaceKind kind)
{
    Place place{RegionName::parse(name).value(), kind, {}, {}, {}, {}, {}, {}};
    return place;
}

/// A place of the operator's own: only a mapping can say what grid it draws from.
Place ownSite(const RegionName &name)
{
    Place place = makePlace(name.text(), PlaceKind::Unplaced);
    place.location = "own site";
    return place;
}

/// Names in the tables that cannot be region names (a stray blank, a star) are no places.
bool isName(const std::string &text)
{
    return RegionName::parse(text).has_value();
}

} // namespace

std::string_view placeKindName(PlaceKind kind)
{
    switch (kind) {
    case PlaceKind::CloudRegion:
        return "cloud region";
    case PlaceKind::GridZone:
        return "grid zone";
    case PlaceKind::Country:
        return "country";
    case PlaceKind::Unplaced:
        return "unplaced site";
    }
    return "country";
}

RegionMap::RegionMap(const Tables &tables)
{
    Place unplaced = makePlace(std::string(kUnplaced), PlaceKind::Unplaced);
    unplaced.location = "a site without a region";
    add(std::string(kUnplaced), std::move(unplaced));
    addCountries(tables);
    addZones(tables);
    addCloudRegions(tables);
}

void RegionMap::addCountries(const Tables &tables)
{
    for (const CountryYear &row : tables.countryYears) {
        if (row.country.size() != 2 || !isName(row.country)) continue; // EU27, WORLD ...: groups
        Place place = makePlace(row.country, PlaceKind::Country);
        place.location = row.name;
        place.country = row.country;
        place.zone = row.country;
        add(row.country, std::move(place));
    }
}

void RegionMap::addZones(const Tables &tables)
{
    std::set<std::string> zones;
    for (const CloudRegion &row : tables.regions)
        zones.insert(row.electricityMapsZone);
    for (const RegionYear &row : tables.regionYears)
        zones.insert(row.zone);
    for (const std::string &zone : zones) {
        // A zone is named after its country: "DE" is the country itself, "US-MIDA-PJM" lies in it.
        if (zone.size() < 2 || !isName(zone) || m_places.contains(zone)) continue;
        Place place = makePlace(zone, PlaceKind::GridZone);
        place.country = zone.substr(0, 2);
        place.location = "grid zone " + zone;
        place.zone = zone;
        add(zone, std::move(place));
    }
}

void RegionMap::addCloudRegions(const Tables &tables)
{
    std::map<std::pair<std::string, std::string>, Place> places;
    const auto placeOf = [&places](const std::string &provider, const std::string &region) -> Place * {
        const std::string full = provider + ":" + region;
        if (provider.empty() || region.empty() || !isName(full)) return nullptr;
        Place &place = places.try_emplace({provider, region}, makePlace(full, PlaceKind::CloudRegion)).first->second;
        place.provider = provider;
        place.cloudRegion = region;
        return &place;
    };
    for (const CloudRegion &row : tables.regions) {
        Place *place = placeOf(row.provider, row.region);
        if (!place) continue;
        place->location = row.location + ", " + row.country;
        place->country = row.country;
        place->zone = row.electricityMapsZone;
        place->watttimeRegion = row.watttimeRegion;
    }
    for (const RegionYear &row : tables.regionYears) {
        Place *place = placeOf(row.provider, row.region);
        if (!place) continue;
        if (place->location.empty()) place->location = row.location + ", " + row.country;
        if (place->country.empty()) place->country = row.country;
        if (place->zone.empty()) place->zone = row.zone;
    }
    for (const auto &[key, place] : places) {
        add(key.first + ":" + key.second, place);
        if (isName(key.second)) add(key.second, place);
    }
}

void RegionMap::add(std::string name, Place place)
{
    m_places[std::move(name)].push_back(std::move(place));
}

Result<Place> RegionMap::resolve(const RegionName &name) const
{
    const auto at = m_places.find(name.text());
    if (at == m_places.end() && name.text().starts_with(kOwnSite)) return ownSite(name);
    if (at == m_places.end()) return unknown(name.text());
    if (at->second.size() > 1) {
        std::vector<std::string> full;
        for (const Place &place : at->second)
            full.push_back(place.name.text());
        return fail(ErrorCode::InvalidInput, "region",
                    "\"" + name.text() + "\" is a region of several providers; write " + joined(full, " or "));
    }
    Place place = at->second.front();
    place.name = name;
    return place;
}

std::vector<RegionName> RegionMap::known() const
{
    std::vector<RegionName> names;
    for (const auto &[spelling, places] : m_places) {
        const Place &place = places.front();
        const bool prefixed = place.kind == PlaceKind::CloudRegion && spelling == place.name.text();
        const auto isShort = [&](const std::string &text) {
            const auto at = m_places.find(text);
            return at != m_places.end() && at->second.size() == 1;
        };
        if (places.size() > 1 || (prefixed && isShort(place.cloudRegion))) continue;
        names.push_back(RegionName::parse(spelling).value());
    }
    return names;
}

Unexpected<Error> RegionMap::unknown(const std::string &name) const
{
    constexpr std::size_t kMostSuggestions = 3;
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const RegionName &known : this->known())
        near.emplace_back(distance(name, known.text()), known.text());
    std::sort(near.begin(), near.end());
    std::vector<std::string> suggestions;
    for (const auto &[steps, text] : near)
        if (steps <= std::max<std::size_t>(2, name.size() / 3) && suggestions.size() < kMostSuggestions)
            suggestions.push_back(text);
    const std::string help = suggestions.empty() ? "use a cloud region (us-east-1), a grid zone (US-MIDA-PJM) or an "
                                                   "ISO country code (SE)"
                                                 : "did you mean " + joined(suggestions, ", ") + "?";
    return fail(ErrorCode::InvalidInput, "region", "\"" + name + "\" is not a known region; " + help);
}

} // namespace greenward::grid
