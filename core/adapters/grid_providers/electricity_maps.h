#pragma once

#include "core/adapters/grid_providers/provider_setup.h"

namespace greenward::adapters {

/// Electricity Maps API v4: averages, flow-traced over the life cycle. Needs a key (header auth-token).
class ElectricityMaps final : public grid::Provider
{
public:
    static constexpr std::string_view kDefaultUrl = "https://api.electricitymaps.com/v4";
    ElectricityMaps(ProviderSetup setup, Secret token);

    std::string_view id() const override { return "electricitymaps"; }
    std::string_view name() const override { return "Electricity Maps"; }
    bool canAnswer(grid::Question question, Signal signal) const override;
    std::optional<std::string> zoneOf(const grid::Place &place) const override;
    void ask(const grid::Want &want, Done done) override;
    void askAccess(std::function<void(grid::Answer<std::vector<grid::ZoneAccess>>)> done) override;
    void tick() override { m_gateway.tick(); }
    grid::ProviderHealth health() const override { return healthOf(m_gateway, !m_token.empty()); }

    /// Empty: none. What was remembered of the old one is forgotten.
    void useToken(Secret token);

private:
    /// Makes the request anew for each try, with the key of that moment.
    std::function<HttpRequest()> requestOf(const std::string &url) const;

    std::string m_baseUrl;
    const Clock &m_clock;
    Secret m_token;
    Gateway m_gateway;
};

} // namespace greenward::adapters
