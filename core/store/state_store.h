#pragma once

#include "core/base/progress.h"
#include "core/store/transaction.h"
#include "core/store/usage_entry.h"

#include <functional>
#include <span>
#include <stop_token>

namespace greenward::store {

struct StoreHealth
{
    bool readOnly = false;
    bool recovered = false;  ///< the last stop was not clean
    std::string problem;     ///< for a banner; empty when all is well
    bool full = false;       ///< the problem is a full disk: see tryAgain()
    std::string quarantined; ///< where a damaged store was kept; empty when none
};

/// The durable state of one data directory. One committer thread inside groups transactions into as few flushes as
/// it can. All functions are callable from any thread.
///
/// Promise: when commit() or `done` says yes, the transaction survives kill, crash and power loss. When it says
/// NotDurable nothing may be built upon it and every later write fails until the directory is opened again. When it
/// says NoSpace nothing of it was kept, and nothing is written until tryAgain() finds room.
class StateStore
{
public:
    using Done = std::function<void(const Result<CommitInfo> &)>;

    virtual ~StateStore() = default;

    // ---- writing
    /// Queued in order; `done` is called on the committer thread once it is durable or refused, and must not block.
    /// Fails a transaction, not its neighbours: Refused (a guarded step did not match), ReadOnly, NotDurable, NoSpace.
    virtual void submit(Transaction transaction, Done done) = 0;
    /// submit() and wait.
    Result<CommitInfo> commit(Transaction transaction);
    /// Queues one usage record; its receiver hears of it. Beside submit()'s queue, not in order with it: records that
    /// share a flush with a transaction are answered before it. Busy when a million are waiting and that does not
    /// change within kBusyAfter (at once on the committer thread); then nothing was queued.
    virtual Result<void> record(UsageEntry entry) = 0;
    static constexpr milliseconds kBusyAfter{250};
    /// After NoSpace: writing goes on if there is room again. Not by itself, for what was handed in behind a refused
    /// transaction may be built upon it: whoever looks after the store asks a moment later. Returns at once.
    virtual void tryAgain() {}
    /// Who hears of the usage in transactions; nothing: nobody. Returns when the one before hears nothing any more.
    virtual void observeUsage(UsageReceiver *observer) = 0;

    // ---- reading: a consistent snapshot of what is durable
    virtual StoreHealth health() const = 0;
    /// In order of their ids' bytes.
    virtual Result<std::vector<Document>> documents(Collection collection) const = 0;
    /// NotFound naming the id.
    virtual Result<Document> document(Collection collection, const std::string &id) const = 0;
    /// The last in order of id that come before `before` (empty: from the end), last first, at most `limit`.
    virtual Result<std::vector<Document>> lastDocuments(Collection collection, const std::string &before,
                                                        std::size_t limit) const = 0;

    struct MoveQuery
    {
        std::optional<BatchId> batch = {};
        std::vector<MoveState> states = {}; ///< empty: all
        MoveId after{0};                    ///< ids above this one: keyset paging
        std::optional<Instant> dueBy = {};  ///< only rows whose notBefore is not later, or that have none
        std::size_t limit = 1000;
    };
    /// In order of id.
    virtual Result<std::vector<MoveRecord>> moves(const MoveQuery &query) const = 0;
    virtual Result<std::vector<MoveTotal>> moveTotals(BatchId batch) const = 0;
    /// The open batch that holds this object, if one does (an object is in at most one open batch, C-44).
    virtual Result<std::optional<BatchId>> openBatchOf(const BackendId &source, const ObjectKey &key) const = 0;
    /// Where the object that was first seen at (backend, key) lies now; nothing if it never moved.
    virtual Result<std::optional<PlacementRecord>> placementOf(const BackendId &backend,
                                                               const ObjectKey &key) const = 0;

    /// Roll-ups with hour in [from, to); empty tenant: all.
    virtual Result<std::vector<UsageHour>> usageHours(const std::optional<TenantId> &tenant, Instant from,
                                                      Instant to) const = 0;
    /// One sum for each window, in their order; 0 for tenants nobody has heard of. Overflow past 64 bits.
    virtual Result<std::vector<UsageSum>> usageSums(std::span<const UsageWindow> windows) const = 0;
    /// All that usage was ever recorded for (and those with moves only), in no particular order.
    virtual Result<std::vector<TenantId>> usageTenants() const = 0;
    /// Ended periods, newest end first, at most `limit`; empty tenant: of all.
    virtual Result<std::vector<ClosedPeriod>> closedPeriods(const std::optional<TenantId> &tenant,
                                                            std::size_t limit) const = 0;
    /// For each of `open`, whose `from` is the start of the tenant's open period: the hours with usage between the end
    /// of the last closed period and that start, oldest first.
    virtual Result<std::vector<UnclosedHour>> unclosedHours(std::span<const UsageWindow> open) const = 0;
    /// Newest first. Of keys only fingerprints are kept: `key` is empty.
    virtual Result<std::vector<UsageRecord>> recentUsage(const std::optional<TenantId> &tenant,
                                                         std::size_t limit) const = 0;

    /// Newest first, below `before` (0: from the end).
    virtual Result<std::vector<AuditRow>> audit(std::int64_t before, std::size_t limit) const = 0;
    virtual Result<std::vector<EventRow>> events(std::int64_t before, std::size_t limit) const = 0;
    struct AuditVerdict
    {
        std::int64_t rows = 0;
        bool intact = true;
        std::string problem; ///< "row 17: hash does not match its content"
        Sha256 head{};
    };
    /// What adding up every usage record again says.
    struct UsageVerdict
    {
        std::int64_t records = 0;
        std::int64_t closedPeriods = 0;
        bool intact = true;
        std::string problem; ///< "tenant acme, hour 2026-06-01T10:00:00Z: booked 12 ug, recorded 10 ug"
    };
    /// Reads the whole file with every index, then the whole ledger, and compares it with the hourly figures, the
    /// closed periods and the totals of moves.
    virtual Result<UsageVerdict> verifyUsage(std::stop_token stop) const = 0;
    /// Walks the whole hash chain.
    virtual Result<AuditVerdict> verifyAudit(std::stop_token stop, const ProgressSink &progress) const = 0;
};

} // namespace greenward::store
