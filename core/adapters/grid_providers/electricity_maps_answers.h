#pragma once

#include "core/adapters/grid_providers/http_answer.h"
#include "core/grid/series.h"

#include <string>
#include <string_view>
#include <vector>

// Electricity Maps API v4 and v3: average intensity in g CO2e per kWh, by default flow-traced and over the life cycle.
// Pure readers of what came back. Nulls are gaps, values of a trial key are refused (Sandbox).

namespace greenward::adapters::electricity_maps {

/// What an answer other than 200 means. A 401 is either a wrong key or a zone that is not in the plan (C-22).
grid::ProviderProblem problem(const HttpAnswer &answer);

/// carbon-intensity latest or past: one row.
grid::Answer<grid::Series> readLatest(const HttpAnswer &answer, std::string_view zone);
/// carbon-intensity history ("history") and past-range ("data").
grid::Answer<grid::Series> readHistory(const HttpAnswer &answer, std::string_view zone);
/// carbon-intensity forecast. Rows need not be evenly spaced.
grid::Answer<grid::Series> readForecast(const HttpAnswer &answer, std::string_view zone);
/// Renewable share: renewable-energy latest (v4) or power-breakdown latest (v3, G-23).
grid::Answer<grid::SharePoint> readRenewableShare(const HttpAnswer &answer, std::string_view zone);

struct Zone
{
    std::string zone;                ///< "DK-DK2"
    std::string name;                ///< "East Denmark"
    std::vector<std::string> access; ///< "carbon-intensity/latest", or "*"; empty: asked without a key
};
/// zones, by zone. What a key may ask is discovered here, never assumed.
grid::Answer<std::vector<Zone>> readZones(const HttpAnswer &answer);

} // namespace greenward::adapters::electricity_maps
