#include "core/storage/storage_component.h"

#include "core/base/time_text.h"
#include "core/base/utf8.h"
#include "core/storage/engine_thread.h"
#include "core/storage/mover.h"
#include "core/storage/places.h"
#include "core/storage/scan_json.h"
#include "core/storage/scanner.h"

#include <algorithm>

namespace greenward::storage {

/// A registered backend. A profile has no driver; a local one has none while it cannot be reached.
struct AttachedBackend
{
    BackendSpec spec;
    std::shared_ptr<Driver> driver;
    std::unique_ptr<Scanner> scanner; ///< running
    std::optional<ScanRow> lastScan;
};

class StorageComponent::Impl
{
public:
    explicit Impl(StorageDependencies dependencies);

    Places::Registered registered() const;
    bool isWhereItWas(const BackendSpec &spec) const;
    Result<void> checkPath(const BackendSpec &spec) const;
    Result<std::shared_ptr<Driver>> look(const BackendSpec &spec, const Places::Registered &others);
    Result<std::shared_ptr<Driver>> settleAnew(const BackendSpec &spec);
    Result<AttachedBackend *> find(const BackendId &id);
    Result<std::shared_ptr<Driver>> driverOf(const BackendId &id);
    std::map<BackendId, std::shared_ptr<Driver>> drivers() const;
    Result<void> checkUnused(const BackendId &id) const;
    Result<void> checkMayMove(const BackendSpec &spec) const;
    Result<bus::BackendHealth> health(const BackendId &id);
    void scanEnded(const BackendId &id);
    void scanChanged(const BackendId &id) const;

    StorageDependencies out;
    EngineThread engine;
    std::map<BackendId, AttachedBackend> backends;
    Places places;
    Holds holds;
    Mover mover;
    std::vector<Subscription> responders;
};

StorageComponent::Impl::Impl(StorageDependencies dependencies)
    : out(std::move(dependencies))
    , engine(out.postToEngine)
    , places(out.drivers, out.store, out.catalogue, out.clock)
    , mover(out,
            {[this](const BackendId &id) { return driverOf(id); },
             [this] {
                 return drivers();
             }},
            holds)
{
    responders.push_back(out.bus.respond<bus::ListObjects>(
        [this](const bus::ListObjects &request) { return out.catalogue.list(request); }));
    responders.push_back(
        out.bus.respond<bus::CheckHealth>([this](const bus::CheckHealth &request) { return health(request.backend); }));
    responders.push_back(out.bus.respond<bus::MigrateBatch>(
        [this](const bus::MigrateBatch &request) -> Result<bus::MigrateBatch::Accepted> {
            CORE_CHECK(mover.start(request));
            return bus::MigrateBatch::Accepted{};
        }));
}

Places::Registered StorageComponent::Impl::registered() const
{
    Places::Registered all;
    for (const auto &[id, backend] : backends)
        if (backend.spec.driver != DriverKind::Profile) all.emplace(id, backend.driver);
    return all;
}

bool StorageComponent::Impl::isWhereItWas(const BackendSpec &spec) const
{
    const auto at = backends.find(spec.id);
    return at != backends.end() && at->second.spec.driver == spec.driver && at->second.spec.location == spec.location;
}

/// Also of those that cannot be reached: their disks may come back to that very path.
Result<void> StorageComponent::Impl::checkPath(const BackendSpec &spec) const
{
    for (const auto &[id, other] : backends)
        if (id != spec.id && other.spec.driver == spec.driver && other.spec.location == spec.location)
            return fail(ErrorCode::InvalidInput, "path",
                        "\"" + escapedForDisplay(spec.location) + "\" is that of backend " + id.text());
    return {};
}

/// Connects without keeping anything, unless it is a backend's own place that is to be known again.
Result<std::shared_ptr<Driver>> StorageComponent::Impl::look(const BackendSpec &spec, const Places::Registered &others)
{
    if (isWhereItWas(spec)) {
        const std::shared_ptr<Driver> &driver = backends.at(spec.id).driver;
        return driver ? driver : places.connect(spec, others);
    }
    CORE_CHECK(checkPath(spec));
    return places.connectNew(spec, others);
}

/// Connects a new backend, or one that moves to a new place.
Result<std::shared_ptr<Driver>> StorageComponent::Impl::settleAnew(const BackendSpec &spec)
{
    CORE_TRY(std::shared_ptr<Driver> driver, look(spec, registered()));
    const auto before = places.find(spec.id);
    CORE_CHECK(places.settle(spec.id, *driver));
    const auto old = backends.find(spec.id);
    const auto now = places.find(spec.id);
    const bool left = before && before->made && now && now->mark != before->mark;
    if (left && old != backends.end() && old->second.driver && old->second.driver->confirmPlace())
        (void)old->second.driver->unmarkPlace(before->mark); // one that stays is adopted when the place is used again
    return driver;
}

Result<AttachedBackend *> StorageComponent::Impl::find(const BackendId &id)
{
    const auto at = backends.find(id);
    if (at == backends.end()) return fail(ErrorCode::UnknownName, "backend", "\"" + id.text() + "\" is not registered");
    return &at->second;
}

Result<std::shared_ptr<Driver>> StorageComponent::Impl::driverOf(const BackendId &id)
{
    CORE_TRY(AttachedBackend * backend, find(id));
    // A directory that was replaced or mounted over is another one now: connect to what is there, unless work under
    // way relies on the old one.
    const bool lost = backend->driver && !backend->driver->probe(out.clock.now()).reachable;
    if (!backend->driver || (lost && !backend->scanner)) {
        auto driver = places.connect(backend->spec, registered());
        // The old one answers Unreachable to everything; who says more than that it is not there is told instead.
        if (!driver && lost && driver.error().code != ErrorCode::Unreachable) return backend->driver;
        if (!driver) return driver;
        backend->driver = *std::move(driver);
    }
    return backend->driver;
}

std::map<BackendId, std::shared_ptr<Driver>> StorageComponent::Impl::drivers() const
{
    std::map<BackendId, std::shared_ptr<Driver>> connected;
    for (const auto &[id, backend] : backends)
        if (backend.driver) connected.emplace(id, backend.driver);
    return connected;
}

/// What a batch does with a backend, and what ends that.
std::string useOf(const BatchProgress &batch)
{
    const std::string id = std::to_string(number(batch.batch));
    switch (batch.phase) {
    case BatchPhase::Running:
        return "batch " + id + " is running; wait for its end, or cancel it";
    case BatchPhase::Paused:
        return "batch " + id + " is paused (" + batch.why + "); resume or cancel it first";
    case BatchPhase::Cancelling:
        return "batch " + id + " is being cancelled; wait for its end";
    default:
        break;
    }
    if (batch.sourcesWaiting() > 0)
        return "sources of batch " + id + " wait to be removed" +
               (batch.nextDue ? " (not before " + toRfc3339(*batch.nextDue) + ")" : "") +
               "; wait for it, or release them now";
    return "batch " + id + " has objects to try again; wait for it, or cancel it";
}

Result<void> StorageComponent::Impl::checkUnused(const BackendId &id) const
{
    const auto at = backends.find(id);
    if (at != backends.end() && at->second.scanner)
        return fail(ErrorCode::Refused, "backend", "\"" + id.text() + "\" is being scanned; cancel the scan first");
    if (const auto user = mover.user(id))
        return fail(ErrorCode::Refused, "backend", "\"" + id.text() + "\" is in use: " + useOf(*user));
    return {};
}

Result<bus::BackendHealth> StorageComponent::Impl::health(const BackendId &id)
{
    const Instant now = out.clock.now();
    CORE_CHECK(find(id));
    const auto driver = driverOf(id);
    if (driver) return (*driver)->probe(now);
    bus::BackendHealth health;
    health.problem = driver.error().detail;
    health.checkedAt = now;
    return health;
}

void StorageComponent::Impl::scanEnded(const BackendId &id)
{
    const auto at = backends.find(id);
    if (at == backends.end() || !at->second.scanner) return;
    AttachedBackend &backend = at->second;
    backend.lastScan = backend.scanner->row();
    backend.scanner.reset();
    store::Transaction transaction;
    transaction.put(store::Collection::Scan, id.text(), scanJson(*backend.lastScan));
    // Only shown: a scan that is not remembered is no harm.
    out.store.submit(std::move(transaction), [](const Result<store::CommitInfo> &) {});
    scanChanged(id);
}

void StorageComponent::Impl::scanChanged(const BackendId &id) const
{
    if (out.scanChanged) out.scanChanged(id);
}

/// A place that something counts on stays where it is.
Result<void> StorageComponent::Impl::checkMayMove(const BackendSpec &spec) const
{
    if (isWhereItWas(spec)) return {};
    const auto unused = checkUnused(spec.id);
    if (unused) return {};
    return fail(ErrorCode::Refused, "path", "cannot change now: " + unused.error().detail);
}

// ---- the component

StorageComponent::StorageComponent(StorageDependencies dependencies)
    : m_impl(std::make_unique<Impl>(std::move(dependencies)))
{}

StorageComponent::~StorageComponent()
{
    for (auto &[id, backend] : m_impl->backends)
        if (backend.scanner) backend.scanner->cancel(); // all at once, before the first is waited for
}

Result<void> StorageComponent::check(std::span<const BackendSpec> specs) const
{
    Places::Registered others = m_impl->registered();
    for (const BackendSpec &spec : specs) {
        others.erase(spec.id);
        CORE_CHECK(m_impl->checkMayMove(spec));
        if (spec.driver == DriverKind::Profile) continue;
        const auto connected = m_impl->look(spec, others);
        if (!connected) {
            const Error &why = connected.error();
            return fail(why.code, specs.size() > 1 ? spec.id.text() + ", " + why.subject : why.subject, why.detail);
        }
        others.emplace(spec.id, *connected); // for those after it
    }
    return {};
}

Result<void> StorageComponent::attach(const BackendSpec &spec, Announce announce)
{
    const auto known = m_impl->backends.find(spec.id);
    const bool samePlace = m_impl->isWhereItWas(spec);
    CORE_CHECK(m_impl->checkMayMove(spec));
    std::shared_ptr<Driver> driver = samePlace ? known->second.driver : nullptr;
    if (!driver && spec.driver != DriverKind::Profile) {
        const bool anew = announce == Announce::Yes && !samePlace;
        auto connected = anew ? m_impl->settleAnew(spec) : m_impl->places.connect(spec, m_impl->registered());
        if (connected)
            driver = *std::move(connected);
        else if (announce == Announce::Yes)
            return Unexpected{std::move(connected).error()};
    }
    m_impl->holds.follow(spec);
    AttachedBackend &backend = m_impl->backends.try_emplace(spec.id, AttachedBackend{spec, {}, {}, {}}).first->second;
    backend.spec = spec;
    backend.driver = std::move(driver);
    if (announce == Announce::Yes) m_impl->out.bus.publish(bus::BackendRegistered{spec, false});
    return {};
}

Result<void> StorageComponent::detach(const BackendId &id)
{
    CORE_TRY(AttachedBackend * backend, m_impl->find(id));
    CORE_CHECK(m_impl->checkUnused(id));
    CORE_CHECK(m_impl->out.catalogue.forget(id));
    const BackendSpec spec = backend->spec;
    m_impl->places.forget(id, backend->driver.get());
    m_impl->backends.erase(id);
    m_impl->holds.forget(id);
    store::Transaction transaction;
    transaction.remove(store::Collection::Scan, id.text());
    m_impl->out.store.submit(std::move(transaction), [](const Result<store::CommitInfo> &) {});
    m_impl->out.bus.publish(bus::BackendRegistered{spec, true});
    return {};
}

Result<void> StorageComponent::checkUnused(const BackendId &id) const
{
    return m_impl->checkUnused(id);
}

Result<void> StorageComponent::acceptPlace(const BackendId &id, bool withoutObjects, store::AuditEntry audit)
{
    CORE_TRY(AttachedBackend * backend, m_impl->find(id));
    if (backend->spec.driver == DriverKind::Profile)
        return fail(ErrorCode::Refused, "backend", "\"" + id.text() + "\" is a profile: it has no place");
    if (backend->scanner)
        return fail(ErrorCode::Refused, "backend", "\"" + id.text() + "\" is being scanned; cancel the scan first");
    CORE_TRY(std::shared_ptr<Driver> driver, m_impl->places.connectNew(backend->spec, m_impl->registered()));
    if (!withoutObjects) CORE_CHECK(m_impl->places.checkKnownContent(id, *driver));
    CORE_CHECK(m_impl->places.settle(id, *driver, std::move(audit)));
    backend->driver = std::move(driver);
    return {};
}

std::optional<PlaceRecord> StorageComponent::place(const BackendId &id) const
{
    return m_impl->places.find(id);
}

Result<void> StorageComponent::startScan(const BackendId &id)
{
    CORE_TRY(AttachedBackend * backend, m_impl->find(id));
    if (backend->scanner) return fail(ErrorCode::Refused, "backend", "\"" + id.text() + "\" is being scanned already");
    CORE_TRY(const std::shared_ptr<Driver> driver, m_impl->driverOf(id));
    backend->scanner = std::make_unique<Scanner>(
        backend->spec, driver, m_impl->out.catalogue, m_impl->out.clock,
        [impl = m_impl.get(), post = m_impl->engine.handle(), id] { post([impl, id] { impl->scanEnded(id); }); });
    m_impl->scanChanged(id);
    return {};
}

Result<void> StorageComponent::cancelScan(const BackendId &id)
{
    CORE_TRY(const AttachedBackend *backend, m_impl->find(id));
    if (!backend->scanner) return fail(ErrorCode::Refused, "backend", "\"" + id.text() + "\" is not being scanned");
    backend->scanner->cancel();
    return {};
}

std::vector<ScanRow> StorageComponent::scans() const
{
    std::vector<ScanRow> rows;
    for (const auto &[id, backend] : m_impl->backends) {
        if (backend.scanner)
            rows.push_back(backend.scanner->row());
        else if (backend.lastScan)
            rows.push_back(*backend.lastScan);
    }
    return rows;
}

const Catalogue &StorageComponent::catalogue() const
{
    return m_impl->out.catalogue;
}

Result<void> StorageComponent::pause(BatchId batch, std::string why)
{
    return m_impl->mover.pause(batch, std::move(why));
}
Result<void> StorageComponent::resume(BatchId batch)
{
    return m_impl->mover.resume(batch);
}
Result<void> StorageComponent::cancel(BatchId batch)
{
    return m_impl->mover.cancel(batch);
}
Result<void> StorageComponent::retry(BatchId batch)
{
    return m_impl->mover.retry(batch);
}
Result<void> StorageComponent::releaseNow(BatchId batch)
{
    return m_impl->mover.releaseNow(batch);
}

bool StorageComponent::releaseDue(BatchId batch)
{
    return m_impl->mover.releaseDue(batch);
}

std::vector<BatchProgress> StorageComponent::batches() const
{
    return m_impl->mover.batches();
}

std::optional<BatchProgress> StorageComponent::batch(BatchId id) const
{
    return m_impl->mover.batch(id);
}

Result<void> StorageComponent::recover(Recovery recovery)
{
    CORE_TRY(const std::vector<store::Document> scans, m_impl->out.store.documents(store::Collection::Scan));
    for (const store::Document &document : scans) {
        auto row = parseScan(document.json);
        if (!row) continue; // only shown
        const auto at = m_impl->backends.find(row->backend);
        if (at != m_impl->backends.end() && !at->second.lastScan) at->second.lastScan = *std::move(row);
    }
    return m_impl->mover.recover(recovery);
}

void StorageComponent::tick(Instant now)
{
    for (const auto &[id, backend] : m_impl->backends)
        if (backend.scanner) m_impl->scanChanged(id);
    m_impl->mover.tick(now);
}

std::size_t StorageComponent::atWork() const
{
    const auto scans = std::count_if(m_impl->backends.begin(), m_impl->backends.end(),
                                     [](const auto &one) { return one.second.scanner != nullptr; });
    return m_impl->mover.atWork() + static_cast<std::size_t>(scans);
}

} // namespace greenward::storage
