#include "core/grid/region_mappings.h"

#include "core/base/json_fields.h"

#include <algorithm>

namespace greenward::grid {
namespace {

constexpr std::size_t kLongestZone = 64;

bool isZoneLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.';
}

} // namespace

Result<void> checkMapping(const RegionMapping &mapping)
{
    for (const auto &[source, zone] : mapping.zones)
        if (zone.empty() || zone.size() > kLongestZone || !std::ranges::all_of(zone, isZoneLetter))
            return fail(ErrorCode::InvalidInput, "zone",
                        "\"" + zone + "\" is no zone: 1 to 64 letters, digits, _, - and . are");
    return {};
}

Json toJson(const RegionMapping &mapping)
{
    Json zones = Json::object();
    for (const auto &[source, zone] : mapping.zones)
        zones[source] = zone;
    Json json{{"region", mapping.region.text()}, {"zones", std::move(zones)}};
    if (mapping.at) {
        json["latitude"] = mapping.at->latitudeText();
        json["longitude"] = mapping.at->longitudeText();
    }
    return json;
}

Result<RegionMapping> regionMappingFrom(const Json &json)
{
    CORE_TRY(const JsonFields fields, JsonFields::of(json, "mapping"));
    CORE_TRY(const std::string name, fields.text("region"));
    CORE_TRY(RegionName region, RegionName::parse(name));
    RegionMapping mapping{std::move(region), {}, {}};
    CORE_TRY(const Json *zones, fields.member("zones"));
    if (!zones->is_object()) return fail(ErrorCode::InvalidInput, "zones", "is no object");
    for (const auto &[source, zone] : zones->items()) {
        if (!zone.is_string()) return fail(ErrorCode::InvalidInput, "zones", source + " is no text");
        mapping.zones[source] = zone.get<std::string>();
    }
    if (fields.has("latitude")) {
        CORE_TRY(const std::string latitude, fields.decimal("latitude"));
        CORE_TRY(const std::string longitude, fields.decimal("longitude"));
        CORE_TRY(mapping.at, parseCoordinates(latitude, longitude));
    }
    CORE_CHECK(checkMapping(mapping));
    return mapping;
}

} // namespace greenward::grid
