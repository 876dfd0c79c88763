#include "app/ctl/command_groups.h"
#include "app/ctl/grid_session.h"
#include "app/ctl/words.h"
#include "core/engine/json/grid_json.h"
#include "core/engine/json/rows_json.h"

#include <algorithm>
#include <ostream>

namespace greenward::ctl {

namespace {

using engine::GridRow;

struct NowOptions
{
    std::string region;
    std::string signal = "average";
    AskOptions ask;
};

Json problemsJson(const std::vector<engine::GridRefreshRow> &asked)
{
    Json list = Json::array();
    for (const engine::GridRefreshRow &row : asked)
        for (const auto &one : row.problems)
            list.push_back({{"source", one.source}, {"trouble", one.trouble}, {"detail", jsonName(one.detail)}});
    return list;
}

void printFigure(const GridRow &row, Instant now, std::ostream &out)
{
    const GridFigure &figure = row.figure;
    FactSheet facts;
    facts.add("region", row.region.text() + (row.place.empty() ? "" : " (" + row.place + ")"));
    facts.add("intensity", figure.value.gramsText() + " g " + std::string(gasName(figure.gas)) + "/kWh, " +
                               std::string(signalName(figure.signal)));
    facts.add("standing", standing(figure, now));
    if (!figure.provider.empty()) facts.add("provider", figure.provider);
    if (!figure.zone.empty()) facts.add("zone", figure.zone);
    if (figure.pointTime) facts.add("point time", timeWords(figure.pointTime));
    if (!figure.method.empty()) facts.add("method", figure.method);
    if (!figure.source.empty() && figure.source != figure.provider) facts.add("source", figure.source);
    if (!figure.licence.empty()) facts.add("licence", figure.licence);
    if (!figure.note.empty()) facts.add("note", figure.note);
    facts.print(out);
}

/// A service that does not answer is another failure than a name nobody knows.
Error failureOf(const Error &error, const std::vector<engine::GridRefreshRow> &asked)
{
    const auto isDown = [](const auto &problem) {
        return problem.trouble == "down" || problem.trouble == "rate_limited" || problem.trouble == "bad_answer";
    };
    const bool down = std::ranges::any_of(
        asked, [&](const engine::GridRefreshRow &row) { return std::ranges::any_of(row.problems, isDown); });
    if (error.code != ErrorCode::NotFound || !down) return error;
    return {ErrorCode::Unreachable, error.subject, error.detail};
}

Result<int> showPercentile(Session &session, const RegionName &region, const AskOptions &ask)
{
    CORE_TRY(const auto asked,
             askSources(session, {.regions = {region}, .questions = {grid::Question::Percentile}}, ask));
    const auto row = session.query([&](engine::Engine &engine) { return engine.gridPercentile(region); });
    if (!row) return Unexpected{failureOf(row.error(), asked)};
    session.show(engine::toJson(*row), [&row](std::ostream &out) {
        FactSheet facts;
        facts.add("region", row->region.text());
        facts.add("percentile", ratioWords(row->value.millionths(), 2) +
                                    " of 100 against the next 24 hours, 100 = dirtiest; no figure of mass");
        facts.add("provider", row->provider);
        facts.add("zone", row->zone);
        facts.add("point time", timeWords(row->pointTime));
        facts.print(out);
    });
    return kDone;
}

Result<int> showNow(Session &session, const NowOptions &options)
{
    CORE_TRY(const RegionName region, RegionName::parse(options.region));
    CORE_TRY(const Signal signal, parseSignal(options.signal));
    prepareAsking(session, options.ask);
    if (signal == Signal::Percentile) return showPercentile(session, region, options.ask);
    CORE_TRY(const auto asked, askSources(session, {.regions = {region}, .signals = {signal}}, options.ask));
    const auto row = session.query([&](engine::Engine &engine) { return engine.lookUpRegion(region, signal); });
    if (!row) return Unexpected{failureOf(row.error(), asked)};
    CORE_TRY(const Instant now, session.ask([](engine::Engine &engine) { return engine.now(); }));
    Json json = engine::toJson(*row);
    json["age_s"] = row->figure.pointTime
                        ? jsonDecimal(std::chrono::floor<std::chrono::seconds>(now - *row->figure.pointTime).count(), 0)
                        : Json(nullptr);
    json["problems"] = problemsJson(asked);
    session.show(json, [&](std::ostream &out) { printFigure(*row, now, out); });
    return kDone;
}

} // namespace

void declareAsking(CommandSyntax &command, AskOptions &options)
{
    command.addFlag("--stored", options.stored, "Ask nobody: only what is known already");
    command.addOption("--wait", options.wait, "How long to wait for the services").showDefault();
}

void addGridNowCommand(CommandSyntax &group, Chosen &chosen)
{
    addCommand<NowOptions>(
        group, chosen, "now", "A region's intensity and where the figure comes from",
        [](CommandSyntax &command, NowOptions &options) {
            command.addOption("REGION", options.region, "us-east-1, aws:us-east-1, US-MIDA-PJM, SE ...").required();
            command.addOption("--signal", options.signal, "average, marginal or percentile").showDefault();
            declareAsking(command, options.ask);
        },
        showNow);
}

} // namespace greenward::ctl
