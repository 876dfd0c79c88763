#pragma once

#include "core/grid/series.h"
#include "core/units/ids.h"

#include <string_view>
#include <vector>

namespace greenward::grid {

/// One region's points of one signal, as a file has them.
struct RecordedSeries
{
    RegionName region;
    Series series;        ///< provider and zone are left to whoever imports it
    std::size_t line = 0; ///< where the region is first named, for errors about it
};

/// Recorded signals, as CSV with a header or as JSON Lines; docs/grid.md names the columns. As a whole or not at all:
/// InvalidInput naming the field, with the line in its detail. Two lines about the same moment that disagree, a length
/// of more than a day and a forecast without its time of issue are errors. Pure.
Result<std::vector<RecordedSeries>> readSignalFile(std::string_view text);

} // namespace greenward::grid
