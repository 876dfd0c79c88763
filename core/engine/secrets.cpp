#include "core/engine/secrets.h"

#include "core/base/json_text.h"
#include "core/engine/parts.h"

namespace greenward::engine {
namespace {

Result<void> audit(Parts &parts, const std::string &what, const CredentialName &name, const Json &body, const Actor &by)
{
    if (parts.ports.store->health().readOnly)
        return fail(ErrorCode::ReadOnly, "data directory",
                    parts.ports.directory + " was opened read-only: nothing can be changed");
    if (!parts.ports.credentials)
        return fail(ErrorCode::Unreachable, "keychain", "this program was started without a place for secrets");
    std::vector<std::string> known;
    for (const grid::CredentialRow &row : parts.ports.credentials->rows())
        known.push_back(row.source + "." + row.field);
    const std::string full = name.source + "." + name.field;
    CORE_CHECK(grid::checkCredentialName(full, known));
    store::Transaction transaction;
    transaction.audit.push_back(parts.audit(by, what, "credential " + full, jsonText(body)));
    CORE_CHECK(parts.ports.store->commit(std::move(transaction)));
    return {};
}

/// Tells everybody who shows secrets or what they open.
CredentialDone announced(Parts &parts, CredentialDone done)
{
    return [changes = parts.ports.changes, done = std::move(done)](const Result<void> &answer) {
        changes->mark(Area::Grid);
        changes->mark(Area::Activity);
        done(answer);
    };
}

} // namespace

void saveCredential(Parts &parts, const CredentialName &name, Secret secret, grid::KeepSecret where, const Actor &by,
                    CredentialDone done)
{
    const Json body{{"kept_in", where == grid::KeepSecret::Keychain ? "keychain" : "this session"}};
    if (auto audited = audit(parts, "credential.save", name, body, by); !audited) return done(audited);
    parts.ports.credentials->save(name.source, name.field, std::move(secret), where, announced(parts, std::move(done)));
}

void removeCredential(Parts &parts, const CredentialName &name, const Actor &by, CredentialDone done)
{
    if (auto audited = audit(parts, "credential.remove", name, Json::object(), by); !audited) return done(audited);
    parts.ports.credentials->remove(name.source, name.field, announced(parts, std::move(done)));
}

} // namespace greenward::engine
