#include "app/ctl/command_line.h"

#include "app/ctl/command_groups.h"
#include "core/base/decimal.h"
#include "core/base/utf8.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>

namespace greenward::ctl {

namespace {

/// One line for people, one object for programs; nothing else ever goes to standard error by way of failure.
void printError(const World &world, bool json, std::string_view code, const std::string &subject,
                const std::string &detail)
{
    if (json) {
        const Json document{{"error", {{"code", code}, {"subject", jsonName(subject)}, {"detail", jsonName(detail)}}}};
        world.err << jsonText(document) << '\n';
        return;
    }
    world.err << "greenwardctl: " << (subject.empty() ? "" : escapedForDisplay(subject) + ": ")
              << escapedForDisplay(detail) << '\n';
}

/// Wrong usage is reported before parsing has ended, so --json is looked for by hand.
bool asksForJson(std::span<const std::string> arguments)
{
    const auto end = std::ranges::find(arguments, "--");
    return std::find(arguments.begin(), end, "--json") != end;
}

/// What is wrong with the arguments. The parser looks for what is missing before it looks at what it could not place;
/// the latter is nearly always the cause, so it is named first.
std::string usageError(const CLI::App &root, const CLI::ParseError &error)
{
    const std::vector<std::string> unplaced = root.remaining(true);
    const std::string unknown = unplaced.empty() ? "" : "\"" + unplaced.front() + "\" is not known here";
    if (unknown.empty()) return error.what();
    return dynamic_cast<const CLI::ExtrasError *>(&error) ? unknown : unknown + "; " + error.what();
}

void declareGlobals(CLI::App &root, GlobalOptions &options, const World &world)
{
    root.add_option("--data-dir", options.directory, "Data directory instead of " + world.defaultDirectory)
        ->type_name("DIR");
    root.add_flag("--json", options.json, "Print one JSON document instead of tables");
    root.add_flag("--read-only", options.readOnly, "Look without locking; commands that would write are refused");
    root.set_version_flag("--version", "greenwardctl " + world.version);
}

void declareCommands(CommandSyntax root, Chosen &chosen)
{
    addBudgetCommands(root, chosen);
    addUsageCommands(root, chosen);
    addThrottleCommand(root, chosen);
    addRehearseCommand(root, chosen);
    addReplayCommand(root, chosen);
    addReserveCommands(root, chosen);
    addGridCommands(root, chosen);
    addCredentialCommands(root, chosen);
    addBackendCommands(root, chosen);
    addPlacementCommands(root, chosen);
    addScanCommand(root, chosen);
    addObjectsCommands(root, chosen);
    addPolicyCommands(root, chosen);
    addTieringCommands(root, chosen);
    addReportCommands(root, chosen);
    addAuditCommands(root, chosen);
    addDoctorCommand(root, chosen);
}

void collectNames(const CLI::App &app, const std::string &prefix, std::vector<std::string> &names)
{
    // Groups of options are nameless subcommands to the parser.
    for (const CLI::App *child : app.get_subcommands([](const CLI::App *each) { return !each->get_name().empty(); })) {
        const std::string name = prefix + child->get_name();
        const auto before = names.size();
        collectNames(*child, name + ' ', names);
        if (names.size() == before) names.push_back(name);
    }
}

int run(const World &world, const GlobalOptions &options, const Action &action)
{
    Session session(world, options);
    const Result<int> code = action(session);
    if (code) return *code;
    session.endProgress();
    const Error &error = code.error();
    printError(world, options.json, errorCodeName(error.code), error.subject, error.detail);
    return session.openFailed() ? int{kNoDirectory} : exitCodeFor(error.code);
}

} // namespace

Result<int> parseCount(std::string_view text, int least, int most, std::string_view field)
{
    CORE_TRY(const std::int64_t value, parseDecimal(text, 0, field));
    if (text.find('.') != std::string_view::npos || value < least || value > most) {
        return fail(ErrorCode::InvalidInput, field,
                    "\"" + std::string(text) + "\" is not a whole number from " + std::to_string(least) + " to " +
                        std::to_string(most));
    }
    return static_cast<int>(value);
}

Result<bool> parseYesNo(std::string_view text, std::string_view field)
{
    if (text == "yes") return true;
    if (text == "no") return false;
    return fail(ErrorCode::InvalidInput, field, "\"" + std::string(text) + "\" is neither yes nor no");
}

std::vector<std::string> commandNames()
{
    CLI::App root;
    Chosen chosen;
    declareCommands(CommandSyntax(root), chosen);
    std::vector<std::string> names;
    collectNames(root, "", names);
    return names;
}

int runCommandLine(std::span<const std::string> arguments, const World &world)
{
    CLI::App root("Budgets, placement, verified moves and reports for the carbon of stored data", "greenwardctl");
    GlobalOptions options;
    Chosen chosen;
    root.fallthrough(); // --json and --data-dir may stand anywhere
    root.require_subcommand(1);
    declareGlobals(root, options, world);
    declareCommands(CommandSyntax(root), chosen);
    try {
        // The parser takes its arguments from the back.
        root.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::Success &wish) { // --help, --version
        root.exit(wish, world.out, world.err);
        return kDone;
    } catch (const CLI::ParseError &error) {
        printError(world, asksForJson(arguments), "wrong_usage", "usage", usageError(root, error));
        return kWrongUsage;
    }
    return run(world, options, chosen.action);
}

} // namespace greenward::ctl
