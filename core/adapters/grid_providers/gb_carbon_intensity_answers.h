#pragma once

#include "core/adapters/grid_providers/http_answer.h"
#include "core/grid/series.h"

// GB Carbon Intensity API of the National Energy System Operator: average g CO2 per kWh of Great Britain in half
// hours, no key, CC BY 4.0. Pure readers of what came back.

namespace greenward::adapters::gb_carbon_intensity {

inline constexpr std::string_view kZone = "GB";

/// /intensity and its ranges. `actual` becomes a measured point; where it is null, `forecast` becomes a forecast point.
/// Overlapping rows of adjacent ranges are the same rows.
grid::Answer<grid::Series> readIntensity(const HttpAnswer &answer);
/// /generation: the share of wind, solar and hydro in the present mix.
grid::Answer<grid::SharePoint> readRenewableShare(const HttpAnswer &answer);

} // namespace greenward::adapters::gb_carbon_intensity
