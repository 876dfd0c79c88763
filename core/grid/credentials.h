#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace greenward::grid {

/// What is known of a secret without looking at it. A locked keychain answers "not found" like an empty one: who makes
/// the port real has to tell the two apart.
enum class CredentialState {
    Saved,      ///< at hand
    Locked,     ///< kept by a keychain that is locked: may be there
    NotSaved,   ///< nobody has entered it
    NoKeychain, ///< nothing on this machine keeps secrets: asked for at each start, kept in memory only
};
/// "saved", "locked", "not saved", "no keychain".
std::string_view credentialStateName(CredentialState state);

/// Passwords, keys and tokens of providers (C-24), by source ("watttime") and field ("username"). Kept in a keychain or
/// handed over by the service manager; never in a file of ours.
///
/// Engine thread only. Every call returns at once: what a keychain holds was fetched before, on another thread, and its
/// arrival is told like any other change.
class CredentialStore
{
public:
    /// With the source whose secrets were entered, removed, unlocked or locked away.
    using Listener = std::function<void(const std::string &source)>;

    virtual ~CredentialStore() = default;
    virtual CredentialState state(const std::string &source, const std::string &field) const = 0;
    /// Nothing unless the state is Saved.
    virtual std::optional<Secret> find(const std::string &source, const std::string &field) const = 0;
    /// One listener; called on the engine thread, never from within a call to this object's other functions.
    virtual void setListener(Listener listener) = 0;
};

/// Secrets that live as long as the program: of a machine without a keychain, and of tests.
class MemoryCredentials final : public CredentialStore
{
public:
    /// Replaces what was there; empty: removes it. The listener hears of it.
    void put(const std::string &source, const std::string &field, Secret secret);

    CredentialState state(const std::string &source, const std::string &field) const override;
    std::optional<Secret> find(const std::string &source, const std::string &field) const override;
    void setListener(Listener listener) override { m_listener = std::move(listener); }

private:
    std::map<std::pair<std::string, std::string>, Secret> m_secrets;
    Listener m_listener;
};

} // namespace greenward::grid
