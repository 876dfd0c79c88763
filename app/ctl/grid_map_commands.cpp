#include "app/ctl/command_groups.h"
#include "app/ctl/grid_session.h"
#include "app/ctl/words.h"
#include "core/base/time_text.h"
#include "core/engine/json/grid_json.h"

#include <future>
#include <ostream>

namespace greenward::ctl {

namespace {

using engine::GridMappingRow;

struct ShowOptions
{
    std::optional<std::string> region;
};
struct SetOptions
{
    std::string region;
    std::vector<std::string> zones; ///< "watttime=PJM_DC"
    std::optional<std::string> latitude;
    std::optional<std::string> longitude;
    bool clear = false;
};
struct TestOptions
{
    std::string region;
    std::string source;
    std::string zone;
    std::string wait = "20s";
};
struct WatchOptions
{
    std::vector<std::string> regions;
    bool none = false;
};

void printMappings(const std::vector<GridMappingRow> &rows, std::ostream &out)
{
    Table table({{"REGION"}, {"SOURCE"}, {"ZONE"}, {"SET BY"}});
    for (const GridMappingRow &row : rows)
        for (const auto &[source, zone] : row.zones)
            table.add({row.region.text(), source, zone, row.own.contains(source) ? "you" : "table"});
    if (table.isEmpty())
        out << "No region has been mapped by you; the tables count.\n";
    else
        table.print(out);
}

Result<int> showMap(Session &session, const ShowOptions &options)
{
    CORE_TRY(const auto region, parseOptional(options.region, RegionName::parse));
    std::vector<GridMappingRow> rows;
    if (region) {
        CORE_TRY(GridMappingRow row,
                 session.query([&](engine::Engine &engine) { return engine.gridMapping(*region); }));
        rows.push_back(std::move(row));
    } else {
        CORE_TRY(rows, session.ask([](engine::Engine &engine) { return engine.gridMappings(); }));
    }
    Json json = Json::array();
    for (const GridMappingRow &row : rows)
        json.push_back(engine::toJson(row));
    session.show(region ? json[0] : json, [&rows](std::ostream &out) { printMappings(rows, out); });
    return kDone;
}

Result<int> setMap(Session &session, const SetOptions &options)
{
    CORE_TRY(RegionName region, RegionName::parse(options.region));
    engine::SetRegionMapping command{std::move(region), {}, options.latitude, options.longitude};
    if (!options.clear) {
        CORE_TRY(const GridMappingRow now,
                 session.query([&](engine::Engine &engine) { return engine.gridMapping(command.region); }));
        command.zones = now.own;
        if (!command.latitude) command.latitude = now.latitude;
        if (!command.longitude) command.longitude = now.longitude;
    }
    for (const std::string &one : options.zones) {
        const auto equals = one.find('=');
        if (equals == std::string::npos || equals == 0)
            return fail(ErrorCode::InvalidInput, "zone", "\"" + one + "\" is not SOURCE=ZONE, as watttime=PJM_DC");
        const std::string source = one.substr(0, equals);
        if (equals + 1 == one.size())
            command.zones.erase(source);
        else
            command.zones[source] = one.substr(equals + 1);
    }
    CORE_CHECK(session.apply(std::move(command)));
    return showMap(session, {options.region});
}

Result<int> testMap(Session &session, const TestOptions &options)
{
    session.useSecrets();
    CORE_TRY(const RegionName region, RegionName::parse(options.region));
    CORE_TRY(const std::chrono::seconds wait, parseDuration(options.wait, "wait"));
    const auto promise = std::make_shared<std::promise<engine::MappingTestRow>>();
    auto answer = promise->get_future();
    CORE_CHECK(session.query([&](engine::Engine &engine) {
        return engine.testMapping(region, options.source, options.zone,
                                  [promise](engine::MappingTestRow row) { promise->set_value(std::move(row)); });
    }));
    if (answer.wait_for(wait) != std::future_status::ready)
        return fail(ErrorCode::Unreachable, options.source, "did not answer within " + options.wait);
    const engine::MappingTestRow row = answer.get();
    session.show(engine::toJson(row), [&row](std::ostream &out) {
        if (row.figure)
            out << row.source << " knows zone " << row.zone << ": " << row.figure->value.gramsText() << " g/kWh, "
                << signalName(row.figure->signal) << ", " << timeWords(row.figure->pointTime) << '\n';
        else
            out << row.source << ", zone " << row.zone << ": " << row.detail << '\n';
    });
    return row.figure ? kDone : kUnreachable;
}

Result<int> watch(Session &session, const WatchOptions &options)
{
    if (!options.regions.empty() || options.none) {
        engine::WatchRegions command;
        for (const std::string &name : options.regions) {
            CORE_TRY(RegionName region, RegionName::parse(name));
            command.regions.push_back(std::move(region));
        }
        CORE_CHECK(session.apply(std::move(command)));
    }
    CORE_TRY(const auto regions, session.ask([](engine::Engine &engine) { return engine.watchedRegions(); }));
    Json json = Json::array();
    for (const RegionName &region : regions)
        json.push_back(region.text());
    session.show(json, [&regions](std::ostream &out) {
        if (regions.empty()) out << "No regions are watched beside those of the backends.\n";
        for (const RegionName &region : regions)
            out << region.text() << '\n';
    });
    return kDone;
}

} // namespace

void addGridMapCommands(CommandSyntax &group, Chosen &chosen)
{
    CommandSyntax map = group.addGroup("map", "What regions are called at the sources");
    addCommand<ShowOptions>(
        map, chosen, "show", "One region's zones, or all that you have mapped",
        [](CommandSyntax &command, ShowOptions &options) {
            command.addOption("REGION", options.region, "us-east-1, DE, on-premises ...");
        },
        showMap);
    addCommand<SetOptions>(
        map, chosen, "set", "Say what a region is called at a source",
        [](CommandSyntax &command, SetOptions &options) {
            command.addOption("REGION", options.region, "us-east-1, DE, on-premises ...").required();
            command.addOption("--zone", options.zones, "SOURCE=ZONE, repeatable; SOURCE= takes it away");
            command.addOption("--latitude", options.latitude, "Of an own site, decimal degrees");
            command.addOption("--longitude", options.longitude, "East is positive");
            command.addFlag("--clear", options.clear, "Forget what was set before");
        },
        setMap);
    addCommand<TestOptions>(
        map, chosen, "test", "Ask a source whether it knows the zone",
        [](CommandSyntax &command, TestOptions &options) {
            command.addOption("REGION", options.region, "us-east-1, DE ...").required();
            command.addOption("--source", options.source, "As in `grid sources`").required();
            command.addOption("--zone", options.zone, "Another one than it is mapped to");
            command.addOption("--wait", options.wait, "How long").showDefault();
        },
        testMap);
    addCommand<WatchOptions>(
        group, chosen, "watch", "Regions kept up to date beside those of the backends",
        [](CommandSyntax &command, WatchOptions &options) {
            command.addOption("REGION", options.regions, "In place of those before; none given: show them");
            command.addFlag("--none", options.none, "Watch no others");
        },
        watch);
}

} // namespace greenward::ctl
