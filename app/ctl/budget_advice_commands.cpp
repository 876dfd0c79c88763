#include "app/ctl/command_groups.h"
#include "app/ctl/words.h"
#include "core/base/time_text.h"
#include "core/engine/json/rows_json.h"

#include <algorithm>
#include <ostream>

namespace greenward::ctl {

namespace {

struct AdviceOptions
{
    std::optional<std::string> tenant;
};
struct FollowOptions
{
    std::string tenant;
    std::string kind;
};
struct SettingsOptions
{
    std::optional<std::string> rate;
    std::optional<std::string> evaluations;
    std::optional<std::string> window;
    std::optional<std::string> margin;
    std::optional<std::string> file;
    std::optional<std::string> intensity;
};

Result<std::vector<engine::Recommendation>> recommendationsFor(Session &session, const std::optional<TenantId> &tenant)
{
    CORE_TRY(auto rows, session.ask([](engine::Engine &engine) { return engine.recommendations(); }));
    if (tenant) std::erase_if(rows, [&](const engine::Recommendation &row) { return row.tenant != *tenant; });
    return rows;
}

Result<int> showAdvice(Session &session, const AdviceOptions &options)
{
    CORE_TRY(const auto tenant, parseOptional(options.tenant, TenantId::parse));
    CORE_TRY(const auto rows, recommendationsFor(session, tenant));
    session.show(engine::toJson(rows), [&rows](std::ostream &out) {
        if (rows.empty()) out << "No recommendation: no tenant is throttled often.\n";
        for (const engine::Recommendation &row : rows) {
            FactSheet facts;
            facts.add("tenant", row.tenant.text());
            facts.add("because", row.reason);
            facts.add("proposal", row.proposal);
            facts.add("apply with", "greenwardctl budget follow " + row.tenant.text() + " " +
                                        std::string(engine::recommendationName(row.kind)));
            facts.print(out);
        }
    });
    return kDone;
}

Result<int> followAdvice(Session &session, const FollowOptions &options)
{
    CORE_TRY(const TenantId tenant, TenantId::parse(options.tenant));
    CORE_TRY(const auto rows, recommendationsFor(session, tenant));
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const engine::Recommendation &one) {
        return engine::recommendationName(one.kind) == options.kind;
    });
    if (row == rows.end())
        return fail(ErrorCode::UnknownName, "recommendation",
                    "there is none of kind \"" + options.kind + "\" for this tenant now; see budget recommendations");
    CORE_CHECK(session.apply(row->proposed));
    session.show({{"applied", engine::toJson(*row)}},
                 [&row](std::ostream &out) { out << "Done: " << row->proposal << ".\n"; });
    return kDone;
}

Result<std::chrono::hours> parseHours(std::string_view text)
{
    CORE_TRY(const std::chrono::seconds duration, parseDuration(text, "within"));
    if (duration % std::chrono::hours{1} != std::chrono::seconds{0})
        return fail(ErrorCode::InvalidInput, "within", "\"" + std::string(text) + "\" is not a number of whole hours");
    return std::chrono::duration_cast<std::chrono::hours>(duration);
}

Result<Percent> parsePercent(std::string_view text, std::string_view field)
{
    CORE_TRY(const std::int64_t millionths, parseDecimal(text, 6, field));
    return Percent::fromMillionths(millionths);
}

/// The settings with what the options say; true when they say anything.
Result<bool> change(engine::BudgetSettingsRow &settings, const SettingsOptions &options)
{
    const engine::BudgetSettingsRow before = settings;
    CORE_CHECK(take(options.rate, settings.throttleRate, [](auto text) { return parsePercent(text, "throttled"); }));
    CORE_CHECK(take(options.margin, settings.margin, [](auto text) { return parsePercent(text, "margin"); }));
    CORE_CHECK(take(options.evaluations, settings.throttleEvaluations, [](auto text) -> Result<std::uint64_t> {
        CORE_TRY(const int count, parseCount(text, 1, 1'000'000, "evaluations"));
        return static_cast<std::uint64_t>(count);
    }));
    CORE_CHECK(take(options.window, settings.throttleWindow, parseHours));
    CORE_CHECK(take(options.intensity, settings.defaultIntensity,
                    [](auto text) { return parseGramsPerKwh(text, "default-intensity"); }));
    if (options.file) settings.file = *options.file == "default" ? std::string() : *options.file;
    return !(settings == before);
}

Result<int> settings(Session &session, const SettingsOptions &options)
{
    CORE_TRY(engine::BudgetSettingsRow row,
             session.ask([](engine::Engine &engine) { return engine.budgetSettings(); }));
    CORE_TRY(const bool changed, change(row, options));
    if (changed) CORE_CHECK(session.apply(engine::SetBudgetSettings{row}));
    session.show(engine::toJson(row), [&row](std::ostream &out) {
        FactSheet facts;
        facts.add("throttled often", "more than " + percentWords(row.throttleRate) + " of at least " +
                                         std::to_string(row.throttleEvaluations) + " operations in " +
                                         std::to_string(row.throttleWindow.count()) + " h");
        facts.add("margin", percentWords(row.margin) + " above what is expected");
        facts.add("budgets file", row.file.empty() ? "carbon-budgets.json in the data directory" : row.file);
        facts.add("default intensity", row.defaultIntensity.gramsText() + " g/kWh");
        facts.print(out);
    });
    return kDone;
}

void declareSettings(CommandSyntax &command, SettingsOptions &options)
{
    command.addOption("--throttled", options.rate, "Recommend when more than this is throttled (default 20)")
        .typeName("PERCENT");
    command.addOption("--evaluations", options.evaluations, "... of at least so many operations (default 20)")
        .typeName("COUNT");
    command.addOption("--within", options.window, "... in this time, 1h to 7d (default 24h)").typeName("DURATION");
    command.addOption("--margin", options.margin, "Room above what is expected (default 10)").typeName("PERCENT");
    command.addOption("--file", options.file, "Where the budgets file is kept; \"default\": in the data directory")
        .typeName("PATH");
    command.addOption("--default-intensity", options.intensity, "g/kWh where nothing better is known (default 400)")
        .typeName("DECIMAL");
}

} // namespace

void addBudgetAdviceCommands(CommandSyntax &group, Chosen &chosen)
{
    addCommand<AdviceOptions>(
        group, chosen, "recommendations", "Changes worth considering for tenants that are throttled often",
        [](CommandSyntax &command, AdviceOptions &options) {
            command.addOption("TENANT", options.tenant, "Only this tenant's");
        },
        showAdvice);
    addCommand<FollowOptions>(
        group, chosen, "follow", "Apply a recommendation",
        [](CommandSyntax &command, FollowOptions &options) {
            command.addOption("TENANT", options.tenant, "The tenant").required();
            command.addOption("KIND", options.kind, "raise_limit, longer_period or smoother_curve").required();
        },
        followAdvice);
    addCommand<SettingsOptions>(group, chosen, "settings", "What is set for all budgets at once", declareSettings,
                                settings);
}

} // namespace greenward::ctl
