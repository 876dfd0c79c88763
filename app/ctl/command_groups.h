#pragma once

#include "app/ctl/session.h"

#include <CLI/CLI.hpp>

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
void addBudgetCommands(CLI::App &root, Chosen &chosen);
void addUsageCommands(CLI::App &root, Chosen &chosen);
void addThrottleCommand(CLI::App &root, Chosen &chosen);
void addRehearseCommand(CLI::App &root, Chosen &chosen);
void addReplayCommand(CLI::App &root, Chosen &chosen);
void addReserveCommands(CLI::App &root, Chosen &chosen);
void addGridCommands(CLI::App &root, Chosen &chosen);
void addCredentialCommands(CLI::App &root, Chosen &chosen);
void addBackendCommands(CLI::App &root, Chosen &chosen);
void addPlacementCommands(CLI::App &root, Chosen &chosen);
void addScanCommand(CLI::App &root, Chosen &chosen);
void addObjectsCommands(CLI::App &root, Chosen &chosen);
void addPolicyCommands(CLI::App &root, Chosen &chosen);
void addTieringCommands(CLI::App &root, Chosen &chosen);
void addReportCommands(CLI::App &root, Chosen &chosen);
void addAuditCommands(CLI::App &root, Chosen &chosen);
void addDoctorCommand(CLI::App &root, Chosen &chosen);

// Parts of the group "budget".
void addBudgetFileCommands(CLI::App &group, Chosen &chosen);
void addBudgetAdviceCommands(CLI::App &group, Chosen &chosen);
void addBudgetPeriodsCommand(CLI::App &group, Chosen &chosen);

// Parts of the group "backend".
void addBackendFileCommands(CLI::App &group, Chosen &chosen);

// Parts of the group "grid".
struct AskOptions;
void addGridNowCommand(CLI::App &group, Chosen &chosen);
void addGridSourceCommands(CLI::App &group, Chosen &chosen);
void addGridSeriesCommands(CLI::App &group, Chosen &chosen);
void addGridWindowCommands(CLI::App &group, Chosen &chosen);
void addGridMapCommands(CLI::App &group, Chosen &chosen);
/// --stored and --wait.
void declareAsking(CLI::App &command, AskOptions &options);

/// A group that does nothing but hold commands.
inline CLI::App &addGroup(CLI::App &root, const std::string &name, const std::string &help)
{
    CLI::App *group = root.add_subcommand(name, help);
    group->require_subcommand(1);
    return *group;
}

/// A command with options of type Options: `declare` tells the parser about them, `run` is what the command does.
template<typename Options, typename Declare, typename Run>
void addCommand(CLI::App &group, Chosen &chosen, const std::string &name, const std::string &help, Declare declare,
                Run run)
{
    CLI::App *command = group.add_subcommand(name, help);
    auto options = std::make_shared<Options>();
    declare(*command, *options);
    command->callback([&chosen, options, run] {
        chosen.action = [options, run](Session &session) {
            return run(session, *options);
        };
    });
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
