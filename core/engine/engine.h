#pragma once

#include "core/base/clock.h"
#include "core/engine/commands.h"
#include "core/engine/placement_desk.h"
#include "core/engine/rehearsal.h"
#include "core/engine/rows.h"
#include "core/engine/secrets.h"
#include "core/grid/provider.h"
#include "core/placement/region_facts.h"
#include "core/report/report.h"
#include "core/store/state_store.h"

#include <memory>

namespace greenward::budget {
class Ledger;
}
namespace greenward::engine {

struct Parts;
struct Ports;

/// What a report is about. Half-open period.
struct ReportQuery
{
    Instant from;
    Instant to;
    std::optional<TenantId> tenant;
};

/// What to ask sources for.
struct GridQuery
{
    std::vector<RegionName> regions;
    std::vector<Signal> signals{Signal::Average};
    std::vector<grid::Question> questions{grid::Question::Now};
    std::chrono::hours history{24}; ///< how far back, for Question::History
    std::chrono::hours horizon{24}; ///< how far ahead, for Question::Forecast
    bool fresh = false;             ///< also when the last answer is young enough
};
using GridRefreshDone = std::function<void(std::vector<GridRefreshRow>)>;

/// The whole product without a display: composes the components on one bus and is the only way in. Lives on one
/// thread (EngineHost gives it one); nothing it returns points into it.
class Engine final
{
public:
    /// Loads everything from the store, recovers interrupted migrations and is open for business.
    static Result<std::unique_ptr<Engine>> open(Ports ports);
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    /// Validates, makes durable with its audit row, applies, announces; an error means nothing changed.
    Result<Outcome> apply(const Command &command, const Actor &by);
    /// Periods, expiries, grace times, schedules. Call about every 200 ms.
    void tick();

    // ---- views
    /// The engine's own time; see ClockWitness.
    Instant now() const;
    EngineStatus status() const;
    Overview overview() const;
    std::vector<BudgetRow> budgets() const;
    /// Of a tenant nobody has heard of: the unlimited account it would get.
    BudgetRow budget(const TenantId &tenant) const;
    /// Used so far and expected until the period ends, for a chart: at most about 800 points.
    Result<BurnDown> burnDown(const TenantId &tenant) const;
    Result<std::vector<store::UsageRecord>> recentUsage(const std::optional<TenantId> &tenant, std::size_t limit) const;
    /// Hourly roll-ups for charts.
    Result<std::vector<store::UsageHour>> usageHours(const std::optional<TenantId> &tenant, Instant from,
                                                     Instant to) const;
    /// For tenants throttled often (C-56), the most throttled first; some have several, some none. Each is applied by
    /// submitting its `proposed`.
    std::vector<Recommendation> recommendations() const;
    BudgetSettingsRow budgetSettings() const;
    /// Ended budget periods with usage, newest end first; nothing: of all tenants.
    Result<std::vector<store::ClosedPeriod>> closedPeriods(const std::optional<TenantId> &tenant,
                                                           std::size_t limit) const;
    /// Admission and recording for any thread, by handle: the one thing that is reached from outside without the
    /// engine's thread. Lives as long as the engine.
    budget::Ledger &ledger();
    /// Open ones, by id.
    std::vector<ReservationRow> reservations() const;
    bus::BudgetVerdict evaluate(const TenantId &tenant, GramsCO2e estimate) const;
    /// What the changes would have done to the recorded history; nothing is changed. Works on a thread of its own:
    /// `progress` is called there, `done` later on the engine thread, or at once when the query is not valid.
    void rehearse(const RehearsalQuery &query, const std::stop_token &stop, const ProgressSink &progress,
                  RehearsalDone done) const;
    /// Presets and registered backends, best first.
    std::vector<BackendRow> backends() const;
    // ---- placement: where should data lie, and why
    /// Decides with what is known now. Nothing is asked, kept or announced: what-if. Some ms for 1,000 candidates.
    Result<placement::Decision> weighPlacement(const placement::Query &query) const;
    /// Asks the sources for fresh figures first, for at most `deadline` (0: not at all); then decides with what is
    /// known, keeps the decision and announces it. `done` is called on the engine thread, once. InvalidInput, ReadOnly:
    /// nothing was asked and `done` is not called.
    Result<void> choosePlacement(const placement::Query &query, milliseconds deadline, const Actor &by,
                                 DecisionDone done);
    /// Newest first, below `before` (0: from the end).
    Result<std::vector<DecisionRow>> decisions(DecisionId before, std::size_t limit) const;
    /// UnknownName. placement::explain says why it is what it is.
    Result<placement::Decision> decision(DecisionId id) const;
    placement::RankBy placementRanking() const;
    /// What a backend would score that need not be registered. The error names the field, as registering it would.
    Result<bus::ScoredBackend> previewBackend(const BackendSpec &spec) const;
    /// Everything published about cloud regions, to start backends from.
    std::vector<placement::RegionFacts> regionCatalogue() const;
    /// See placement::backendFrom.
    Result<BackendSpec> backendFromCatalogue(const placement::RegionFacts &facts) const;

    std::vector<GridRow> grid() const;
    /// NotFound naming `signal`: nobody has told it, and why.
    Result<GridRow> lookUpRegion(const RegionName &region, Signal signal = Signal::Average) const;
    std::vector<RegionName> knownRegions() const;
    // ---- grid: what sources say, what is stored, what is expected
    /// Everything to draw one region under one signal in [from, until). InvalidInput naming `region`. Never waits for
    /// the network: what is not known yet is not in it. Some 3 ms for a week of 5-minute data.
    Result<GridPicture> gridPicture(const RegionName &region, Signal signal, Instant from, Instant until) const;
    /// By priority.
    std::vector<GridSourceRow> gridSources() const;
    Result<GridMappingRow> gridMapping(const RegionName &region) const;
    /// Those the operator changed.
    std::vector<GridMappingRow> gridMappings() const;
    std::vector<RegionName> watchedRegions() const;
    /// NotFound: no source has told it yet (see refreshGrid).
    Result<GridPercentileRow> gridPercentile(const RegionName &region) const;
    Result<GridShareRow> gridRenewableShare(const RegionName &region) const;
    /// NotFound: fewer than 7 days of the stored past have every hour of the window. `beginHour` 0 to 23 UTC, `length`
    /// 1 to 23 hours.
    Result<WindowDoctorRow> windowDoctor(const RegionName &region, Signal signal, int beginHour, int length) const;
    /// NotFound: no forecast covers such a span before the deadline.
    Result<BestWindowRow> bestWindow(const RegionName &region, Signal signal, std::chrono::hours length,
                                     Instant deadline) const;
    Result<std::vector<ForecastErrorRow>> forecastErrors(const RegionName &region, Signal signal) const;
    /// Every secret that a source asks for, without the secrets.
    std::vector<grid::CredentialRow> credentials() const;
    /// See core/engine/secrets.h.
    void saveCredential(const CredentialName &name, Secret secret, grid::KeepSecret where, const Actor &by,
                        CredentialDone done);
    void removeCredential(const CredentialName &name, const Actor &by, CredentialDone done);
    /// Asks the keychain again, after it was unlocked elsewhere.
    void lookAtKeychain();
    /// All series that are stored, of any source.
    Result<std::vector<StoredSeriesRow>> storedSeries() const;
    /// Asks the sources, each region and signal by itself. `done` is called on the engine thread, once, when the last
    /// answer is there; at once when nothing can be asked. InvalidInput naming `region`: nothing was asked.
    Result<void> refreshGrid(const GridQuery &query, GridRefreshDone done);
    /// Asks a service what the account may use, by zone; gridSources() shows it from then on. `done` is called on the
    /// engine thread, once, with nothing when it was told. UnknownName: no such source.
    Result<void> refreshAccess(const std::string &source, std::function<void(std::optional<Error>)> done);
    /// Asks one source what it has for a zone (empty: what the region is mapped to there). Nothing is kept.
    Result<void> testMapping(const RegionName &region, const std::string &source, const std::string &zone,
                             std::function<void(MappingTestRow)> done);
    std::vector<TenantRow> tenants() const;
    PolicyRow policyOf(const TenantId &tenant) const;
    std::vector<BatchRow> batches() const;
    Result<BatchRow> batch(BatchId id) const;
    Result<std::vector<store::MoveRecord>> moves(const store::StateStore::MoveQuery &query) const;
    std::vector<ScanRow> scans() const;
    /// True while scans or migrations are at work.
    bool busy() const { return atWork() > 0; }
    /// How many of them: each has threads of its own.
    std::size_t atWork() const;
    Result<std::vector<LocateRow>> locate(const std::optional<BackendId> &backend, const ObjectKey &key) const;
    Result<std::vector<bus::ListedObject>> objects(const TenantId &tenant, const std::optional<BackendId> &backend,
                                                   std::size_t limit) const;
    /// Newest first, below `before`. The next page begins below the lowest number of each kind shown so far.
    Result<std::vector<ActivityRow>> activity(const ActivityCursor &before, std::size_t limit) const;
    /// Only what somebody did, newest first, below `before` (0: from the end).
    Result<std::vector<ActivityRow>> auditLog(std::int64_t before, std::size_t limit) const;
    Result<store::StateStore::AuditVerdict> verifyAudit(std::stop_token stop, const ProgressSink &progress) const;
    /// Adds up every usage record again: the hourly figures, the closed periods and (not read-only) the counters must
    /// say the same. Reads the whole ledger.
    Result<store::StateStore::UsageVerdict> verifyLedger(const std::stop_token &stop) const;
    Result<report::Report> report(const ReportQuery &query) const;

private:
    explicit Engine(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace greenward::engine
