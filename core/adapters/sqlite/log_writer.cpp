#include "core/adapters/sqlite/log_writer.h"

#include "core/adapters/sqlite/schema.h"
#include "core/audit/chain.h"

#include <algorithm>

namespace greenward::adapters::sqlite {
namespace {

// Trimming now and then keeps it out of most flushes; at most this many events stand above kEventsKept.
constexpr std::int64_t kTrimEvery = 1000;

} // namespace

LogWriter::LogWriter(Statements statements, std::unique_ptr<Hasher> hasher, const Position &start)
    : m_sql(std::move(statements))
    , m_hasher(std::move(hasher))
    , m_kept(start)
    , m_now(start)
    , m_notedRows(start.auditRows)
{}

Result<std::unique_ptr<LogWriter>> LogWriter::create(const Connection &connection, const HasherFactory &hashers)
{
    CORE_TRY(Statement addAudit, connection.prepare("INSERT INTO audit VALUES(?, ?, ?, ?, ?, ?, ?)"));
    CORE_TRY(Statement addEvent, connection.prepare("INSERT INTO event(at, topic, subject, json) VALUES(?, ?, ?, ?)"));
    CORE_TRY(Statement putHead, connection.prepare("INSERT INTO meta VALUES(?, ?), (?, ?) "
                                                   "ON CONFLICT DO UPDATE SET value = excluded.value"));
    CORE_TRY(Statement trimEvents,
             connection.prepare("DELETE FROM event WHERE seq <= (SELECT max(seq) FROM event) - ?"));
    Position start;
    start.eventsSinceTrim = kTrimEvery; // the count since the last trim is not kept over a restart
    CORE_TRY(Statement last, connection.prepare("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"));
    CORE_TRY(const bool any, last.step());
    if (any) {
        start.auditRows = last.integer(0);
        const std::string_view hash = last.bytes(1);
        if (hash.size() != start.auditHead.size())
            return fail(ErrorCode::StoreDamaged, "audit", "the last row's hash is not 32 bytes long");
        std::transform(hash.begin(), hash.end(), start.auditHead.begin(),
                       [](char c) { return static_cast<std::uint8_t>(c); });
    }
    return std::unique_ptr<LogWriter>(
        new LogWriter({std::move(addAudit), std::move(addEvent), std::move(putHead), std::move(trimEvents)},
                      hashers.sha256(), start));
}

Result<void> LogWriter::write(const store::Transaction &transaction)
{
    for (const store::AuditEntry &entry : transaction.audit)
        CORE_CHECK(addAudit(entry));
    for (const store::EventRow &event : transaction.events)
        CORE_CHECK(addEvent(event));
    return {};
}

Result<void> LogWriter::addAudit(const store::AuditEntry &entry)
{
    const std::int64_t seq = m_now.auditRows + 1;
    const Sha256 hash = audit::nextHash(m_now.auditHead, seq, entry, *m_hasher);
    Statement &sql = m_sql.addAudit;
    sql.bind(1, seq).bind(2, std::int64_t{entry.at.time_since_epoch().count()}).bind(3, entry.who);
    sql.bind(4, entry.what).bind(5, entry.subject).bind(6, entry.body);
    CORE_CHECK(sql.bindBlob(7, std::as_bytes(std::span(hash))).run());
    m_now.auditRows = seq;
    m_now.auditHead = hash;
    return {};
}

Result<void> LogWriter::addEvent(const store::EventRow &event)
{
    Statement &sql = m_sql.addEvent;
    sql.bind(1, std::int64_t{event.at.time_since_epoch().count()}).bind(2, event.topic);
    CORE_CHECK(sql.bind(3, event.subject).bind(4, event.json).run());
    ++m_now.eventsSinceTrim;
    return {};
}

Result<void> LogWriter::finish()
{
    if (m_kept.auditRows != m_notedRows) {
        Statement &sql = m_sql.putHead;
        sql.bind(1, kMetaAuditHead).bindBlob(2, std::as_bytes(std::span(m_kept.auditHead)));
        CORE_CHECK(sql.bind(3, kMetaAuditRows).bind(4, m_kept.auditRows).run());
        m_notedRows = m_kept.auditRows;
    }
    if (m_kept.eventsSinceTrim >= kTrimEvery) {
        CORE_CHECK(m_sql.trimEvents.bind(1, kEventsKept).run());
        m_kept.eventsSinceTrim = 0;
        m_now = m_kept;
    }
    return {};
}

} // namespace greenward::adapters::sqlite
