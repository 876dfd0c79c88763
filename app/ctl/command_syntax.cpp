#include "app/ctl/command_syntax.h"

#include <CLI/CLI.hpp>

#include <utility>

namespace greenward::ctl {

Argument::Argument(CLI::Option &option)
    : m_option(&option)
{}

const Argument &Argument::required() const
{
    m_option->required();
    return *this;
}

const Argument &Argument::typeName(const std::string &name) const
{
    m_option->type_name(name);
    return *this;
}

const Argument &Argument::showDefault() const
{
    m_option->capture_default_str();
    return *this;
}

const Argument &Argument::delimiter(char between) const
{
    m_option->delimiter(between);
    return *this;
}

const Argument &Argument::excludes(const Argument &other) const
{
    m_option->excludes(other.m_option);
    return *this;
}

CommandSyntax::CommandSyntax(CLI::App &parser)
    : m_parser(&parser)
{}

Argument CommandSyntax::addOption(const std::string &name, std::string &target, const std::string &help)
{
    return Argument(*m_parser->add_option(name, target, help));
}

Argument CommandSyntax::addOption(const std::string &name, std::optional<std::string> &target, const std::string &help)
{
    return Argument(*m_parser->add_option(name, target, help));
}

Argument CommandSyntax::addOption(const std::string &name, std::vector<std::string> &target, const std::string &help)
{
    return Argument(*m_parser->add_option(name, target, help));
}

Argument CommandSyntax::addFlag(const std::string &name, bool &target, const std::string &help)
{
    return Argument(*m_parser->add_flag(name, target, help));
}

CommandSyntax CommandSyntax::addChoice(const std::string &name)
{
    CLI::Option_group *choice = m_parser->add_option_group(name);
    choice->require_option(1);
    return CommandSyntax(*choice);
}

CommandSyntax CommandSyntax::addGroup(const std::string &name, const std::string &help)
{
    CLI::App *group = m_parser->add_subcommand(name, help);
    group->require_subcommand(1);
    return CommandSyntax(*group);
}

CommandSyntax CommandSyntax::addCommand(const std::string &name, const std::string &help, std::function<void()> chosen)
{
    CLI::App *command = m_parser->add_subcommand(name, help);
    command->callback(std::move(chosen));
    return CommandSyntax(*command);
}

} // namespace greenward::ctl
