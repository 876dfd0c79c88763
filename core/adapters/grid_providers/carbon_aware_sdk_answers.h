#pragma once

#include "core/adapters/grid_providers/http_answer.h"
#include "core/grid/series.h"

#include <string_view>

// The web API of the Carbon Aware SDK (Green Software Foundation), run by the site itself. It does not tell which
// provider or signal stands behind it: the administrator says so, and it is handed in. Pure readers.

namespace greenward::adapters::carbon_aware_sdk {

/// What the administrator says about the gateway.
struct Behind
{
    Signal signal = Signal::Average;
    Gas gas = Gas::CO2e;
};

/// /emissions/bylocation. 204 is "no data now"; a rating of -1 is a null of the provider and is dropped.
grid::Answer<grid::Series> readEmissions(const HttpAnswer &answer, std::string_view location, Behind behind);
/// /emissions/forecasts/current: the first forecast of the answer. 501: the source has none (NotSupported).
grid::Answer<grid::Series> readForecast(const HttpAnswer &answer, std::string_view location, Behind behind);

} // namespace greenward::adapters::carbon_aware_sdk
