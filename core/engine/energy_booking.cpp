#include "core/engine/energy_booking.h"

#include "core/base/utf8.h"
#include "core/bus/payload_json.h"
#include "core/engine/json/rows_json.h"
#include "core/engine/parts.h"

namespace greenward::engine {
namespace {

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

} // namespace

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

Result<EnergyBooked> bookEnergy(Parts &parts, const bus::EnergyMeasured &measured)
{
    const EnergyDesk desk = parts.energyDesk();
    CORE_TRY(EnergyFactors factors, factorsOf(desk, measured));
    CORE_TRY(const EnergyBooked booked, bookAt(desk, measured, std::move(factors)));
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
