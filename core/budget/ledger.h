#pragma once

#include "core/base/id_source.h"
#include "core/budget/account.h"
#include "core/budget/budget_config.h"
#include "core/budget/name_index.h"
#include "core/store/state_store.h"

#include <deque>
#include <functional>
#include <future>
#include <map>
#include <shared_mutex>
#include <unordered_map>

namespace greenward::budget {

enum class ReservationId : std::uint64_t {};

/// What became of a usage record.
struct UsageOutcome
{
    GramsCO2e booked;         ///< 0 for a duplicate
    bool duplicate = false;   ///< the key was known: nothing was counted
    bool withinLimit = true;  ///< B-10's answer: recording always counts, this only says so (C-01)
    bool inOpenPeriod = true; ///< false: dated before the open period, in the ledger but not in the counter
    GramsCO2e used;           ///< in the open period, afterwards
    ThrottleLevel level = ThrottleLevel::None;
};

/// Admission and recording for any thread (B-10, B-16, C-01): who may go on is decided on atomics, what happened goes
/// into the store's queue and counts once it is durable. Knows tenants by handle; a name is looked up without a lock.
/// Configuration, events and views are BudgetComponent's.
///
/// Promise: a record that was answered with an outcome survives kill, crash and power loss; admitted work never takes a
/// tenant past its ceiling; the counters are what adding up the ledger gives. While the store cannot write, nothing is
/// admitted to a tenant with a limit (fail closed).
///
/// Every record of the store is counted here, also one that another component books in a transaction of its own, on
/// the committer thread, in the order of the ledger: so what a transaction's `done` reads in the store is exactly what
/// is counted by then.
class Ledger final : private store::UsageReceiver
{
    struct Slot;
    struct Source;

public:
    /// A tenant of this ledger: a pointer, to be copied at will, good as long as the ledger lives.
    class Tenant
    {
    public:
        const TenantId &id() const;
        Account &account() const;
        friend bool operator==(Tenant, Tenant) = default;

    private:
        friend class Ledger;
        friend struct Slot;
        explicit Tenant(Slot *slot)
            : m_slot(slot)
        {}
        Slot *m_slot;
    };

    /// All references must outlive the ledger. Tenants that nobody described have periods of `defaults.period` and no
    /// limit.
    Ledger(store::StateStore &store, const Clock &clock, IdSource &ids, BudgetDefaults defaults);
    /// Waits until the store has answered every record.
    ~Ledger();
    Ledger(const Ledger &) = delete;
    Ledger &operator=(const Ledger &) = delete;

    // ---- names
    /// Lock-free.
    std::optional<Tenant> find(std::string_view tenant) const;
    /// Makes it known if it is not.
    Tenant open(const TenantId &tenant);
    /// In the order in which they became known, from number `first` on.
    std::vector<Tenant> tenants(std::size_t first = 0) const;

    // ---- what is to come: may be refused. Lock-free by handle.
    /// Whether used + reserved + estimate stays within the ceiling (B-24). Counts nothing.
    bool canProceed(Tenant tenant, GramsCO2e estimate, Instant now) const;
    /// Sets `estimate` aside until it is settled or cancelled. After `ttl` (nothing: never) it is charged as usage of
    /// `operation` (chargeExpired). Refused past the ceiling; NotDurable while the store cannot write.
    Result<ReservationId> tryReserve(Tenant tenant, GramsCO2e estimate, std::string_view operation,
                                     std::optional<milliseconds> ttl);
    Result<ReservationId> tryReserve(Tenant tenant, GramsCO2e estimate, std::string_view operation)
    {
        return tryReserve(tenant, estimate, operation, m_defaults.reservationTtl);
    }
    /// Sets `estimate` aside without asking: it was admitted once and is open still, by what the store says. Lives
    /// until it is settled or cancelled.
    ReservationId hold(Tenant tenant, GramsCO2e estimate, std::string_view operation);
    /// Gives back what is left of it. UnknownName when it is no more or is being settled.
    Result<void> cancel(ReservationId id);
    /// What is left of it; no more there: 0.
    GramsCO2e left(ReservationId id) const;
    /// Takes up to `amount` off what is left: another component has booked that much of it itself. No more there: 0.
    GramsCO2e take(ReservationId id, GramsCO2e amount);

    // ---- what happened: always counted, also past the limit
    using Done = std::function<void(const Result<UsageOutcome> &)>;
    struct Usage
    {
        Instant at;
        GramsCO2e amount;
        std::string_view operation; ///< 1 to 64 bytes of UTF-8
        std::string key = {};       ///< repeat with the same key: counted once
        Quality quality = Quality::Calculated;
    };
    /// Queues the record; `done` (may be empty) is called on the committer thread and must not block. Answers at once
    /// with InvalidInput, Overflow, ReadOnly or Busy (a million records wait for the disk); then `done` is not called.
    Result<void> addMeasured(Tenant tenant, const Usage &usage, Done done = {});
    /// What addMeasured() would refuse, without recording.
    Result<void> check(Tenant tenant, const Usage &usage) const;
    /// addMeasured() and wait. Not on the committer thread.
    Result<UsageOutcome> record(Tenant tenant, const Usage &usage);
    /// Records `actual` in place of what was set aside, which is given back once that is durable; the reservation
    /// stands when it fails. UnknownName when it is no more or is being settled.
    Result<void> settle(ReservationId id, GramsCO2e actual, Done done = {});
    /// settle() and wait. Not on the committer thread.
    Result<UsageOutcome> settled(ReservationId id, GramsCO2e actual);
    /// Settles every reservation whose time is over at its estimate, and waits for that. One that cannot be booked now
    /// is tried again at the next call; its key makes a repeat harmless.
    void chargeExpired();

    // ---- for whoever announces it
    /// Usage of one tenant that was counted since the last look. Records that reached no edge are summed up.
    struct Notice
    {
        Tenant tenant;
        GramsCO2e amount;
        std::uint64_t records = 0;
        GramsCO2e used; ///< after the last of them
        ThrottleLevel level = ThrottleLevel::None;
        Edges edges;
        std::string operation; ///< of the last
        Instant at;            ///< of the last
        bool expired = false;  ///< a reservation that nobody settled
    };
    /// In the order in which they were counted, but for the summing up.
    std::vector<Notice> takeNotices();

private:
    struct Held
    {
        Slot *slot;
        GramsCO2e left;
        std::string operation;
        std::optional<std::chrono::nanoseconds> expires = {}; ///< monotonic
        bool settling = false;                                ///< its record is on the way
    };
    struct Pending;
    struct Shard
    {
        std::mutex mutex;
        std::unordered_map<std::uint64_t, Held> held;
        std::chrono::nanoseconds nextExpiry = std::chrono::nanoseconds::max(); ///< none before this
    };
    static constexpr std::size_t kShards = 16;

    void answered(std::span<const store::UsageEntry> entries, std::span<const store::UsageFate> fates,
                  const Error *failure) override;
    void booked(const store::UsageRecord &record) override;

    bool isWritable() const { return m_writable.load(std::memory_order_relaxed); }
    Result<void> check(const Slot &slot, const Usage &usage, Instant now) const;
    ReservationId keep(Slot &slot, GramsCO2e estimate, std::string_view operation, std::optional<milliseconds> ttl);
    Result<const Source *> sourceOf(Slot &slot, std::string_view operation);
    Result<void> queue(Slot &slot, const Usage &usage, std::unique_ptr<Pending> pending);
    UsageOutcome count(Slot &slot, GramsCO2e amount, Instant at, const std::string &operation, bool expired,
                       Instant now);
    UsageOutcome repeated(const Slot &slot, Instant now) const;
    void notice(Slot &slot, const Account::Added &added, GramsCO2e amount, Instant at, const std::string &operation,
                bool expired);
    void findExpired(Shard &shard, std::vector<ReservationId> &expired) const;
    void endSettling(ReservationId id, bool booked);
    Result<void> settle(ReservationId id, std::optional<GramsCO2e> actual, bool expired, Done done);
    Shard &shardOf(ReservationId id) const { return m_shards[static_cast<std::uint64_t>(id) % kShards]; }

    store::StateStore &m_store;
    const Clock &m_clock;
    const BudgetDefaults m_defaults;
    const std::string m_run; ///< makes reservation keys of this ledger its own, whatever the clock says

    mutable std::mutex m_naming;
    std::deque<std::unique_ptr<Slot>> m_slots; ///< guarded by m_naming
    NameIndex<Slot> m_index;                   ///< added to under m_naming

    mutable std::array<Shard, kShards> m_shards;
    std::atomic<std::uint64_t> m_lastReservation{0};
    std::atomic<bool> m_writable{true};

    std::mutex m_noticing;
    std::vector<Slot *> m_noticed; ///< guarded by m_noticing
    std::vector<Notice> m_notices; ///< guarded by m_noticing: those with an edge, and what came before them

    std::atomic<std::int64_t> m_inFlight{0}; ///< entries the store has not answered
    std::mutex m_waiting;
    std::condition_variable m_answered;
};

struct Ledger::Source final : store::UsageSource
{
    Source(const TenantId &who, std::string_view what, Slot &of)
        : UsageSource(who, std::string(what))
        , owner(of)
    {}
    Slot &owner;
};

/// One tenant. Never removed: handles stay good.
struct Ledger::Slot // NOLINT(clang-analyzer-optin.performance.Padding): the account has a cache line to itself
{
    Slot(TenantId who, const PeriodRule &rule, Instant now)
        : tenant(std::move(who))
        , account(rule, now)
    {}
    std::string_view name() const { return tenant.text(); }

    const TenantId tenant;
    Account account;
    std::shared_mutex naming;
    std::map<std::string, std::unique_ptr<Source>, std::less<>> sources; ///< guarded by naming, by operation
    std::optional<Notice> pending;                                       ///< guarded by m_noticing
    bool listed = false;                                                 ///< in m_noticed; guarded by m_noticing
};

inline const TenantId &Ledger::Tenant::id() const
{
    return m_slot->tenant;
}
inline Account &Ledger::Tenant::account() const
{
    return m_slot->account;
}
inline bool Ledger::canProceed(Tenant tenant, GramsCO2e estimate, Instant now) const
{
    return tenant.account().admits(estimate, now) && (isWritable() || !tenant.account().isLimited());
}
inline std::optional<Ledger::Tenant> Ledger::find(std::string_view tenant) const
{
    Slot *slot = m_index.find(tenant);
    return slot ? std::optional(Tenant(slot)) : std::nullopt;
}

} // namespace greenward::budget
