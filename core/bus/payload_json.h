#pragma once

#include "core/base/json_text.h"
#include "core/bus/payloads.h"

// Events as the event log and event streams write them: camelCase members as in SPEC, grams as exact decimals.

namespace greenward::bus {

Json toJson(const BudgetSet &event);
Json toJson(const BudgetUsage &event);
Json toJson(const BudgetThreshold &event);
Json toJson(const BudgetExhausted &event);
Json toJson(const ThrottleApplied &event);
Json toJson(const PlacementDecision &event);
Json toJson(const BatchPlanned &event);
Json toJson(const BatchComplete &event);
Json toJson(const EnergyMeasured &event);
Json toJson(const BackendRegistered &event);
Json toJson(const IntensityProblem &event);

} // namespace greenward::bus
