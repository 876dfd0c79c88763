#pragma once

#include "core/adapters/grid_providers/gateway.h"

#include <functional>
#include <string>
#include <vector>

namespace greenward::adapters {

struct WattTimeLogin
{
    Secret user;
    Secret password;
};

/// The bearer token of a WattTime account: fetched when it is first needed, once for all who wait, renewed after 25 of
/// its 30 minutes (C-19). Kept in memory only. A login that was refused is not repeated until the credentials change:
/// a hundred wrong ones lock an account out. Engine thread only.
class WattTimeToken final
{
public:
    /// References outlive this object.
    WattTimeToken(Gateway &gateway, const Clock &clock, std::string baseUrl, WattTimeLogin login);

    bool isConfigured() const { return !m_login.user.empty() && !m_login.password.empty(); }
    void useLogin(WattTimeLogin login);

    using Ready = std::function<void(std::optional<grid::ProviderProblem>)>;
    /// `ready` with nothing when there is a token to use, else with why there is none.
    void need(Ready ready);
    /// The token to send; empty until need() has said that there is one.
    const Secret &token() const { return m_token; }
    /// Which token that is: they are counted.
    std::uint64_t serial() const { return m_serial; }
    /// The service did not take that one: the next need() logs in again, unless somebody else has done so already.
    void reject(std::uint64_t serial);

private:
    void take(const grid::Answer<HttpAnswer> &answer, std::uint64_t generation);

    Gateway &m_gateway;
    const Clock &m_clock;
    std::string m_baseUrl;
    WattTimeLogin m_login;
    Secret m_token;
    std::chrono::nanoseconds m_since{0}; ///< monotonic, of the token
    std::optional<grid::ProviderProblem> m_refused;
    std::vector<Ready> m_waiting;
    std::uint64_t m_serial = 0;
    std::uint64_t m_generation = 0; ///< of the credentials: an answer to older ones is not taken
};

} // namespace greenward::adapters
