#pragma once

#include "core/adapters/grid_providers/provider_setup.h"

namespace greenward::adapters {

/// Energy-Charts (Fraunhofer ISE): European countries as a whole, no key, CC BY 4.0.
class EnergyCharts final : public grid::Provider
{
public:
    static constexpr std::string_view kDefaultUrl = "https://api.energy-charts.info";
    explicit EnergyCharts(ProviderSetup setup);

    std::string_view id() const override { return "energy-charts"; }
    std::string_view name() const override { return "Energy-Charts"; }
    bool canAnswer(grid::Question question, Signal signal) const override;
    /// The country's code in lower case; Great Britain is "uk". A zone within a country gets the whole country.
    std::optional<std::string> zoneOf(const grid::Place &place) const override;
    void ask(const grid::Want &want, Done done) override;
    void tick() override { m_gateway.tick(); }
    grid::ProviderHealth health() const override { return healthOf(m_gateway, true); }

private:
    std::string m_baseUrl;
    Gateway m_gateway;
};

} // namespace greenward::adapters
