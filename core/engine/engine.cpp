#include "core/engine/engine.h"

#include "core/engine/grid_setup.h"
#include "core/engine/handle/handle.h"
#include "core/engine/make_report.h"
#include "core/engine/mirror.h"
#include "core/engine/parts.h"
#include "core/engine/refresh_grid.h"
#include "core/engine/show/show.h"
#include "core/engine/show/show_grid.h"
#include "core/placement/backend_json.h"

#include <utility>

namespace greenward::engine {
namespace {

/// Between two looks at periods, expiries and schedules; calls in between cost nothing.
constexpr std::chrono::nanoseconds kTickEvery = std::chrono::milliseconds{200};
/// Often enough that nobody looks for a button to press; each time costs some reads and one page.
constexpr std::chrono::nanoseconds kTryFullDiskEvery = std::chrono::seconds{2};

/// Everything durable comes back: registry, budgets, policies, batches; then storage is connected and goes on where
/// it was.
Result<void> load(Parts &parts)
{
    CORE_CHECK(parts.placement.load());
    CORE_CHECK(parts.loadSettings());
    CORE_CHECK(parts.budgets.load());
    CORE_TRY(parts.meters, loadMeters(*parts.ports.store));
    CORE_CHECK(parts.throttle.load());
    CORE_CHECK(parts.reservationBook.load());
    CORE_CHECK(parts.tiering.load());
    for (const BackendSpec &spec : parts.placement.connected())
        CORE_CHECK(parts.storage.attach(spec, storage::Announce::No));
    if (parts.ports.store->health().readOnly) {
        parts.clockWatch.look();
        static_cast<void>(parts.storage.recover(storage::Recovery::Hold)); // only to be shown
        return {};
    }
    parts.clockWatch.tick();
    CORE_CHECK(parts.startMirror());
    CORE_CHECK(
        parts.storage.recover(parts.ports.resumeInterrupted ? storage::Recovery::Resume : storage::Recovery::Hold));
    setAsideForApproved(parts);
    return {};
}

/// The gravest comes first.
std::string firstOf(std::initializer_list<std::string> problems)
{
    for (const std::string &problem : problems)
        if (!problem.empty()) return problem;
    return {};
}

/// A full disk is tried again now and then, so that the banner goes and work goes on without anybody asking for it.
void tickStore(Parts &parts)
{
    const std::string problem = parts.ports.store->health().problem;
    if (problem != std::exchange(parts.storeProblem, problem)) parts.ports.changes->mark(Area::Status);
    if (!parts.ports.store->health().full) return;
    const auto now = parts.clock().monotonic();
    if (now - parts.storeTried < kTryFullDiskEvery) return;
    parts.storeTried = now;
    parts.ports.store->tryAgain();
}

} // namespace

Result<std::unique_ptr<Engine>> Engine::open(Ports ports)
{
    if (!ports.ids) return fail(ErrorCode::Internal, "ports", "nobody gives ids (Ports::ids)");
    CORE_TRY(auto guard, ClockWatch::guard(ports));
    auto parts = std::make_unique<Parts>(std::move(ports), std::move(guard));
    CORE_CHECK(load(*parts));
    return std::unique_ptr<Engine>(new Engine(std::move(parts)));
}

Engine::Engine(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}
Engine::~Engine() = default;

Result<Outcome> Engine::apply(const Command &command, const Actor &by)
{
    if (m_parts->ports.store->health().readOnly)
        return fail(ErrorCode::ReadOnly, "data directory",
                    m_parts->ports.directory + " was opened read-only: nothing can be changed");
    return std::visit([&](const auto &one) { return handle(*m_parts, one, by); }, command);
}

void Engine::tick()
{
    const auto monotonic = m_parts->clock().monotonic();
    if (monotonic - m_parts->lastTick < kTickEvery) return;
    m_parts->lastTick = monotonic;
    tickGrid(*m_parts);
    if (m_parts->ports.store->health().readOnly) return;
    if (m_parts->clockWatch.tick()) m_parts->ports.changes->mark(Area::Status);
    tickStore(*m_parts);
    const Instant now = m_parts->clock().now();
    m_parts->budgets.tick();
    m_parts->throttle.tick();
    m_parts->reservationBook.tick();
    m_parts->placementDesk.tick();
    m_parts->mirror.tick();
    m_parts->storage.tick(now);
    m_parts->tiering.tick(now);
}

Instant Engine::now() const
{
    return m_parts->clock().now();
}

EngineStatus Engine::status() const
{
    const store::StoreHealth health = m_parts->ports.store->health();
    return {m_parts->ports.directory, health.readOnly, health.recovered,
            firstOf({health.problem, m_parts->clockWatch.problem(), m_parts->ports.problem, m_parts->mirror.problem()}),
            m_parts->ports.version};
}

Overview Engine::overview() const
{
    Overview overview = showOverview(*m_parts);
    overview.sample = m_parts->ports.sample;
    return overview;
}

std::vector<grid::CredentialRow> Engine::credentials() const
{
    return m_parts->ports.credentials ? m_parts->ports.credentials->rows() : std::vector<grid::CredentialRow>{};
}

void Engine::saveCredential(const CredentialName &name, Secret secret, grid::KeepSecret where, const Actor &by,
                            CredentialDone done)
{
    engine::saveCredential(*m_parts, name, std::move(secret), where, by, std::move(done));
}

void Engine::removeCredential(const CredentialName &name, const Actor &by, CredentialDone done)
{
    engine::removeCredential(*m_parts, name, by, std::move(done));
}

void Engine::lookAtKeychain()
{
    if (m_parts->ports.credentials) m_parts->ports.credentials->refresh();
}

std::vector<BudgetRow> Engine::budgets() const
{
    return showBudgets(*m_parts);
}
BudgetRow Engine::budget(const TenantId &tenant) const
{
    return showBudget(*m_parts, tenant);
}

std::vector<Recommendation> Engine::recommendations() const
{
    return showRecommendations(*m_parts);
}
std::vector<ReservationRow> Engine::reservations() const
{
    std::vector<ReservationRow> rows;
    for (const auto &row : m_parts->reservationBook.rows())
        rows.push_back({row.id, row.tenant, row.estimate, row.operation, row.madeAt, row.expires});
    return rows;
}
BudgetSettingsRow Engine::budgetSettings() const
{
    return showBudgetSettings(*m_parts);
}

Result<BurnDown> Engine::burnDown(const TenantId &tenant) const
{
    return showBurnDown(*m_parts, tenant);
}

Result<std::vector<store::UsageRecord>> Engine::recentUsage(const std::optional<TenantId> &tenant,
                                                            std::size_t limit) const
{
    return m_parts->budgets.recent(tenant, limit);
}

Result<std::vector<store::UsageHour>> Engine::usageHours(const std::optional<TenantId> &tenant, Instant from,
                                                         Instant to) const
{
    return m_parts->ports.store->usageHours(tenant, from, to);
}

Result<std::vector<store::ClosedPeriod>> Engine::closedPeriods(const std::optional<TenantId> &tenant,
                                                               std::size_t limit) const
{
    return m_parts->ports.store->closedPeriods(tenant, limit);
}

budget::Ledger &Engine::ledger()
{
    return m_parts->budgets.ledger();
}

bus::BudgetVerdict Engine::evaluate(const TenantId &tenant, GramsCO2e estimate) const
{
    return m_parts->budgets.evaluate(tenant, estimate);
}

void Engine::rehearse(const RehearsalQuery &query, const std::stop_token &stop, const ProgressSink &progress,
                      RehearsalDone done) const
{
    engine::rehearse(*m_parts, query, stop, progress, std::move(done));
}

std::vector<BackendRow> Engine::backends() const
{
    return showBackends(*m_parts);
}
Result<placement::Decision> Engine::weighPlacement(const placement::Query &query) const
{
    return m_parts->placement.weigh(query);
}
Result<void> Engine::choosePlacement(const placement::Query &query, milliseconds deadline, const Actor &by,
                                     DecisionDone done)
{
    return m_parts->placementDesk.choose(query, deadline, by, std::move(done));
}
Result<std::vector<DecisionRow>> Engine::decisions(DecisionId before, std::size_t limit) const
{
    return showDecisions(*m_parts, before, limit);
}
Result<placement::Decision> Engine::decision(DecisionId id) const
{
    return m_parts->placement.decisions().find(id);
}
placement::RankBy Engine::placementRanking() const
{
    return m_parts->placement.ranking();
}
Result<bus::ScoredBackend> Engine::previewBackend(const BackendSpec &spec) const
{
    CORE_CHECK(placement::validate(spec));
    CORE_CHECK(m_parts->grid.lookUp(spec.region));
    return m_parts->placement.rate(spec, Signal::Average);
}
std::vector<placement::RegionFacts> Engine::regionCatalogue() const
{
    return m_parts->ports.reference.regionFacts;
}
Result<BackendSpec> Engine::backendFromCatalogue(const placement::RegionFacts &facts) const
{
    return placement::backendFrom(
        facts, [this](const RegionName &region) { return m_parts->grid.map().resolve(region).has_value(); });
}
std::vector<GridRow> Engine::grid() const
{
    return showGrid(*m_parts);
}
Result<GridRow> Engine::lookUpRegion(const RegionName &region, Signal signal) const
{
    return showRegion(*m_parts, region, signal);
}
std::vector<RegionName> Engine::knownRegions() const
{
    return m_parts->grid.knownRegions();
}
Result<GridPicture> Engine::gridPicture(const RegionName &region, Signal signal, Instant from, Instant until) const
{
    return showGridPicture(*m_parts, region, signal, from, until);
}
std::vector<GridSourceRow> Engine::gridSources() const
{
    return showGridSources(*m_parts);
}
Result<GridMappingRow> Engine::gridMapping(const RegionName &region) const
{
    return showGridMapping(*m_parts, region);
}
std::vector<GridMappingRow> Engine::gridMappings() const
{
    return showGridMappings(*m_parts);
}
std::vector<RegionName> Engine::watchedRegions() const
{
    return m_parts->watchedRegions;
}
Result<GridPercentileRow> Engine::gridPercentile(const RegionName &region) const
{
    return showGridPercentile(*m_parts, region);
}
Result<GridShareRow> Engine::gridRenewableShare(const RegionName &region) const
{
    return showGridShare(*m_parts, region);
}
Result<WindowDoctorRow> Engine::windowDoctor(const RegionName &region, Signal signal, int beginHour, int length) const
{
    return showWindowDoctor(*m_parts, region, signal, beginHour, length);
}
Result<BestWindowRow> Engine::bestWindow(const RegionName &region, Signal signal, std::chrono::hours length,
                                         Instant deadline) const
{
    return showBestWindow(*m_parts, region, signal, length, deadline);
}
Result<std::vector<ForecastErrorRow>> Engine::forecastErrors(const RegionName &region, Signal signal) const
{
    return showForecastErrors(*m_parts, region, signal);
}
Result<std::vector<StoredSeriesRow>> Engine::storedSeries() const
{
    return showStoredSeries(*m_parts);
}
Result<void> Engine::refreshGrid(const GridQuery &query, GridRefreshDone done)
{
    return engine::refreshGrid(*m_parts, query, std::move(done));
}
Result<void> Engine::refreshAccess(const std::string &source, std::function<void(std::optional<Error>)> done)
{
    return engine::refreshAccess(*m_parts, source, std::move(done));
}
Result<void> Engine::testMapping(const RegionName &region, const std::string &source, const std::string &zone,
                                 std::function<void(MappingTestRow)> done)
{
    return engine::testMapping(*m_parts, region, source, zone, std::move(done));
}
std::vector<TenantRow> Engine::tenants() const
{
    return showTenants(*m_parts);
}
PolicyRow Engine::policyOf(const TenantId &tenant) const
{
    return showPolicy(*m_parts, tenant);
}
std::vector<BatchRow> Engine::batches() const
{
    return showBatches(*m_parts);
}
Result<BatchRow> Engine::batch(BatchId id) const
{
    return showBatch(*m_parts, id);
}

Result<std::vector<store::MoveRecord>> Engine::moves(const store::StateStore::MoveQuery &query) const
{
    return m_parts->ports.store->moves(query);
}

std::vector<ScanRow> Engine::scans() const
{
    return showScans(*m_parts);
}
std::size_t Engine::atWork() const
{
    return m_parts->storage.atWork();
}

Result<std::vector<LocateRow>> Engine::locate(const std::optional<BackendId> &backend, const ObjectKey &key) const
{
    return engine::locate(*m_parts, backend, key);
}

Result<std::vector<bus::ListedObject>> Engine::objects(const TenantId &tenant, const std::optional<BackendId> &backend,
                                                       std::size_t limit) const
{
    std::vector<bus::ListedObject> found;
    for (const BackendSpec &spec : m_parts->placement.connected()) {
        if (backend && spec.id != *backend) continue;
        bus::ListObjects ask{.tenant = tenant, .backend = spec.id, .touchedBefore = std::nullopt, .visit = {}};
        ask.visit = [&](const bus::ListedObject &object) {
            if (found.size() < limit) found.push_back(object);
            return found.size() < limit;
        };
        CORE_TRY(const std::uint64_t visited, m_parts->storage.catalogue().list(ask));
        static_cast<void>(visited);
    }
    return found;
}

Result<std::vector<ActivityRow>> Engine::activity(const ActivityCursor &before, std::size_t limit) const
{
    return showActivity(*m_parts, before, limit);
}

Result<std::vector<ActivityRow>> Engine::auditLog(std::int64_t before, std::size_t limit) const
{
    return showAuditLog(*m_parts, before, limit);
}

Result<store::StateStore::AuditVerdict> Engine::verifyAudit(std::stop_token stop, const ProgressSink &progress) const
{
    return m_parts->ports.store->verifyAudit(stop, progress);
}

Result<store::StateStore::UsageVerdict> Engine::verifyLedger(const std::stop_token &stop) const
{
    CORE_TRY(auto verdict, m_parts->ports.store->verifyUsage(stop));
    if (verdict.intact && m_parts->ports.checkFiles)
        if (const auto checked = m_parts->ports.checkFiles(stop); !checked) {
            if (checked.error().code != ErrorCode::StoreDamaged) return Unexpected{checked.error()};
            verdict.intact = false;
            verdict.problem = checked.error().subject + ": " + checked.error().detail;
        }
    if (!verdict.intact || m_parts->ports.store->health().readOnly) return verdict;
    CORE_TRY(const auto difference, m_parts->budgets.verifyCounters());
    verdict.intact = !difference.has_value();
    verdict.problem = difference.value_or("");
    return verdict;
}

Result<report::Report> Engine::report(const ReportQuery &query) const
{
    return makeReport(*m_parts, query);
}

} // namespace greenward::engine
