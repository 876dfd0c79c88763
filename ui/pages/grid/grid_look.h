#pragma once

#include "core/engine/grid_rows.h"
#include "core/engine/rows.h"
#include "ui/models/grid_model.h"

#include <QSet>

#include <functional>
#include <span>
#include <vector>

namespace greenward::engine {
class Engine;
}

namespace greenward::ui {

/// What the Grid page asks for together, so that table, chart and sources speak of the same moment.
struct GridLook
{
    std::vector<engine::GridRow> rows; ///< in use and watched, by name
    std::vector<RegionName> watched;
    std::vector<engine::GridSourceRow> sources;
    Instant now;
};
/// On the engine thread.
GridLook lookAtGrid(const engine::Engine &engine, Instant now);

/// The table's rows: each region with what is said about it under the signal looked at, and the colour of its line.
struct GridRows
{
    const GridLook &look;
    std::span<const engine::GridPicture> pictures; ///< drawn, in the order of their colours
    const QSet<QString> &hidden;
    bool averages = true; ///< the figures of the rows themselves count, else those of the pictures
    bool colored = true;  ///< each line is of another region
    std::function<QColor(int)> colorAt;
};
std::vector<GridPlace> gridPlaces(const GridRows &from);

} // namespace greenward::ui
