#pragma once

#include "core/adapters/grid_providers/http_answer.h"
#include "core/grid/series.h"

#include <string>
#include <string_view>
#include <vector>

// WattTime API v3 as documented at docs.watttime.org: marginal emissions (MOER) in lb CO2 per MWh, and a percentile
// that is no emission figure at all (C-18). Pure readers of what came back.

namespace greenward::adapters::watttime {

/// Which data a request was for decides what an error means.
enum class Asked { Login, Data };

/// What an answer other than 200 means: a 403 page or a 401 is an expired token, a 403 document is the plan (C-21).
grid::ProviderProblem problem(const HttpAnswer &answer, Asked asked);

/// The bearer token, opaque, at most 16 KiB. It must not reach any log.
grid::Answer<std::string> readLogin(const HttpAnswer &answer);

/// /v3/forecast: from now on, in g CO2 per kWh. BadAnswer for other units, signals and regions.
grid::Answer<grid::Series> readForecast(const HttpAnswer &answer, std::string_view region);
/// /v3/historical: what was, imputed values marked estimated.
grid::Answer<grid::Series> readHistorical(const HttpAnswer &answer, std::string_view region);
/// /v3/forecast/historical: one series per time of issue.
grid::Answer<std::vector<grid::Series>> readPastForecasts(const HttpAnswer &answer, std::string_view region);
/// /v3/signal-index.
grid::Answer<grid::PercentilePoint> readSignalIndex(const HttpAnswer &answer, std::string_view region);

struct Region
{
    std::string region; ///< "PSCO"
    std::string name;   ///< "Public Service Co of Colorado"
};
/// /v3/region-from-loc. NotCovered outside all regions.
grid::Answer<Region> readRegion(const HttpAnswer &answer);

/// What the account may ask, from /v3/my-access.
struct Access
{
    std::string signalType; ///< "co2_moer"
    std::string region;
    std::string endpoint; ///< "v3/forecast"
    friend auto operator<=>(const Access &, const Access &) = default;
};
/// Sorted.
grid::Answer<std::vector<Access>> readAccess(const HttpAnswer &answer);

} // namespace greenward::adapters::watttime
