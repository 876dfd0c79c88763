#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/base/time_text.h"
#include "core/engine/json/rows_json.h"

#include <ostream>

namespace greenward::ctl {

namespace {

using engine::BudgetRow;

struct SetOptions
{
    std::string tenant;
    std::string limit;
    std::string period;
    std::optional<std::string> soft;
    std::optional<std::string> hard;
    std::optional<std::string> anchor;
    std::optional<std::string> minDelay;
    std::optional<std::string> maxDelay;
    std::optional<std::string> region;
    bool shadow = false;
    bool enforce = false;
};
struct TenantOption
{
    std::string tenant;
};

std::string expectedWords(const BudgetRow &row)
{
    if (!row.projected) return "too little data until " + timeWords(row.forecastFrom);
    std::string words = carbonWords(*row.projected) + " at the end of the period";
    if (row.projectedLow && row.projectedHigh)
        words += ", in 8 of 10 cases " + carbonWords(*row.projectedLow) + " to " + carbonWords(*row.projectedHigh);
    return words;
}

std::string exhaustionWords(const BudgetRow &row)
{
    std::string words = row.exhaustsAt ? timeWords(row.exhaustsAt) : "not expected in this period";
    if (row.exhaustsEarliest) words += ", at the earliest " + timeWords(row.exhaustsEarliest);
    return words;
}

void printRow(const BudgetRow &row, std::ostream &out)
{
    FactSheet facts;
    facts.add("tenant", row.tenant.text() + (row.budgeted ? "" : " (no budget set)"));
    facts.add("limit", carbonWords(row.limit, "unlimited") + " a " + std::string(periodName(row.period)));
    facts.add("used", carbonWords(row.used) + (row.fill ? " (" + percentWords(row.fill) + ")" : ""));
    if (row.reserved.micrograms() != 0) facts.add("reserved", carbonWords(row.reserved));
    facts.add("level", std::string(levelName(row.level)) + (row.exhausted ? ", exhausted" : ""));
    if (row.delay.count() > 0) facts.add("delay", std::to_string(row.delay.count()) + " ms an operation");
    facts.add("thresholds", "soft " + percentWords(row.soft) + ", hard " + percentWords(row.hard));
    facts.add("delays", std::to_string(row.minDelay.count()) + " to " + std::to_string(row.maxDelay.count()) + " ms");
    if (row.shadow)
        facts.add("shadow mode", "all pass; " + std::to_string(row.wouldDelay) + " would have been delayed, " +
                                     std::to_string(row.wouldReject) + " refused");
    if (row.region) facts.add("region", row.region->text());
    if (row.evaluations > 0)
        facts.add("asked", std::to_string(row.evaluations) + " times: " + std::to_string(row.allowed) + " allowed, " +
                               std::to_string(row.delayed) + " delayed, " + std::to_string(row.rejected) +
                               " refused; " + std::to_string(row.addedWaiting.count()) + " ms of waiting");
    facts.add("period", timeWords(row.periodStart) + " to " + timeWords(row.periodEnd));
    facts.add("expected", expectedWords(row));
    if (row.exhaustsAt || row.exhaustsEarliest) facts.add("runs out", exhaustionWords(row));
    facts.print(out);
}

void printRows(const std::vector<BudgetRow> &rows, std::ostream &out)
{
    if (rows.empty()) {
        out << "No budgets yet. Set the first: greenwardctl budget set TENANT --limit \"500 kg\" --period month\n";
        return;
    }
    std::vector<GramsCO2e> amounts;
    for (const auto &row : rows) {
        amounts.push_back(row.used);
        if (row.limit) amounts.push_back(*row.limit);
    }
    const CarbonScale scale = CarbonScale::fitting(amounts);
    const std::string unit = " (" + std::string(scale.unit()) + ")";
    using enum Table::Align;
    Table table({{"TENANT"},
                 {"USED" + unit, Right},
                 {"LIMIT" + unit, Right},
                 {"FILL", Right},
                 {"LEVEL"},
                 {"PERIOD"},
                 {"ENDS"},
                 {"RUNS OUT"}});
    for (const auto &row : rows) {
        table.add({row.tenant.text(), scale.number(row.used), row.limit ? scale.number(*row.limit) : "unlimited",
                   percentWords(row.fill), std::string(levelName(row.level)), std::string(periodName(row.period)),
                   timeWords(row.periodEnd), timeWords(row.exhaustsAt)});
    }
    table.print(out);
}

Result<int> showRow(Session &session, const TenantId &tenant)
{
    CORE_TRY(const BudgetRow row, session.ask([&](engine::Engine &engine) { return engine.budget(tenant); }));
    session.show(toJson(row), [&row](std::ostream &out) { printRow(row, out); });
    return kDone;
}

/// Milliseconds; the engine checks the range.
Result<milliseconds> parseDelay(std::string_view text, std::string_view field)
{
    CORE_TRY(const int count, parseCount(text, 0, 3'600'000, field));
    return milliseconds{count};
}

Result<engine::SetBudget> toCommand(const SetOptions &options)
{
    CORE_TRY(TenantId tenant, TenantId::parse(options.tenant));
    engine::SetBudget command{.tenant = std::move(tenant)};
    if (options.limit != "unlimited") {
        CORE_TRY(command.limit, parseCarbon(options.limit, "limit"));
    }
    CORE_TRY(command.period, parsePeriod(options.period));
    CORE_TRY(command.soft, parseOptional(options.soft, [](auto text) { return parseThreshold(text, "soft"); }));
    CORE_TRY(command.hard, parseOptional(options.hard, [](auto text) { return parseThreshold(text, "hard"); }));
    CORE_TRY(command.minDelay,
             parseOptional(options.minDelay, [](auto text) { return parseDelay(text, "min-delay"); }));
    CORE_TRY(command.maxDelay,
             parseOptional(options.maxDelay, [](auto text) { return parseDelay(text, "max-delay"); }));
    CORE_TRY(command.region, parseOptional(options.region, RegionName::parse));
    if (options.shadow || options.enforce) command.shadow = options.shadow;
    CORE_TRY(command.anchor, parseOptional(options.anchor, [](auto text) { return parseInstant(text, "anchor"); }));
    return command;
}

Result<int> setBudget(Session &session, const SetOptions &options)
{
    CORE_TRY(const engine::SetBudget command, toCommand(options));
    CORE_CHECK(session.apply(command));
    return showRow(session, command.tenant);
}

Result<int> showBudget(Session &session, const TenantOption &options)
{
    CORE_TRY(const TenantId tenant, TenantId::parse(options.tenant));
    return showRow(session, tenant);
}

Result<int> listBudgets(Session &session, const NoOptions &)
{
    CORE_TRY(const auto rows, session.ask([](engine::Engine &engine) { return engine.budgets(); }));
    session.show(engine::toJson(rows), [&rows](std::ostream &out) { printRows(rows, out); });
    return kDone;
}

Result<int> removeBudget(Session &session, const TenantOption &options)
{
    CORE_TRY(const TenantId tenant, TenantId::parse(options.tenant));
    CORE_CHECK(session.apply(engine::RemoveBudget{tenant}));
    session.show({{"removed", jsonName(tenant.text())}},
                 [](std::ostream &out) { out << "Removed. Usage is still recorded, without a limit.\n"; });
    return kDone;
}

void declareTenant(CommandSyntax &command, TenantOption &options)
{
    command.addOption("TENANT", options.tenant, "The tenant").required();
}

void declareSet(CommandSyntax &command, SetOptions &options)
{
    command.addOption("TENANT", options.tenant, "The tenant").required();
    command.addOption("--limit", options.limit, "\"500 kg\", 1.5t, 750g, or unlimited").required().typeName("AMOUNT");
    command.addOption("--period", options.period, "hour, day, week, month, quarter or year")
        .required()
        .typeName("PERIOD");
    command.addOption("--soft", options.soft, "Delay operations from here (default 80)").typeName("PERCENT");
    command.addOption("--hard", options.hard, "Reject operations above this (default 100)").typeName("PERCENT");
    command.addOption("--min-delay", options.minDelay, "At the soft threshold (default 100)").typeName("MS");
    command.addOption("--max-delay", options.maxDelay, "At the hard limit (default 2000)").typeName("MS");
    command.addOption("--region", options.region, "Of energy that names no place").typeName("REGION");
    const Argument shadow = command.addFlag("--shadow", options.shadow, "Only count what would be delayed or refused");
    command.addFlag("--enforce", options.enforce, "No longer in shadow mode").excludes(shadow);
    command.addOption("--anchor", options.anchor, "First day of a period that is no calendar one").typeName("DATE");
}

} // namespace

void addBudgetCommands(CommandSyntax &root, Chosen &chosen)
{
    CommandSyntax group = root.addGroup("budget", "Carbon budgets of tenants");
    addCommand<SetOptions>(group, chosen, "set", "Give a tenant a budget or change it", declareSet, setBudget);
    addCommand<TenantOption>(group, chosen, "show", "One tenant's budget and where it stands", declareTenant,
                             showBudget);
    addCommand<NoOptions>(
        group, chosen, "list", "All budgets", [](CommandSyntax &, NoOptions &) {}, listBudgets);
    addBudgetFileCommands(group, chosen);
    addBudgetAdviceCommands(group, chosen);
    addBudgetPeriodsCommand(group, chosen);
    addCommand<TenantOption>(group, chosen, "remove", "Take a tenant's limit away", declareTenant, removeBudget);
}

} // namespace greenward::ctl
