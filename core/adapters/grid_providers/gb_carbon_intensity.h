#pragma once

#include "core/adapters/grid_providers/provider_setup.h"

namespace greenward::adapters {

/// GB Carbon Intensity API (National Energy System Operator): Great Britain, no key, CC BY 4.0.
class GbCarbonIntensity final : public grid::Provider
{
public:
    static constexpr std::string_view kDefaultUrl = "https://api.carbonintensity.org.uk";
    explicit GbCarbonIntensity(ProviderSetup setup);

    std::string_view id() const override { return "gb-carbon-intensity"; }
    std::string_view name() const override { return "GB Carbon Intensity"; }
    bool canAnswer(grid::Question question, Signal signal) const override;
    std::optional<std::string> zoneOf(const grid::Place &place) const override;
    void ask(const grid::Want &want, Done done) override;
    void tick() override { m_gateway.tick(); }
    grid::ProviderHealth health() const override { return healthOf(m_gateway, true); }

private:
    std::string m_baseUrl;
    const Clock &m_clock;
    Gateway m_gateway;
};

} // namespace greenward::adapters
