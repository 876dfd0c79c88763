#pragma once

#include "core/base/json_text.h"
#include "core/bus/payloads.h"

namespace greenward::bus {

/// Reads one measurement by the schema of C-70: measurementId, tenantId, backendId, region, operationType, energyWh or
/// (watts, durationMs), boundary, source, quality, timestamp. Strict: a member that is unknown, of another kind or out
/// of range is InvalidInput naming it. May be left out: backendId, region, operationType ("energy"), boundary
/// ("server"), source, quality ("measured"). Decimals may be numbers or text.
Result<EnergyMeasured> energyMeasuredFromJson(const Json &json);

/// "component", "server" or "facility".
Result<Boundary> parseBoundary(std::string_view text, std::string_view field);
std::string_view boundaryName(Boundary boundary);

} // namespace greenward::bus
