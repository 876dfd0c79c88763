#pragma once

#include "core/base/clock.h"
#include "core/bus/bus.h"
#include "core/placement/score.h"
#include "core/store/state_store.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace greenward::placement {

/// A candidate with what keeping the data there for one year would emit.
struct Estimate
{
    bus::ScoredBackend scored;
    GramsCO2e perYear;
};

/// Why this backend (P-09, P-11). A value.
struct Decision
{
    Estimate chosen;
    std::vector<Estimate> alternatives; ///< in score order
    std::vector<BackendId> notRated;    ///< candidates nobody knows: never given an invented score (C-35)
    DataSize size;
    Signal signal = Signal::Average; ///< the one signal all candidates were compared by (C-23)
    std::vector<std::string> warnings;
    Instant at;
};

/// The registry of backends and their green scores. Answers sustainability.placement.scores, listens to
/// storage.backend.registered, publishes sustainability.placement.decision. Intensity is asked over the bus each time,
/// so scores are never older than the grid's figures. Engine thread only.
class PlacementComponent final
{
public:
    /// `presets` (P-06) are always there; a stored backend of the same id takes a preset's place.
    PlacementComponent(bus::Bus &bus, store::StateStore &store, const Clock &clock, std::vector<BackendSpec> presets,
                       const RestPower &restPower);
    PlacementComponent(const PlacementComponent &) = delete;
    PlacementComponent &operator=(const PlacementComponent &) = delete;

    /// Reads the stored backends. StoreDamaged names the one that does not read.
    Result<void> load();

    // ---- registry
    /// Validates and makes durable together with `audit`, then knows it. Announcing it is the caller's business; the
    /// announcement of a backend already known changes nothing here, one of an unknown backend is kept (P-15).
    Result<void> keep(const BackendSpec &spec, store::AuditEntry audit);
    /// An edited preset falls back to its shipped values; a preset as shipped is Refused; unknown is UnknownName.
    Result<void> forget(const BackendId &id, store::AuditEntry audit);
    /// UnknownName when there is none.
    Result<BackendSpec> spec(const BackendId &id) const;
    /// All, by id: presets and registered ones.
    std::vector<BackendSpec> specs() const;
    /// Those with a driver: to be attached to storage at start.
    std::vector<BackendSpec> connected() const;

    // ---- scores
    /// All rated backends, best first (P-04). NotFound when there is no source for the signal.
    Result<std::vector<bus::ScoredBackend>> scores(Signal signal) const;
    /// UnknownName, or why it cannot be rated.
    Result<bus::ScoredBackend> score(const BackendId &id, Signal signal) const;
    /// The greenest of the candidates for `size` bytes (P-05, P-09), announced as a decision. InvalidInput naming
    /// `candidates` when there are none; UnknownName when none of them is rated.
    Result<Decision> select(std::span<const BackendId> candidates, DataSize size, Signal signal);

private:
    /// Candidates in rank order by one signal.
    struct Ranking
    {
        std::vector<Estimate> rated;
        std::vector<BackendId> notRated;
        bool signalMissing = false; ///< a known backend could not be rated by this signal
    };

    Result<Ranking> rank(std::span<const BackendId> candidates, DataSize size, Signal signal) const;
    void announce(const Decision &decision);
    void onRegistered(const bus::BackendRegistered &event);
    Result<bus::ScoredBackend> rate(const BackendSpec &spec, Signal signal) const;

    bus::Bus &m_bus;
    store::StateStore &m_store;
    const Clock &m_clock;
    RestPower m_restPower;
    std::map<BackendId, BackendSpec> m_presets;
    std::map<BackendId, BackendSpec> m_backends; ///< what is in use: presets, stored ones in their place
    std::vector<Subscription> m_subscriptions;
};

} // namespace greenward::placement
