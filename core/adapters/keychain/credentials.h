#pragma once

#include "core/adapters/keychain/os_keychain.h"
#include "core/grid/credential_keeper.h"

#include <future>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace greenward::adapters {

/// The secrets of this machine, in this order: what the service manager handed over, what was entered for this session,
/// what the keychain holds. Only names in `names` ("watttime.username") are ever asked for. Engine thread; `post` hands
/// the keychain's answers to it.
class Credentials final : public grid::CredentialKeeper
{
public:
    struct Setup
    {
        std::vector<std::string> names;
        std::map<std::string, Secret> handedOver; ///< by the service manager: fixed while the program runs
        std::shared_ptr<OsKeychain> keychain;     ///< the program's one; nothing: none is asked
        std::function<void(std::function<void()>)> post;
    };
    explicit Credentials(Setup setup);
    ~Credentials() override;

    /// Ready when the keychain has answered for every name, or none is asked. For programs that end at once; not to be
    /// waited for on the engine thread.
    std::shared_future<void> firstLook() const { return m_firstLook; }

    std::vector<grid::CredentialRow> rows() const override;
    grid::CredentialState state(const std::string &source, const std::string &field) const override;
    std::optional<Secret> find(const std::string &source, const std::string &field) const override;
    void save(const std::string &source, const std::string &field, Secret secret, grid::KeepSecret where,
              Done done) override;
    void remove(const std::string &source, const std::string &field, Done done) override;
    void refresh() override;
    void setListener(Listener listener) override { m_listener = std::move(listener); }

private:
    struct Kept
    {
        grid::CredentialState state = grid::CredentialState::NotSaved;
        Secret secret;
        std::string reason;
    };
    const Kept *kept(const std::string &name) const;
    /// The way back to the engine thread, closed when this object goes; the keychain outlives it.
    class Gate;

    void ask(const std::string &name);
    void take(const std::string &name, Kept found);
    void tell(const std::string &name);
    Result<void> check(const std::string &name) const;

    Setup m_setup;
    std::map<std::string, Secret> m_session;
    std::map<std::string, Kept> m_kept; ///< what the keychain answered last
    Listener m_listener;
    std::set<std::string> m_unanswered; ///< by the first look
    std::promise<void> m_looked;
    std::shared_future<void> m_firstLook{m_looked.get_future()};
    std::shared_ptr<Gate> m_gate;
};

} // namespace greenward::adapters
