#include "core/adapters/sqlite/queries.h"

#include "core/adapters/sqlite/codes.h"
#include "core/adapters/sqlite/row_values.h"

#include <algorithm>
#include <limits>

namespace greenward::adapters::sqlite {
namespace {

std::int64_t limitOf(std::size_t limit)
{
    constexpr auto kMost = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
    return static_cast<std::int64_t>(std::min(limit, kMost));
}

std::int64_t belowOf(std::int64_t before)
{
    return before > 0 ? before : std::numeric_limits<std::int64_t>::max();
}

/// Calls `read` for every row and collects its answers.
template<typename Value>
Result<std::vector<Value>> collect(Statement &statement, Result<Value> (*read)(const Statement &))
{
    std::vector<Value> values;
    for (;;) {
        CORE_TRY(const bool more, statement.step());
        if (!more) return values;
        CORE_TRY(Value value, read(statement));
        values.push_back(std::move(value));
    }
}

Result<store::Document> documentOf(const Statement &row)
{
    return store::Document{row.text(0), row.text(1)};
}

Result<store::MoveTotal> totalOf(const Statement &row)
{
    CORE_TRY(const store::MoveState state, stateOf(row.integer(0)));
    CORE_TRY(BackendId source, nameAt<BackendId>(row, 1));
    return store::MoveTotal{state, std::move(source), static_cast<std::uint64_t>(row.integer(2)),
                            DataSize::fromBytes(row.integer(3))};
}

Result<store::PlacementRecord> placementOf(const Statement &row)
{
    CORE_TRY(TenantId tenant, nameAt<TenantId>(row, 0));
    CORE_TRY(BackendId source, nameAt<BackendId>(row, 1));
    CORE_TRY(BackendId target, nameAt<BackendId>(row, 2));
    CORE_TRY(ObjectKey key, nameAt<ObjectKey>(row, 3));
    CORE_TRY(const Sha256 sha256, digestOf(row.bytes(5), "placement"));
    return store::PlacementRecord{std::move(tenant),
                                  std::move(source),
                                  std::move(target),
                                  std::move(key),
                                  DataSize::fromBytes(row.integer(4)),
                                  sha256,
                                  BatchId{row.integer(6)},
                                  instantOf(row.integer(7))};
}

Result<store::UsageHour> hourOf(const Statement &row)
{
    CORE_TRY(TenantId tenant, nameAt<TenantId>(row, 0));
    const Instant hour{std::chrono::hours(row.integer(1))};
    CORE_TRY(const Quality quality, qualityOf(static_cast<std::uint8_t>(row.integer(5))));
    return store::UsageHour{std::move(tenant),
                            hour,
                            row.text(2),
                            GramsCO2e::fromMicrograms(row.integer(3)),
                            static_cast<std::uint64_t>(row.integer(4)),
                            quality};
}

Result<store::AuditRow> auditRowOf(const Statement &row)
{
    CORE_TRY(const Sha256 hash, digestOf(row.bytes(6), "audit"));
    return store::AuditRow{
        row.integer(0), {instantOf(row.integer(1)), row.text(2), row.text(3), row.text(4), row.text(5)}, hash};
}

Result<store::EventRow> eventOf(const Statement &row)
{
    return store::EventRow{row.integer(0), instantOf(row.integer(1)), row.text(2), row.text(3), row.text(4)};
}

} // namespace

Snapshot::Snapshot(const Connection &connection)
    : m_connection(connection)
{
    // If it cannot begin, the reads that follow say why.
    [[maybe_unused]] const auto begun = m_connection.execute("BEGIN");
}

Snapshot::~Snapshot()
{
    [[maybe_unused]] const auto ended = m_connection.execute("END");
}

Result<Sha256> digestOf(std::string_view bytes, std::string_view subject)
{
    Sha256 digest{};
    if (bytes.size() != digest.size()) return fail(ErrorCode::StoreDamaged, subject, "a hash is not 32 bytes long");
    std::transform(bytes.begin(), bytes.end(), digest.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
    return digest;
}

Result<std::vector<store::Document>> readDocuments(const Connection &connection, store::Collection collection)
{
    CORE_TRY(Statement sql, connection.prepare("SELECT id, json FROM document WHERE collection = ? ORDER BY id"));
    return collect(sql.bind(1, collectionText(collection)), documentOf);
}

Result<store::Document> readDocument(const Connection &connection, store::Collection collection, const std::string &id)
{
    CORE_TRY(Statement sql, connection.prepare("SELECT id, json FROM document WHERE collection = ? AND id = ?"));
    CORE_TRY(auto found, collect(sql.bind(1, collectionText(collection)).bind(2, id), documentOf));
    if (found.empty()) return fail(ErrorCode::NotFound, id, "there is no such document");
    return std::move(found.front());
}

Result<std::vector<store::Document>> readLastDocuments(const Connection &connection, store::Collection collection,
                                                       const std::string &before, std::size_t limit)
{
    CORE_TRY(Statement sql, connection.prepare("SELECT id, json FROM document WHERE collection = ?1 "
                                               "AND (?2 = '' OR id < ?2) ORDER BY id DESC LIMIT ?3"));
    return collect(sql.bind(1, collectionText(collection)).bind(2, before).bind(3, static_cast<std::int64_t>(limit)),
                   documentOf);
}

Result<std::vector<store::MoveTotal>> readMoveTotals(const Connection &connection, BatchId batch)
{
    CORE_TRY(Statement sql, connection.prepare("SELECT state, name, objects, size FROM move_total JOIN place "
                                               "ON place.id = source WHERE batch = ? AND objects > 0 "
                                               "ORDER BY state, name"));
    return collect(sql.bind(1, number(batch)), totalOf);
}

Result<std::optional<BatchId>> readOpenBatch(const Connection &connection, const BackendId &source,
                                             const ObjectKey &key)
{
    CORE_TRY(Statement sql, connection.prepare("SELECT batch FROM move WHERE key = ? AND state < 100 "
                                               "AND source = (SELECT id FROM place WHERE name = ?)"));
    CORE_TRY(const bool found, sql.bindBlob(1, key.text()).bind(2, source.text()).step());
    return found ? std::optional(BatchId{sql.integer(0)}) : std::nullopt;
}

Result<std::optional<store::PlacementRecord>> readPlacement(const Connection &connection, const BackendId &backend,
                                                            const ObjectKey &key)
{
    CORE_TRY(Statement sql,
             connection.prepare("SELECT t.name, s.name, g.name, key, size, sha256, batch, at FROM placement "
                                "JOIN tenant t ON t.id = tenant JOIN place s ON s.id = source JOIN place g "
                                "ON g.id = target WHERE key = ? AND source = (SELECT id FROM place WHERE name = ?)"));
    CORE_TRY(const bool found, sql.bindBlob(1, key.text()).bind(2, backend.text()).step());
    if (!found) return std::optional<store::PlacementRecord>{};
    CORE_TRY(store::PlacementRecord placement, placementOf(sql));
    return std::optional(std::move(placement));
}

Result<std::vector<store::UsageHour>> readUsageHours(const Connection &connection,
                                                     const std::optional<TenantId> &tenant, Instant from, Instant to)
{
    // An hour counts when it begins inside [from, to), so both ends are rounded up.
    const auto first = std::chrono::ceil<std::chrono::hours>(from).time_since_epoch().count();
    const auto end = std::chrono::ceil<std::chrono::hours>(to).time_since_epoch().count();
    constexpr std::string_view kAll =
        "SELECT t.name, hour, o.name, ug, n, quality FROM usage_hour JOIN tenant t ON t.id = tenant "
        "JOIN operation o ON o.id = op WHERE hour >= ? AND hour < ? "
        "ORDER BY hour, t.name, o.name, quality";
    constexpr std::string_view kOne =
        "SELECT t.name, hour, o.name, ug, n, quality FROM usage_hour JOIN tenant t ON t.id = tenant "
        "JOIN operation o ON o.id = op WHERE hour >= ? AND hour < ? AND t.name = ? "
        "ORDER BY hour, o.name, quality";
    CORE_TRY(Statement sql, connection.prepare(tenant ? kOne : kAll));
    sql.bind(1, std::int64_t{first}).bind(2, std::int64_t{end});
    if (tenant) sql.bind(3, tenant->text());
    return collect(sql, hourOf);
}

Result<std::vector<store::AuditRow>> readAudit(const Connection &connection, std::int64_t before, std::size_t limit)
{
    CORE_TRY(Statement sql, connection.prepare("SELECT seq, at, who, what, subject, body, hash FROM audit "
                                               "WHERE seq < ? ORDER BY seq DESC LIMIT ?"));
    return collect(sql.bind(1, belowOf(before)).bind(2, limitOf(limit)), auditRowOf);
}

Result<std::vector<store::AuditRow>> auditAfter(const Connection &connection, std::int64_t after, std::int64_t last,
                                                std::size_t limit)
{
    CORE_TRY(Statement sql, connection.prepare("SELECT seq, at, who, what, subject, body, hash FROM audit "
                                               "WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?"));
    return collect(sql.bind(1, after).bind(2, last).bind(3, limitOf(limit)), auditRowOf);
}

Result<std::vector<store::EventRow>> readEvents(const Connection &connection, std::int64_t before, std::size_t limit)
{
    CORE_TRY(Statement sql, connection.prepare("SELECT seq, at, topic, subject, json FROM event WHERE seq < ? "
                                               "ORDER BY seq DESC LIMIT ?"));
    return collect(sql.bind(1, belowOf(before)).bind(2, limitOf(limit)), eventOf);
}

} // namespace greenward::adapters::sqlite
