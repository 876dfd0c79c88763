#pragma once

#include "core/adapters/sqlite/connection.h"
#include "core/storage/catalogue.h"

#include <compare>
#include <map>
#include <unordered_map>

namespace greenward::adapters::catalogue {

/// The columns every reader of objects selects, in the order objectAt() expects them; tenants by name.
inline constexpr const char *kObjectColumns =
    "object.key, tenant.name, object.size, object.modified_ns, object.changed_ns, object.inode, object.touched_ns, "
    "object.evidence, object.superseded, object.freed";
/// The first column after them.
inline constexpr int kAfterObject = 10;
inline constexpr const char *kObjectTables = " FROM object JOIN tenant ON tenant.id = object.tenant ";
/// StoreDamaged for a row that cannot have been written by us.
Result<storage::CatalogueObject> objectAt(const sqlite::Statement &row);

/// Whole UTC days since 1970, rounded down.
std::int64_t dayOf(std::int64_t nanoseconds);

/// Writes object rows and keeps the roll-up equal to their sums. Lives inside one write transaction: finish() before
/// the commit. One thread.
class RowWriter final
{
public:
    /// `merge`: the number written into the rows.
    static Result<RowWriter> create(const sqlite::Connection &connection, std::int64_t merge);

    Result<std::int64_t> placeNumber(const BackendId &backend);
    /// Inserts, or replaces the row of the same place and key.
    Result<void> put(std::int64_t place, const storage::CatalogueObject &object);
    Result<void> supersede(std::int64_t place, const ObjectKey &key);
    Result<void> remove(std::int64_t place, const ObjectKey &key);
    /// Removes the row unless it was written during or after merge `before`, or `keep` says so.
    Result<bool> removeStale(std::int64_t id, std::int64_t before,
                             const std::function<bool(std::string_view key)> &keep);
    Result<void> finish();

private:
    struct Bucket
    {
        std::int64_t tenant = 0;
        std::int64_t place = 0;
        std::int64_t superseded = 0;
        std::int64_t day = 0;
        friend auto operator<=>(const Bucket &, const Bucket &) = default;
    };
    struct Sum
    {
        std::int64_t objects = 0;
        std::int64_t size = 0;
    };
    struct Known ///< a row as it was found
    {
        std::int64_t id = 0;
        Bucket bucket;
        std::int64_t size = 0;
    };
    struct Statements
    {
        sqlite::Statement findPlace, addPlace, findTenant, addTenant, insert, find, findId, update, supersede, remove,
            addSum, dropEmpty;
    };
    RowWriter(const sqlite::Connection &connection, std::int64_t merge, Statements statements);
    Result<std::int64_t> tenantNumber(const TenantId &tenant);
    Result<std::optional<Known>> find(std::int64_t place, const ObjectKey &key);
    Result<void> removeRow(const Known &row);
    void count(const Bucket &bucket, std::int64_t objects, std::int64_t size);

    const sqlite::Connection &m_connection;
    std::int64_t m_merge;
    Statements m_sql;
    std::unordered_map<std::string, std::int64_t> m_tenants;
    std::map<Bucket, Sum> m_sums;
};

} // namespace greenward::adapters::catalogue
