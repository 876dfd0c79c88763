#pragma once

#include "core/base/clock.h"
#include "core/bus/bus.h"
#include "core/bus/component_info.h"
#include "core/placement/decision_book.h"
#include "core/store/state_store.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace greenward::placement {

/// What the component is given. All references outlive it.
struct Given
{
    std::vector<BackendSpec> presets{}; ///< P-06: always there; a stored backend of the same id takes a preset's place
    Coefficients coefficients{};
    std::function<std::string(const RegionName &)> countryOf{}; ///< ISO code, empty: not known; nothing: never known
};

/// The registry of backends and their green scores. Answers sustainability.placement.scores, listens to
/// storage.backend.registered, publishes sustainability.placement.decision. Intensity is asked over the bus each time,
/// so scores are never older than the grid's figures. Engine thread only.
class PlacementComponent final
{
public:
    PlacementComponent(bus::Bus &bus, store::StateStore &store, const Clock &clock, Given given);
    PlacementComponent(const PlacementComponent &) = delete;
    PlacementComponent &operator=(const PlacementComponent &) = delete;

    static constexpr bus::ComponentInfo kInfo{"placement", "CarbonAwareness",
                                              "CarbonCalculation, ExternalIntegration, Scheduling"}; ///< P-08

    /// Reads the stored backends. StoreDamaged names the one that does not read.
    Result<void> load();

    // ---- registry
    /// Validates and makes durable together with `audit`, then knows it. Announcing it is the caller's business; the
    /// announcement of a backend already known changes nothing here, one of an unknown backend is kept (P-15).
    Result<void> keep(const BackendSpec &spec, store::AuditEntry audit);
    /// All of them or none, with one audit row.
    Result<void> keepAll(std::span<const BackendSpec> specs, store::AuditEntry audit);
    /// An edited preset falls back to its shipped values; a preset as shipped is Refused; unknown is UnknownName.
    Result<void> forget(const BackendId &id, store::AuditEntry audit);
    /// UnknownName when there is none.
    Result<BackendSpec> spec(const BackendId &id) const;
    /// All, by id: presets and registered ones.
    std::vector<BackendSpec> specs() const;
    /// Those with a driver: to be attached to storage at start.
    std::vector<BackendSpec> connected() const;

    // ---- scores
    /// By what scores and choices rank (C-31).
    RankBy ranking() const { return m_rankBy; }
    void rankBy(RankBy rankBy) { m_rankBy = rankBy; }
    /// All rated backends, best first (P-04). NotFound when there is no source for the signal.
    Result<std::vector<bus::ScoredBackend>> scores(Signal signal) const;
    /// UnknownName, or why it cannot be rated.
    Result<bus::ScoredBackend> score(const BackendId &id, Signal signal) const;
    /// A backend that need not be registered: what it would score.
    Result<bus::ScoredBackend> rate(const BackendSpec &spec, Signal signal) const;

    // ---- decisions
    /// With what is known now; nothing is kept or announced (what-if). See decide().
    Result<Decision> weigh(const Query &query) const;
    /// weigh(), kept with its audit row and announced (P-05, P-09, P-16). `by` asked.
    Result<Decision> choose(const Query &query, const Actor &by);
    const DecisionBook &decisions() const { return m_book; }

private:
    void announce(const Decision &decision);
    void onRegistered(const bus::BackendRegistered &event);
    std::optional<DataSize> freeSpaceOf(const BackendId &id) const;

    bus::Bus &m_bus;
    store::StateStore &m_store;
    const Clock &m_clock;
    Given m_given;
    std::map<BackendId, BackendSpec> m_presets;
    std::map<BackendId, BackendSpec> m_backends; ///< what is in use: presets, stored ones in their place
    DecisionBook m_book;
    RankBy m_rankBy = RankBy::Score;
    std::vector<Subscription> m_subscriptions;
};

} // namespace greenward::placement
