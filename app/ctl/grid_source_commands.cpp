#include "app/ctl/command_groups.h"
#include "app/ctl/grid_session.h"
#include "app/ctl/words.h"
#include "core/base/time_text.h"
#include "core/engine/json/grid_json.h"

#include <algorithm>
#include <future>
#include <ostream>

namespace greenward::ctl {

namespace {

using engine::GridSourceRow;

struct SetOptions
{
    std::string name;
    std::optional<std::string> url;
    std::optional<std::string> enabled;
    std::optional<std::string> priority;
    std::optional<std::string> ttl;
    std::optional<std::string> signal;
};

struct AccessOptions
{
    std::string name;
    std::string wait = "20s";
};

std::string signalWords(const std::vector<Signal> &signals)
{
    std::string words;
    for (const Signal signal : signals)
        words += (words.empty() ? "" : ", ") + std::string(signalName(signal));
    return words;
}

/// What stands in the way of it, or that nothing does; the first thing to act on.
std::string stateWords(const GridSourceRow &row)
{
    if (!row.enabled) return "off";
    if (!row.configured) return "no credentials";
    if (row.breaker == GridSourceRow::Breaker::Open)
        return "paused for " +
               spanWords(std::chrono::ceil<std::chrono::seconds>(row.pausedFor.value_or(milliseconds{0})));
    if (!row.trouble.empty()) return nameWords(row.trouble);
    return row.lastSuccess ? "up" : "not asked yet";
}

void printSources(const std::vector<GridSourceRow> &rows, std::ostream &out)
{
    using enum Table::Align;
    Table table({{"SOURCE"}, {"SIGNALS"}, {"PRIORITY", Right}, {"STATE"}, {"LAST SUCCESS"}, {"URL"}});
    for (const GridSourceRow &row : rows)
        table.add({row.id, signalWords(row.signals), std::to_string(row.priority), stateWords(row),
                   timeWords(row.lastSuccess), orDash(row.url)});
    table.print(out);
    for (const GridSourceRow &row : rows) {
        if (!row.problem.empty()) out << row.id << ": " << row.problem << '\n';
        for (const GridSourceRow::Refusal &one : row.refusals)
            out << row.id << ", " << one.zone << ", " << one.question << ": " << one.detail << '\n';
    }
}

Result<int> listSources(Session &session, const NoOptions &)
{
    session.useSecrets();
    CORE_TRY(const auto rows, session.ask([](engine::Engine &engine) { return engine.gridSources(); }));
    Json json = Json::array();
    for (const GridSourceRow &row : rows)
        json.push_back(engine::toJson(row));
    session.show(json, [&rows](std::ostream &out) { printSources(rows, out); });
    return kDone;
}

Result<int> setSource(Session &session, const SetOptions &options)
{
    session.useSecrets();
    engine::SetGridSource command{.id = options.name, .url = options.url};
    CORE_TRY(command.enabled, parseOptional(options.enabled, [](auto text) { return parseYesNo(text, "enabled"); }));
    CORE_TRY(command.priority,
             parseOptional(options.priority, [](auto text) { return parseCount(text, 0, 99, "priority"); }));
    CORE_TRY(command.cacheFor, parseOptional(options.ttl, [](auto text) { return parseDuration(text, "ttl"); }));
    CORE_TRY(command.signal, parseOptional(options.signal, parseSignal));
    CORE_CHECK(session.apply(std::move(command)));
    CORE_TRY(const auto rows, session.ask([](engine::Engine &engine) { return engine.gridSources(); }));
    const auto row = std::ranges::find(rows, options.name, &GridSourceRow::id);
    if (row == rows.end()) return fail(ErrorCode::Internal, "source", "is gone");
    session.show(engine::toJson(*row), [&](std::ostream &out) { printSources({*row}, out); });
    return kDone;
}

Result<int> showAccess(Session &session, const AccessOptions &options)
{
    CORE_TRY(const std::chrono::seconds wait, parseDuration(options.wait, "wait"));
    session.useSecrets();
    const auto promise = std::make_shared<std::promise<std::optional<Error>>>();
    auto answer = promise->get_future();
    CORE_CHECK(session.query([&](engine::Engine &engine) {
        return engine.refreshAccess(options.name,
                                    [promise](std::optional<Error> error) { promise->set_value(std::move(error)); });
    }));
    if (answer.wait_for(wait) != std::future_status::ready)
        return fail(ErrorCode::Unreachable, options.name, "did not answer within " + options.wait);
    if (auto error = answer.get()) return Unexpected{*std::move(error)};
    CORE_TRY(const auto rows, session.ask([](engine::Engine &engine) { return engine.gridSources(); }));
    const auto row = std::ranges::find(rows, options.name, &GridSourceRow::id);
    if (row == rows.end()) return fail(ErrorCode::Internal, "source", "is gone");
    session.show(engine::toJson(*row).at("access"), [&](std::ostream &out) {
        Table table({{"ZONE"}, {"THE ACCOUNT MAY ASK"}});
        for (const GridSourceRow::Access &one : row->access) {
            std::string endpoints;
            for (const std::string &endpoint : one.endpoints)
                endpoints += (endpoints.empty() ? "" : ", ") + endpoint;
            table.add({one.zone, endpoints});
        }
        if (table.isEmpty())
            out << "The account includes no zone.\n";
        else
            table.print(out);
    });
    return kDone;
}

} // namespace

void addGridSourceCommands(CommandSyntax &group, Chosen &chosen)
{
    addCommand<NoOptions>(
        group, chosen, "sources", "The services that are asked, and how they are doing",
        [](CommandSyntax &, NoOptions &) {}, listSources);
    addCommand<AccessOptions>(
        group, chosen, "access", "What your account at a service includes, by zone",
        [](CommandSyntax &command, AccessOptions &options) {
            command.addOption("NAME", options.name, "watttime or electricitymaps").required();
            command.addOption("--wait", options.wait, "How long").showDefault();
        },
        showAccess);
    CommandSyntax source = group.addGroup("source", "Set up a source of grid data");
    addCommand<SetOptions>(
        source, chosen, "set", "How a source is used",
        [](CommandSyntax &command, SetOptions &options) {
            command.addOption("NAME", options.name, "As in `grid sources`: watttime, electricitymaps ...").required();
            command.addOption("--url", options.url, "https, or http to this machine; empty: the service's own");
            command.addOption("--enabled", options.enabled, "yes or no");
            command.addOption("--priority", options.priority, "0 (asked first) to 99");
            command.addOption("--ttl", options.ttl, "How long an answer is good for: 5m");
            command.addOption("--signal", options.signal, "What stands behind a gateway: average or marginal");
        },
        setSource);
}

} // namespace greenward::ctl
