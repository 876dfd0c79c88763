#pragma once

#include "core/base/json_text.h"
#include "core/engine/grid_rows.h"

// The rows of the grid as JSON, by the rules of rows_json.h. A figure is never without its unit and signal.

namespace greenward::engine {

Json toJson(const GridPicture &picture);
Json toJson(const GridPercentileRow &row);
Json toJson(const GridShareRow &row);
Json toJson(const GridSourceRow &row);
Json toJson(const GridMappingRow &row);
Json toJson(const WindowDoctorRow &row);
Json toJson(const BestWindowRow &row);
Json toJson(const ForecastErrorRow &row);
Json toJson(const GridRefreshRow &row);
Json toJson(const MappingTestRow &row);
Json toJson(const StoredSeriesRow &row);

/// "closed", "open", "trial".
std::string_view breakerName(GridSourceRow::Breaker breaker);

} // namespace greenward::engine
