#include "core/bus/energy_reading.h"

#include "core/base/json_fields.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>

namespace greenward::bus {
namespace {

constexpr std::string_view kSubject = "measurement";
constexpr std::array<std::string_view, 12> kMembers{"measurementId", "tenantId", "backendId",  "region",
                                                    "operationType", "energyWh", "watts",      "durationMs",
                                                    "boundary",      "source",   "quality",    "timestamp"};
constexpr std::size_t kLongestId = 128;
constexpr std::size_t kLongestOperation = 64;
constexpr std::size_t kLongestSource = 256;
constexpr std::int64_t kMostMicrowatts = 1'000'000'000'000'000;      // 1 GW
constexpr std::int64_t kMostMilliseconds = 366LL * 86'400 * 1000;    // a year
constexpr Int128 kMostNanowattHours = 9'000'000'000'000'000'000LL;   // as parseWattHours

Result<void> checkMembers(const Json &json)
{
    for (auto member = json.begin(); member != json.end(); ++member)
        if (std::find(kMembers.begin(), kMembers.end(), member.key()) == kMembers.end())
            return fail(ErrorCode::InvalidInput, escapedForDisplay(member.key()), "is not a member of a measurement");
    return {};
}

Result<std::string> shortText(const JsonFields &fields, const std::string &name, std::size_t longest)
{
    CORE_TRY(std::string text, fields.text(name));
    if (text.empty() || text.size() > longest || !isValidUtf8(text))
        return fail(ErrorCode::InvalidInput, name, "is not 1 to " + std::to_string(longest) + " bytes of UTF-8");
    return text;
}

/// watts x durationMs / 3,600,000 (U-12).
Result<Energy> energyOfPower(const JsonFields &fields)
{
    CORE_TRY(const std::string watts, fields.decimal("watts"));
    CORE_TRY(const std::int64_t microwatts, parseDecimal(watts, 6, "watts"));
    if (microwatts < 0 || microwatts > kMostMicrowatts)
        return fail(ErrorCode::InvalidInput, "watts", watts + " W is not within 0 to 1 GW");
    CORE_TRY(const std::int64_t duration, fields.integer("durationMs", 0, kMostMilliseconds));
    const Int128 nanowattHours = divideRounded(Int128{microwatts} * duration, 3600);
    if (nanowattHours > kMostNanowattHours)
        return fail(ErrorCode::InvalidInput, "watts", watts + " W over " + std::to_string(duration) +
                                                          " ms is more than 9 GWh");
    return Energy::fromNanowattHours(nanowattHours);
}

Result<Energy> energyOf(const JsonFields &fields)
{
    const bool power = fields.has("watts") || fields.has("durationMs");
    if (fields.has("energyWh") == power)
        return fail(ErrorCode::InvalidInput, "energyWh", "give either energyWh, or watts and durationMs");
    if (power) return energyOfPower(fields);
    CORE_TRY(const std::string text, fields.decimal("energyWh"));
    return parseWattHours(text, "energyWh");
}

Result<Quality> qualityOf(const std::string &text)
{
    for (const Quality quality : {Quality::Measured, Quality::Calculated, Quality::Estimated, Quality::Default})
        if (text == qualityName(quality)) return quality;
    return fail(ErrorCode::InvalidInput, "quality",
                "\"" + escapedForDisplay(text) + "\" is none of measured, calculated, estimated, default");
}

Result<void> readPlace(const JsonFields &fields, EnergyMeasured &measured)
{
    if (fields.has("backendId")) {
        CORE_TRY(const std::string text, fields.text("backendId"));
        CORE_TRY(measured.backend, BackendId::parse(text));
    }
    if (fields.has("region")) {
        CORE_TRY(const std::string text, fields.text("region"));
        CORE_TRY(measured.region, RegionName::parse(text));
    }
    if (fields.has("boundary")) {
        CORE_TRY(const std::string text, fields.text("boundary"));
        CORE_TRY(measured.boundary, parseBoundary(text, "boundary"));
    }
    return {};
}

} // namespace

Result<EnergyMeasured> energyMeasuredFromJson(const Json &json)
{
    CORE_TRY(const JsonFields fields, JsonFields::of(json, kSubject));
    CORE_CHECK(checkMembers(json));
    CORE_TRY(const std::string name, fields.text("tenantId"));
    CORE_TRY(TenantId tenant, TenantId::parse(name));
    EnergyMeasured measured{.measurementId = {}, .tenant = std::move(tenant), .operationType = "energy", .source = {}};
    CORE_TRY(measured.measurementId, shortText(fields, "measurementId", kLongestId));
    CORE_TRY(measured.energy, energyOf(fields));
    CORE_TRY(measured.at, fields.time("timestamp"));
    CORE_CHECK(readPlace(fields, measured));
    if (fields.has("operationType")) {
        CORE_TRY(measured.operationType, shortText(fields, "operationType", kLongestOperation));
    }
    if (fields.has("source")) {
        CORE_TRY(measured.source, shortText(fields, "source", kLongestSource));
    }
    if (fields.has("quality")) {
        CORE_TRY(const std::string text, fields.text("quality"));
        CORE_TRY(measured.quality, qualityOf(text));
    }
    return measured;
}

Result<Boundary> parseBoundary(std::string_view text, std::string_view field)
{
    for (const Boundary boundary : {Boundary::Component, Boundary::Server, Boundary::Facility})
        if (text == boundaryName(boundary)) return boundary;
    return fail(ErrorCode::InvalidInput, field,
                "\"" + escapedForDisplay(text) + "\" is none of component, server, facility");
}

std::string_view boundaryName(Boundary boundary)
{
    switch (boundary) {
    case Boundary::Component:
        return "component";
    case Boundary::Server:
        return "server";
    case Boundary::Facility:
        return "facility";
    }
    return "server";
}

} // namespace greenward::bus
