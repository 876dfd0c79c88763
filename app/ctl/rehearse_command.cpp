#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/base/time_text.h"
#include "core/engine/json/rehearsal_json.h"

#include <future>
#include <ostream>

namespace greenward::ctl {

namespace {

struct RehearseOptions
{
    std::string tenant;
    std::string limit;
    std::string period;
    std::optional<std::string> soft;
    std::optional<std::string> hard;
    std::optional<std::string> minDelay;
    std::optional<std::string> maxDelay;
    std::optional<std::string> anchor;
    std::string from;
    std::string to;
};

Result<engine::RehearsalQuery> toQuery(const RehearseOptions &options)
{
    CORE_TRY(TenantId tenant, TenantId::parse(options.tenant));
    engine::SetBudget change{.tenant = std::move(tenant)};
    if (options.limit != "unlimited") {
        CORE_TRY(change.limit, parseCarbon(options.limit, "limit"));
    }
    CORE_TRY(change.period, parsePeriod(options.period));
    CORE_TRY(change.soft, parseOptional(options.soft, [](auto text) { return parseThreshold(text, "soft"); }));
    CORE_TRY(change.hard, parseOptional(options.hard, [](auto text) { return parseThreshold(text, "hard"); }));
    const auto delay = [](std::string_view name) {
        return [name](std::string_view text) -> Result<milliseconds> {
            CORE_TRY(const int count, parseCount(text, 0, 3'600'000, name));
            return milliseconds{count};
        };
    };
    CORE_TRY(change.minDelay, parseOptional(options.minDelay, delay("min-delay")));
    CORE_TRY(change.maxDelay, parseOptional(options.maxDelay, delay("max-delay")));
    CORE_TRY(change.anchor, parseOptional(options.anchor, [](auto text) { return parseInstant(text, "anchor"); }));
    engine::RehearsalQuery query;
    query.changes.push_back(std::move(change));
    CORE_TRY(query.from, parseInstant(options.from, "from"));
    CORE_TRY(query.to, parseInstant(options.to, "to"));
    return query;
}

/// The engine works elsewhere; an interrupt stops it.
Result<engine::Rehearsal> run(Session &session, const engine::RehearsalQuery &query)
{
    using std::chrono_literals::operator""ms;
    const auto answer = std::make_shared<std::promise<Result<engine::Rehearsal>>>();
    auto result = answer->get_future();
    std::stop_source stop;
    CORE_CHECK(session.ask([&](engine::Engine &engine) {
        engine.rehearse(query, stop.get_token(), {},
                        [answer](Result<engine::Rehearsal> done) { answer->set_value(std::move(done)); });
        return true;
    }));
    while (result.wait_for(0ms) != std::future_status::ready)
        if (session.world().pause(10ms)) stop.request_stop();
    return result.get();
}

void printRehearsal(const engine::Rehearsal &rehearsal, std::ostream &out)
{
    const engine::RehearsalEffect &asIs = rehearsal.asIs;
    const engine::RehearsalEffect &changed = rehearsal.changed;
    using enum Table::Align;
    Table table({{""}, {"AS IT IS", Right}, {"CHANGED", Right}});
    table.add({"delayed", countWords(asIs.delayed), countWords(changed.delayed)});
    table.add({"refused", countWords(asIs.refused), countWords(changed.refused)});
    const auto waiting = [](const engine::RehearsalEffect &effect) {
        return spanWords(std::chrono::round<std::chrono::seconds>(effect.waiting));
    };
    table.add({"waiting added", waiting(asIs), waiting(changed)});
    table.add({"avoided", carbonWords(asIs.avoided), carbonWords(changed.avoided)});
    table.add({"periods that refuse", countWords(asIs.refusingPeriods), countWords(changed.refusingPeriods)});
    table.add({"first refusal", timeWords(asIs.firstRefusal), timeWords(changed.firstRefusal)});
    out << countWords(changed.operations) << " operations, " << carbonWords(changed.recorded) << ", recorded from "
        << timeWords(rehearsal.from) << " to " << timeWords(rehearsal.to) << '\n';
    table.print(out);
}

Result<int> rehearse(Session &session, const RehearseOptions &options)
{
    CORE_TRY(const engine::RehearsalQuery query, toQuery(options));
    session.collectInterrupts();
    CORE_TRY(const engine::Rehearsal rehearsal, run(session, query));
    session.show(engine::toJson(rehearsal), [&](std::ostream &out) { printRehearsal(rehearsal, out); });
    return kDone;
}

void declare(CommandSyntax &command, RehearseOptions &options)
{
    command.addOption("TENANT", options.tenant, "The tenant").required();
    command.addOption("--limit", options.limit, "\"500 kg\", 1.5t, 750g, or unlimited").required().typeName("AMOUNT");
    command.addOption("--period", options.period, "hour, day, week, month, quarter or year")
        .required()
        .typeName("PERIOD");
    command.addOption("--from", options.from, "Begin of the history to use").required().typeName("TIME");
    command.addOption("--to", options.to, "Its end, exclusive").required().typeName("TIME");
    command.addOption("--soft", options.soft, "Delay operations from here (not given: as it is)").typeName("PERCENT");
    command.addOption("--hard", options.hard, "Reject operations above this (not given: as it is)").typeName("PERCENT");
    command.addOption("--min-delay", options.minDelay, "Delay at the soft threshold, in milliseconds").typeName("MS");
    command.addOption("--max-delay", options.maxDelay, "Delay at the hard limit, in milliseconds").typeName("MS");
    command.addOption("--anchor", options.anchor, "First day of a period that is no calendar one").typeName("DATE");
}

} // namespace

void addRehearseCommand(CommandSyntax &root, Chosen &chosen)
{
    addCommand<RehearseOptions>(root, chosen, "rehearse",
                                "What a changed budget would have done to recorded history; changes nothing", declare,
                                rehearse);
}

} // namespace greenward::ctl
