#include "core/adapters/sqlite/crc32c.h"
#include "core/adapters/sqlite/queries.h"
#include "core/adapters/sqlite/usage_codec.h"

#include <unordered_map>

namespace greenward::adapters::sqlite {
namespace {

using store::UsageRecord;

/// Turns numbers back into names, each looked up once.
class NameReader final
{
public:
    explicit NameReader(Statement find)
        : m_find(std::move(find))
    {}
    Result<std::string> name(std::int64_t id)
    {
        if (const auto known = m_known.find(id); known != m_known.end()) return known->second;
        CORE_TRY(const bool found, m_find.bind(1, id).step());
        if (!found) return fail(ErrorCode::StoreDamaged, "usage", "nothing is named by number " + std::to_string(id));
        std::string name = m_find.text(0);
        m_find.reset();
        m_known.emplace(id, name);
        return name;
    }

private:
    Statement m_find;
    std::unordered_map<std::int64_t, std::string> m_known;
};

Result<std::optional<std::int64_t>> numberOf(const Connection &connection, const TenantId &tenant)
{
    CORE_TRY(Statement sql, connection.prepare("SELECT id FROM tenant WHERE name = ?"));
    CORE_TRY(const bool found, sql.bind(1, tenant.text()).step());
    return found ? std::optional(sql.integer(0)) : std::nullopt;
}

} // namespace

Result<std::vector<UsageRecord>> readRecentUsage(const Connection &connection, const std::optional<TenantId> &tenant,
                                                 std::size_t limit)
{
    std::vector<UsageRecord> newest;
    std::optional<std::int64_t> wanted;
    if (tenant) {
        CORE_TRY(wanted, numberOf(connection, *tenant));
        if (!wanted) return newest;
    }
    CORE_TRY(Statement findTenant, connection.prepare("SELECT name FROM tenant WHERE id = ?"));
    CORE_TRY(Statement findOperation, connection.prepare("SELECT name FROM operation WHERE id = ?"));
    NameReader tenants(std::move(findTenant));
    NameReader operations(std::move(findOperation));
    CORE_TRY(Statement batches,
             connection.prepare("SELECT first_seq, recs, crc FROM usage_batch ORDER BY first_seq DESC"));
    while (newest.size() < limit) {
        CORE_TRY(const bool more, batches.step());
        if (!more) break;
        const std::string_view blob = batches.bytes(1);
        if (std::int64_t{crc32c(std::as_bytes(std::span(blob)))} != batches.integer(2))
            return fail(ErrorCode::StoreDamaged, "usage",
                        "batch " + std::to_string(batches.integer(0)) + " does not match its checksum");
        CORE_TRY(const auto records, decodeUsage(blob, batches.integer(0)));
        for (auto record = records.rbegin(); record != records.rend() && newest.size() < limit; ++record) {
            if (wanted && record->tenant != *wanted) continue;
            CORE_TRY(const std::string tenantName, tenants.name(record->tenant));
            CORE_TRY(TenantId id, TenantId::parse(tenantName));
            CORE_TRY(std::string operation, operations.name(record->operation));
            newest.push_back({std::move(id), record->at, GramsCO2e::fromMicrograms(record->micrograms),
                              std::move(operation), std::string{}, record->quality});
        }
    }
    return newest;
}

} // namespace greenward::adapters::sqlite
