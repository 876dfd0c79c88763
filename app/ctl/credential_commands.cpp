#include "app/ctl/command_groups.h"
#include "app/ctl/secret_input.h"
#include "core/engine/secrets.h"

#include <future>
#include <ostream>

namespace greenward::ctl {
namespace {

struct NameOption
{
    std::string name;
};

Result<engine::CredentialName> parseName(const std::string &text)
{
    const std::size_t dot = text.find('.');
    if (dot == std::string::npos || dot == 0 || dot + 1 == text.size())
        return fail(ErrorCode::InvalidInput, "NAME", "\"" + text + "\" is not SOURCE.FIELD, such as watttime.password");
    return engine::CredentialName{text.substr(0, dot), text.substr(dot + 1)};
}

Json toJson(const grid::CredentialRow &row)
{
    return {{"name", row.source + "." + row.field},
            {"state", grid::credentialStateName(row.state)},
            {"kept_in", grid::credentialPlaceName(row.place)},
            {"reason", row.reason}};
}

Result<int> listCredentials(Session &session, const NoOptions &)
{
    session.useSecrets();
    CORE_TRY(const auto rows, session.ask([](engine::Engine &engine) { return engine.credentials(); }));
    Json list = Json::array();
    for (const grid::CredentialRow &row : rows)
        list.push_back(toJson(row));
    session.show({{"credentials", list}}, [&rows](std::ostream &out) {
        Table table({{"NAME"}, {"STATE"}, {"KEPT IN"}});
        for (const grid::CredentialRow &row : rows)
            table.add({row.source + "." + row.field, std::string(grid::credentialStateName(row.state)),
                       std::string(grid::credentialPlaceName(row.place))});
        table.print(out);
        for (const grid::CredentialRow &row : rows)
            if (!row.reason.empty()) {
                out << "no keychain: " << row.reason << '\n';
                break;
            }
    });
    return kDone;
}

/// Starts `begin` on the engine thread and waits for its answer.
template<typename Begin>
Result<void> waited(Session &session, Begin begin)
{
    std::promise<Result<void>> promise;
    auto answer = promise.get_future();
    CORE_TRY(const Actor actor, Actor::parse(session.world().user));
    CORE_TRY(const bool begun, session.ask([&](engine::Engine &engine) {
        begin(engine, actor, [&promise](const Result<void> &done) { promise.set_value(done); });
        return true;
    }));
    static_cast<void>(begun);
    return answer.get();
}

Result<int> setCredential(Session &session, const NameOption &options)
{
    CORE_TRY(const engine::CredentialName name, parseName(options.name));
    CORE_TRY(const Secret secret, session.world().readSecret(options.name));
    session.useSecrets();
    CORE_CHECK(waited(session, [&](engine::Engine &engine, const Actor &by, engine::CredentialDone done) {
        engine.saveCredential(name, secret, grid::KeepSecret::Keychain, by, std::move(done));
    }));
    session.show({{"name", options.name}, {"state", "saved"}, {"kept_in", "keychain"}},
                 [&](std::ostream &out) { out << options.name << " is saved in the keychain\n"; });
    return kDone;
}

Result<int> removeCredential(Session &session, const NameOption &options)
{
    CORE_TRY(const engine::CredentialName name, parseName(options.name));
    session.useSecrets();
    CORE_CHECK(waited(session, [&](engine::Engine &engine, const Actor &by, engine::CredentialDone done) {
        engine.removeCredential(name, by, std::move(done));
    }));
    session.show({{"name", options.name}, {"state", "not saved"}},
                 [&](std::ostream &out) { out << options.name << " is no longer saved\n"; });
    return kDone;
}

void declareName(CommandSyntax &command, NameOption &options)
{
    command.addOption("NAME", options.name, "SOURCE.FIELD, such as watttime.username or electricitymaps.token")
        .required();
}

} // namespace

void addCredentialCommands(CommandSyntax &root, Chosen &chosen)
{
    CommandSyntax group =
        root.addGroup("credentials", "Passwords and keys of grid data sources, in the user's keychain");
    addCommand<NoOptions>(
        group, chosen, "list", "Which there are and where they are kept; never what they are",
        [](CommandSyntax &, NoOptions &) {}, listCredentials);
    addCommand<NameOption>(group, chosen, "set", "Save one; it is asked for, or read from standard input", declareName,
                           setCredential);
    addCommand<NameOption>(group, chosen, "remove", "Take one out of the keychain", declareName, removeCredential);
}

} // namespace greenward::ctl
