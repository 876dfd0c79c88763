#include "tests/support/storage_world.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace greenward::tests {

namespace fs = std::filesystem;

void endWith(const Error &error)
{
    std::fprintf(stderr, "%s: %s: %s\n", std::string(errorCodeName(error.code)).c_str(), error.subject.c_str(),
                 error.detail.c_str());
    std::abort();
}

void EngineQueue::post(std::function<void()> work)
{
    const std::lock_guard lock(m_mutex);
    m_queue.push_back(std::move(work));
    m_filled.notify_all();
}

bool EngineQueue::runUntil(const std::function<bool()> &done)
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
    while (!done()) {
        std::function<void()> work;
        {
            std::unique_lock lock(m_mutex);
            // Not everything that `done` may look at comes through the queue: look again now and then.
            m_filled.wait_for(lock, std::chrono::milliseconds(2), [&] { return !m_queue.empty(); });
            if (!m_queue.empty()) {
                work = std::move(m_queue.front());
                m_queue.pop_front();
            }
        }
        if (work) work();
        if (std::chrono::steady_clock::now() > deadline) return false;
    }
    return true;
}

StorageWorld::StorageWorld(fs::path root, Options options)
    : m_root(std::move(root))
    , m_options(std::move(options))
    , m_clock(std::chrono::floor<milliseconds>(std::chrono::system_clock::now()))
    , m_completions(
          m_bus.subscribe<bus::BatchComplete>([this](const bus::BatchComplete &event) { completed.push_back(event); }))
{
    fs::create_directories(m_root / "state");
    fs::permissions(m_root / "state", fs::perms::owner_all);
    for (const std::string &name : m_options.backends) {
        fs::create_directories(m_root / name);
        m_specs.push_back(localSpec(name, m_root / name));
    }
    open();
}

StorageWorld::~StorageWorld()
{
    close();
}

void StorageWorld::close()
{
    m_component.reset();
    m_catalogue.reset();
    m_store.reset();
}

void StorageWorld::open(storage::Recovery recovery)
{
    m_store = sure(adapters::SqliteStateStore::open(m_root / "state", store::OpenMode::ReadWrite, m_hashers));
    m_catalogue = sure(adapters::SqliteCatalogue::open((m_root / "state" / "catalog.db").string()));
    const storage::DriverFactory &drivers =
        m_options.drivers ? *m_options.drivers : static_cast<const storage::DriverFactory &>(m_localDrivers);
    storage::BudgetGate gate = m_options.gate;
    if (!gate)
        gate = [](const TenantId &, GramsCO2e) {
            return Result<void>();
        };
    m_component = std::make_unique<storage::StorageComponent>(
        storage::StorageDependencies{m_bus,
                                     *m_store,
                                     *m_catalogue,
                                     m_clock,
                                     m_hashers,
                                     drivers,
                                     [this](std::function<void()> work) { m_engine.post(std::move(work)); },
                                     std::move(gate),
                                     [this](const store::UsageRecord &record) { booked.push_back(record); },
                                     {},
                                     {},
                                     "test"});
    for (const BackendSpec &spec : m_specs)
        sure(m_component->attach(spec, storage::Announce::No));
    sure(m_component->recover(recovery));
}

BackendSpec StorageWorld::localSpec(const std::string &name, const fs::path &path)
{
    BackendSpec spec{.id = sure(BackendId::parse(name)), .region = sure(RegionName::parse("SE"))};
    spec.driver = DriverKind::Local;
    spec.location = path.string();
    return spec;
}

fs::path StorageWorld::addBackend(const std::string &name)
{
    const fs::path path = m_root / name;
    fs::create_directories(path);
    addBackend(localSpec(name, path));
    return path;
}

void StorageWorld::addBackend(BackendSpec spec)
{
    sure(m_component->attach(spec, storage::Announce::Yes));
    m_specs.push_back(std::move(spec));
}

storage::ScanRow StorageWorld::scan(const std::string &backend)
{
    const BackendId id = sure(BackendId::parse(backend));
    sure(m_component->startScan(id));
    const auto row = [&] {
        for (const storage::ScanRow &one : m_component->scans())
            if (one.backend == id) return one;
        std::abort();
    };
    if (!runUntil([&] { return !m_component->isBusy(); })) std::abort();
    return row();
}

std::size_t StorageWorld::plan(std::int64_t batch, const std::string &tenant, const std::string &source,
                               const std::string &target)
{
    store::Transaction transaction;
    bus::ListObjects request{sure(TenantId::parse(tenant)), sure(BackendId::parse(source)), std::nullopt, {}};
    const BackendId to = sure(BackendId::parse(target));
    request.visit = [&](const bus::ListedObject &object) {
        transaction.newMoves.push_back({.id = {},
                                        .batch = BatchId{batch},
                                        .tenant = object.tenant,
                                        .source = object.backend,
                                        .target = to,
                                        .key = object.key,
                                        .signature = object.signature,
                                        .state = store::MoveState::Planned,
                                        .attempt = 0,
                                        .sha256 = std::nullopt,
                                        .notBefore = std::nullopt,
                                        .reason = "",
                                        .changedAt = m_clock.now()});
        return true;
    };
    const std::uint64_t objects = sure(m_bus.request(request));
    sure(m_store->commit(std::move(transaction)));
    return objects;
}

bus::MigrateBatch StorageWorld::order(std::int64_t batch, const std::string &tenant, const std::string &source,
                                      const std::string &target)
{
    return {BatchId{batch},
            sure(TenantId::parse(tenant)),
            sure(BackendId::parse(target)),
            4,
            Relocation::Move,
            LeaveBehind::Nothing,
            std::chrono::seconds(0),
            {{sure(BackendId::parse(source)), 3, 7}}};
}

Result<void> StorageWorld::start(const bus::MigrateBatch &order)
{
    CORE_CHECK(m_bus.request(order));
    return {};
}

bool StorageWorld::settle()
{
    return runUntil([&] { return !m_component->isBusy(); });
}

storage::BatchProgress StorageWorld::migrate(const bus::MigrateBatch &order)
{
    sure(start(order));
    if (!settle()) std::abort();
    return *m_component->batch(order.batch);
}

std::vector<store::MoveRecord> StorageWorld::moves(std::int64_t batch)
{
    store::StateStore::MoveQuery query;
    query.batch = BatchId{batch};
    query.limit = 1'000'000;
    return sure(m_store->moves(query));
}

store::MoveRecord StorageWorld::move(std::int64_t batch, const std::string &key)
{
    for (const store::MoveRecord &record : moves(batch))
        if (record.key.text() == key) return record;
    std::fprintf(stderr, "no move of %s\n", key.c_str());
    std::abort();
}

std::int64_t StorageWorld::bookedMicrograms(const std::string &tenant)
{
    const Instant from{};
    const Instant to = m_clock.now() + std::chrono::hours(24);
    std::int64_t sum = 0;
    for (const store::UsageHour &hour : sure(m_store->usageHours(sure(TenantId::parse(tenant)), from, to)))
        if (hour.operation == "migration") sum += hour.amount.micrograms();
    return sum;
}

std::string leftBehind(const fs::path &root)
{
    for (const fs::directory_entry &entry : fs::recursive_directory_iterator(root)) {
        const std::string name = entry.path().filename().string();
        const bool stays = name == ".greenward-staging" || name == ".greenward-backend";
        if (entry.path().parent_path().filename() == ".greenward-staging" ||
            (name.starts_with(".greenward-") && !stays))
            return entry.path().string();
    }
    return {};
}

bool isClean(const fs::path &root)
{
    return leftBehind(root).empty();
}

} // namespace greenward::tests
