#pragma once

#include "core/store/state_store.h"

#include <deque>
#include <map>
#include <mutex>
#include <tuple>
#include <unordered_set>

namespace greenward::store {

/// Documents, usage, events and the audit log in memory, for replay and for tests. A transaction is applied before
/// submit() or record() returns, and its receivers hear of it on the calling thread; "durable" means as long as this
/// lives. Keeps no moves and no placements: a transaction that holds some is refused as Unsupported. Its audit log has
/// no hashes and single records do not stay, so verifyAudit and verifyUsage are Unsupported too.
class MemoryStateStore final : public StateStore
{
public:
    /// The newest records, events and audit rows that are kept; roll-ups, documents and keys are kept for good.
    explicit MemoryStateStore(std::size_t newest = 1000)
        : m_newest(newest)
    {}

    void submit(Transaction transaction, Done done) override;
    Result<void> record(UsageEntry entry) override;
    void observeUsage(UsageReceiver *observer) override;

    StoreHealth health() const override { return {}; }
    Result<std::vector<Document>> documents(Collection collection) const override;
    Result<Document> document(Collection collection, const std::string &id) const override;
    Result<std::vector<Document>> lastDocuments(Collection collection, const std::string &before,
                                                std::size_t limit) const override;
    Result<std::vector<MoveRecord>> moves(const MoveQuery &) const override { return std::vector<MoveRecord>{}; }
    Result<std::vector<MoveTotal>> moveTotals(BatchId) const override { return std::vector<MoveTotal>{}; }
    Result<std::optional<BatchId>> openBatchOf(const BackendId &, const ObjectKey &) const override
    {
        return std::optional<BatchId>{};
    }
    Result<std::optional<PlacementRecord>> placementOf(const BackendId &, const ObjectKey &) const override
    {
        return std::optional<PlacementRecord>{};
    }
    Result<std::vector<UsageHour>> usageHours(const std::optional<TenantId> &tenant, Instant from,
                                              Instant to) const override;
    Result<std::vector<UsageSum>> usageSums(std::span<const UsageWindow> windows) const override;
    Result<std::vector<TenantId>> usageTenants() const override;
    Result<std::vector<ClosedPeriod>> closedPeriods(const std::optional<TenantId> &tenant,
                                                    std::size_t limit) const override;
    Result<std::vector<UnclosedHour>> unclosedHours(std::span<const UsageWindow> open) const override;
    Result<std::vector<UsageRecord>> recentUsage(const std::optional<TenantId> &tenant,
                                                 std::size_t limit) const override;
    Result<std::vector<AuditRow>> audit(std::int64_t before, std::size_t limit) const override;
    Result<std::vector<EventRow>> events(std::int64_t before, std::size_t limit) const override;
    Result<UsageVerdict> verifyUsage(std::stop_token stop) const override;
    Result<AuditVerdict> verifyAudit(std::stop_token stop, const ProgressSink &progress) const override;

private:
    /// Hour, operation, quality.
    using HourKey = std::tuple<Instant, std::string, Quality>;
    struct HourSum
    {
        std::int64_t micrograms = 0;
        std::uint64_t records = 0;
    };
    using Hours = std::map<HourKey, HourSum>;

    struct Tenant
    {
        Hours hours;
        std::map<std::pair<PeriodKind, Instant>, ClosedPeriod> closed; ///< by kind and start; late parts are worked out
    };

    Result<CommitInfo> apply(Transaction &transaction, std::vector<UsageRecord> &booked);
    void close(const PeriodClosing &closing);
    static UsageSum sumOf(const Tenant &tenant, Instant from, Instant to);
    Result<void> check(const Transaction &transaction) const;
    static HourKey hourKeyOf(const UsageRecord &record);
    std::int64_t amountOf(const TenantId &tenant, const HourKey &key) const;
    /// False: a repeat, not counted.
    bool book(UsageRecord record);

    std::size_t m_newest;
    UsageReceiver *m_observer = nullptr;
    mutable std::mutex m_mutex; ///< guards all below; never held while somebody is told
    std::map<Collection, std::map<std::string, std::string>> m_documents;
    std::map<TenantId, Tenant> m_tenants;
    std::unordered_set<std::string> m_keys; ///< length of the tenant's name, the name, the key
    std::deque<UsageRecord> m_usage;        ///< oldest first, as the next two
    std::deque<AuditRow> m_audit;
    std::deque<EventRow> m_events;
    std::int64_t m_lastAudit = 0;
    std::int64_t m_lastEvent = 0;
};

} // namespace greenward::store
