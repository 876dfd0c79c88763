#pragma once

#include "core/engine/replay/world.h"

#include <array>

// The lines about energy and the grid: more to read than the others.

namespace greenward::engine {

/// C-70's members; `energy_wh`, or `watts` with `duration_ms`.
inline constexpr std::array<std::string_view, 12> kEnergyMembers{
    "measurement_id", "tenant",      "backend",  "region", "operation", "energy_wh",
    "watts",          "duration_ms", "boundary", "source", "quality",   "happened_at"};
inline constexpr std::array<std::string_view, 10> kSampleMembers{
    "region",   "intensity_g_per_kwh", "signal", "zone", "point_time", "provider", "method", "source", "licence",
    "estimated"};

Result<bus::EnergyMeasured> measurementOf(const JsonFields &fields, Instant now);
Result<grid::GridSample> sampleOf(const JsonFields &fields, Instant now);

} // namespace greenward::engine
