#include "core/adapters/catalogue/rows.h"

namespace greenward::adapters::catalogue {

using sqlite::Connection;
using sqlite::Statement;
using storage::CatalogueObject;

namespace {

constexpr std::int64_t kDayNs = 86'400'000'000'000;

std::int64_t evidenceNumber(TouchEvidence evidence)
{
    return evidence == TouchEvidence::Access ? 1 : 0;
}

/// The number of a name, given now if it has none.
Result<std::int64_t> intern(const Connection &connection, Statement &findName, Statement &addName,
                            const std::string &name)
{
    CORE_TRY(const bool found, findName.bind(1, std::string_view(name)).step());
    const std::int64_t known = found ? findName.integer(0) : 0;
    findName.reset();
    if (found) return known;
    CORE_CHECK(addName.bind(1, std::string_view(name)).run());
    return connection.lastRowId();
}

} // namespace

std::int64_t dayOf(std::int64_t nanoseconds)
{
    const std::int64_t day = nanoseconds / kDayNs;
    return nanoseconds % kDayNs < 0 ? day - 1 : day;
}

Result<CatalogueObject> objectAt(const Statement &row)
{
    auto key = ObjectKey::parse(row.bytes(0));
    auto tenant = TenantId::parse(row.bytes(1));
    if (!key || !tenant) return fail(ErrorCode::StoreDamaged, "catalogue", "holds an impossible key or tenant");
    return CatalogueObject{*std::move(key),
                           *std::move(tenant),
                           {DataSize::fromBytes(row.integer(2)), row.integer(3), row.integer(4),
                            static_cast<std::uint64_t>(row.integer(5)), DataSize::fromBytes(row.integer(9))},
                           row.integer(6),
                           row.integer(7) == 1 ? TouchEvidence::Access : TouchEvidence::Modified,
                           row.integer(8) != 0};
}

RowWriter::RowWriter(const Connection &connection, std::int64_t merge, Statements statements)
    : m_connection(connection)
    , m_merge(merge)
    , m_sql(std::move(statements))
{}

Result<RowWriter> RowWriter::create(const Connection &connection, std::int64_t merge)
{
    const auto sql = [&](std::string_view text) {
        return connection.prepare(text);
    };
    CORE_TRY(Statement findPlace, sql("SELECT id FROM place WHERE name = ?"));
    CORE_TRY(Statement addPlace, sql("INSERT INTO place(name) VALUES(?)"));
    CORE_TRY(Statement findTenant, sql("SELECT id FROM tenant WHERE name = ?"));
    CORE_TRY(Statement addTenant, sql("INSERT INTO tenant(name) VALUES(?)"));
    CORE_TRY(Statement insert, sql("INSERT INTO object(tenant, size, modified_ns, changed_ns, inode, touched_ns, "
                                   "evidence, superseded, merge, freed, place, key) VALUES(?1, ?2, ?3, ?4, ?5, ?6, "
                                   "?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT DO NOTHING"));
    constexpr const char *kKnown = "SELECT id, tenant, place, superseded, touched_ns, freed, merge, key FROM object ";
    CORE_TRY(Statement find, sql(std::string(kKnown) + "WHERE place = ? AND key = ?"));
    CORE_TRY(Statement findId, sql(std::string(kKnown) + "WHERE id = ?"));
    CORE_TRY(Statement update, sql("UPDATE object SET tenant = ?1, size = ?2, modified_ns = ?3, changed_ns = ?4, "
                                   "inode = ?5, touched_ns = ?6, evidence = ?7, superseded = ?8, merge = ?9, "
                                   "freed = ?10 WHERE id = ?11"));
    CORE_TRY(Statement supersede, sql("UPDATE object SET superseded = 1, merge = ? WHERE id = ?"));
    CORE_TRY(Statement remove, sql("DELETE FROM object WHERE id = ?"));
    CORE_TRY(Statement addSum, sql("INSERT INTO rollup VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                                   "objects = objects + excluded.objects, size = size + excluded.size"));
    CORE_TRY(Statement dropEmpty, sql("DELETE FROM rollup WHERE tenant = ? AND place = ? AND superseded = ? AND "
                                      "day = ? AND objects = 0"));
    return RowWriter(connection, merge,
                     {std::move(findPlace), std::move(addPlace), std::move(findTenant), std::move(addTenant),
                      std::move(insert), std::move(find), std::move(findId), std::move(update), std::move(supersede),
                      std::move(remove), std::move(addSum), std::move(dropEmpty)});
}

Result<std::int64_t> RowWriter::placeNumber(const BackendId &backend)
{
    return intern(m_connection, m_sql.findPlace, m_sql.addPlace, backend.text());
}

Result<std::int64_t> RowWriter::tenantNumber(const TenantId &tenant)
{
    if (const auto known = m_tenants.find(tenant.text()); known != m_tenants.end()) return known->second;
    CORE_TRY(const std::int64_t number, intern(m_connection, m_sql.findTenant, m_sql.addTenant, tenant.text()));
    m_tenants.emplace(tenant.text(), number);
    return number;
}

void RowWriter::count(const Bucket &bucket, std::int64_t objects, std::int64_t size)
{
    Sum &sum = m_sums[bucket];
    sum.objects += objects;
    sum.size += size;
}

Result<std::optional<RowWriter::Known>> RowWriter::find(std::int64_t place, const ObjectKey &key)
{
    Statement &row = m_sql.find;
    CORE_TRY(const bool found, row.bind(1, place).bindBlob(2, key.text()).step());
    std::optional<Known> known;
    if (found)
        known = Known{
            row.integer(0), {row.integer(1), row.integer(2), row.integer(3), dayOf(row.integer(4))}, row.integer(5)};
    row.reset();
    return known;
}

Result<void> RowWriter::put(std::int64_t place, const CatalogueObject &object)
{
    CORE_TRY(const std::int64_t tenant, tenantNumber(object.tenant));
    const auto bindAll = [&](Statement &sql) -> Statement & {
        sql.bind(1, tenant).bind(2, object.signature.size.bytes()).bind(3, object.signature.modifiedNs);
        sql.bind(4, object.signature.changedNs).bind(5, static_cast<std::int64_t>(object.signature.inode));
        sql.bind(6, object.touchedNs).bind(7, evidenceNumber(object.evidence));
        sql.bind(8, std::int64_t{object.superseded}).bind(9, m_merge);
        return sql.bind(10, object.signature.freed().bytes());
    };
    const Bucket bucket{tenant, place, std::int64_t{object.superseded}, dayOf(object.touchedNs)};
    CORE_CHECK(bindAll(m_sql.insert).bind(11, place).bindBlob(12, object.key.text()).run());
    if (m_connection.changes() == 0) {
        CORE_TRY(const std::optional<Known> known, find(place, object.key));
        if (!known) return fail(ErrorCode::StoreDamaged, "catalogue", "an index disagrees with its table");
        count(known->bucket, -1, -known->size);
        CORE_CHECK(bindAll(m_sql.update).bind(11, known->id).run());
    }
    count(bucket, 1, object.signature.freed().bytes());
    return {};
}

Result<void> RowWriter::supersede(std::int64_t place, const ObjectKey &key)
{
    CORE_TRY(const std::optional<Known> known, find(place, key));
    if (!known || known->bucket.superseded != 0) return {};
    CORE_CHECK(m_sql.supersede.bind(1, m_merge).bind(2, known->id).run());
    Bucket after = known->bucket;
    after.superseded = 1;
    count(known->bucket, -1, -known->size);
    count(after, 1, known->size);
    return {};
}

Result<void> RowWriter::removeRow(const Known &row)
{
    CORE_CHECK(m_sql.remove.bind(1, row.id).run());
    count(row.bucket, -1, -row.size);
    return {};
}

Result<void> RowWriter::remove(std::int64_t place, const ObjectKey &key)
{
    CORE_TRY(const std::optional<Known> known, find(place, key));
    return known ? removeRow(*known) : Result<void>();
}

Result<bool> RowWriter::removeStale(std::int64_t id, std::int64_t before,
                                    const std::function<bool(std::string_view key)> &keep)
{
    Statement &row = m_sql.findId;
    CORE_TRY(const bool found, row.bind(1, id).step());
    const bool stale = found && row.integer(6) < before && !keep(row.bytes(7));
    Known known;
    if (stale)
        known = {
            row.integer(0), {row.integer(1), row.integer(2), row.integer(3), dayOf(row.integer(4))}, row.integer(5)};
    row.reset();
    if (stale) CORE_CHECK(removeRow(known));
    return stale;
}

Result<void> RowWriter::finish()
{
    for (const auto &[bucket, sum] : m_sums) {
        if (sum.objects == 0 && sum.size == 0) continue;
        Statement &add = m_sql.addSum;
        add.bind(1, bucket.tenant).bind(2, bucket.place).bind(3, bucket.superseded).bind(4, bucket.day);
        CORE_CHECK(add.bind(5, sum.objects).bind(6, sum.size).run());
        if (sum.objects > 0) continue;
        Statement &drop = m_sql.dropEmpty;
        CORE_CHECK(
            drop.bind(1, bucket.tenant).bind(2, bucket.place).bind(3, bucket.superseded).bind(4, bucket.day).run());
    }
    m_sums.clear();
    return {};
}

} // namespace greenward::adapters::catalogue
