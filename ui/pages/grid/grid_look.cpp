#include "ui/pages/grid/grid_look.h"

#include "core/engine/engine.h"

#include <algorithm>

namespace greenward::ui {

GridLook lookAtGrid(const engine::Engine &engine, Instant now)
{
    GridLook look{engine.grid(), engine.watchedRegions(), engine.gridSources(), now};
    for (const RegionName &region : look.watched) {
        const bool used = std::ranges::find(look.rows, region, &engine::GridRow::region) != look.rows.end();
        if (auto row = engine.lookUpRegion(region); row && !used) look.rows.push_back(*std::move(row));
    }
    std::ranges::sort(look.rows, {}, [](const engine::GridRow &row) { return row.region.text(); });
    return look;
}

std::vector<GridPlace> gridPlaces(const GridRows &from)
{
    std::vector<GridPlace> places;
    for (const engine::GridRow &row : from.look.rows) {
        GridPlace place{.row = row};
        place.watched =
            row.backends.empty() && std::ranges::find(from.look.watched, row.region) != from.look.watched.end();
        place.shown = !from.hidden.contains(QString::fromStdString(row.region.text()));
        const auto picture = std::ranges::find(from.pictures, row.region, &engine::GridPicture::region);
        if (from.averages)
            place.figure = row.figure;
        else if (picture != from.pictures.end())
            place.figure = picture->latest;
        if (from.colored && picture != from.pictures.end() && !picture->provider.empty())
            place.color = from.colorAt(static_cast<int>(picture - from.pictures.begin()));
        places.push_back(std::move(place));
    }
    return places;
}

} // namespace greenward::ui
