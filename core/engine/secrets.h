#pragma once

#include "core/grid/credential_keeper.h"
#include "core/units/ids.h"

#include <string>

// Entering and taking away secrets. No commands: a command can be logged, kept and shown, a secret never. Engine thread
// only.

namespace greenward::engine {

struct Parts;

/// Which secret: "watttime", "password".
struct CredentialName
{
    std::string source;
    std::string field;
};

using CredentialDone = grid::CredentialKeeper::Done;

/// Names the secret and where it is to be kept in the audit log, durably, and only then hands it on. `done` is called
/// once, later or at once, on the engine thread: ReadOnly, NotDurable, or what CredentialKeeper says.
void saveCredential(Parts &parts, const CredentialName &name, Secret secret, grid::KeepSecret where, const Actor &by,
                    CredentialDone done);
void removeCredential(Parts &parts, const CredentialName &name, const Actor &by, CredentialDone done);

} // namespace greenward::engine
