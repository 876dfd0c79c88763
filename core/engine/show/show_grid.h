#pragma once

#include "core/base/error.h"
#include "core/engine/grid_rows.h"
#include "core/grid/provider.h"

// Rows out of the grid: pure translation and the analyses of core/grid. Engine thread only; reads the series store.

namespace greenward::engine {

struct Parts;

Result<GridPicture> showGridPicture(const Parts &parts, const RegionName &region, Signal signal, Instant from,
                                    Instant until);
std::vector<GridSourceRow> showGridSources(const Parts &parts);
Result<GridMappingRow> showGridMapping(const Parts &parts, const RegionName &region);
std::vector<GridMappingRow> showGridMappings(const Parts &parts);
Result<GridPercentileRow> showGridPercentile(const Parts &parts, const RegionName &region);
Result<GridShareRow> showGridShare(const Parts &parts, const RegionName &region);
Result<WindowDoctorRow> showWindowDoctor(const Parts &parts, const RegionName &region, Signal signal, int beginHour,
                                         int length);
Result<BestWindowRow> showBestWindow(const Parts &parts, const RegionName &region, Signal signal,
                                     std::chrono::hours length, Instant deadline);
Result<std::vector<ForecastErrorRow>> showForecastErrors(const Parts &parts, const RegionName &region, Signal signal);
Result<std::vector<StoredSeriesRow>> showStoredSeries(const Parts &parts);

/// "now", "history", "forecast", "percentile", "renewable share".
std::string_view questionName(grid::Question question);

} // namespace greenward::engine
