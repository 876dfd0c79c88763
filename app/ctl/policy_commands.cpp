#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/base/time_text.h"
#include "core/engine/json/rows_json.h"

#include <ostream>

namespace greenward::ctl {

namespace {

using engine::PolicyRow;

struct SetOptions
{
    std::string tenant;
    std::optional<std::string> enabled;
    std::optional<std::string> coldAfter;
    std::optional<std::string> targetScore;
    std::optional<std::string> schedule;
    std::optional<std::string> batchHour;
    std::optional<std::string> batchDay;
    std::optional<std::string> maxBatch;
    std::optional<std::string> concurrency;
    std::optional<std::string> respectBudget;
    std::optional<std::string> relocation;
    std::optional<std::string> leaveBehind;
    std::optional<std::string> grace;
    std::optional<std::string> lifetimeYears;
};
struct TenantOption
{
    std::string tenant;
};

/// Changes of `policy` that the options ask for. Names of schedules and days are the engine's to judge.
Result<void> applyOptions(const SetOptions &options, PolicyRow &policy)
{
    CORE_CHECK(take(options.enabled, policy.enabled, [](auto text) { return parseYesNo(text, "enabled"); }));
    CORE_CHECK(take(options.coldAfter, policy.coldAfter, [](auto text) { return parseDuration(text, "cold-after"); }));
    CORE_CHECK(
        take(options.targetScore, policy.targetScore, [](auto text) { return parseScore(text, "target-score"); }));
    CORE_CHECK(
        take(options.batchHour, policy.batchHour, [](auto text) { return parseCount(text, 0, 23, "batch-hour"); }));
    CORE_CHECK(take(options.maxBatch, policy.maxBatch, [](auto text) { return parseDataSize(text, "max-batch"); }));
    CORE_CHECK(take(options.concurrency, policy.concurrency,
                    [](auto text) { return parseCount(text, 1, 64, "concurrency"); }));
    CORE_CHECK(take(options.respectBudget, policy.respectBudget,
                    [](auto text) { return parseYesNo(text, "respect-budget"); }));
    CORE_CHECK(take(options.relocation, policy.relocation, parseRelocation));
    CORE_CHECK(take(options.leaveBehind, policy.leaveBehind, parseLeaveBehind));
    CORE_CHECK(take(options.grace, policy.grace, [](auto text) { return parseDuration(text, "grace"); }));
    CORE_CHECK(take(options.lifetimeYears, policy.lifetimeYears,
                    [](auto text) { return parseCount(text, 1, 100, "lifetime-years"); }));
    if (options.schedule) policy.schedule = *options.schedule;
    if (options.batchDay) policy.batchDay = *options.batchDay;
    return {};
}

void printPolicy(const PolicyRow &policy, std::ostream &out)
{
    FactSheet facts;
    facts.add("tenant", policy.tenant.text() + (policy.stored ? "" : " (defaults)"));
    facts.add("enabled", policy.enabled ? "yes" : "no");
    facts.add("cold after", durationText(policy.coldAfter));
    facts.add("target score", scoreWords(policy.targetScore));
    facts.add("schedule", policy.schedule);
    facts.add("batch window", std::to_string(policy.batchHour) + ":00 UTC, " + policy.batchDay);
    facts.add("largest batch", sizeWords(policy.maxBatch));
    facts.add("concurrency", std::to_string(policy.concurrency));
    facts.add("budget", policy.respectBudget ? "respected" : "not respected");
    facts.add("relocation", std::string(relocationName(policy.relocation)) + ", leaves " +
                                std::string(leaveBehindName(policy.leaveBehind)) + " behind");
    facts.add("grace", durationText(policy.grace));
    facts.add("lifetime", std::to_string(policy.lifetimeYears) + (policy.lifetimeYears == 1 ? " year" : " years"));
    facts.print(out);
}

Result<int> showRow(Session &session, const TenantId &tenant)
{
    CORE_TRY(const PolicyRow policy, session.ask([&](engine::Engine &engine) { return engine.policyOf(tenant); }));
    session.show(engine::toJson(policy), [&policy](std::ostream &out) { printPolicy(policy, out); });
    return kDone;
}

Result<int> setPolicy(Session &session, const SetOptions &options)
{
    CORE_TRY(const TenantId tenant, TenantId::parse(options.tenant));
    CORE_TRY(PolicyRow policy, session.ask([&](engine::Engine &engine) { return engine.policyOf(tenant); }));
    CORE_CHECK(applyOptions(options, policy));
    CORE_CHECK(session.apply(engine::SetPolicy{std::move(policy)}));
    return showRow(session, tenant);
}

Result<int> showPolicy(Session &session, const TenantOption &options)
{
    CORE_TRY(const TenantId tenant, TenantId::parse(options.tenant));
    return showRow(session, tenant);
}

Result<int> listPolicies(Session &session, const NoOptions &)
{
    CORE_TRY(const auto tenants, session.ask([](engine::Engine &engine) { return engine.tenants(); }));
    std::vector<PolicyRow> policies;
    for (const auto &row : tenants)
        policies.push_back(row.policy);
    session.show(engine::toJson(policies), [&policies](std::ostream &out) {
        using enum Table::Align;
        Table table({{"TENANT"},
                     {"ENABLED"},
                     {"COLD AFTER", Right},
                     {"TARGET", Right},
                     {"SCHEDULE"},
                     {"LARGEST BATCH", Right},
                     {"GRACE", Right},
                     {"FROM"}});
        for (const auto &policy : policies) {
            table.add({policy.tenant.text(), policy.enabled ? "yes" : "no", durationText(policy.coldAfter),
                       scoreWords(policy.targetScore), policy.schedule, sizeWords(policy.maxBatch),
                       durationText(policy.grace), policy.stored ? "set" : "default"});
        }
        if (table.isEmpty()) {
            out << "No tenants yet. They come with the first scan: greenwardctl scan\n";
        } else {
            table.print(out);
        }
    });
    return kDone;
}

void declareSet(CommandSyntax &command, SetOptions &options)
{
    command.addOption("TENANT", options.tenant, "The tenant").required();
    command.addOption("--enabled", options.enabled, "yes or no").typeName("YES|NO");
    command.addOption("--cold-after", options.coldAfter, "Idle for so long is cold, 30d").typeName("DURATION");
    command.addOption("--target-score", options.targetScore, "Backends below it are left, 0 to 100").typeName("POINTS");
    command.addOption("--schedule", options.schedule, "immediate, low-carbon, daily or weekly").typeName("WHEN");
    command.addOption("--batch-hour", options.batchHour, "Hour of daily and weekly batches, UTC").typeName("0-23");
    command.addOption("--batch-day", options.batchDay, "Day of weekly batches").typeName("DAY");
    command.addOption("--max-batch", options.maxBatch, "Largest batch, 10GiB").typeName("SIZE");
    command.addOption("--concurrency", options.concurrency, "Objects at a time, 1 to 64").typeName("N");
    command.addOption("--respect-budget", options.respectBudget, "Whether the tenant's budget can refuse a batch")
        .typeName("YES|NO");
    command.addOption("--relocation", options.relocation, "move or copy-only").typeName("HOW");
    command.addOption("--leave-behind", options.leaveBehind, "none, symlink or pointer").typeName("WHAT");
    command.addOption("--grace", options.grace, "How long the source stays after the switch, 7d or 0")
        .typeName("DURATION");
    command.addOption("--lifetime-years", options.lifetimeYears, "How long the data is expected to stay").typeName("N");
}

} // namespace

void addPolicyCommands(CommandSyntax &root, Chosen &chosen)
{
    CommandSyntax group = root.addGroup("policy", "When and how a tenant's cold data is moved");
    addCommand<SetOptions>(group, chosen, "set", "Change some rules of a tenant", declareSet, setPolicy);
    addCommand<TenantOption>(
        group, chosen, "show", "A tenant's rules",
        [](CommandSyntax &command, TenantOption &options) {
            command.addOption("TENANT", options.tenant, "The tenant").required();
        },
        showPolicy);
    addCommand<NoOptions>(
        group, chosen, "list", "All tenants' rules", [](CommandSyntax &, NoOptions &) {}, listPolicies);
}

} // namespace greenward::ctl
