#include "core/engine/energy_booking.h"

#include "core/base/utf8.h"
#include "core/bus/payload_json.h"
#include "core/engine/json/rows_json.h"
#include "core/engine/parts.h"

#include <algorithm>

namespace greenward::engine {
namespace {

constexpr Pue kNone = Pue::fromMillionths(1'000'000);

Json pueJson(Pue pue)
{
    return jsonDecimal(pue.millionths(), 6);
}

/// Measurement and factors beside one another: how the figure was computed.
void keepProvenance(Parts &parts, const bus::EnergyMeasured &measured, const EnergyBooked &booked)
{
    Json json = bus::toJson(measured);
    json["bookedGrams"] = jsonDecimal(booked.usage.booked.micrograms(), 6);
    json["duplicate"] = booked.usage.duplicate;
    json["pue"] = pueJson(booked.factors.pue);
    json["intensity"] = toJson(booked.factors.intensity);
    store::Transaction transaction;
    transaction.events.push_back({0, parts.clock().now(), std::string(bus::info(bus::Topic::EnergyMeasured).name),
                                  measured.tenant.text(), jsonText(json)});
    // The usage itself is durable; this explains it.
    parts.ports.store->submit(std::move(transaction), [](const Result<store::CommitInfo> &) {});
    parts.ports.changes->mark(Area::Activity);
}

void audit(Parts &parts, const std::string &what, const bus::EnergyMeasured &measured, const Error &error)
{
    Json body = bus::toJson(measured);
    body["problem"] = {{"code", errorCodeName(error.code)}, {"subject", error.subject}, {"detail", error.detail}};
    store::Transaction transaction;
    transaction.audit.push_back({parts.clock().now(), "greenward", what,
                                 "tenant " + escapedForDisplay(measured.tenant.text()), jsonText(body)});
    parts.ports.store->submit(std::move(transaction), [](const Result<store::CommitInfo> &) {});
}

Result<store::UsageRecord> usageBy(const EnergyFactors &factors, const bus::EnergyMeasured &measured,
                                   EmissionMeter &meter)
{
    if (measured.energy < Energy{})
        return fail(ErrorCode::InvalidInput, "energyWh", measured.energy.wattHoursText() + " Wh is negative");
    CORE_TRY(const GramsCO2e amount, meter.add(measured.energy, factors.intensity.value, factors.pue));
    return store::UsageRecord{measured.tenant,
                              measured.at,
                              amount,
                              measured.operationType,
                              measured.measurementId.empty() ? std::string() : "energy:" + measured.measurementId,
                              std::max(measured.quality, factors.intensity.quality)};
}

} // namespace

Result<EnergyFactors> factorsOf(Parts &parts, const bus::EnergyMeasured &measured)
{
    EnergyFactors factors{.intensity = {}, .pue = kNone, .warnings = {}};
    std::optional<RegionName> region = measured.region;
    if (measured.backend) {
        CORE_TRY(const BackendSpec spec, parts.placement.spec(*measured.backend));
        if (!region) region = spec.region;
        if (measured.boundary != bus::Boundary::Facility) factors.pue = spec.pue;
    } else if (measured.boundary != bus::Boundary::Facility) {
        factors.warnings.emplace_back("no backend named: energy is taken as it is, without a PUE");
    }
    if (!region) region = parts.budgets.row(measured.tenant).config.region;
    if (region) {
        CORE_TRY(factors.intensity, parts.bus.request(bus::CurrentIntensity{*region, Signal::Average, measured.at}));
        return factors;
    }
    factors.intensity = parts.grid.defaultFigure();
    factors.warnings.emplace_back("no backend or region named: " + factors.intensity.value.gramsText() + " g/kWh, " +
                                  factors.intensity.note);
    return factors;
}

bus::EnergyMeasured measurementOf(const RecordEnergy &command, Instant now)
{
    return {.measurementId = command.key,
            .tenant = command.tenant,
            .backend = command.backend,
            .region = command.region,
            .operationType = command.operation,
            .energy = command.energy,
            .boundary = command.boundary,
            .source = command.source,
            .quality = command.quality,
            .at = command.at.value_or(now)};
}

Result<store::UsageRecord> usageOf(Parts &parts, const bus::EnergyMeasured &measured)
{
    CORE_TRY(const EnergyFactors factors, factorsOf(parts, measured));
    return usageBy(factors, measured, parts.meters[measured.tenant]);
}

Result<EnergyBooked> bookEnergy(Parts &parts, const bus::EnergyMeasured &measured)
{
    CORE_TRY(EnergyFactors factors, factorsOf(parts, measured));
    EmissionMeter meter = parts.meters[measured.tenant];
    CORE_TRY(const store::UsageRecord record, usageBy(factors, measured, meter));
    CORE_TRY(budget::UsageOutcome usage, parts.budgets.recordUsage(record));
    if (!usage.duplicate) parts.meters[measured.tenant] = meter;
    EnergyBooked booked{std::move(factors), usage};
    keepProvenance(parts, measured, booked);
    return booked;
}

void bookPublished(Parts &parts, const bus::EnergyMeasured &measured)
{
    auto booked = bookEnergy(parts, measured);
    if (booked) return;
    const ErrorCode code = booked.error().code;
    const bool nowhere = code == ErrorCode::UnknownName || code == ErrorCode::InvalidInput;
    if (nowhere && (measured.backend || measured.region)) {
        bus::EnergyMeasured elsewhere = measured;
        elsewhere.backend.reset();
        elsewhere.region.reset();
        if (bookEnergy(parts, elsewhere)) return audit(parts, "energy.default", measured, booked.error());
    }
    audit(parts, "energy.refused", measured, booked.error());
}

} // namespace greenward::engine
