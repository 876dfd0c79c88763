#include "core/adapters/keychain/credentials.h"

#include <algorithm>
#include <mutex>

namespace greenward::adapters {
namespace {

using grid::CredentialPlace;
using grid::CredentialState;

std::string nameOf(const std::string &source, const std::string &field)
{
    return source + "." + field;
}

std::pair<std::string, std::string> partsOf(const std::string &name)
{
    const std::size_t dot = name.find('.');
    return {name.substr(0, dot), dot == std::string::npos ? std::string() : name.substr(dot + 1)};
}

} // namespace

class Credentials::Gate final
{
public:
    using Work = std::function<void(Credentials &)>;

    Gate(Credentials &owner, std::function<void(std::function<void()>)> post)
        : m_owner(&owner)
        , m_post(std::move(post))
    {}
    /// Any thread: `work` runs on the engine thread, unless the owner has gone by then.
    static void post(const std::shared_ptr<Gate> &gate, Work work)
    {
        const std::lock_guard lock(gate->m_mutex);
        if (!gate->m_owner) return;
        gate->m_post([gate, work = std::move(work)] {
            // The owner goes on this thread too, so it cannot go between the two.
            if (gate->m_owner) work(*gate->m_owner);
        });
    }
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_owner = nullptr;
        m_post = {};
    }

private:
    std::mutex m_mutex;
    Credentials *m_owner; ///< written on the engine thread, under the mutex
    std::function<void(std::function<void()>)> m_post;
};

Credentials::Credentials(Setup setup)
    : m_setup(std::move(setup))
    , m_gate(std::make_shared<Gate>(*this, m_setup.post))
{
    if (m_setup.keychain)
        for (const std::string &name : m_setup.names)
            if (!m_setup.handedOver.contains(name)) m_unanswered.insert(name);
    if (m_unanswered.empty()) m_looked.set_value();
    refresh();
}

Credentials::~Credentials()
{
    m_gate->close();
}

std::vector<grid::CredentialRow> Credentials::rows() const
{
    std::vector<grid::CredentialRow> rows;
    rows.reserve(m_setup.names.size());
    for (const std::string &name : m_setup.names) {
        auto [source, field] = partsOf(name);
        grid::CredentialRow row{.source = source, .field = field, .state = state(source, field)};
        if (m_setup.handedOver.contains(name)) {
            row.place = CredentialPlace::ServiceManager;
        } else if (m_session.contains(name)) {
            row.place = CredentialPlace::Session;
        } else if (row.state == CredentialState::Saved || row.state == CredentialState::Locked) {
            row.place = CredentialPlace::Keychain;
        }
        if (const Kept *known = kept(name)) row.reason = known->reason;
        rows.push_back(std::move(row));
    }
    return rows;
}

CredentialState Credentials::state(const std::string &source, const std::string &field) const
{
    const std::string name = nameOf(source, field);
    if (m_setup.handedOver.contains(name) || m_session.contains(name)) return CredentialState::Saved;
    const Kept *known = kept(name);
    return known ? known->state : m_setup.keychain ? CredentialState::NotSaved : CredentialState::NoKeychain;
}

std::optional<Secret> Credentials::find(const std::string &source, const std::string &field) const
{
    const std::string name = nameOf(source, field);
    if (const auto found = m_setup.handedOver.find(name); found != m_setup.handedOver.end()) return found->second;
    if (const auto found = m_session.find(name); found != m_session.end()) return found->second;
    const Kept *known = kept(name);
    if (!known || known->state != CredentialState::Saved) return std::nullopt;
    return known->secret;
}

void Credentials::save(const std::string &source, const std::string &field, Secret secret, grid::KeepSecret where,
                       Done done)
{
    const std::string name = nameOf(source, field);
    if (auto wrong = check(name); !wrong) return done(wrong);
    if (secret.empty()) return done(fail(ErrorCode::InvalidInput, name, "it is empty; to take it away, remove it"));
    if (where == grid::KeepSecret::Session) {
        m_session.insert_or_assign(name, std::move(secret));
        tell(name);
        return done({});
    }
    if (!m_setup.keychain)
        return done(fail(ErrorCode::Unreachable, "keychain",
                         "this program runs without a keychain; keep the secret for this session only"));
    m_setup.keychain->write(name, secret,
                            [gate = m_gate, name, secret, done = std::move(done)](const Result<void> &written) {
                                Gate::post(gate, [name, secret, done, written](Credentials &self) {
                                    if (written) {
                                        self.m_session.erase(name);
                                        self.take(name, {CredentialState::Saved, secret, {}});
                                    }
                                    done(written);
                                });
                            });
}

void Credentials::remove(const std::string &source, const std::string &field, Done done)
{
    const std::string name = nameOf(source, field);
    if (auto wrong = check(name); !wrong) return done(wrong);
    if (m_session.erase(name) > 0) tell(name);
    const Kept *known = kept(name);
    if (!m_setup.keychain || !known || known->state == CredentialState::NoKeychain) return done({});
    m_setup.keychain->remove(name, [gate = m_gate, name, done = std::move(done)](const Result<void> &removed) {
        Gate::post(gate, [name, done, removed](Credentials &self) {
            if (removed) self.take(name, {});
            done(removed);
        });
    });
}

void Credentials::refresh()
{
    for (const std::string &name : m_setup.names)
        if (m_setup.keychain && !m_setup.handedOver.contains(name)) ask(name);
}

const Credentials::Kept *Credentials::kept(const std::string &name) const
{
    const auto found = m_kept.find(name);
    return found == m_kept.end() ? nullptr : &found->second;
}

void Credentials::ask(const std::string &name)
{
    m_setup.keychain->read(name, [gate = m_gate, name](const OsKeychain::Found &found) {
        Gate::post(gate, [name, found](Credentials &self) {
            self.take(name, {found.state, found.secret, found.reason});
        });
    });
}

void Credentials::take(const std::string &name, Kept found)
{
    m_kept.insert_or_assign(name, std::move(found));
    tell(name);
    // After the listener has heard: whoever waited for the look finds sources that know their secrets.
    if (m_unanswered.erase(name) > 0 && m_unanswered.empty())
        Gate::post(m_gate, [](Credentials &self) { self.m_looked.set_value(); });
}

void Credentials::tell(const std::string &name)
{
    Gate::post(m_gate, [source = partsOf(name).first](Credentials &self) {
        if (self.m_listener) self.m_listener(source);
    });
}

/// Only what a source asks for, and not what the service manager has decided.
Result<void> Credentials::check(const std::string &name) const
{
    CORE_CHECK(grid::checkCredentialName(name, m_setup.names));
    if (m_setup.handedOver.contains(name))
        return fail(ErrorCode::Refused, name, "it comes from the service manager's credentials; change it there");
    return {};
}

} // namespace greenward::adapters
