#pragma once

#include "core/adapters/sqlite/connection.h"
#include "core/base/digest.h"
#include "core/store/transaction.h"

namespace greenward::adapters::sqlite {

/// Writes audit rows, each chained to the one before it, and published events, of which the newest are kept.
/// Committer thread only. For each transaction write() inside its savepoint, then keep() or discard(); finish() once
/// at the end of the flush.
class LogWriter final
{
public:
    static constexpr std::int64_t kEventsKept = 100'000;

    static Result<std::unique_ptr<LogWriter>> create(const Connection &connection, const HasherFactory &hashers);

    Result<void> write(const store::Transaction &transaction);
    void keep() { m_kept = m_now; }
    void discard() { m_now = m_kept; }
    std::int64_t rows() const { return m_kept.auditRows; }
    /// Notes the chain's head beside the chain and drops the oldest events.
    Result<void> finish();

private:
    struct Position
    {
        std::int64_t auditRows = 0;
        Sha256 auditHead{};
        std::int64_t eventsSinceTrim = 0;
    };
    struct Statements
    {
        Statement addAudit, addEvent, putHead, trimEvents;
    };
    LogWriter(Statements statements, std::unique_ptr<Hasher> hasher, const Position &start);
    Result<void> addAudit(const store::AuditEntry &entry);
    Result<void> addEvent(const store::EventRow &event);

    Statements m_sql;
    std::unique_ptr<Hasher> m_hasher;
    Position m_kept;
    Position m_now;
    std::int64_t m_notedRows;
};

} // namespace greenward::adapters::sqlite
