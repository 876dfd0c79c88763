#include "core/engine/json/rehearsal_json.h"

namespace greenward::engine {

Json toJson(const RehearsalEffect &effect)
{
    return {{"operations", effect.operations},
            {"delayed", effect.delayed},
            {"refused", effect.refused},
            {"waiting_ms", effect.waiting.count()},
            {"recorded_g", jsonDecimal(effect.recorded.micrograms(), 6)},
            {"avoided_g", jsonDecimal(effect.avoided.micrograms(), 6)},
            {"refusing_periods", effect.refusingPeriods},
            {"first_delay", jsonTime(effect.firstDelay)},
            {"first_refusal", jsonTime(effect.firstRefusal)}};
}

Json toJson(const Rehearsal &rehearsal)
{
    Json tenants = Json::array();
    for (const RehearsalRow &row : rehearsal.tenants)
        tenants.push_back(
            {{"tenant", jsonName(row.tenant.text())}, {"as_is", toJson(row.asIs)}, {"changed", toJson(row.changed)}});
    return {{"from", jsonTime(rehearsal.from)},
            {"to", jsonTime(rehearsal.to)},
            {"as_is", toJson(rehearsal.asIs)},
            {"changed", toJson(rehearsal.changed)},
            {"tenants", std::move(tenants)}};
}

} // namespace greenward::engine
