#pragma once

#include "core/adapters/sqlite/connection.h"
#include "core/store/state_store.h"

// Every question the store answers. Each runs on a connection of its caller's thread; wrap it in a Snapshot.

namespace greenward::adapters::sqlite {

/// While it lives all reads of the connection see one state of the store. Keep it short: the log cannot start over
/// as long as somebody still needs its beginning.
class Snapshot final
{
public:
    explicit Snapshot(const Connection &connection);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    const Connection &m_connection;
};

Result<std::vector<store::Document>> readDocuments(const Connection &connection, store::Collection collection);
Result<store::Document> readDocument(const Connection &connection, store::Collection collection, const std::string &id);
Result<std::vector<store::Document>> readLastDocuments(const Connection &connection, store::Collection collection,
                                                       const std::string &before, std::size_t limit);
Result<std::vector<store::MoveRecord>> readMoves(const Connection &connection,
                                                 const store::StateStore::MoveQuery &query);
Result<std::vector<store::MoveTotal>> readMoveTotals(const Connection &connection, BatchId batch);
Result<std::optional<BatchId>> readOpenBatch(const Connection &connection, const BackendId &source,
                                             const ObjectKey &key);
Result<std::optional<store::PlacementRecord>> readPlacement(const Connection &connection, const BackendId &backend,
                                                            const ObjectKey &key);
Result<std::vector<store::UsageHour>> readUsageHours(const Connection &connection,
                                                     const std::optional<TenantId> &tenant, Instant from, Instant to);
Result<std::vector<store::UsageRecord>> readRecentUsage(const Connection &connection,
                                                        const std::optional<TenantId> &tenant, std::size_t limit);
/// Newest first.
Result<std::vector<store::AuditRow>> readAudit(const Connection &connection, std::int64_t before, std::size_t limit);
/// Oldest first, rows `after` < seq <= `last`.
Result<std::vector<store::AuditRow>> auditAfter(const Connection &connection, std::int64_t after, std::int64_t last,
                                                std::size_t limit);
Result<std::vector<store::EventRow>> readEvents(const Connection &connection, std::int64_t before, std::size_t limit);

/// 32 bytes as a digest; StoreDamaged otherwise.
Result<Sha256> digestOf(std::string_view bytes, std::string_view subject);

} // namespace greenward::adapters::sqlite
