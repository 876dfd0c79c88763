#include "core/engine/replay/grid_lines.h"

#include "core/base/time_text.h"

namespace greenward::engine {
namespace {

constexpr std::int64_t kMostMilliseconds = 366LL * 24 * 3'600'000;

Result<std::string> optionalText(const JsonFields &fields, const std::string &name)
{
    if (!fields.has(name)) return std::string();
    return fields.text(name);
}

Result<Instant> optionalTime(const JsonFields &fields, const std::string &name, Instant otherwise)
{
    if (!fields.has(name)) return otherwise;
    return fields.time(name);
}

/// `energy_wh`, or `watts` times `duration_ms`: W x ms / 3,600,000 are watt-hours (U-12).
Result<Energy> energyOf(const JsonFields &fields)
{
    if (fields.has("energy_wh") == fields.has("watts"))
        return fail(ErrorCode::InvalidInput, "energy_wh", "either energy_wh or watts with duration_ms is needed");
    if (fields.has("energy_wh")) {
        CORE_TRY(const std::string text, fields.decimal("energy_wh"));
        return parseWattHours(text, "energy_wh");
    }
    CORE_TRY(const std::string text, fields.decimal("watts"));
    CORE_TRY(const std::int64_t microwatts, parseDecimal(text, 6, "watts"));
    if (microwatts < 0) return fail(ErrorCode::InvalidInput, "watts", "\"" + text + "\" is negative");
    CORE_TRY(const std::int64_t duration, fields.integer("duration_ms", 0, kMostMilliseconds));
    return Energy::fromNanowattHours(divideRounded(Int128{microwatts} * duration, 3'600));
}

Result<bus::Boundary> boundaryOf(const JsonFields &fields)
{
    if (!fields.has("boundary")) return bus::Boundary::Server;
    CORE_TRY(const std::string name, fields.text("boundary"));
    if (name == "component") return bus::Boundary::Component;
    if (name == "server") return bus::Boundary::Server;
    if (name == "facility") return bus::Boundary::Facility;
    return fail(ErrorCode::InvalidInput, "boundary", "\"" + name + "\" is not component, server or facility");
}

Result<Quality> qualityOf(const JsonFields &fields)
{
    if (!fields.has("quality")) return Quality::Measured;
    CORE_TRY(const std::string name, fields.text("quality"));
    for (const Quality quality : {Quality::Measured, Quality::Calculated, Quality::Estimated, Quality::Default})
        if (name == qualityName(quality)) return quality;
    return fail(ErrorCode::InvalidInput, "quality",
                "\"" + name + "\" is not measured, calculated, estimated or default");
}

} // namespace

Result<bus::EnergyMeasured> measurementOf(const JsonFields &fields, Instant now)
{
    CORE_TRY(const std::string name, fields.text("tenant"));
    CORE_TRY(TenantId tenant, TenantId::parse(name));
    bus::EnergyMeasured measured{.measurementId = {}, .tenant = std::move(tenant)};
    CORE_TRY(measured.measurementId, optionalText(fields, "measurement_id"));
    if (fields.has("backend")) {
        CORE_TRY(const std::string backend, fields.text("backend"));
        CORE_TRY(measured.backend, BackendId::parse(backend));
    }
    if (fields.has("region")) {
        CORE_TRY(const std::string region, fields.text("region"));
        CORE_TRY(measured.region, RegionName::parse(region));
    }
    CORE_TRY(measured.operationType, optionalText(fields, "operation"));
    if (measured.operationType.empty()) measured.operationType = "measured";
    CORE_TRY(measured.energy, energyOf(fields));
    CORE_TRY(measured.boundary, boundaryOf(fields));
    CORE_TRY(measured.source, optionalText(fields, "source"));
    CORE_TRY(measured.quality, qualityOf(fields));
    CORE_TRY(measured.at, optionalTime(fields, "happened_at", now));
    return measured;
}

Result<grid::GridSample> sampleOf(const JsonFields &fields, Instant now)
{
    CORE_TRY(const std::string name, fields.text("region"));
    CORE_TRY(RegionName region, RegionName::parse(name));
    GridFigure figure;
    CORE_TRY(const std::string value, fields.decimal("intensity_g_per_kwh"));
    CORE_TRY(figure.value, parseGramsPerKwh(value, "intensity_g_per_kwh"));
    if (fields.has("signal")) {
        CORE_TRY(const std::string signal, fields.text("signal"));
        CORE_TRY(figure.signal, parseSignal(signal));
    }
    CORE_TRY(figure.pointTime, optionalTime(fields, "point_time", now));
    if (*figure.pointTime > now)
        return fail(ErrorCode::InvalidInput, "point_time", toRfc3339(*figure.pointTime) + " is in the future");
    CORE_TRY(figure.zone, optionalText(fields, "zone"));
    CORE_TRY(figure.provider, optionalText(fields, "provider"));
    CORE_TRY(figure.method, optionalText(fields, "method"));
    CORE_TRY(figure.source, optionalText(fields, "source"));
    CORE_TRY(figure.licence, optionalText(fields, "licence"));
    figure.estimated = false;
    if (fields.has("estimated")) {
        CORE_TRY(figure.estimated, fields.flag("estimated"));
    }
    figure.quality = figure.estimated ? Quality::Estimated : Quality::Measured;
    figure.origin = Origin::Live;
    figure.fetchedAt = now;
    return grid::GridSample{std::move(region), std::move(figure)};
}

} // namespace greenward::engine
