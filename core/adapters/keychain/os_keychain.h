#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"
#include "core/grid/credentials.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace greenward::adapters {

/// The keychain of the operator's session: Secret Service (GNOME Keyring, KeePassXC) or KWallet, through QtKeychain on
/// a thread of its own. What QtKeychain cannot tell, locked from empty and deleted from still there, is asked of the
/// Secret Service itself. Its insecure fallback, a readable file, is never used.
///
/// One in a program, for its whole life: libsecret ties what it remembers to the thread that asked first, and answers
/// no other. Any thread may call; each call is answered exactly once, on the keychain's thread. The destructor answers
/// what is still open with Cancelled. A QCoreApplication must exist.
class OsKeychain final
{
public:
    struct Found
    {
        grid::CredentialState state = grid::CredentialState::NoKeychain;
        Secret secret;      ///< when Saved
        std::string reason; ///< why there is no keychain
    };
    using Read = std::function<void(Found)>;
    using Done = std::function<void(const Result<void> &)>;

    /// `service` names the program in the keychain. A desktop may ask its user to unlock, which takes as long as it
    /// takes; after `patience` the call is answered with Busy.
    explicit OsKeychain(std::string service, std::chrono::milliseconds patience = std::chrono::minutes{2});
    ~OsKeychain();
    OsKeychain(const OsKeychain &) = delete;
    OsKeychain &operator=(const OsKeychain &) = delete;

    void read(const std::string &key, Read answer);
    /// Unreachable: no keychain; NoPermission: it stayed locked; the detail says what to do. Looked for again before
    /// it is called done.
    void write(const std::string &key, Secret secret, Done done);
    /// Done only when the keychain no longer has it; removing what is not there is done.
    void remove(const std::string &key, Done done);

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace greenward::adapters
