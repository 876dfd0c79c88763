#pragma once

#include "core/adapters/grid_providers/carbon_aware_sdk_answers.h"
#include "core/adapters/grid_providers/provider_setup.h"

namespace greenward::adapters {

/// The web API of the Carbon Aware SDK, run by the site itself: a gateway to whatever stands behind it. It does not
/// tell which signal that is; the administrator does.
class CarbonAwareSdk final : public grid::Provider
{
public:
    CarbonAwareSdk(ProviderSetup setup, carbon_aware_sdk::Behind behind);

    std::string_view id() const override { return "carbon-aware-sdk"; }
    std::string_view name() const override { return "Carbon Aware SDK"; }
    bool canAnswer(grid::Question question, Signal signal) const override;
    /// It takes the names of cloud regions ("eastus", "us-east-1"); other places need a mapping.
    std::optional<std::string> zoneOf(const grid::Place &place) const override;
    void ask(const grid::Want &want, Done done) override;
    void tick() override { m_gateway.tick(); }
    grid::ProviderHealth health() const override { return healthOf(m_gateway, true); }

private:
    std::string m_baseUrl;
    const Clock &m_clock;
    carbon_aware_sdk::Behind m_behind;
    Gateway m_gateway;
};

} // namespace greenward::adapters
