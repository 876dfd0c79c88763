#include "app/ctl/command_groups.h"
#include "app/ctl/grid_session.h"
#include "app/ctl/words.h"
#include "core/engine/json/rows_json.h"

#include <algorithm>
#include <ostream>

namespace greenward::ctl {

namespace {

using engine::GridRow;

struct ZonesOptions
{
    std::string like;
};

Result<int> listInUse(Session &session, const NoOptions &)
{
    CORE_TRY(const auto rows, session.ask([](engine::Engine &engine) { return engine.grid(); }));
    CORE_TRY(const Instant now, session.ask([](engine::Engine &engine) { return engine.now(); }));
    session.show(engine::toJson(rows), [&](std::ostream &out) {
        using enum Table::Align;
        Table table({{"REGION"}, {"PLACE"}, {"G/KWH", Right}, {"SIGNAL"}, {"STANDING"}});
        for (const auto &row : rows) {
            table.add({row.region.text(), orDash(row.place), row.figure.value.gramsText(),
                       std::string(signalName(row.figure.signal)), standing(row.figure, now)});
        }
        if (table.isEmpty()) {
            out << "No region is in use yet. Backends bring theirs: greenwardctl backend add ...\n";
        } else {
            table.print(out);
        }
    });
    return kDone;
}

/// All known regions, asked for one by one on the engine's thread in a single visit.
std::vector<GridRow> knownRows(engine::Engine &engine, const std::string &like)
{
    std::vector<GridRow> rows;
    for (const RegionName &region : engine.knownRegions()) {
        if (region.text().find(like) == std::string::npos) continue;
        if (auto row = engine.lookUpRegion(region)) rows.push_back(*std::move(row));
    }
    return rows;
}

Result<int> listZones(Session &session, const ZonesOptions &options)
{
    CORE_TRY(const auto rows, session.ask([&](engine::Engine &engine) { return knownRows(engine, options.like); }));
    session.show(engine::toJson(rows), [&rows](std::ostream &out) {
        Table table(
            {{"REGION"}, {"PLACE"}, {"COUNTRY"}, {"ELECTRICITY MAPS"}, {"WATTTIME"}, {"G/KWH", Table::Align::Right}});
        for (const auto &row : rows) {
            table.add({row.region.text(), orDash(row.place), orDash(row.country), orDash(row.zone),
                       orDash(row.watttimeRegion), row.figure.value.gramsText()});
        }
        table.print(out);
    });
    return kDone;
}

} // namespace

void addGridCommands(CommandSyntax &root, Chosen &chosen)
{
    CommandSyntax group = root.addGroup("grid", "Carbon intensity of electricity");
    addGridNowCommand(group, chosen);
    addCommand<NoOptions>(
        group, chosen, "list", "The regions of your backends", [](CommandSyntax &, NoOptions &) {}, listInUse);
    addCommand<ZonesOptions>(
        group, chosen, "zones", "What each known region maps to",
        [](CommandSyntax &command, ZonesOptions &options) {
            command.addOption("--like", options.like, "Only names that contain this").typeName("TEXT");
        },
        listZones);
    addGridSourceCommands(group, chosen);
    addGridSeriesCommands(group, chosen);
    addGridWindowCommands(group, chosen);
    addGridMapCommands(group, chosen);
}

} // namespace greenward::ctl
