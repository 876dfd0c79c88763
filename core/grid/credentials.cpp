#include "core/grid/credentials.h"

namespace greenward::grid {

std::string_view credentialStateName(CredentialState state)
{
    switch (state) {
    case CredentialState::Saved:
        return "saved";
    case CredentialState::Locked:
        return "locked";
    case CredentialState::NotSaved:
        return "not saved";
    case CredentialState::NoKeychain:
        return "no keychain";
    }
    return "?";
}

void MemoryCredentials::put(const std::string &source, const std::string &field, Secret secret)
{
    if (secret.empty())
        m_secrets.erase({source, field});
    else
        m_secrets[{source, field}] = std::move(secret);
    if (m_listener) m_listener(source);
}

CredentialState MemoryCredentials::state(const std::string &source, const std::string &field) const
{
    return m_secrets.contains({source, field}) ? CredentialState::Saved : CredentialState::NotSaved;
}

std::optional<Secret> MemoryCredentials::find(const std::string &source, const std::string &field) const
{
    const auto found = m_secrets.find({source, field});
    if (found == m_secrets.end()) return std::nullopt;
    return found->second;
}

} // namespace greenward::grid
