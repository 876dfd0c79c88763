#pragma once

#include "app/ctl/command_syntax.h"
#include "app/ctl/session.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace greenward::ctl {

/// What the parser found: set by the callback of the command that was named.
struct Chosen
{
    Action action;
};

// Each adds one group of commands to the parser; the definitions stand in files of the same name.
void addBudgetCommands(CommandSyntax &root, Chosen &chosen);
void addUsageCommands(CommandSyntax &root, Chosen &chosen);
void addThrottleCommand(CommandSyntax &root, Chosen &chosen);
void addRehearseCommand(CommandSyntax &root, Chosen &chosen);
void addReplayCommand(CommandSyntax &root, Chosen &chosen);
void addReserveCommands(CommandSyntax &root, Chosen &chosen);
void addGridCommands(CommandSyntax &root, Chosen &chosen);
void addCredentialCommands(CommandSyntax &root, Chosen &chosen);
void addBackendCommands(CommandSyntax &root, Chosen &chosen);
void addPlacementCommands(CommandSyntax &root, Chosen &chosen);
void addScanCommand(CommandSyntax &root, Chosen &chosen);
void addObjectsCommands(CommandSyntax &root, Chosen &chosen);
void addPolicyCommands(CommandSyntax &root, Chosen &chosen);
void addTieringCommands(CommandSyntax &root, Chosen &chosen);
void addReportCommands(CommandSyntax &root, Chosen &chosen);
void addAuditCommands(CommandSyntax &root, Chosen &chosen);
void addDoctorCommand(CommandSyntax &root, Chosen &chosen);

// Parts of the group "budget".
void addBudgetFileCommands(CommandSyntax &group, Chosen &chosen);
void addBudgetAdviceCommands(CommandSyntax &group, Chosen &chosen);
void addBudgetPeriodsCommand(CommandSyntax &group, Chosen &chosen);

// Parts of the group "backend".
void addBackendFileCommands(CommandSyntax &group, Chosen &chosen);

// Parts of the group "grid".
struct AskOptions;
void addGridNowCommand(CommandSyntax &group, Chosen &chosen);
void addGridSourceCommands(CommandSyntax &group, Chosen &chosen);
void addGridSeriesCommands(CommandSyntax &group, Chosen &chosen);
void addGridWindowCommands(CommandSyntax &group, Chosen &chosen);
void addGridMapCommands(CommandSyntax &group, Chosen &chosen);
/// --stored and --wait.
void declareAsking(CommandSyntax &command, AskOptions &options);

/// A command with options of type Options: `declare` tells the parser about them, `run` is what the command does.
template<typename Options, typename Declare, typename Run>
void addCommand(CommandSyntax &group, Chosen &chosen, const std::string &name, const std::string &help, Declare declare,
                Run run)
{
    auto options = std::make_shared<Options>();
    CommandSyntax command = group.addCommand(name, help, [&chosen, options, run] {
        chosen.action = [options, run](Session &session) {
            return run(session, *options);
        };
    });
    declare(command, *options);
}

/// For commands without options.
struct NoOptions
{};

/// An option's text read by one of our own parsers; nothing when it was not given.
template<typename Parse>
auto parseOptional(const std::optional<std::string> &text, Parse parse)
    -> Result<std::optional<typename std::invoke_result_t<Parse, std::string_view>::value_type>>
{
    using Value = typename std::invoke_result_t<Parse, std::string_view>::value_type;
    if (!text) return std::optional<Value>{};
    CORE_TRY(Value value, parse(std::string_view(*text)));
    return std::optional<Value>{std::move(value)};
}

/// The same into a value that already has one: what was not given stays.
template<typename Target, typename Parse>
Result<void> take(const std::optional<std::string> &text, Target &target, Parse parse)
{
    if (!text) return {};
    CORE_TRY(auto value, parse(std::string_view(*text)));
    target = std::move(value);
    return {};
}

/// A whole number from `least` to `most`.
Result<int> parseCount(std::string_view text, int least, int most, std::string_view field);
/// "yes" or "no".
Result<bool> parseYesNo(std::string_view text, std::string_view field);

} // namespace greenward::ctl
