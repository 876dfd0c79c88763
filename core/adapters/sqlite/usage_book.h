#pragma once

#include "core/adapters/sqlite/names.h"
#include "core/adapters/sqlite/usage_codec.h"
#include "core/base/digest.h"
#include "core/store/transaction.h"
#include "core/store/usage_entry.h"

namespace greenward::adapters::sqlite {

/// Books usage inside a flush: drops repeats, packs what is new into one blob, and keeps the hourly roll-up equal to
/// the sum over all blobs. Committer thread only.
///
/// For each transaction: prepare() outside its savepoint, add() inside, then keep() or discard(). At the end of the
/// flush write(). After a failed flush the object is worthless, as its connection is.
class UsageBook final
{
public:
    static Result<std::unique_ptr<UsageBook>> create(const Connection &connection, const HasherFactory &hashers);

    void startFlush();
    /// InvalidInput for a record that cannot be booked; gives numbers to new tenants and operations.
    Result<void> prepare(std::span<const store::UsageRecord> records);
    /// What was dropped as a repeat. Overflow when an hour's sum would leave 64 bits.
    Result<store::CommitInfo> add(std::span<const store::UsageRecord> records);
    /// The same for entries outside any transaction: each is booked or not for itself, at once.
    Result<store::UsageFate> addOne(const store::UsageEntry &entry);
    void keep();
    void discard();
    Result<void> write();

    NameTable &tenants() { return m_tenants; }
    /// The number of the next record, once write() is done.
    std::int64_t nextSeq() const { return m_nextSeq; }

private:
    struct HourKey
    {
        std::uint32_t tenant = 0;
        std::uint32_t operation = 0;
        std::int64_t hour = 0;
        Quality quality = Quality::Calculated;
        friend bool operator==(const HourKey &, const HourKey &) = default;
    };
    struct HashHourKey
    {
        std::size_t operator()(const HourKey &key) const noexcept;
    };
    struct HourSum
    {
        std::int64_t micrograms = 0;
        std::int64_t records = 0;
        bool dirty = false;
    };
    struct Undo
    {
        HourSum *sum;
        HourSum before;
    };
    struct Statements
    {
        Statement addKey, findHour, putHour, putBatch;
    };

    UsageBook(const Connection &connection, NameTable tenants, NameTable operations, Statements statements,
              std::unique_ptr<Hasher> hasher, std::int64_t nextSeq);
    Result<bool> isRepeat(const std::string &tenant, const std::string &key, StoredUsage &stored);
    Result<void> number(const store::UsageSource &source);
    static HourKey hourKeyOf(const StoredUsage &record);
    static void bindHour(Statement &sql, const HourKey &key);
    Result<HourSum *> hourOf(const HourKey &key);
    Result<void> addToHour(const StoredUsage &record);
    Result<void> writeBatch(std::span<const StoredUsage> records);

    const Connection &m_connection;
    const std::uint64_t m_self; ///< marks the numbers noted in sources as this book's
    NameTable m_tenants;
    NameTable m_operations;
    Statements m_sql;
    std::unique_ptr<Hasher> m_hasher;
    std::int64_t m_nextSeq;

    std::unordered_map<HourKey, HourSum, HashHourKey> m_hours; ///< equal to usage_hour plus this flush
    std::vector<std::pair<HourKey, HourSum *>> m_dirty;
    std::vector<StoredUsage> m_kept;
    std::size_t m_keptBefore = 0; ///< m_kept.size() when the current transaction began
    std::vector<Undo> m_undo;
};

} // namespace greenward::adapters::sqlite
