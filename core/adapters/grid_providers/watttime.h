#pragma once

#include "core/adapters/grid_providers/provider_setup.h"
#include "core/adapters/grid_providers/watttime_token.h"

namespace greenward::adapters {

/// WattTime API v3: marginal emissions (MOER) and their percentile. Needs a user and a password.
class WattTime final : public grid::Provider
{
public:
    static constexpr std::string_view kDefaultUrl = "https://api.watttime.org";
    WattTime(ProviderSetup setup, WattTimeLogin login);

    std::string_view id() const override { return "watttime"; }
    std::string_view name() const override { return "WattTime"; }
    bool canAnswer(grid::Question question, Signal signal) const override;
    std::optional<std::string> zoneOf(const grid::Place &place) const override;
    void ask(const grid::Want &want, Done done) override;
    void locate(const Coordinates &at, std::function<void(grid::Answer<std::string>)> done) override;
    void askAccess(std::function<void(grid::Answer<std::vector<grid::ZoneAccess>>)> done) override;
    void tick() override { m_gateway.tick(); }
    grid::ProviderHealth health() const override { return healthOf(m_gateway, m_token.isConfigured()); }

    /// Empty: none. The old token and what was remembered are forgotten.
    void useLogin(WattTimeLogin login);

private:
    /// One authorised request; a token that ran out is renewed once and the request repeated once.
    void send(const std::string &url, bool mayRenew, Gateway::Done done);

    std::string m_baseUrl;
    WattTimeToken m_token;
    Gateway m_gateway; ///< ends first: what it then answers still finds the token
};

} // namespace greenward::adapters
