#include "core/engine/parts.h"

#include "core/base/json_fields.h"
#include "core/engine/budget_file.h"
#include "core/engine/energy_booking.h"
#include "core/engine/grid_setup.h"
#include "core/engine/mirror.h"
#include "core/grid/memory_series_store.h"

#include <charconv>

namespace greenward::engine {
namespace {

/// Which batch a migration's own record is about, from its key "move:<batch>:...".
std::optional<BatchId> batchOfKey(std::string_view key)
{
    constexpr std::string_view kPrefix = "move:";
    if (!key.starts_with(kPrefix)) return std::nullopt;
    key.remove_prefix(kPrefix.size());
    std::int64_t id = 0;
    const auto [end, problem] = std::from_chars(key.data(), key.data() + key.size(), id);
    if (problem != std::errc{} || end == key.data() + key.size() || *end != ':') return std::nullopt;
    return BatchId{id};
}

std::vector<budget::BookEntry> bookEntries(const budget::BudgetComponent &budgets)
{
    std::vector<budget::BookEntry> entries;
    for (const budget::BudgetRow &row : budgets.rows())
        if (row.budgeted) entries.push_back({row.tenant, row.config});
    return entries;
}

/// A migration's own emissions were set aside at approval, so only the level can still say no (C-48).
Result<void> migrationGate(const budget::BudgetComponent &budgets, const tiering::TieringComponent &tiering,
                           const TenantId &tenant)
{
    if (!tiering.policyOf(tenant).respectBudget) return {};
    const bus::BudgetVerdict verdict = budgets.evaluate(tenant, GramsCO2e{});
    if (verdict.level != ThrottleLevel::Hard || verdict.shadow) return {};
    return fail(ErrorCode::Refused, "budget",
                "the carbon budget of " + tenant.text() + " is used up; raise it or wait for the next period");
}

std::string countryOf(const grid::RegionMap &map, const RegionName &region)
{
    const auto place = map.resolve(region);
    return place ? place->country : std::string();
}

/// What is optional of the ports gets its place.
Ports complete(Ports given)
{
    if (!given.series) given.series = std::make_unique<grid::MemorySeriesStore>();
    return given;
}

} // namespace

Parts::Parts(Ports given, std::shared_ptr<GuardedClock> guard)
    : ports(complete(std::move(given)))
    , clockWatch(std::move(guard), *ports.store)
    , events(bus, *ports.store, *ports.changes, *ports.clock)
    , liveGrid(bus, *ports.clock, *ports.series, ports.gridProviders.get(), ports.credentials.get())
    , forecastRecord(*ports.series)
    , grid(bus, *ports.clock, ports.reference.grid, {}, &liveGrid)
    , placement(bus, *ports.store, *ports.clock,
                {.presets = ports.reference.presets,
                 .coefficients = ports.reference.coefficients,
                 .countryOf =
                     [this](const RegionName &region) {
                         return countryOf(grid.map(), region);
                     }})
    , placementDesk(*this)
    , budgets(bus, *ports.store, *ports.clock, *ports.ids)
    , throttle(bus, *ports.store, *ports.clock,
               {.evaluate = [this](const TenantId &tenant, GramsCO2e estimate) -> Result<bus::BudgetVerdict> {
                    return budgets.evaluate(tenant, estimate);
                },
                .refused =
                    [this](const TenantId &tenant, GramsCO2e estimate) {
                        budgets.noteRefusal(tenant, estimate);
                    }})
    , reservationBook(budgets, *ports.store, *ports.clock, *ports.ids, budget::BudgetDefaults{}.reservationTtl)
    , mirror(bus, *ports.store, *ports.clock, *ports.hashers, *ports.files, {}, [this] { return bookEntries(budgets); })
    , tiering(bus, *ports.store, *ports.clock, *ports.hashers, ports.reference.coefficients.transfer,
              {.setAside =
                   [this](BatchId batch) {
                       return setAsideFor(batch);
                   }})
    , storage({.bus = bus,
               .store = *ports.store,
               .catalogue = *ports.catalogue,
               .clock = *ports.clock,
               .hashers = *ports.hashers,
               .drivers = *ports.drivers,
               .postToEngine = ports.post,
               .gate = [this](const TenantId &tenant, GramsCO2e) { return migrationGate(budgets, tiering, tenant); },
               .booked = [this](const store::UsageRecord &record) { noteBooked(record); },
               .scanChanged =
                   [this](const BackendId &id) {
                       ports.changes->mark(Area::Scans, id.text());
                       ports.changes->mark(Area::Backends, id.text());
                   },
               .batchChanged = [this](BatchId batch) { followBatch(*this, batch); },
               .instance = ports.instance})
    , forecasts(*ports.store, *ports.clock, *ports.changes, workshop)
    , workshop(ports.post)
{
    liveGrid.fetcher().setListener([this] {
        ports.changes->mark(Area::Grid);
        ports.changes->mark(Area::Backends);
    });
    batchEnded =
        bus.subscribe<bus::BatchComplete>([this](const bus::BatchComplete &event) { releaseReservation(event.batch); });
    energy = bus.subscribe<bus::EnergyMeasured>(
        [this](const bus::EnergyMeasured &measured) { bookPublished(*this, measured); });
}

Result<void> Parts::loadSettings()
{
    CORE_TRY(const auto documents, ports.store->documents(store::Collection::Setting));
    for (const store::Document &document : documents) {
        if (document.id == kBudgetSettings) {
            CORE_TRY(const budget::BudgetSettings stored, budget::settingsFromJson(document.json));
            useSettings(stored);
        }
        if (document.id == kPlacementSettings) {
            CORE_TRY(const Json json, parseJson(document.json, "placement settings"));
            CORE_TRY(const JsonFields fields, JsonFields::of(json, "placement settings"));
            CORE_TRY(const std::string rankBy, fields.text("rank_by"));
            CORE_TRY(const placement::RankBy ranking, placement::parseRankBy(rankBy));
            placement.rankBy(ranking);
        }
    }
    return loadGridSetup(*this, documents);
}

void Parts::useSettings(const budget::BudgetSettings &wanted)
{
    settings = wanted;
    grid.setDefault(wanted.defaultIntensity);
    if (!mirror.path().empty()) mirror.moveTo(mirrorPath());
}

std::string Parts::mirrorPath() const
{
    return settings.file.empty() ? ports.directory + "/" + std::string(budget::kOwnBudgetsFile) : settings.file;
}

Result<void> Parts::startMirror()
{
    CORE_TRY(const auto found, mirror.start(mirrorPath()));
    CORE_TRY(const Actor by, Actor::parse("carbon-budgets.json"));
    std::vector<budget::BudgetChange> changes;
    for (const budget::BookEntry &entry : found)
        changes.push_back(changeTo(entry));
    CORE_CHECK(budgets.setAll(changes, by));
    return {};
}

void Parts::noteBooked(const store::UsageRecord &record)
{
    std::optional<budget::ReservationId> against;
    if (const auto batch = batchOfKey(record.key))
        if (const auto found = reservations.find(*batch); found != reservations.end()) against = found->second;
    budgets.noteBooked(record, against);
}

GramsCO2e Parts::setAsideFor(BatchId batch) const
{
    const auto found = reservations.find(batch);
    return found == reservations.end() ? GramsCO2e{} : budgets.setAside(found->second);
}

void Parts::releaseReservation(BatchId batch)
{
    const auto found = reservations.find(batch);
    if (found == reservations.end()) return;
    // Unknown only when nothing was left of it: then there is nothing to give back.
    static_cast<void>(budgets.release(found->second));
    reservations.erase(found);
}

store::AuditEntry Parts::audit(const Actor &by, std::string what, std::string subject, std::string body) const
{
    return {clock().now(), by.text(), std::move(what), std::move(subject), std::move(body)};
}

bus::BackendHealth Parts::healthOf(const BackendId &id) const
{
    const Instant now = clock().now();
    if (const auto known = health.find(id); known != health.end() && now - known->second.checkedAt < kHealthFor)
        return known->second;
    const auto asked = bus.request(bus::CheckHealth{id});
    bus::BackendHealth answer;
    if (asked)
        answer = *asked;
    else
        answer.problem = asked.error().detail;
    answer.checkedAt = now;
    health.insert_or_assign(id, answer);
    return answer;
}

} // namespace greenward::engine
