#pragma once

#include "core/bus/payloads.h"
#include "core/engine/grid_rows.h"
#include "core/engine/rows.h"
#include "core/grid/signal_file.h"
#include "core/placement/query.h"

#include <variant>

// Everything that changes state, as values. A command is validated, made durable together with its audit row, then
// applied to memory and announced; when it is refused nothing has changed.

namespace greenward::engine {

struct SetBudget
{
    TenantId tenant;
    std::optional<GramsCO2e> limit; ///< nothing: unlimited
    PeriodKind period = PeriodKind::Month;
    std::optional<Percent> soft;          ///< nothing: keep, or the default 80 %
    std::optional<Percent> hard;          ///< nothing: keep, or the default 100 %
    std::optional<Instant> anchor;        ///< first day of a fiscal period; nothing: keep while the period kind stays
    std::optional<milliseconds> minDelay; ///< nothing: keep, or the default 100 ms
    std::optional<milliseconds> maxDelay; ///< nothing: keep, or the default 2000 ms
    std::optional<RegionName> region;     ///< of energy that names no place; nothing: keep, or none
    std::optional<bool> shadow;           ///< nothing: keep, or enforced
    bool replace = false; ///< what is nothing follows the defaults again instead of being kept: undo, import

    friend bool operator==(const SetBudget &, const SetBudget &) = default;
};
/// All of them or, when one is not valid, none. Tenants that are not named keep what they have.
struct ImportBudgets
{
    std::vector<SetBudget> budgets; ///< see readBudgetFile
    std::string source;             ///< named in the audit log
};
struct SetBudgetSettings
{
    BudgetSettingsRow settings;
};
/// The system clock jumped or was set back, and is right: engine time follows it again.
struct ConfirmClock
{};
struct RemoveBudget
{
    TenantId tenant;
};
struct RecordUsage
{
    TenantId tenant;
    GramsCO2e amount;
    std::string operation = "manual";
    std::string key;           ///< repeat with the same key: counted once
    std::optional<Instant> at; ///< nothing: now
};
/// Energy to carbon with the intensity of the region, times PUE unless measured at the facility (B-34, C-16).
struct RecordEnergy
{
    TenantId tenant;
    Energy energy;
    std::optional<BackendId> backend;
    std::optional<RegionName> region;
    bus::Boundary boundary = bus::Boundary::Server;
    std::string operation = "manual";
    std::string key;
    std::optional<Instant> at;
    std::string source; ///< what measured it
    Quality quality = Quality::Measured;
};
/// Asks for admission and counts the answer in the tenant's statistics.
struct Throttle
{
    TenantId tenant;
    GramsCO2e estimate;
};

/// What happened elsewhere, by the file: all of it or, when one line is not valid, none.
struct ImportUsage
{
    struct Line
    {
        std::size_t line = 0; ///< of the file, for errors
        std::variant<RecordUsage, RecordEnergy> what;
    };
    std::vector<Line> lines;
    std::string source; ///< named in the audit log
    std::string digest; ///< hex, of the file: lines without a key get one from it, so that a repeat is harmless
};

/// Sets carbon aside before work begins. Refused past the hard limit.
struct Reserve
{
    TenantId tenant;
    GramsCO2e estimate;
    std::string operation = "manual";
    std::optional<milliseconds> ttl; ///< nothing: 15 minutes
};
/// Books what it took, in place of what was set aside.
struct CommitReservation
{
    std::string id;
    GramsCO2e actual;
};
struct ReleaseReservation
{
    std::string id;
};

struct RegisterBackend
{
    BackendSpec spec;
};
struct UpdateBackend
{
    BackendSpec spec;
};
/// What lies at the backend's path now is its place from here on: its disk was replaced on purpose.
struct AcceptPlace
{
    BackendId id;
    bool withoutObjects = false; ///< also when nothing that the catalogue has of it is there
};
struct RemoveBackend
{
    BackendId id;
};
struct StartScan
{
    std::optional<BackendId> backend;
}; ///< nothing: all connected ones
struct CancelScan
{
    BackendId backend;
};

struct SetPolicy
{
    PolicyRow policy;
};
struct PlanBatch
{
    TenantId tenant;
};
struct ApproveBatch
{
    BatchId batch{};
    std::vector<MoveId> only; ///< empty: all; else the rest leaves the batch
    std::string note;
};
struct RejectBatch
{
    BatchId batch{};
    std::string reason;
};
/// Runs an approved, waiting or paused batch if its schedule allows, or releases the sources of a moved one whose grace
/// time is over; nothing: all of these.
struct RunBatch
{
    std::optional<BatchId> batch;
};
struct PauseBatch
{
    BatchId batch{};
};
struct CancelBatch
{
    BatchId batch{};
};
/// Puts failed and waiting objects of a batch back to work.
struct RetryBatch
{
    BatchId batch{};
};
/// Releases the sources of copied objects now instead of after their grace time.
struct ReleaseNow
{
    BatchId batch{};
};

/// How a source of grid data is used. What is nothing stays as it is.
struct SetGridSource
{
    std::string id;
    std::optional<std::string> url; ///< empty: the service's own
    std::optional<bool> enabled;
    std::optional<int> priority;                  ///< 0 (asked first) to 99
    std::optional<std::chrono::seconds> cacheFor; ///< 10 s to a day
    std::optional<Signal> signal;                 ///< of gateways that do not tell
};
/// What a region is called at sources, in place of what was set before; without zones and coordinates the tables count
/// again.
struct SetRegionMapping
{
    RegionName region;
    std::map<std::string, std::string> zones; ///< by source id
    std::optional<std::string> latitude;      ///< decimal degrees; both or none
    std::optional<std::string> longitude;
};
/// Regions to keep up to date beside those of the backends, in place of those set before.
struct WatchRegions
{
    std::vector<RegionName> regions;
};
/// Asks sources again soon; the answers arrive as changes of Area::Grid. Nothing is audited.
struct RefreshGrid
{
    std::vector<RegionName> regions; ///< empty: all in use
    std::vector<Signal> signals{Signal::Average};
};
/// Recorded signals of a file, all of it or nothing. See grid::readSignalFile.
struct ImportSignals
{
    std::vector<grid::RecordedSeries> series;
    std::string source; ///< named in the audit log
};
/// By what backends rank from now on (C-31); migrations take their target by it, too.
struct SetPlacementRanking
{
    placement::RankBy rankBy = placement::RankBy::Score;
};
/// New ones are added, known ones replaced; all of them or, when one is not valid, none. See
/// placement::readBackendFile.
struct ImportBackends
{
    std::vector<BackendSpec> specs;
    std::string source; ///< named in the audit log
};
using Command =
    std::variant<ConfirmClock, SetBudget, ImportBudgets, SetBudgetSettings, RemoveBudget, RecordUsage, RecordEnergy,
                 ImportUsage, Throttle, Reserve, CommitReservation, ReleaseReservation, RegisterBackend, UpdateBackend,
                 AcceptPlace, RemoveBackend, StartScan, CancelScan, SetPolicy, PlanBatch, ApproveBatch, RejectBatch,
                 RunBatch, PauseBatch, CancelBatch, RetryBatch, ReleaseNow, SetGridSource, SetRegionMapping,
                 WatchRegions, RefreshGrid, ImportSignals, SetPlacementRanking, ImportBackends>;

/// A change of a budget worth considering, because its tenant is throttled often (T-10, B-36, C-56). Applied by
/// submitting `proposed`.
struct Recommendation
{
    enum class Kind { RaiseLimit, LongerPeriod, SmootherCurve };
    TenantId tenant;
    Kind kind = Kind::RaiseLimit;
    std::string reason;   ///< one sentence with the figures: why this tenant
    std::string proposal; ///< one sentence: what would be changed from what to what, and why that helps
    SetBudget proposed;
    Instant since; ///< the evidence: what was asked from then until now
    std::uint64_t evaluations = 0;
    std::uint64_t delayed = 0;
    std::uint64_t rejected = 0;
    Percent throttled; ///< delayed and rejected against all

    friend bool operator==(const Recommendation &, const Recommendation &) = default;
};

/// What a command answers beside "done".
struct Outcome
{
    std::optional<BatchId> batch;
    std::optional<PlanOutcome> plan;
    std::optional<bus::BudgetVerdict> verdict;
    bool duplicate = false;          ///< RecordUsage: the key was known, nothing was counted
    std::optional<GramsCO2e> booked; ///< RecordUsage, RecordEnergy
    bool withinLimit = true;         ///< RecordUsage: B-10's answer (C-01)
    std::size_t imported = 0;        ///< imports: entries that counted
    std::size_t repeated = 0;        ///< ImportUsage: known before, not counted again; others: unchanged
    std::optional<ReservationRow> reservation;
    std::size_t refused = 0; ///< RunBatch of all: batches that were not started, each with its warning
    std::vector<std::string> warnings;
};

} // namespace greenward::engine
