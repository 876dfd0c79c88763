#include "app/ctl/command_groups.h"
#include "app/ctl/grid_session.h"
#include "app/ctl/words.h"
#include "core/base/time_text.h"
#include "core/engine/json/grid_json.h"
#include "core/grid/signal_file.h"

#include <ostream>

namespace greenward::ctl {

namespace {

using engine::GridPicture;

struct HistoryOptions
{
    std::string region;
    std::string signal = "average";
    std::string since = "24h";
    std::optional<std::string> until;
    AskOptions ask;
};
struct ForecastOptions
{
    std::string region;
    std::string signal = "average";
    std::string ahead = "24h";
    AskOptions ask;
};
struct RefreshOptions
{
    std::vector<std::string> regions;
    std::string signal = "average";
    AskOptions ask;
};
struct ImportOptions
{
    std::string file;
};

void printHead(const GridPicture &picture, std::ostream &out)
{
    FactSheet facts;
    facts.add("region", picture.region.text());
    facts.add("signal", std::string(signalName(picture.signal)) + ", g " + std::string(gasName(picture.gas)) + "/kWh");
    if (!picture.provider.empty()) facts.add("provider", picture.provider + ", zone " + picture.zone);
    if (!picture.basis.empty()) facts.add("method", picture.basis);
    if (!picture.licence.empty()) facts.add("licence", picture.licence);
    if (picture.trailingMean)
        facts.add("mean of 24 h", picture.trailingMean->gramsText() + ", " + std::to_string(picture.trailingHours) +
                                      " of 24 h present");
    if (!picture.problem.empty()) facts.add("problem", picture.problem);
    facts.print(out);
}

void printPoints(const std::vector<GridPicture::Point> &points, std::ostream &out)
{
    Table table({{"FROM"}, {"G/KWH", Table::Align::Right}, {"KIND"}, {"METHOD"}});
    for (const GridPicture::Point &point : points)
        table.add({timeWords(point.from), point.value.gramsText(), std::string(grid::pointKindName(point.kind)),
                   orDash(point.method)});
    if (!table.isEmpty()) table.print(out);
}

/// Measured and estimated points as one list by time; each says which it is.
std::vector<GridPicture::Point> observedOf(const GridPicture &picture)
{
    std::vector<GridPicture::Point> all = picture.measured;
    all.insert(all.end(), picture.estimated.begin(), picture.estimated.end());
    std::ranges::sort(all, {}, &GridPicture::Point::from);
    return all;
}

Result<int> showHistory(Session &session, const HistoryOptions &options)
{
    prepareAsking(session, options.ask);
    CORE_TRY(const RegionName region, RegionName::parse(options.region));
    CORE_TRY(const Signal signal, parseSignal(options.signal));
    CORE_TRY(const Instant now, session.ask([](engine::Engine &engine) { return engine.now(); }));
    CORE_TRY(const Instant from, parseSince(options.since, now, "since"));
    CORE_TRY(const auto until, parseOptional(options.until, [&](auto text) { return parseSince(text, now, "until"); }));
    engine::GridQuery query{.regions = {region}, .signals = {signal}, .questions = {grid::Question::History}};
    query.history = std::chrono::ceil<std::chrono::hours>(now - from);
    CORE_CHECK(askSources(session, query, options.ask));
    CORE_TRY(const GridPicture picture, session.query([&](engine::Engine &engine) {
        return engine.gridPicture(region, signal, from, until.value_or(now + milliseconds{1}));
    }));
    session.show(engine::toJson(picture), [&picture](std::ostream &out) {
        printHead(picture, out);
        printPoints(observedOf(picture), out);
    });
    return kDone;
}

Result<int> showForecast(Session &session, const ForecastOptions &options)
{
    prepareAsking(session, options.ask);
    CORE_TRY(const RegionName region, RegionName::parse(options.region));
    CORE_TRY(const Signal signal, parseSignal(options.signal));
    CORE_TRY(const std::chrono::hours ahead, parseHours(options.ahead, "ahead"));
    engine::GridQuery query{.regions = {region}, .signals = {signal}};
    query.questions = {grid::Question::Now, grid::Question::History, grid::Question::Forecast};
    query.horizon = ahead;
    CORE_CHECK(askSources(session, query, options.ask));
    CORE_TRY(const Instant now, session.ask([](engine::Engine &engine) { return engine.now(); }));
    CORE_TRY(const GridPicture picture, session.query([&](engine::Engine &engine) {
        return engine.gridPicture(region, signal, now - std::chrono::hours{1}, now + ahead);
    }));
    session.show(engine::toJson(picture), [&picture](std::ostream &out) {
        printHead(picture, out);
        if (picture.forecastIssued) out << "forecast of " << timeWords(picture.forecastIssued) << '\n';
        printPoints(picture.forecast, out);
        for (const GridPicture::Window &window : picture.lowCarbon)
            out << "low carbon from " << timeWords(window.from) << " to " << timeWords(window.to) << ": "
                << window.mean.gramsText() << " g/kWh\n";
    });
    return kDone;
}

void printRefreshed(const std::vector<engine::GridRefreshRow> &rows, std::ostream &out)
{
    Table table({{"REGION"}, {"SIGNAL"}, {"QUESTION"}, {"ANSWERED BY"}, {"PROBLEMS"}});
    for (const engine::GridRefreshRow &row : rows) {
        std::string problems;
        for (const auto &one : row.problems)
            problems += (problems.empty() ? "" : "; ") + one.name + ": " + one.detail;
        table.add({row.region.text(), std::string(signalName(row.signal)), row.question, orDash(row.source),
                   orDash(problems)});
    }
    table.print(out);
}

Result<int> refresh(Session &session, const RefreshOptions &options)
{
    prepareAsking(session, options.ask);
    engine::GridQuery query;
    CORE_TRY(const Signal signal, parseSignal(options.signal));
    query.signals = {signal};
    query.questions = {grid::Question::Now, grid::Question::History, grid::Question::Forecast};
    query.fresh = true;
    for (const std::string &name : options.regions) {
        CORE_TRY(RegionName region, RegionName::parse(name));
        query.regions.push_back(std::move(region));
    }
    if (query.regions.empty()) {
        CORE_TRY(query.regions, session.ask([](engine::Engine &engine) {
            std::vector<RegionName> regions = engine.watchedRegions();
            for (const engine::GridRow &row : engine.grid())
                regions.push_back(row.region);
            return regions;
        }));
    }
    CORE_TRY(const auto rows, askSources(session, query, options.ask));
    Json json = Json::array();
    bool all = true;
    for (const engine::GridRefreshRow &row : rows) {
        json.push_back(engine::toJson(row));
        all = all && !row.source.empty();
    }
    session.show(json, [&rows](std::ostream &out) { printRefreshed(rows, out); });
    return all ? kDone : kUnreachable;
}

Result<int> importSignals(Session &session, const ImportOptions &options)
{
    CORE_TRY(const std::string text, session.world().readFile(options.file));
    CORE_TRY(auto series, grid::readSignalFile(text));
    CORE_TRY(const engine::Outcome outcome,
             session.apply(engine::ImportSignals{.series = std::move(series), .source = options.file}));
    session.show({{"file", jsonName(options.file)}, {"points", outcome.imported}},
                 [&outcome](std::ostream &out) { out << outcome.imported << " points are new or changed.\n"; });
    return kDone;
}

void declareRegion(CommandSyntax &command, std::string &region, std::string &signal)
{
    command.addOption("REGION", region, "us-east-1, DE, US-MIDA-PJM ...").required();
    command.addOption("--signal", signal, "average or marginal").showDefault();
}

} // namespace

void addGridSeriesCommands(CommandSyntax &group, Chosen &chosen)
{
    addCommand<HistoryOptions>(
        group, chosen, "history", "What was, point by point",
        [](CommandSyntax &command, HistoryOptions &options) {
            declareRegion(command, options.region, options.signal);
            command.addOption("--since", options.since, "A span before now (7d), or a time").showDefault();
            command.addOption("--until", options.until, "The same; now unless given");
            declareAsking(command, options.ask);
        },
        showHistory);
    addCommand<ForecastOptions>(
        group, chosen, "forecast", "What is expected, and when the grid is clean",
        [](CommandSyntax &command, ForecastOptions &options) {
            declareRegion(command, options.region, options.signal);
            command.addOption("--ahead", options.ahead, "How far").showDefault();
            declareAsking(command, options.ask);
        },
        showForecast);
    addCommand<RefreshOptions>(
        group, chosen, "refresh", "Ask the sources again: now, the last day and the forecast",
        [](CommandSyntax &command, RefreshOptions &options) {
            command.addOption("REGION", options.regions, "Those of the backends unless given");
            command.addOption("--signal", options.signal, "average or marginal").showDefault();
            declareAsking(command, options.ask);
        },
        refresh);
    addCommand<ImportOptions>(
        group, chosen, "import", "Take in recorded signals, CSV or JSON Lines",
        [](CommandSyntax &command, ImportOptions &options) {
            command.addOption("FILE", options.file, "Its columns: see docs/grid.md").required();
        },
        importSignals);
}

} // namespace greenward::ctl
