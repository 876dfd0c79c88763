#include "core/adapters/sqlite/writer.h"

#include "core/adapters/sqlite/codes.h"
#include "core/adapters/sqlite/schema.h"

#include <cerrno>

#include <sqlite3.h>

namespace greenward::adapters::sqlite {
namespace {

constexpr int kCheckpointPages = 1000; // 4 MiB
constexpr const char *kLogLimit = "PRAGMA journal_size_limit=16777216";

int noteWalPages(void *pages, sqlite3 *, const char *, int count)
{
    *static_cast<int *>(pages) = count;
    return SQLITE_OK;
}

/// The mode is kept in the file, where another tool may have changed it.
Result<void> ensureLogged(const Connection &connection)
{
    CORE_TRY(Statement mode, connection.prepare("PRAGMA journal_mode=WAL"));
    CORE_TRY(const bool row, mode.step());
    if (row && mode.text(0) == "wal") return {};
    return fail(ErrorCode::IoFailed, connection.file().string(), "cannot be used with a write-ahead log here");
}

/// A transaction may be refused for these and its neighbours go on; everything else is the end of the connection.
bool isRefusal(const Error &error)
{
    return error.code == ErrorCode::Refused || error.code == ErrorCode::InvalidInput ||
           error.code == ErrorCode::Overflow || error.code == ErrorCode::AlreadyExists;
}

Error notDurable(Error error)
{
    if (error.code != ErrorCode::NoSpace) error.code = ErrorCode::NotDurable;
    return error;
}

bool isPlainUsage(const store::Transaction &transaction)
{
    const bool onlyUsage = transaction.documents.empty() && transaction.newMoves.empty() &&
                           transaction.moveSteps.empty() && transaction.placements.empty() &&
                           transaction.closings.empty() && transaction.audit.empty() && transaction.events.empty();
    if (!onlyUsage) return false;
    for (const store::UsageRecord &record : transaction.usage)
        if (!record.key.empty()) return false;
    return true;
}

} // namespace

Writer::Writer(std::unique_ptr<Connection> connection, Statements statements, std::unique_ptr<UsageBook> usage,
               std::unique_ptr<MoveWriter> moves, std::unique_ptr<LogWriter> log, std::unique_ptr<PeriodBook> periods)
    : m_connection(std::move(connection))
    , m_sql(std::make_unique<Statements>(std::move(statements)))
    , m_usage(std::move(usage))
    , m_moves(std::move(moves))
    , m_log(std::move(log))
    , m_periods(std::move(periods))
    , m_marker(m_connection->file().native() + "-wal")
    , m_nextCheckpoint(kCheckpointPages)
{
    sqlite3_wal_hook(m_connection->handle(), noteWalPages, &m_walPages);
}

Writer::~Writer() = default;

Result<std::unique_ptr<Writer>> Writer::create(Connection connection, const HasherFactory &hashers)
{
    auto own = std::make_unique<Connection>(std::move(connection));
    CORE_CHECK(ensureLogged(*own));
    CORE_CHECK(own->execute(kLogLimit));
    CORE_TRY(Statement begin, own->prepare("BEGIN IMMEDIATE"));
    CORE_TRY(Statement commit, own->prepare("COMMIT"));
    CORE_TRY(Statement rollback, own->prepare("ROLLBACK"));
    CORE_TRY(Statement savepoint, own->prepare("SAVEPOINT one"));
    CORE_TRY(Statement release, own->prepare("RELEASE one"));
    CORE_TRY(Statement rollbackTo, own->prepare("ROLLBACK TO one"));
    CORE_TRY(Statement put, own->prepare("INSERT INTO document VALUES(?, ?, ?) "
                                         "ON CONFLICT DO UPDATE SET json = excluded.json"));
    CORE_TRY(Statement remove, own->prepare("DELETE FROM document WHERE collection = ? AND id = ?"));
    CORE_TRY(auto usage, UsageBook::create(*own, hashers));
    CORE_TRY(auto moves, MoveWriter::create(*own, usage->tenants()));
    CORE_TRY(auto log, LogWriter::create(*own, hashers));
    CORE_TRY(auto periods, PeriodBook::create(*own, usage->tenants()));
    std::unique_ptr<Writer> writer(
        new Writer(std::move(own),
                   {std::move(begin), std::move(commit), std::move(rollback), std::move(savepoint), std::move(release),
                    std::move(rollbackTo), std::move(put), std::move(remove)},
                   std::move(usage), std::move(moves), std::move(log), std::move(periods)));
    writer->m_hashers = &hashers;
    return writer;
}

Result<void> Writer::recover()
{
    if (sqlite3_get_autocommit(m_connection->handle()) == 0) CORE_CHECK(m_sql->rollback.run());
    // From the file, as at the start. Each is made before the one it replaces goes, as the old ones refer to one
    // another.
    CORE_TRY(auto usage, UsageBook::create(*m_connection, *m_hashers));
    CORE_TRY(auto moves, MoveWriter::create(*m_connection, usage->tenants()));
    CORE_TRY(auto log, LogWriter::create(*m_connection, *m_hashers));
    CORE_TRY(auto periods, PeriodBook::create(*m_connection, usage->tenants()));
    m_periods = std::move(periods);
    m_log = std::move(log);
    m_moves = std::move(moves);
    m_usage = std::move(usage);
    auto written = setMeta(*m_connection, kMetaClean, 0); // as it is: only to see whether a page can be written
    if (!written) return Unexpected{notDurable(std::move(written).error())};
    return {};
}

Result<void> Writer::markInUse()
{
    CORE_CHECK(m_sql->begin.run());
    CORE_TRY(const auto opened, metaNumber(*m_connection, kMetaOpened));
    CORE_CHECK(setMeta(*m_connection, kMetaOpened, opened.value_or(0) + 1));
    CORE_CHECK(setMeta(*m_connection, kMetaClean, 0));
    return commitNow();
}

Result<void> Writer::commitNow()
{
    CORE_CHECK(m_sql->commit.run());
    m_marker.acknowledged(static_cast<std::uint32_t>(m_walPages));
    return {};
}

Result<Writer::Outcomes> Writer::commit(std::span<const store::Transaction> transactions,
                                        std::span<const store::UsageEntry> usage)
{
    auto outcomes = flush(transactions, usage);
    if (outcomes) return outcomes;
    if (sqlite3_get_autocommit(m_connection->handle()) == 0) {
        // The flush has failed already; that undoing it may fail too changes nothing.
        [[maybe_unused]] const auto undone = m_sql->rollback.run();
    }
    return Unexpected{notDurable(std::move(outcomes).error())};
}

Result<Writer::Outcomes> Writer::flush(std::span<const store::Transaction> transactions,
                                       std::span<const store::UsageEntry> usage)
{
    m_usage->startFlush();
    m_moves->startFlush();
    Outcomes outcomes;
    outcomes.transactions.reserve(transactions.size());
    outcomes.usage.reserve(usage.size());
    CORE_CHECK(m_sql->begin.run());
    for (const store::UsageEntry &entry : usage) {
        CORE_TRY(const store::UsageFate fate, m_usage->addOne(entry));
        outcomes.usage.push_back(fate);
    }
    for (const store::Transaction &transaction : transactions) {
        outcomes.transactions.push_back(apply(transaction));
        const auto &outcome = outcomes.transactions.back();
        if (!outcome && !isRefusal(outcome.error())) return Unexpected{outcome.error()};
    }
    CORE_CHECK(m_usage->write());
    for (std::size_t i = 0; i < transactions.size(); ++i)
        if (outcomes.transactions[i]) CORE_CHECK(closePeriods(transactions[i]));
    CORE_CHECK(m_log->finish());
    CORE_CHECK(commitNow());
    return outcomes;
}

Result<void> Writer::closePeriods(const store::Transaction &transaction)
{
    for (const store::PeriodClosing &closing : transaction.closings)
        CORE_CHECK(m_periods->write(closing, m_usage->nextSeq()));
    return {};
}

Result<store::CommitInfo> Writer::apply(const store::Transaction &transaction)
{
    // Names are interned outside the savepoint: a name without a row that uses it does no harm, a remembered number
    // of a name that was rolled back would.
    CORE_CHECK(m_usage->prepare(transaction.usage));
    CORE_CHECK(m_moves->prepare(transaction));
    const bool needsSavepoint = !isPlainUsage(transaction);
    if (needsSavepoint) CORE_CHECK(m_sql->savepoint.run());
    auto info = applyInside(transaction);
    if (info) {
        m_usage->keep();
        m_log->keep();
    } else {
        if (!isRefusal(info.error())) return info;
        m_usage->discard();
        m_log->discard();
        if (needsSavepoint) CORE_CHECK(m_sql->rollbackTo.run());
    }
    if (needsSavepoint) CORE_CHECK(m_sql->release.run());
    return info;
}

Result<store::CommitInfo> Writer::applyInside(const store::Transaction &transaction)
{
    CORE_CHECK(PeriodBook::check(transaction.closings));
    // Usage first: it marks where an undo would have to go back to.
    CORE_TRY(store::CommitInfo info, m_usage->add(transaction.usage));
    if (transaction.refuseRepeats && info.duplicates > 0)
        return fail(ErrorCode::AlreadyExists, "usage", "its key was counted before");
    CORE_TRY(info.voided, m_moves->write(transaction));
    CORE_CHECK(writeDocuments(transaction.documents));
    CORE_CHECK(m_log->write(transaction));
    return info;
}

Result<void> Writer::writeDocuments(std::span<const store::DocumentWrite> documents)
{
    for (const store::DocumentWrite &document : documents) {
        const std::string_view collection = collectionText(document.collection);
        Statement &sql = document.json ? m_sql->putDocument : m_sql->removeDocument;
        sql.bind(1, collection).bind(2, document.id);
        if (document.json) sql.bind(3, *document.json);
        CORE_CHECK(sql.run());
    }
    return {};
}

Result<void> Writer::checkpointIfDue()
{
    if (m_walPages < m_nextCheckpoint) return {};
    // Never waits for readers: what they still need is carried over next time.
    int logged = 0;
    int carried = 0;
    errno = 0;
    const int code =
        sqlite3_wal_checkpoint_v2(m_connection->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &logged, &carried);
    if (code != SQLITE_OK && (code & 0xFF) != SQLITE_BUSY)
        return Unexpected{notDurable(lastError(m_connection->handle(), code))};
    // When all is carried over the next commit starts the log anew; else wait for it to grow before trying again.
    m_nextCheckpoint = carried == logged ? kCheckpointPages : logged + kCheckpointPages;
    return {};
}

Result<void> Writer::closeCleanly()
{
    CORE_CHECK(setMeta(*m_connection, kMetaClean, 1));
    const int code =
        sqlite3_wal_checkpoint_v2(m_connection->handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK) return Unexpected{lastError(m_connection->handle(), code)};
    m_connection->allowCheckpointOnClose(true);
    return {};
}

} // namespace greenward::adapters::sqlite
