#include "core/engine/energy_desk.h"

#include "core/base/json_fields.h"
#include "core/base/json_text.h"
#include "core/base/utf8.h"

#include <algorithm>

namespace greenward::engine {
namespace {

constexpr const char *kCarried = "carried_femto_ug"; // 10^-15 micrograms
constexpr Pue kNoOverhead = Pue::fromMillionths(1'000'000);

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

Result<Meters> loadMeters(const store::StateStore &store)
{
    Meters meters;
    CORE_TRY(const auto documents, store.documents(store::Collection::Meter));
    for (const store::Document &document : documents) {
        const std::string subject = "meter " + escapedForDisplay(document.id);
        CORE_TRY(TenantId tenant, TenantId::parse(document.id));
        CORE_TRY(const Json json, parseJson(document.json, subject));
        CORE_TRY(const JsonFields fields, JsonFields::of(json, subject));
        CORE_TRY(const std::int64_t carried, fields.integer(kCarried, 0, INT64_MAX));
        CORE_TRY(const EmissionMeter meter, EmissionMeter::carrying(carried));
        meters.insert_or_assign(std::move(tenant), meter);
    }
    return meters;
}

store::DocumentWrite meterWrite(const TenantId &tenant, const EmissionMeter &meter)
{
    return {store::Collection::Meter, tenant.text(), jsonText(Json{{kCarried, meter.carried()}})};
}

Result<EnergyFactors> factorsOf(const EnergyDesk &desk, const bus::EnergyMeasured &measured)
{
    EnergyFactors factors{.intensity = {}, .pue = kNoOverhead, .warnings = {}};
    std::optional<RegionName> region = measured.region;
    if (measured.backend) {
        CORE_TRY(const BackendSpec spec, desk.placement.spec(*measured.backend));
        if (!region) region = spec.region;
        if (measured.boundary != bus::Boundary::Facility) factors.pue = spec.pue;
    } else if (measured.boundary != bus::Boundary::Facility) {
        factors.warnings.emplace_back("no backend named: energy is taken as it is, without a PUE");
    }
    if (!region) region = desk.budgets.row(measured.tenant).config.region;
    if (region) {
        CORE_TRY(factors.intensity, desk.bus.request(bus::CurrentIntensity{*region, Signal::Average, measured.at}));
        return factors;
    }
    factors.intensity = desk.grid.defaultFigure();
    factors.warnings.emplace_back("no backend or region named: " + factors.intensity.value.gramsText() + " g/kWh, " +
                                  factors.intensity.note);
    return factors;
}

Result<store::UsageRecord> usageOf(const EnergyDesk &desk, const bus::EnergyMeasured &measured)
{
    CORE_TRY(const EnergyFactors factors, factorsOf(desk, measured));
    return usageBy(factors, measured, desk.meters[measured.tenant]);
}

Result<EnergyBooked> bookAt(const EnergyDesk &desk, const bus::EnergyMeasured &measured, EnergyFactors factors)
{
    EmissionMeter meter = desk.meters[measured.tenant];
    CORE_TRY(const store::UsageRecord record, usageBy(factors, measured, meter));
    CORE_TRY(const budget::UsageOutcome usage, desk.budgets.recordUsage(record, {meterWrite(measured.tenant, meter)}));
    if (!usage.duplicate) desk.meters[measured.tenant] = meter;
    return EnergyBooked{std::move(factors), usage};
}

} // namespace greenward::engine
