#pragma once

#include "core/budget/budget_component.h"
#include "core/budget/budget_mirror.h"
#include "core/budget/budget_settings.h"
#include "core/budget/reservation_book.h"
#include "core/budget/throttle_component.h"
#include "core/bus/bus.h"
#include "core/engine/clock_watch.h"
#include "core/engine/energy_desk.h"
#include "core/engine/event_log.h"
#include "core/engine/forecasts.h"
#include "core/engine/placement_desk.h"
#include "core/engine/ports.h"
#include "core/engine/workshop.h"
#include "core/grid/forecast_record.h"
#include "core/grid/grid_component.h"
#include "core/grid/live_grid.h"
#include "core/placement/placement_component.h"
#include "core/storage/storage_component.h"
#include "core/tiering/tiering_component.h"

namespace greenward::engine {

/// The components on their bus. They know topics, not one another; only the engine's own files see them side by side.
/// Destroyed last to first: storage stops its threads before what they report to goes.
struct Parts
{
    static constexpr std::chrono::seconds kHealthFor{10};
    static constexpr std::string_view kBudgetSettings = "budgets"; ///< ids of settings
    static constexpr std::string_view kPlacementSettings = "placement";

    /// `guard` is the one in given.clock, if there is one.
    explicit Parts(Ports given, std::shared_ptr<GuardedClock> guard = nullptr);

    /// Reads what the operator set for all budgets, before they are loaded, and for placement and the grid.
    Result<void> loadSettings();
    std::string mirrorPath() const;
    void useSettings(const budget::BudgetSettings &wanted);
    /// Takes up the mirror file; its budgets count when the store never had one.
    Result<void> startMirror();

    const Clock &clock() const { return *ports.clock; }
    /// An audit row about `subject`, dated now.
    store::AuditEntry audit(const Actor &by, std::string what, std::string subject, std::string body) const;
    EnergyDesk energyDesk() { return {bus, grid, placement, budgets, meters}; }
    /// The last health of a backend, looked at again when older than kHealthFor; asking costs a system call or two.
    bus::BackendHealth healthOf(const BackendId &id) const;
    /// Counts a migration's own emission against what was set aside for it at approval.
    void noteBooked(const store::UsageRecord &record);
    /// The batch ended: what is left of its reservation is free again.
    void releaseReservation(BatchId batch);
    /// What of its tenant's budget is still set aside for the batch.
    GramsCO2e setAsideFor(BatchId batch) const;

    Ports ports;
    ClockWatch clockWatch;
    mutable bus::Bus bus; ///< a question about health is asked over it, which changes nothing
    EventLog events;
    grid::LiveGrid liveGrid;
    mutable grid::ForecastRecord forecastRecord; ///< learns when it is asked
    grid::GridComponent grid;
    placement::PlacementComponent placement;
    PlacementDesk placementDesk;
    budget::BudgetSettings settings;
    budget::BudgetComponent budgets;
    budget::ThrottleComponent throttle;
    budget::ReservationBook reservationBook;
    budget::BudgetMirror mirror;
    Meters meters;
    tiering::TieringComponent tiering;
    storage::StorageComponent storage;
    Subscription batchEnded;
    Subscription energy;
    std::chrono::nanoseconds lastTick{0};
    std::string storeProblem;                               ///< what the store said last
    std::chrono::nanoseconds storeTried{0};                 ///< monotonic; when a full disk was tried last
    std::vector<RegionName> watchedRegions;                 ///< beside those of the backends
    std::vector<grid::Place> followed;                      ///< looked up every few seconds
    std::chrono::nanoseconds followedSince{0};              ///< monotonic; 0: look them up now
    std::map<BatchId, budget::ReservationId> reservations;  ///< own cost of approved batches (C-48)
    mutable std::map<BackendId, bus::BackendHealth> health; ///< see healthOf
    mutable Forecasts forecasts;                            ///< learns when it is asked
    Workshop workshop;                                      ///< last: its jobs use the store and the forecasts
};

} // namespace greenward::engine
