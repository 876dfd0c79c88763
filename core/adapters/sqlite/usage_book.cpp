#include "core/adapters/sqlite/usage_book.h"

#include "core/adapters/sqlite/codes.h"
#include "core/adapters/sqlite/crc32c.h"

#include <algorithm>
#include <atomic>

namespace greenward::adapters::sqlite {
namespace {

constexpr std::size_t kMostHoursRemembered = 100'000;
constexpr std::size_t kMostRecordsPerBatch = 65'536;
constexpr std::size_t kLongestOperation = 64;

std::int64_t hourNumber(Instant at)
{
    return std::chrono::floor<std::chrono::hours>(at).time_since_epoch().count();
}

/// The tenant is part of it: two tenants may number their operations alike.
KeyHash hashOf(const std::string &tenant, const std::string &key, Hasher &hasher)
{
    hasher.update(std::to_string(tenant.size()) + ":" + tenant);
    hasher.update(key);
    const Sha256 digest = hasher.finish();
    KeyHash hash{};
    std::copy_n(digest.begin(), hash.size(), hash.begin());
    return hash;
}

std::uint64_t nextBook()
{
    static std::atomic<std::uint64_t> books{0};
    return ++books;
}

} // namespace

std::size_t UsageBook::HashHourKey::operator()(const HourKey &key) const noexcept
{
    const auto mixed =
        static_cast<std::uint64_t>(key.hour) * 0x9E3779B97F4A7C15U ^
        (std::uint64_t{key.tenant} << 24U ^ key.operation << 2U ^ qualityNumber(key.quality)) * 0xC2B2AE3D27D4EB4FU;
    return static_cast<std::size_t>(mixed ^ (mixed >> 29U));
}

UsageBook::UsageBook(const Connection &connection, NameTable tenants, NameTable operations, Statements statements,
                     std::unique_ptr<Hasher> hasher, std::int64_t nextSeq)
    : m_connection(connection)
    , m_self(nextBook())
    , m_tenants(std::move(tenants))
    , m_operations(std::move(operations))
    , m_sql(std::move(statements))
    , m_hasher(std::move(hasher))
    , m_nextSeq(nextSeq)
{}

Result<std::unique_ptr<UsageBook>> UsageBook::create(const Connection &connection, const HasherFactory &hashers)
{
    CORE_TRY(NameTable tenants, NameTable::create(connection, NameTable::Kind::Tenant));
    CORE_TRY(NameTable operations, NameTable::create(connection, NameTable::Kind::Operation));
    CORE_TRY(Statement addKey, connection.prepare("INSERT INTO usage_key VALUES(?, ?) ON CONFLICT DO NOTHING"));
    CORE_TRY(
        Statement findHour,
        connection.prepare("SELECT ug, n FROM usage_hour WHERE tenant = ? AND hour = ? AND op = ? AND quality = ?"));
    CORE_TRY(Statement putHour, connection.prepare("INSERT INTO usage_hour VALUES(?, ?, ?, ?, ?, ?) "
                                                   "ON CONFLICT DO UPDATE SET ug = excluded.ug, n = excluded.n"));
    CORE_TRY(Statement putBatch, connection.prepare("INSERT INTO usage_batch VALUES(?, ?, ?, ?)"));
    CORE_TRY(const std::int64_t nextSeq,
             connection.number("SELECT first_seq + n FROM usage_batch ORDER BY first_seq DESC LIMIT 1"));
    return std::unique_ptr<UsageBook>(
        new UsageBook(connection, std::move(tenants), std::move(operations),
                      {std::move(addKey), std::move(findHour), std::move(putHour), std::move(putBatch)},
                      hashers.sha256(), std::max<std::int64_t>(nextSeq, 1)));
}

void UsageBook::startFlush()
{
    m_tenants.forgetIfLarge();
    m_operations.forgetIfLarge();
    if (m_hours.size() > kMostHoursRemembered) m_hours.clear();
}

Result<void> UsageBook::prepare(std::span<const store::UsageRecord> records)
{
    for (const store::UsageRecord &record : records) {
        if (record.operation.empty() || record.operation.size() > kLongestOperation)
            return fail(ErrorCode::InvalidInput, "operation",
                        "\"" + record.operation.substr(0, kLongestOperation) + "\" is not 1 to 64 bytes long");
        CORE_TRY(const std::int64_t tenant, m_tenants.intern(record.tenant.text()));
        CORE_TRY(const std::int64_t operation, m_operations.intern(record.operation));
        if (tenant > std::int64_t{0xFFFFFFFF} || operation > kMaxOperations)
            return fail(ErrorCode::InvalidInput, "operation", "too many different names are in use");
    }
    return {};
}

Result<store::CommitInfo> UsageBook::add(std::span<const store::UsageRecord> records)
{
    m_keptBefore = m_kept.size();
    m_undo.clear();
    store::CommitInfo info;
    for (const store::UsageRecord &record : records) {
        StoredUsage stored;
        stored.seq = m_nextSeq + static_cast<std::int64_t>(m_kept.size());
        CORE_TRY(const bool repeat, isRepeat(record.tenant.text(), record.key, stored));
        if (repeat) {
            ++info.duplicates;
            info.repeated.push_back(static_cast<std::size_t>(&record - records.data()));
            continue;
        }
        CORE_TRY(const std::int64_t tenant, m_tenants.intern(record.tenant.text()));
        CORE_TRY(const std::int64_t operation, m_operations.intern(record.operation));
        stored.at = record.at;
        stored.tenant = static_cast<std::uint32_t>(tenant);
        stored.operation = static_cast<std::uint32_t>(operation);
        stored.quality = record.quality;
        stored.micrograms = record.amount.micrograms();
        CORE_CHECK(addToHour(stored));
        m_kept.push_back(stored);
    }
    return info;
}

Result<void> UsageBook::number(const store::UsageSource &source)
{
    if (source.numbers.owner == m_self) return {};
    CORE_TRY(const std::int64_t tenant, m_tenants.intern(source.tenant.text()));
    CORE_TRY(const std::int64_t operation, m_operations.intern(source.operation));
    if (tenant > std::int64_t{0xFFFFFFFF} || operation > kMaxOperations)
        return fail(ErrorCode::Overflow, "usage", "too many different names are in use");
    source.numbers = {m_self, static_cast<std::uint32_t>(tenant), static_cast<std::uint32_t>(operation)};
    return {};
}

Result<store::UsageFate> UsageBook::addOne(const store::UsageEntry &entry)
{
    CORE_CHECK(number(*entry.source));
    StoredUsage stored;
    stored.seq = m_nextSeq + static_cast<std::int64_t>(m_kept.size());
    stored.at = entry.at;
    stored.tenant = entry.source->numbers.tenant;
    stored.operation = entry.source->numbers.operation;
    stored.quality = entry.quality;
    stored.micrograms = entry.amount.micrograms();
    // The sum first: a key that is taken for nothing would make the next try a repeat.
    const HourKey hour = hourKeyOf(stored);
    CORE_TRY(HourSum *const sum, hourOf(hour));
    std::int64_t total = 0;
    if (__builtin_add_overflow(sum->micrograms, stored.micrograms, &total)) return store::UsageFate::Overflow;
    CORE_TRY(const bool repeat, isRepeat(entry.source->tenant.text(), entry.key, stored));
    if (repeat) return store::UsageFate::Duplicate;
    if (!sum->dirty) m_dirty.emplace_back(hour, sum);
    *sum = {total, sum->records + 1, true};
    m_kept.push_back(stored);
    return store::UsageFate::Booked;
}

Result<bool> UsageBook::isRepeat(const std::string &tenant, const std::string &key, StoredUsage &stored)
{
    if (key.empty()) return false;
    stored.key = hashOf(tenant, key, *m_hasher);
    m_sql.addKey.bindBlob(1, std::as_bytes(std::span(stored.key))).bind(2, stored.seq);
    CORE_CHECK(m_sql.addKey.run());
    return m_connection.changes() == 0;
}

void UsageBook::bindHour(Statement &sql, const HourKey &key)
{
    sql.bind(1, std::int64_t{key.tenant}).bind(2, key.hour).bind(3, std::int64_t{key.operation});
    sql.bind(4, std::int64_t{qualityNumber(key.quality)});
}

Result<UsageBook::HourSum *> UsageBook::hourOf(const HourKey &key)
{
    if (const auto known = m_hours.find(key); known != m_hours.end()) return &known->second;
    HourSum sum;
    bindHour(m_sql.findHour, key);
    CORE_TRY(const bool found, m_sql.findHour.step());
    if (found) {
        sum.micrograms = m_sql.findHour.integer(0);
        sum.records = m_sql.findHour.integer(1);
    }
    m_sql.findHour.reset();
    return &m_hours.emplace(key, sum).first->second;
}

UsageBook::HourKey UsageBook::hourKeyOf(const StoredUsage &record)
{
    return {record.tenant, record.operation, hourNumber(record.at), record.quality};
}

Result<void> UsageBook::addToHour(const StoredUsage &record)
{
    const HourKey key = hourKeyOf(record);
    CORE_TRY(HourSum *const sum, hourOf(key));
    std::int64_t total = 0;
    if (__builtin_add_overflow(sum->micrograms, record.micrograms, &total))
        return fail(ErrorCode::Overflow, "amount", "the usage of one hour would not fit 64 bits of micrograms");
    m_undo.push_back({sum, *sum});
    if (!sum->dirty) m_dirty.emplace_back(key, sum);
    *sum = {total, sum->records + 1, true};
    return {};
}

void UsageBook::keep()
{
    m_undo.clear();
}

void UsageBook::discard()
{
    // Newest first: a sum touched twice must end at its oldest value. It stays marked dirty; writing it unchanged is
    // harmless, and m_dirty names it already.
    for (auto undo = m_undo.rbegin(); undo != m_undo.rend(); ++undo)
        *undo->sum = {undo->before.micrograms, undo->before.records, true};
    m_undo.clear();
    m_kept.resize(m_keptBefore);
}

Result<void> UsageBook::writeBatch(std::span<const StoredUsage> records)
{
    std::string blob;
    blob.reserve(records.size() * kUsageBytes);
    for (const StoredUsage &record : records)
        appendUsage(blob, record);
    const std::uint32_t crc = crc32c(std::as_bytes(std::span(blob)));
    m_sql.putBatch.bind(1, records.front().seq).bind(2, static_cast<std::int64_t>(records.size()));
    return m_sql.putBatch.bind(3, std::int64_t{crc}).bindBlob(4, blob).run();
}

Result<void> UsageBook::write()
{
    for (std::span<const StoredUsage> rest = m_kept; !rest.empty();) {
        const auto part = rest.first(std::min(rest.size(), kMostRecordsPerBatch));
        CORE_CHECK(writeBatch(part));
        rest = rest.subspan(part.size());
    }
    for (const auto &[key, sum] : m_dirty) {
        bindHour(m_sql.putHour, key);
        // A sum of nothing belongs to a refused transaction: no row for it.
        if (sum->records > 0) CORE_CHECK(m_sql.putHour.bind(5, sum->micrograms).bind(6, sum->records).run());
        sum->dirty = false;
    }
    m_nextSeq += static_cast<std::int64_t>(m_kept.size());
    m_kept.clear();
    m_keptBefore = 0;
    m_dirty.clear();
    return {};
}

} // namespace greenward::adapters::sqlite
