#pragma once

#include "core/adapters/sqlite/log_mark.h"
#include "core/adapters/sqlite/log_writer.h"
#include "core/adapters/sqlite/move_writer.h"
#include "core/adapters/sqlite/period_book.h"
#include "core/adapters/sqlite/usage_book.h"

namespace greenward::adapters::sqlite {

/// The one connection that writes. Committer thread only, after creation.
class Writer final
{
public:
    /// Takes over a checked read-write connection.
    static Result<std::unique_ptr<Writer>> create(Connection connection, const HasherFactory &hashers);
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// Says in the file that it is in use, so that the next opening knows whether this one ended well, and counts it.
    Result<void> markInUse();
    /// How far it has come. Between flushes.
    std::int64_t auditRows() const { return m_log->rows(); }
    std::int64_t nextUsage() const { return m_usage->nextSeq(); }

    /// What became of each transaction and each usage entry of one flush.
    struct Outcomes
    {
        std::vector<Result<store::CommitInfo>> transactions;
        std::vector<store::UsageFate> usage;
    };
    /// One flush for all of them. The inner results are per transaction: refused ones left nothing behind. An outer
    /// error means that nothing of this flush may be believed. After NotDurable this connection is finished: a failed
    /// sync is never tried again, because the kernel may have dropped the pages and say yes the second time. After
    /// NoSpace a write was refused before anything was flushed, SQLite has taken the flush back, and recover() may
    /// help.
    Result<Outcomes> commit(std::span<const store::Transaction> transactions, std::span<const store::UsageEntry> usage);
    /// After NoSpace: forgets what this object remembers of the failed flush and writes a little, to see whether there
    /// is room again. NoSpace: not yet. Anything else: this connection is finished.
    Result<void> recover();
    /// Carries the write-ahead log over into the database when it has grown enough.
    Result<void> checkpointIfDue();
    /// Marks the file clean and empties the write-ahead log. Not after an outer error.
    Result<void> closeCleanly();

private:
    struct Statements
    {
        Statement begin, commit, rollback, savepoint, release, rollbackTo, putDocument, removeDocument;
    };
    Writer(std::unique_ptr<Connection> connection, Statements statements, std::unique_ptr<UsageBook> usage,
           std::unique_ptr<MoveWriter> moves, std::unique_ptr<LogWriter> log, std::unique_ptr<PeriodBook> periods);
    Result<Outcomes> flush(std::span<const store::Transaction> transactions, std::span<const store::UsageEntry> usage);
    Result<void> commitNow();
    Result<store::CommitInfo> apply(const store::Transaction &transaction);
    Result<store::CommitInfo> applyInside(const store::Transaction &transaction);
    Result<void> closePeriods(const store::Transaction &transaction);
    Result<void> writeDocuments(std::span<const store::DocumentWrite> documents);

    std::unique_ptr<Connection> m_connection; ///< at a fixed address: the parts below refer to it
    std::unique_ptr<Statements> m_sql;
    std::unique_ptr<UsageBook> m_usage;
    std::unique_ptr<MoveWriter> m_moves;
    std::unique_ptr<LogWriter> m_log;
    std::unique_ptr<PeriodBook> m_periods;
    const HasherFactory *m_hashers = nullptr;
    int m_walPages = 0; ///< set by SQLite's hook after each commit
    LogMarker m_marker;
    int m_nextCheckpoint;
};

} // namespace greenward::adapters::sqlite
