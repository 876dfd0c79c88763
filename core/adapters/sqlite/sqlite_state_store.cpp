#include "core/adapters/sqlite/sqlite_state_store.h"

#include "core/adapters/sqlite/committer.h"
#include "core/adapters/sqlite/file_check.h"
#include "core/adapters/sqlite/period_book.h"
#include "core/adapters/sqlite/queries.h"
#include "core/adapters/sqlite/reader_pool.h"
#include "core/adapters/sqlite/schema.h"
#include "core/adapters/sqlite/store_files.h"
#include "core/adapters/sqlite/store_head.h"
#include "core/adapters/sqlite/wal_check.h"

#include <tuple>

namespace greenward::adapters {
namespace {

using store::OpenMode;

constexpr std::int64_t kAuditTail = 10'000;
// Half a gigabyte takes 0.3 s to check: only after a bad end. Up to this size it is cheap enough for every start.
constexpr std::int64_t kAlwaysCheckedPages = 8192;

/// Whether it is what was here last, all of it: StoreDamaged if not. Stores of earlier versions cannot tell.
Result<void> recognise(const sqlite::StoreFiles &files, const sqlite::Connection &connection, bool endedWell,
                       bool hadLog)
{
    if (const auto log = hadLog ? sqlite::checkLog(files.wal(), sqlite::Synced::Yes) : Result<void>(); !log) {
        if (log.error().code != ErrorCode::StoreDamaged) return log;
        return Unexpected{sqlite::unaccepted(files, log.error().detail)};
    }
    CORE_TRY(const std::int64_t version, connection.number("PRAGMA user_version"));
    if (version < sqlite::kCheckedSince) return {};
    if (!endedWell && !hadLog)
        return Unexpected{sqlite::unaccepted(files,
                                             "it was in use, and its log state.db-wal, with what was written last, "
                                             "is gone")};
    CORE_TRY(const auto noted, sqlite::noted(files));
    CORE_TRY(const sqlite::StoreHead found, sqlite::headIn(connection));
    return sqlite::compare(files, noted, found);
}

/// StoreDamaged if anything that is cheap to check is broken.
Result<void> examine(const sqlite::Connection &connection, const HasherFactory &hashers, bool endedWell)
{
    CORE_TRY(const std::int64_t pages, connection.number("PRAGMA page_count"));
    if (!endedWell || pages <= kAlwaysCheckedPages) CORE_CHECK(sqlite::quickCheck(connection));
    if (!endedWell) CORE_CHECK(sqlite::checkNewestUsage(connection));
    CORE_TRY(const auto verdict, sqlite::checkAudit(connection, hashers, kAuditTail, {}, {}));
    if (!verdict.intact) return fail(ErrorCode::StoreDamaged, "audit", "the audit log is broken: " + verdict.problem);
    return {};
}

/// The old state stays beside the new one, for an operator who wants to go back.
Result<sqlite::Connection> upgraded(const sqlite::StoreFiles &files, sqlite::Connection connection)
{
    CORE_TRY(const std::int64_t version, connection.number("PRAGMA user_version"));
    if (version >= sqlite::kSchemaVersion) return connection;
    CORE_TRY(const auto copy, sqlite::copyBeforeUpgrade(files, connection, version));
    static_cast<void>(copy);
    if (version < sqlite::kCheckedSince) return sqlite::rebuildChecked(files, std::move(connection), version);
    CORE_CHECK(sqlite::migrateSchema(connection, version));
    return connection;
}

Result<store::StoreHealth> noteHealth(const sqlite::Connection &connection, OpenMode mode)
{
    store::StoreHealth health;
    health.readOnly = mode == OpenMode::ReadOnly;
    CORE_TRY(const auto clean, sqlite::metaNumber(connection, sqlite::kMetaClean));
    health.recovered = !health.readOnly && clean.value_or(0) == 0;
    CORE_TRY(const auto quarantined, sqlite::metaBytes(connection, sqlite::kMetaQuarantined));
    health.quarantined = quarantined.value_or("");
    return health;
}

} // namespace

class SqliteStateStore::Parts final
{
public:
    Parts(const sqlite::StoreFiles &storeFiles, const HasherFactory &hashFactory, store::StoreHealth known)
        : files(storeFiles)
        , readers(files.database)
        , hashers(hashFactory)
        , health(std::move(known))
    {}
    ~Parts()
    {
        // Answers that are still due may read, so the readers stay until the last is given.
        if (committer) committer->stop();
        readers.closeIdle();
        if (!committer || committer->failure()) return;
        std::tie(head.auditRows, head.usageSeq) = committer->auditRowsAndNextUsage();
        committer.reset(); // first the store, then how far it is said to have come
        noteHead();
    }
    /// What cannot be noted (a full disk) leaves an older note, which this store has passed: nothing wrong is ever
    /// said.
    void noteHead() const { static_cast<void>(sqlite::note(files, head)); }
    Parts(const Parts &) = delete;
    Parts &operator=(const Parts &) = delete;

    /// Runs `question(connection)` on one consistent state.
    template<typename Question>
    auto ask(Question question) const -> decltype(question(std::declval<const sqlite::Connection &>()))
    {
        CORE_TRY(const sqlite::ReaderPool::Lease lease, readers.take());
        const sqlite::Snapshot snapshot(*lease);
        return question(*lease);
    }

    const sqlite::StoreFiles files;
    mutable sqlite::ReaderPool readers;
    const HasherFactory &hashers;
    const store::StoreHealth health;              ///< as it was at opening
    sqlite::StoreHead head;                       ///< as of the opening
    std::unique_ptr<sqlite::Committer> committer; ///< none when read-only
};

SqliteStateStore::SqliteStateStore(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{}

SqliteStateStore::~SqliteStateStore() = default;

Result<std::unique_ptr<SqliteStateStore>> SqliteStateStore::open(const std::filesystem::path &directory, OpenMode mode,
                                                                 const HasherFactory &hashers)
{
    CORE_TRY(const auto files, sqlite::StoreFiles::in(directory));
    CORE_TRY(const auto presence, sqlite::inspect(files));
    const bool writing = mode == OpenMode::ReadWrite;
    if (presence == sqlite::Presence::Missing) {
        if (!writing) return fail(ErrorCode::NotFound, files.database.string(), "there is no store to look at yet");
        CORE_CHECK(sqlite::createFresh(files, std::nullopt));
    }
    using Access = sqlite::Connection::Access;
    const bool hadLog = files.hasLog();
    CORE_TRY(auto connection, sqlite::Connection::open(files.database, writing ? Access::ReadWrite : Access::ReadOnly));
    // Should it be refused below, the empty log that was just made goes again; one that was there is left as it is.
    if (writing) connection.allowCheckpointOnClose(!hadLog);
    auto noted = noteHealth(connection, mode);
    if (!noted) return Unexpected{sqlite::explained(files, noted.error())};
    store::StoreHealth health = std::move(noted).value();
    CORE_TRY(const auto clean, sqlite::metaNumber(connection, sqlite::kMetaClean));
    auto sound = recognise(files, connection, clean.value_or(0) == 1, hadLog);
    const bool known = sound.has_value();
    if (known) sound = examine(connection, hashers, !health.recovered);
    if (!sound) {
        const Error error = known ? sqlite::explained(files, sound.error()) : sound.error();
        if (writing || error.code != ErrorCode::StoreDamaged) return Unexpected{error};
        health.problem = error.detail;
    }
    auto parts = std::make_unique<Parts>(files, hashers, std::move(health));
    if (writing) {
        connection.allowCheckpointOnClose(false);
        CORE_TRY(auto current, upgraded(files, std::move(connection)));
        CORE_TRY(auto writer, sqlite::Writer::create(std::move(current), hashers));
        CORE_CHECK(writer->markInUse());
        CORE_TRY(const auto reader, parts->readers.take());
        CORE_TRY(parts->head, sqlite::headIn(*reader));
        parts->noteHead();
        parts->committer = std::make_unique<sqlite::Committer>(std::move(writer));
    }
    return std::unique_ptr<SqliteStateStore>(new SqliteStateStore(std::move(parts)));
}

Result<std::filesystem::path> SqliteStateStore::quarantineAndStartFresh(const std::filesystem::path &directory,
                                                                        Instant now)
{
    CORE_TRY(const auto files, sqlite::StoreFiles::in(directory));
    std::error_code none;
    if (!std::filesystem::exists(std::filesystem::symlink_status(files.database, none)) && !files.hasLog())
        return fail(ErrorCode::NotFound, files.database.string(), "there is no store to set aside");
    CORE_TRY(const auto kept, sqlite::beginAnew(files, now));
    return kept.value_or(files.database);
}

Error SqliteStateStore::goneFrom(const std::filesystem::path &directory)
{
    const auto files = sqlite::StoreFiles::in(directory);
    return files ? sqlite::gone(*files, "LOCK says that it was here") : files.error();
}

Result<std::optional<std::filesystem::path>> SqliteStateStore::beginAnew(const std::filesystem::path &directory,
                                                                         Instant now)
{
    CORE_TRY(const auto files, sqlite::StoreFiles::in(directory));
    return sqlite::beginAnew(files, now);
}

Result<void> SqliteStateStore::accept(const std::filesystem::path &directory)
{
    CORE_TRY(const auto files, sqlite::StoreFiles::in(directory));
    return sqlite::accept(files);
}

void SqliteStateStore::submit(store::Transaction transaction, Done done)
{
    if (m_parts->committer) return m_parts->committer->submit(std::move(transaction), std::move(done));
    if (done) done(fail(ErrorCode::ReadOnly, "state store", "it was opened read-only"));
}

Result<void> SqliteStateStore::record(store::UsageEntry entry)
{
    if (m_parts->committer) return m_parts->committer->record(std::move(entry));
    return fail(ErrorCode::ReadOnly, "state store", "it was opened read-only");
}

void SqliteStateStore::observeUsage(store::UsageReceiver *observer)
{
    if (m_parts->committer) m_parts->committer->observeUsage(observer);
}

void SqliteStateStore::tryAgain()
{
    if (m_parts->committer) m_parts->committer->tryAgain();
}

store::StoreHealth SqliteStateStore::health() const
{
    store::StoreHealth health = m_parts->health;
    const auto failure = m_parts->committer ? m_parts->committer->failure() : std::nullopt;
    if (failure) health.problem = failure->detail;
    health.full = failure && failure->code == ErrorCode::NoSpace;
    if (health.full)
        health.problem = "the disk with the data directory is full: nothing can be saved, and nothing is admitted to a "
                         "tenant with a limit. Make room; it then goes on by itself";
    return health;
}

Result<std::vector<store::Document>> SqliteStateStore::documents(store::Collection collection) const
{
    return m_parts->ask([&](const auto &connection) { return sqlite::readDocuments(connection, collection); });
}

Result<store::Document> SqliteStateStore::document(store::Collection collection, const std::string &id) const
{
    return m_parts->ask([&](const auto &connection) { return sqlite::readDocument(connection, collection, id); });
}

Result<std::vector<store::Document>> SqliteStateStore::lastDocuments(store::Collection collection,
                                                                     const std::string &before, std::size_t limit) const
{
    return m_parts->ask(
        [&](const auto &connection) { return sqlite::readLastDocuments(connection, collection, before, limit); });
}

Result<std::vector<store::MoveRecord>> SqliteStateStore::moves(const MoveQuery &query) const
{
    return m_parts->ask([&](const auto &connection) { return sqlite::readMoves(connection, query); });
}

Result<std::vector<store::MoveTotal>> SqliteStateStore::moveTotals(BatchId batch) const
{
    return m_parts->ask([&](const auto &connection) { return sqlite::readMoveTotals(connection, batch); });
}

Result<std::optional<BatchId>> SqliteStateStore::openBatchOf(const BackendId &source, const ObjectKey &key) const
{
    return m_parts->ask([&](const auto &connection) { return sqlite::readOpenBatch(connection, source, key); });
}

Result<std::optional<store::PlacementRecord>> SqliteStateStore::placementOf(const BackendId &backend,
                                                                            const ObjectKey &key) const
{
    return m_parts->ask([&](const auto &connection) { return sqlite::readPlacement(connection, backend, key); });
}

Result<std::vector<store::UsageHour>> SqliteStateStore::usageHours(const std::optional<TenantId> &tenant, Instant from,
                                                                   Instant to) const
{
    return m_parts->ask([&](const auto &connection) { return sqlite::readUsageHours(connection, tenant, from, to); });
}

Result<std::vector<store::UsageSum>> SqliteStateStore::usageSums(std::span<const store::UsageWindow> windows) const
{
    return m_parts->ask([&](const auto &connection) { return sqlite::readUsageSums(connection, windows); });
}

Result<std::vector<TenantId>> SqliteStateStore::usageTenants() const
{
    return m_parts->ask([](const auto &connection) { return sqlite::readUsageTenants(connection); });
}

Result<std::vector<store::ClosedPeriod>> SqliteStateStore::closedPeriods(const std::optional<TenantId> &tenant,
                                                                         std::size_t limit) const
{
    return m_parts->ask([&](const auto &connection) { return sqlite::readClosedPeriods(connection, tenant, limit); });
}

Result<std::vector<store::UnclosedHour>> SqliteStateStore::unclosedHours(std::span<const store::UsageWindow> open) const
{
    return m_parts->ask([&](const auto &connection) { return sqlite::readUnclosedHours(connection, open); });
}

Result<std::vector<store::UsageRecord>> SqliteStateStore::recentUsage(const std::optional<TenantId> &tenant,
                                                                      std::size_t limit) const
{
    return m_parts->ask([&](const auto &connection) { return sqlite::readRecentUsage(connection, tenant, limit); });
}

Result<std::vector<store::AuditRow>> SqliteStateStore::audit(std::int64_t before, std::size_t limit) const
{
    return m_parts->ask([&](const auto &connection) { return sqlite::readAudit(connection, before, limit); });
}

Result<std::vector<store::EventRow>> SqliteStateStore::events(std::int64_t before, std::size_t limit) const
{
    return m_parts->ask([&](const auto &connection) { return sqlite::readEvents(connection, before, limit); });
}

Result<store::StateStore::AuditVerdict> SqliteStateStore::verifyAudit(std::stop_token stop,
                                                                      const ProgressSink &progress) const
{
    // Page by page, without one long snapshot that would keep the log from starting over.
    CORE_TRY(const sqlite::ReaderPool::Lease lease, m_parts->readers.take());
    return sqlite::checkAudit(*lease, m_parts->hashers, std::nullopt, std::move(stop), progress);
}

Result<store::StateStore::UsageVerdict> SqliteStateStore::verifyUsage(std::stop_token stop) const
{
    using Access = sqlite::Connection::Access;
    // A connection of its own: others remember pages, and would not look at the disk.
    CORE_TRY(const auto connection, sqlite::Connection::open(m_parts->files.database, Access::ReadOnly));
    auto sound = sqlite::checkWholeFile(connection);
    if (sound) sound = sqlite::checkLog(m_parts->files.wal(), sqlite::Synced::Yes);
    if (sound) return sqlite::checkUsage(connection, std::move(stop));
    if (sound.error().code != ErrorCode::StoreDamaged) return Unexpected{sound.error()};
    UsageVerdict verdict;
    verdict.intact = false;
    verdict.problem = sound.error().detail;
    return verdict;
}

} // namespace greenward::adapters
