#include "app/ctl/command_groups.h"
#include "app/ctl/grid_session.h"
#include "app/ctl/words.h"
#include "core/base/time_text.h"
#include "core/engine/json/grid_json.h"

#include <ostream>

namespace greenward::ctl {

namespace {

struct BestOptions
{
    std::string region;
    std::string signal = "average";
    std::string length = "2h";
    std::string within = "24h";
    AskOptions ask;
};
struct DoctorOptions
{
    std::string region;
    std::string signal = "average";
    std::string begin = "2";
    std::string length = "2h";
};
struct ErrorsOptions
{
    std::string region;
    std::string signal = "average";
};

Result<int> showBest(Session &session, const BestOptions &options)
{
    prepareAsking(session, options.ask);
    CORE_TRY(const RegionName region, RegionName::parse(options.region));
    CORE_TRY(const Signal signal, parseSignal(options.signal));
    CORE_TRY(const std::chrono::hours length, parseHours(options.length, "length"));
    CORE_TRY(const std::chrono::hours within, parseHours(options.within, "within"));
    engine::GridQuery query{.regions = {region}, .signals = {signal}};
    query.questions = {grid::Question::Now, grid::Question::Forecast};
    query.horizon = within;
    CORE_CHECK(askSources(session, query, options.ask));
    CORE_TRY(const engine::BestWindowRow row, session.query([&](engine::Engine &engine) {
        return engine.bestWindow(region, signal, length, engine.now() + within);
    }));
    session.show(engine::toJson(row), [&row](std::ostream &out) {
        FactSheet facts;
        facts.add("region", row.region.text());
        facts.add("window", timeWords(row.from) + " to " + timeWords(row.to));
        facts.add("expected", row.expected.gramsText() + " g/kWh, " + std::string(signalName(row.signal)));
        facts.add("pessimistic",
                  row.errorsKnown ? row.pessimistic.gramsText() + " g/kWh" : "not known: too few past forecasts");
        facts.add("provider", row.provider + ", zone " + row.zone);
        facts.add("forecast of", timeWords(row.forecastIssued));
        facts.print(out);
    });
    return kDone;
}

Result<int> showDoctor(Session &session, const DoctorOptions &options)
{
    CORE_TRY(const RegionName region, RegionName::parse(options.region));
    CORE_TRY(const Signal signal, parseSignal(options.signal));
    CORE_TRY(const int begin, parseCount(options.begin, 0, 23, "begin"));
    CORE_TRY(const std::chrono::hours length, parseHours(options.length, "length"));
    CORE_TRY(const engine::WindowDoctorRow row, session.query([&](engine::Engine &engine) {
        return engine.windowDoctor(region, signal, begin, static_cast<int>(length.count()));
    }));
    session.show(engine::toJson(row), [&row](std::ostream &out) {
        FactSheet facts;
        facts.add("region", row.region.text());
        facts.add("window", std::to_string(row.beginHour) + ":00 UTC, " + std::to_string(row.length) + " h");
        facts.add("in the window", row.inWindow.gramsText() + " g/kWh, " + std::string(signalName(row.signal)));
        facts.add("all day", row.mean.gramsText() + " g/kWh");
        facts.add("difference", ratioWords(row.penaltyMillionths * 100, 1) + " %");
        facts.add("best begin", std::to_string(row.bestHour) + ":00 UTC, " + row.atBestHour.gramsText() + " g/kWh");
        facts.add("rests on", std::to_string(row.days) + " days of " + row.provider + ", zone " + row.zone);
        facts.print(out);
    });
    return kDone;
}

Result<int> showErrors(Session &session, const ErrorsOptions &options)
{
    CORE_TRY(const RegionName region, RegionName::parse(options.region));
    CORE_TRY(const Signal signal, parseSignal(options.signal));
    CORE_TRY(const auto rows,
             session.query([&](engine::Engine &engine) { return engine.forecastErrors(region, signal); }));
    Json json = Json::array();
    for (const engine::ForecastErrorRow &row : rows)
        json.push_back(engine::toJson(row));
    session.show(json, [&rows](std::ostream &out) {
        using enum Table::Align;
        Table table({{"HOURS AHEAD", Right}, {"CASES", Right}, {"BIAS G/KWH", Right}, {"MEAN ERROR G/KWH", Right}});
        for (const engine::ForecastErrorRow &row : rows)
            table.add({std::to_string(row.hoursAhead), std::to_string(row.cases), decimalText(row.biasMilligrams, 3),
                       decimalText(row.meanAbsoluteMilligrams, 3)});
        if (table.isEmpty())
            out << "Too few past forecasts are stored to tell.\n";
        else
            table.print(out);
    });
    return kDone;
}

} // namespace

void addGridWindowCommands(CommandSyntax &group, Chosen &chosen)
{
    addCommand<BestOptions>(
        group, chosen, "best", "When to run something, by the forecast",
        [](CommandSyntax &command, BestOptions &options) {
            command.addOption("REGION", options.region, "Where it runs").required();
            command.addOption("--signal", options.signal, "average or marginal").showDefault();
            command.addOption("--length", options.length, "How long it takes").showDefault();
            command.addOption("--within", options.within, "It ends before").showDefault();
            declareAsking(command, options.ask);
        },
        showBest);
    addCommand<DoctorOptions>(
        group, chosen, "window-doctor", "What a fixed daily window has cost over the stored past",
        [](CommandSyntax &command, DoctorOptions &options) {
            command.addOption("REGION", options.region, "Where it runs").required();
            command.addOption("--signal", options.signal, "average or marginal").showDefault();
            command.addOption("--begin", options.begin, "Hour of UTC, 0 to 23").showDefault();
            command.addOption("--length", options.length, "1h to 23h").showDefault();
        },
        showDoctor);
    addCommand<ErrorsOptions>(
        group, chosen, "forecast-errors", "How good the stored forecasts have been",
        [](CommandSyntax &command, ErrorsOptions &options) {
            command.addOption("REGION", options.region, "Whose forecasts").required();
            command.addOption("--signal", options.signal, "average or marginal").showDefault();
        },
        showErrors);
}

} // namespace greenward::ctl
