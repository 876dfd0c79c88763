#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/engine/json/rows_json.h"

#include <algorithm>
#include <ostream>

namespace greenward::ctl {

namespace {

using engine::GridRow;

struct RegionOption
{
    std::string region;
};
struct ZonesOptions
{
    std::string like;
};

std::string orDash(const std::string &text)
{
    return text.empty() ? "-" : text;
}

/// How a figure came to be; no figure is shown without: "country year average of 2024, estimated".
std::string standing(const GridFigure &figure)
{
    std::string text = nameWords(originName(figure.origin));
    if (figure.year) text += " of " + std::to_string(*figure.year);
    return text + ", " + nameWords(qualityName(figure.quality));
}

void printFigure(const GridRow &row, std::ostream &out)
{
    const GridFigure &figure = row.figure;
    FactSheet facts;
    facts.add("region", row.region.text() + (row.place.empty() ? "" : " (" + row.place + ")"));
    facts.add("intensity", figure.value.gramsText() + " g " + std::string(gasName(figure.gas)) + "/kWh, " +
                               std::string(signalName(figure.signal)));
    facts.add("standing", standing(figure));
    if (!figure.zone.empty()) facts.add("zone", figure.zone);
    if (!figure.method.empty()) facts.add("method", figure.method);
    if (!figure.source.empty()) facts.add("source", figure.source);
    if (!figure.licence.empty()) facts.add("licence", figure.licence);
    if (!figure.note.empty()) facts.add("note", figure.note);
    facts.print(out);
}

Result<int> showNow(Session &session, const RegionOption &options)
{
    CORE_TRY(const RegionName region, RegionName::parse(options.region));
    CORE_TRY(const GridRow row, session.query([&](engine::Engine &engine) { return engine.lookUpRegion(region); }));
    session.show(engine::toJson(row), [&row](std::ostream &out) { printFigure(row, out); });
    return kDone;
}

Result<int> listInUse(Session &session, const NoOptions &)
{
    CORE_TRY(const auto rows, session.ask([](engine::Engine &engine) { return engine.grid(); }));
    session.show(engine::toJson(rows), [&rows](std::ostream &out) {
        using enum Table::Align;
        Table table({{"REGION"}, {"PLACE"}, {"G/KWH", Right}, {"SIGNAL"}, {"STANDING"}});
        for (const auto &row : rows) {
            table.add({row.region.text(), orDash(row.place), row.figure.value.gramsText(),
                       std::string(signalName(row.figure.signal)), standing(row.figure)});
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

void addGridCommands(CLI::App &root, Chosen &chosen)
{
    CLI::App &group = addGroup(root, "grid", "Carbon intensity of electricity");
    addCommand<RegionOption>(
        group, chosen, "now", "A region's intensity and where the figure comes from",
        [](CLI::App &command, RegionOption &options) {
            command.add_option("REGION", options.region, "us-east-1, aws:us-east-1, US-MIDA-PJM, SE ...")->required();
        },
        showNow);
    addCommand<NoOptions>(
        group, chosen, "list", "The regions of your backends", [](CLI::App &, NoOptions &) {}, listInUse);
    addCommand<ZonesOptions>(
        group, chosen, "zones", "What each known region maps to",
        [](CLI::App &command, ZonesOptions &options) {
            command.add_option("--like", options.like, "Only names that contain this")->type_name("TEXT");
        },
        listZones);
}

} // namespace greenward::ctl
