#include "core/bus/payload_json.h"

#include "core/base/time_text.h"
#include "core/bus/energy_reading.h"

namespace greenward::bus {
namespace {

Json grams(GramsCO2e amount)
{
    return jsonDecimal(amount.micrograms(), 6);
}
Json grams(const std::optional<GramsCO2e> &amount)
{
    return amount ? grams(*amount) : Json(nullptr);
}

} // namespace

Json toJson(const BudgetSet &event)
{
    return {{"tenantId", event.tenant.text()},
            {"budgetGrams", grams(event.limit)},
            {"unlimited", !event.limit.has_value()},
            {"period", periodName(event.period)},
            {"softThresholdPercent", jsonDecimal(event.soft.millionths(), 6)},
            {"hardLimitPercent", jsonDecimal(event.hard.millionths(), 6)},
            {"removed", event.removed}};
}

Json toJson(const BudgetUsage &event)
{
    Json json{{"tenantId", event.tenant.text()},         {"usageGrams", grams(event.usage)},
              {"usedGrams", grams(event.used)},          {"remainingGrams", grams(event.remaining)},
              {"throttleLevel", levelName(event.level)}, {"operationType", event.operationType},
              {"timestamp", toRfc3339(event.at)}};
    if (event.expired) json["reservationExpired"] = true;
    return json;
}

Json toJson(const BudgetThreshold &event)
{
    return {{"tenantId", event.tenant.text()},
            {"throttleLevel", levelName(event.level)},
            {"usedGrams", grams(event.used)},
            {"budgetGrams", grams(event.limit)},
            {"timestamp", toRfc3339(event.at)}};
}

Json toJson(const BudgetExhausted &event)
{
    return {{"tenantId", event.tenant.text()},
            {"usedGrams", grams(event.used)},
            {"budgetGrams", grams(event.limit)},
            {"refusedGrams", grams(event.refused)},
            {"timestamp", toRfc3339(event.at)}};
}

Json toJson(const ThrottleApplied &event)
{
    return {{"tenantId", event.tenant.text()},
            {"result", resultName(event.result)},
            {"throttleLevel", levelName(event.level)},
            {"delayMs", event.delay.count()},
            {"timestamp", toRfc3339(event.at)}};
}

Json toJson(const PlacementDecision &event)
{
    Json alternatives = Json::array();
    for (const BackendId &id : event.alternatives)
        alternatives.push_back(id.text());
    return {{"decisionId", number(event.id)},
            {"backendId", event.chosen.text()},
            {"alternatives", alternatives},
            {"sizeBytes", event.size.bytes()},
            {"months", event.months},
            {"signal", signalName(event.signal)},
            {"estimatedGrams", grams(event.estimated)},
            {"provisional", event.provisional},
            {"timestamp", toRfc3339(event.at)}};
}

Json toJson(const BatchPlanned &event)
{
    return {{"batchId", number(event.batch)},           {"tenantId", event.tenant.text()},
            {"targetBackendId", event.target.text()},   {"objects", event.objects},
            {"sizeBytes", event.size.bytes()},          {"ownCostGrams", grams(event.ownCost)},
            {"netSavingGrams", grams(event.netSaving)}, {"timestamp", toRfc3339(event.at)}};
}

Json toJson(const BatchComplete &event)
{
    return {{"batchId", number(event.batch)},
            {"tenantId", event.tenant.text()},
            {"state", event.state},
            {"moved", event.moved},
            {"failed", event.failed},
            {"skipped", event.skipped},
            {"movedSizeBytes", event.movedSize.bytes()},
            {"bookedGrams", grams(event.booked)},
            {"timestamp", toRfc3339(event.at)}};
}

Json toJson(const EnergyMeasured &event)
{
    return {{"measurementId", event.measurementId},
            {"tenantId", event.tenant.text()},
            {"backendId", event.backend ? Json(event.backend->text()) : Json(nullptr)},
            {"region", event.region ? Json(event.region->text()) : Json(nullptr)},
            {"operationType", event.operationType},
            {"energyWh", jsonDecimal(event.energy.nanowattHours(), 9)},
            {"boundary", boundaryName(event.boundary)},
            {"source", event.source},
            {"quality", qualityName(event.quality)},
            {"timestamp", toRfc3339(event.at)}};
}

Json toJson(const BackendRegistered &event)
{
    return {{"backendId", event.spec.id.text()},
            {"region", event.spec.region.text()},
            {"kind", driverKindName(event.spec.driver)},
            {"renewablePercent", jsonDecimal(event.spec.renewable.millionths(), 6)},
            {"pue", jsonDecimal(event.spec.pue.millionths(), 6)},
            {"wue", event.spec.wue ? jsonDecimal(event.spec.wue->millionths(), 6) : Json(nullptr)},
            {"removed", event.removed}};
}

Json toJson(const IntensityProblem &event)
{
    return {{"source", event.source},
            {"zone", event.zone.empty() ? Json(nullptr) : Json(event.zone)},
            {"signal", signalName(event.signal)},
            {"trouble", event.trouble.empty() ? Json(nullptr) : Json(event.trouble)},
            {"detail", event.detail.empty() ? Json(nullptr) : Json(event.detail)},
            {"timestamp", toRfc3339(event.at)}};
}

} // namespace greenward::bus
