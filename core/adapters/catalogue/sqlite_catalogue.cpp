#include "core/adapters/catalogue/sqlite_catalogue.h"

#include "core/adapters/catalogue/merge.h"
#include "core/adapters/catalogue/schema.h"

#include <chrono>
#include <limits>

namespace greenward::adapters {

using namespace catalogue;
using namespace storage;
using sqlite::Connection;
using sqlite::Statement;

class SqliteCatalogue::Impl
{
public:
    std::shared_ptr<Store> store;
    std::string quarantined;
    std::string damage;
};

namespace {

/// From milliseconds, without running over: years outside 1678-2261 count as the nearest.
std::int64_t nanosecondsOf(Instant at)
{
    constexpr std::int64_t kPerMilli = 1'000'000;
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / kPerMilli;
    return std::clamp(at.time_since_epoch().count(), -kMost, kMost) * kPerMilli;
}

Instant instantOf(std::int64_t nanoseconds)
{
    return Instant(std::chrono::floor<milliseconds>(std::chrono::nanoseconds(nanoseconds)));
}

struct Listed
{
    std::int64_t id = 0;
    bus::ListedObject object;
};

/// Where a listing by size goes on.
struct SizeCursor
{
    std::int64_t freed = std::numeric_limits<std::int64_t>::max();
    std::int64_t touchedNs = std::numeric_limits<std::int64_t>::max();
    std::int64_t id = std::numeric_limits<std::int64_t>::max();
};

constexpr std::int64_t kListPage = 1000;

/// What has the same key at another backend, by whomever it was put there.
constexpr const char *kBeside = "(SELECT other.size FROM object AS other WHERE other.place = "
                                "(SELECT id FROM place WHERE name = ?8) AND other.key = object.key)";

Result<std::vector<Listed>> listPage(const Connection &connection, const bus::ListObjects &request, SizeCursor &cursor)
{
    CORE_TRY(Statement rows,
             connection.prepare(std::string("SELECT ") + kObjectColumns + ", object.id, " +
                                (request.beside ? kBeside : "NULL") + kObjectTables +
                                "WHERE object.place = (SELECT id FROM place WHERE name = ?1) "
                                "AND object.tenant = (SELECT id FROM tenant WHERE name = ?2) AND superseded = 0 "
                                "AND (object.freed, object.touched_ns, object.id) < (?3, ?4, ?5) AND touched_ns < ?6 "
                                "ORDER BY object.freed DESC, object.touched_ns DESC, object.id DESC LIMIT ?7"));
    constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max();
    rows.bind(1, std::string_view(request.backend.text())).bind(2, std::string_view(request.tenant.text()));
    rows.bind(3, cursor.freed).bind(4, cursor.touchedNs).bind(5, cursor.id);
    rows.bind(6, request.touchedBefore ? nanosecondsOf(*request.touchedBefore) : kNoLimit).bind(7, kListPage);
    if (request.beside) rows.bind(8, std::string_view(request.beside->text()));
    std::vector<Listed> page;
    for (;;) {
        CORE_TRY(const bool found, rows.step());
        if (!found) return page;
        CORE_TRY(CatalogueObject object, objectAt(rows));
        cursor = {object.signature.freed().bytes(), object.touchedNs, rows.integer(kAfterObject)};
        std::optional<DataSize> beside;
        if (!rows.isNull(kAfterObject + 1)) beside = DataSize::fromBytes(rows.integer(kAfterObject + 1));
        page.push_back({rows.integer(kAfterObject),
                        {request.backend, request.tenant, std::move(object.key), object.signature,
                         instantOf(object.touchedNs), object.evidence, beside}});
    }
}

/// The least byte string above everything that begins with `prefix`; empty: there is none.
std::string afterPrefix(std::string prefix)
{
    while (!prefix.empty() && static_cast<unsigned char>(prefix.back()) == 0xFF)
        prefix.pop_back();
    if (!prefix.empty()) prefix.back() = static_cast<char>(static_cast<unsigned char>(prefix.back()) + 1);
    return prefix;
}

} // namespace

SqliteCatalogue::SqliteCatalogue(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{}

SqliteCatalogue::~SqliteCatalogue() = default;

Result<std::unique_ptr<SqliteCatalogue>> SqliteCatalogue::open(const std::string &path, store::OpenMode mode)
{
    auto impl = std::make_unique<Impl>();
    if (mode == store::OpenMode::ReadOnly) {
        CORE_TRY(impl->store, Store::openToRead(path, impl->damage));
        return std::unique_ptr<SqliteCatalogue>(new SqliteCatalogue(std::move(impl)));
    }
    auto store = Store::open(path);
    if (!store && store.error().code == ErrorCode::StoreDamaged) {
        CORE_TRY(impl->quarantined, sqlite::keepAside(path));
        store = Store::open(path);
    }
    if (!store) return Unexpected{std::move(store).error()};
    impl->store = *std::move(store);
    return std::unique_ptr<SqliteCatalogue>(new SqliteCatalogue(std::move(impl)));
}

const std::string &SqliteCatalogue::quarantined() const
{
    return m_impl->quarantined;
}

const std::string &SqliteCatalogue::damage() const
{
    return m_impl->damage;
}

Result<std::unique_ptr<CatalogueMerge>> SqliteCatalogue::beginMerge(const BackendId &backend)
{
    return Merge::create(m_impl->store, backend);
}

Result<void> SqliteCatalogue::apply(const Changes &changes)
{
    if (changes.empty()) return {};
    return m_impl->store->write([&](RowWriter &rows) -> Result<void> {
        for (const Put &put : changes.puts) {
            CORE_TRY(const std::int64_t place, rows.placeNumber(put.backend));
            CORE_CHECK(rows.put(place, put.object));
        }
        for (const Supersede &source : changes.superseded) {
            CORE_TRY(const std::int64_t place, rows.placeNumber(source.backend));
            CORE_CHECK(rows.supersede(place, source.key));
        }
        for (const Remove &source : changes.removed) {
            CORE_TRY(const std::int64_t place, rows.placeNumber(source.backend));
            CORE_CHECK(rows.remove(place, source.key));
        }
        return {};
    });
}

Result<void> SqliteCatalogue::forget(const BackendId &backend)
{
    // The rows themselves go at the next scan, in small steps; without a name nobody sees them any more.
    return m_impl->store->change([&](const Connection &connection) -> Result<void> {
        const std::string_view name(backend.text());
        CORE_TRY(Statement sums,
                 connection.prepare("DELETE FROM rollup WHERE place = (SELECT id FROM place WHERE name = ?)"));
        CORE_CHECK(sums.bind(1, name).run());
        CORE_TRY(Statement place, connection.prepare("UPDATE place SET name = NULL WHERE name = ?"));
        return place.bind(1, name).run();
    });
}

Result<std::uint64_t> SqliteCatalogue::list(const bus::ListObjects &request) const
{
    std::uint64_t visited = 0;
    SizeCursor cursor;
    for (;;) {
        CORE_TRY(const std::vector<Listed> page, m_impl->store->read([&](const Connection &connection) {
            return listPage(connection, request, cursor);
        }));
        for (const Listed &listed : page) {
            ++visited;
            if (!request.visit(listed.object)) return visited;
        }
        if (page.size() < static_cast<std::size_t>(kListPage)) return visited;
    }
}

Result<std::optional<CatalogueObject>> SqliteCatalogue::find(const BackendId &backend, const ObjectKey &key) const
{
    return m_impl->store->read([&](const Connection &connection) -> Result<std::optional<CatalogueObject>> {
        CORE_TRY(Statement row,
                 connection.prepare(std::string("SELECT ") + kObjectColumns + kObjectTables +
                                    "WHERE object.place = (SELECT id FROM place WHERE name = ?) AND object.key = ?"));
        CORE_TRY(const bool found, row.bind(1, std::string_view(backend.text())).bindBlob(2, key.text()).step());
        if (!found) return std::optional<CatalogueObject>();
        CORE_TRY(CatalogueObject object, objectAt(row));
        return std::optional(std::move(object));
    });
}

Result<std::vector<CatalogueObject>> SqliteCatalogue::page(const ObjectPageQuery &query) const
{
    return m_impl->store->read([&](const Connection &connection) -> Result<std::vector<CatalogueObject>> {
        const std::string end = afterPrefix(query.prefix);
        CORE_TRY(Statement rows,
                 connection.prepare(std::string("SELECT ") + kObjectColumns + kObjectTables +
                                    "WHERE object.place = (SELECT id FROM place WHERE name = ?1) "
                                    "AND object.key > ?2 AND object.key >= ?3 AND (?4 = x'' OR object.key < ?4) "
                                    "AND (?5 IS NULL OR tenant.name = ?5) ORDER BY object.key LIMIT ?6"));
        rows.bind(1, std::string_view(query.backend.text())).bindBlob(2, query.afterKey).bindBlob(3, query.prefix);
        rows.bindBlob(4, end).bind(6, static_cast<std::int64_t>(query.limit));
        if (query.tenant)
            rows.bind(5, std::string_view(query.tenant->text()));
        else
            rows.bindNull(5);
        std::vector<CatalogueObject> page;
        for (;;) {
            CORE_TRY(const bool found, rows.step());
            if (!found) return page;
            CORE_TRY(CatalogueObject object, objectAt(rows));
            page.push_back(std::move(object));
        }
    });
}

Result<std::vector<CatalogueTotal>> SqliteCatalogue::totals(const std::optional<TenantId> &tenant,
                                                            std::optional<Instant> coldBefore) const
{
    return m_impl->store->read([&](const Connection &connection) -> Result<std::vector<CatalogueTotal>> {
        CORE_TRY(
            Statement rows,
            connection.prepare(
                "SELECT tenant.name, place.name, sum(objects), sum(size), "
                "sum(iif(superseded, objects, 0)), sum(iif(superseded, size, 0)), "
                "sum(iif(superseded = 0 AND day < ?1, objects, 0)), sum(iif(superseded = 0 AND day < ?1, size, 0)) "
                "FROM rollup JOIN place ON place.id = rollup.place JOIN tenant ON tenant.id = rollup.tenant "
                "WHERE place.name IS NOT NULL AND (?2 IS NULL OR tenant.name = ?2) "
                "GROUP BY rollup.tenant, rollup.place HAVING sum(objects) > 0 ORDER BY 1, 2"));
        rows.bind(1, coldBefore ? dayOf(nanosecondsOf(*coldBefore)) : std::numeric_limits<std::int64_t>::min());
        if (tenant)
            rows.bind(2, std::string_view(tenant->text()));
        else
            rows.bindNull(2);
        std::vector<CatalogueTotal> totals;
        for (;;) {
            CORE_TRY(const bool found, rows.step());
            if (!found) return totals;
            const auto count = [&](int column) {
                return static_cast<std::uint64_t>(rows.integer(column));
            };
            const auto size = [&](int column) {
                return DataSize::fromBytes(rows.integer(column));
            };
            CORE_TRY(TenantId who, TenantId::parse(rows.bytes(0)));
            CORE_TRY(BackendId where, BackendId::parse(rows.bytes(1)));
            totals.push_back(
                {std::move(who), std::move(where), count(2), size(3), count(4), size(5), count(6), size(7)});
        }
    });
}

Result<std::vector<TenantId>> SqliteCatalogue::tenants() const
{
    return m_impl->store->read([&](const Connection &connection) -> Result<std::vector<TenantId>> {
        CORE_TRY(Statement rows,
                 connection.prepare("SELECT name FROM tenant WHERE EXISTS (SELECT 1 FROM rollup JOIN place ON "
                                    "place.id = rollup.place WHERE rollup.tenant = tenant.id AND place.name IS NOT "
                                    "NULL) ORDER BY name"));
        std::vector<TenantId> tenants;
        for (;;) {
            CORE_TRY(const bool found, rows.step());
            if (!found) return tenants;
            CORE_TRY(TenantId tenant, TenantId::parse(rows.bytes(0)));
            tenants.push_back(std::move(tenant));
        }
    });
}

} // namespace greenward::adapters
