#include "core/grid/region_mappings.h"

#include "core/base/decimal.h"
#include "core/base/json_fields.h"

#include <algorithm>

namespace greenward::grid {
namespace {

constexpr int kDegreePlaces = 6;
constexpr std::size_t kLongestZone = 64;

Result<std::int64_t> degrees(std::string_view text, std::int64_t most, std::string_view field)
{
    CORE_TRY(const std::int64_t value, parseDecimal(text, kDegreePlaces, field));
    if (value < -most * 1'000'000 || value > most * 1'000'000)
        return fail(ErrorCode::InvalidInput, std::string(field),
                    "\"" + std::string(text) + "\" is not between -" + std::to_string(most) + " and " +
                        std::to_string(most) + " degrees");
    return value;
}

bool isZoneLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.';
}

} // namespace

Result<Coordinates> parseCoordinates(std::string_view latitude, std::string_view longitude)
{
    Coordinates at;
    CORE_TRY(at.latitude, degrees(latitude, 90, "latitude"));
    CORE_TRY(at.longitude, degrees(longitude, 180, "longitude"));
    return at;
}

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
        json["latitude"] = decimalText(mapping.at->latitude, kDegreePlaces);
        json["longitude"] = decimalText(mapping.at->longitude, kDegreePlaces);
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
