#include "core/engine/show/show.h"

#include "core/engine/parts.h"

namespace greenward::engine {
namespace {

GridRow rowOf(const grid::RegionRow &from)
{
    GridRow row{.region = from.place.name};
    row.place = from.place.location;
    row.country = from.place.country;
    row.zone = from.place.zone;
    row.watttimeRegion = from.place.watttimeRegion;
    row.figure = from.figure;
    row.backends = from.backends;
    return row;
}

} // namespace

std::vector<GridRow> showGrid(const Parts &parts)
{
    std::vector<GridRow> rows;
    for (const grid::RegionRow &row : parts.grid.rows())
        rows.push_back(rowOf(row));
    return rows;
}

Result<GridRow> showRegion(const Parts &parts, const RegionName &region, Signal signal)
{
    CORE_TRY(const grid::RegionRow row, parts.grid.lookUp(region, signal));
    return rowOf(row);
}

} // namespace greenward::engine
