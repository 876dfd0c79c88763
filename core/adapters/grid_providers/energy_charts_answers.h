#pragma once

#include "core/adapters/grid_providers/http_answer.h"
#include "core/grid/series.h"

#include <string_view>

// Energy-Charts API of Fraunhofer ISE: average g CO2e per kWh of European countries in quarter hours, no key,
// CC BY 4.0. Pure readers of what came back.

namespace greenward::adapters::energy_charts {

/// /co2eq of a country ("de"). Measured values and the forecast are points of two kinds; they may jump where they meet.
/// BadAnswer for arrays of different lengths and times out of order: nothing of such an answer is used.
grid::Answer<grid::Series> readIntensity(const HttpAnswer &answer, std::string_view country);
/// /ren_share_forecast: the first share with a value.
grid::Answer<grid::SharePoint> readRenewableShare(const HttpAnswer &answer, std::string_view country);

} // namespace greenward::adapters::energy_charts
