#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace greenward::ctl {

/// An option or an argument that was just declared: what else there is to say of it.
class Argument
{
public:
    explicit Argument(CLI::Option &option);

    const Argument &required() const;
    /// What the help calls its value.
    const Argument &typeName(const std::string &name) const;
    /// The help shows what holds when it is not given: the value the target has now.
    const Argument &showDefault() const;
    /// One text may hold several values with this between them.
    const Argument &delimiter(char between) const;
    const Argument &excludes(const Argument &other) const;

private:
    CLI::Option *m_option;
};

/// What a command, or a group of commands, takes. This is the door to the parser: CLI11's header costs more to compile
/// than a file of commands does, so only command_syntax.cpp and command_line.cpp include it. Does not own the parser;
/// the targets of options live as long as it does.
class CommandSyntax
{
public:
    explicit CommandSyntax(CLI::App &parser);

    /// Without dashes in front of the name it is an argument that is known by its place.
    Argument addOption(const std::string &name, std::string &target, const std::string &help);
    Argument addOption(const std::string &name, std::optional<std::string> &target, const std::string &help);
    Argument addOption(const std::string &name, std::vector<std::string> &target, const std::string &help);
    Argument addFlag(const std::string &name, bool &target, const std::string &help);
    /// Options of which exactly one is to be given.
    CommandSyntax addChoice(const std::string &name);

    /// Holds commands, one of which is to be named.
    CommandSyntax addGroup(const std::string &name, const std::string &help);
    /// `chosen` is called when this command is named and all that it takes is in its targets.
    CommandSyntax addCommand(const std::string &name, const std::string &help, std::function<void()> chosen);

private:
    CLI::App *m_parser;
};

} // namespace greenward::ctl
