#include "core/budget/ledger.h"

#include "core/base/time_text.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <latch>

namespace greenward::budget {
namespace {

constexpr std::size_t kLongestOperation = 64;

std::string shownTenant(const TenantId &tenant)
{
    return "tenant \"" + escapedForDisplay(tenant.text()) + "\"";
}

Unexpected<Error> noReservation()
{
    return fail(ErrorCode::UnknownName, "reservation", "has been settled or has expired");
}

Result<void> checkOperation(std::string_view operation)
{
    if (!operation.empty() && operation.size() <= kLongestOperation && isValidUtf8(operation)) return {};
    return fail(ErrorCode::InvalidInput, "operation",
                "\"" + escapedForDisplay(operation) + "\" is not 1 to 64 bytes of UTF-8");
}

/// Turns an answer that comes later into one to wait for. On failure to queue the promise is never kept: nobody waits.
template<typename Queue>
Result<UsageOutcome> waitFor(Queue queue)
{
    std::promise<Result<UsageOutcome>> promise;
    auto answer = promise.get_future();
    CORE_CHECK(queue([&promise](const Result<UsageOutcome> &outcome) { promise.set_value(outcome); }));
    return answer.get();
}

} // namespace

/// Who waits for the answer to an entry.
struct Ledger::Pending
{
    Done done;
    std::optional<ReservationId> reservation;
    bool expired = false;
};

Ledger::Ledger(store::StateStore &store, const Clock &clock, IdSource &ids, BudgetDefaults defaults)
    : m_store(store)
    , m_clock(clock)
    , m_defaults(std::move(defaults))
    , m_run(ids.next())
{
    m_store.observeUsage(this);
}

Ledger::~Ledger()
{
    {
        std::unique_lock lock(m_waiting);
        m_answered.wait(lock, [this] { return m_inFlight == 0; });
    }
    m_store.observeUsage(nullptr);
}

// ---- names ----------------------------------------------------------------------------------------------------------

Ledger::Tenant Ledger::open(const TenantId &tenant)
{
    if (Slot *known = m_index.find(tenant.text())) return Tenant(known);
    const std::lock_guard lock(m_naming);
    if (Slot *known = m_index.find(tenant.text())) return Tenant(known);
    m_slots.push_back(std::make_unique<Slot>(tenant, PeriodRule{m_defaults.period, std::nullopt}, m_clock.now()));
    m_index.add(*m_slots.back());
    return Tenant(m_slots.back().get());
}

std::vector<Ledger::Tenant> Ledger::tenants(std::size_t first) const
{
    const std::lock_guard lock(m_naming);
    std::vector<Tenant> all;
    for (; first < m_slots.size(); ++first)
        all.push_back(Tenant(m_slots[first].get()));
    return all;
}

Result<const Ledger::Source *> Ledger::sourceOf(Slot &slot, std::string_view operation)
{
    {
        const std::shared_lock lock(slot.naming);
        if (const auto known = slot.sources.find(operation); known != slot.sources.end()) return known->second.get();
    }
    CORE_CHECK(checkOperation(operation));
    const std::unique_lock lock(slot.naming);
    auto &source = slot.sources[std::string(operation)];
    if (!source) source = std::make_unique<Source>(slot.tenant, operation, slot);
    return source.get();
}

// ---- what is to come ------------------------------------------------------------------------------------------------

Result<ReservationId> Ledger::tryReserve(Tenant tenant, GramsCO2e estimate, std::string_view operation,
                                         std::optional<milliseconds> ttl)
{
    const Instant now = m_clock.now();
    Slot &slot = *tenant.m_slot;
    CORE_CHECK(checkOperation(operation));
    CORE_CHECK(check(slot, {now, estimate, operation}, now));
    if (!isWritable() && slot.account.isLimited())
        return fail(ErrorCode::NotDurable, "budget", "nothing is admitted while usage cannot be recorded");
    if (!slot.account.reserve(estimate, now))
        return fail(ErrorCode::Refused, "budget",
                    estimate.gramsText() + " g would take " + shownTenant(slot.tenant) + " past its hard limit");
    return keep(slot, estimate, operation, ttl);
}

ReservationId Ledger::hold(Tenant tenant, GramsCO2e estimate, std::string_view operation)
{
    Slot &slot = *tenant.m_slot;
    slot.account.hold(estimate, m_clock.now());
    return keep(slot, estimate, operation, std::nullopt);
}

ReservationId Ledger::keep(Slot &slot, GramsCO2e estimate, std::string_view operation, std::optional<milliseconds> ttl)
{
    const std::uint64_t number = ++m_lastReservation;
    Held held{&slot, estimate, std::string(operation)};
    if (ttl) held.expires = m_clock.monotonic() + *ttl;
    Shard &shard = shardOf(ReservationId{number});
    const std::lock_guard lock(shard.mutex);
    if (held.expires) shard.nextExpiry = std::min(shard.nextExpiry, *held.expires);
    shard.held.emplace(number, std::move(held));
    return ReservationId{number};
}

Result<void> Ledger::cancel(ReservationId id)
{
    Shard &shard = shardOf(id);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.held.find(static_cast<std::uint64_t>(id));
    if (found == shard.held.end() || found->second.settling) return noReservation();
    found->second.slot->account.release(found->second.left);
    shard.held.erase(found);
    return {};
}

GramsCO2e Ledger::left(ReservationId id) const
{
    Shard &shard = shardOf(id);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.held.find(static_cast<std::uint64_t>(id));
    return found == shard.held.end() || found->second.settling ? GramsCO2e{} : found->second.left;
}

GramsCO2e Ledger::take(ReservationId id, GramsCO2e amount)
{
    Shard &shard = shardOf(id);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.held.find(static_cast<std::uint64_t>(id));
    if (found == shard.held.end() || found->second.settling) return {};
    const GramsCO2e taken = std::min(found->second.left, amount);
    found->second.left = found->second.left - taken;
    found->second.slot->account.release(taken);
    return taken;
}

// ---- what happened --------------------------------------------------------------------------------------------------

Result<void> Ledger::check(const Slot &slot, const Usage &usage, Instant now) const
{
    if (usage.amount < GramsCO2e{} || usage.amount > kLargestCarbon)
        return fail(ErrorCode::InvalidInput, "amount",
                    usage.amount.gramsText() + " g is not within 0 to " + kLargestCarbon.gramsText() + " g");
    if (usage.at > now + m_defaults.futureTolerance)
        return fail(ErrorCode::InvalidInput, "at", toRfc3339(usage.at) + " is in the future");
    if (!slot.account.fits(usage.amount))
        return fail(ErrorCode::Overflow, "amount",
                    usage.amount.gramsText() + " g would take the usage of " + shownTenant(slot.tenant) +
                        " past what a period can hold");
    return {};
}

Result<void> Ledger::check(Tenant tenant, const Usage &usage) const
{
    CORE_CHECK(checkOperation(usage.operation));
    return check(*tenant.m_slot, usage, m_clock.now());
}

Result<void> Ledger::addMeasured(Tenant tenant, const Usage &usage, Done done)
{
    std::unique_ptr<Pending> pending;
    if (done) pending = std::make_unique<Pending>(Pending{std::move(done), std::nullopt, false});
    return queue(*tenant.m_slot, usage, std::move(pending));
}

Result<void> Ledger::queue(Slot &slot, const Usage &usage, std::unique_ptr<Pending> pending)
{
    const Instant now = m_clock.now();
    CORE_CHECK(check(slot, usage, now));
    store::UsageEntry entry;
    CORE_TRY(entry.source, sourceOf(slot, usage.operation));
    entry.at = std::min(usage.at, now); // a clock a little ahead must not book into a period that has not begun
    entry.amount = usage.amount;
    entry.quality = usage.quality;
    entry.key = usage.key;
    entry.receiver = this;
    entry.tag = reinterpret_cast<std::uintptr_t>(pending.get());
    m_inFlight.fetch_add(1, std::memory_order_relaxed);
    if (const auto queued = m_store.record(std::move(entry)); !queued) {
        m_inFlight.fetch_sub(1, std::memory_order_relaxed);
        return queued;
    }
    static_cast<void>(pending.release()); // owned by the entry until it is answered
    return {};
}

Result<UsageOutcome> Ledger::record(Tenant tenant, const Usage &usage)
{
    return waitFor([&](Done done) { return addMeasured(tenant, usage, std::move(done)); });
}

Result<void> Ledger::settle(ReservationId id, GramsCO2e actual, Done done)
{
    return settle(id, actual, false, std::move(done));
}

Result<UsageOutcome> Ledger::settled(ReservationId id, GramsCO2e actual)
{
    return waitFor([&](Done done) { return settle(id, actual, std::move(done)); });
}

/// No `actual`: what is left of it.
Result<void> Ledger::settle(ReservationId id, std::optional<GramsCO2e> actual, bool expired, Done done)
{
    Shard &shard = shardOf(id);
    Slot *slot = nullptr;
    Usage usage{m_clock.now(), {}, {}};
    std::string operation;
    {
        const std::lock_guard lock(shard.mutex);
        const auto found = shard.held.find(static_cast<std::uint64_t>(id));
        if (found == shard.held.end() || found->second.settling) return noReservation();
        Held &held = found->second;
        held.settling = true;
        slot = held.slot;
        operation = held.operation;
        usage.amount = actual.value_or(held.left);
        // The same at every try, so that a repeat is harmless.
        usage.key = "reservation:" + std::to_string(static_cast<std::uint64_t>(id)) + "@" + m_run;
        if (expired) usage.quality = Quality::Estimated;
    }
    usage.operation = operation;
    auto queued = queue(*slot, usage, std::make_unique<Pending>(Pending{std::move(done), id, expired}));
    if (!queued) endSettling(id, false);
    return queued;
}

/// Counted before it is given back: in between the tenant looks fuller than it is, never emptier.
void Ledger::endSettling(ReservationId id, bool booked)
{
    Shard &shard = shardOf(id);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.held.find(static_cast<std::uint64_t>(id));
    if (!booked) {
        found->second.settling = false;
        if (found->second.expires) shard.nextExpiry = std::min(shard.nextExpiry, *found->second.expires);
        return;
    }
    found->second.slot->account.release(found->second.left);
    shard.held.erase(found);
}

void Ledger::chargeExpired()
{
    std::vector<ReservationId> expired;
    for (Shard &shard : m_shards)
        findExpired(shard, expired);
    if (expired.empty()) return;
    std::sort(expired.begin(), expired.end()); // oldest first
    const auto answers = std::make_shared<std::latch>(static_cast<std::ptrdiff_t>(expired.size()));
    for (const ReservationId id : expired) {
        const auto queued =
            settle(id, std::nullopt, true, [answers](const Result<UsageOutcome> &) { answers->count_down(); });
        // Gone in the meantime, somebody settled it; or too busy, and it is tried again at the next call.
        if (!queued) answers->count_down();
    }
    answers->wait();
}

/// Of those that have nothing left nothing is to be charged: they end here.
void Ledger::findExpired(Shard &shard, std::vector<ReservationId> &expired) const
{
    const auto now = m_clock.monotonic();
    const std::lock_guard lock(shard.mutex);
    if (shard.nextExpiry > now) return;
    shard.nextExpiry = std::chrono::nanoseconds::max();
    std::erase_if(shard.held, [&](const auto &each) {
        const Held &held = each.second;
        if (!held.expires || held.settling) return false;
        if (*held.expires > now)
            shard.nextExpiry = std::min(shard.nextExpiry, *held.expires);
        else if (held.left == GramsCO2e{})
            return true;
        else
            expired.push_back(ReservationId{each.first});
        return false;
    });
}

// ---- answers, on the committer thread -------------------------------------------------------------------------------

void Ledger::answered(std::span<const store::UsageEntry> entries, std::span<const store::UsageFate> fates,
                      const Error *failure)
{
    m_writable = !failure;
    const Instant now = m_clock.now();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const store::UsageEntry &entry = entries[i];
        const auto &source = static_cast<const Source &>(*entry.source);
        const std::unique_ptr<Pending> pending(reinterpret_cast<Pending *>(entry.tag));
        Result<UsageOutcome> outcome = UsageOutcome{};
        if (failure)
            outcome = Unexpected{*failure};
        else if (fates[i] == store::UsageFate::Overflow)
            outcome = fail(ErrorCode::Overflow, "amount", "the usage of one hour would not fit 64 bits of micrograms");
        else if (fates[i] == store::UsageFate::Duplicate)
            outcome = repeated(source.owner, now);
        else
            outcome = count(source.owner, entry.amount, entry.at, source.operation, pending && pending->expired, now);
        if (!pending) continue;
        if (pending->reservation) endSettling(*pending->reservation, outcome.has_value());
        if (pending->done) pending->done(outcome);
    }
    // Inside the lock: the destructor may not go on before this thread is done with the members.
    const std::lock_guard lock(m_waiting);
    if (m_inFlight.fetch_sub(static_cast<std::int64_t>(entries.size())) == static_cast<std::int64_t>(entries.size()))
        m_answered.notify_all();
}

void Ledger::booked(const store::UsageRecord &record)
{
    count(*open(record.tenant).m_slot, record.amount, record.at, record.operation, false, m_clock.now());
}

UsageOutcome Ledger::count(Slot &slot, GramsCO2e amount, Instant at, const std::string &operation, bool expired,
                           Instant now)
{
    const Account::Added added = slot.account.add(amount, at, now);
    notice(slot, added, amount, at, operation, expired);
    return {amount, false, added.level != ThrottleLevel::Hard, added.counted, added.used, added.level};
}

UsageOutcome Ledger::repeated(const Slot &slot, Instant now) const
{
    const GramsCO2e used = slot.account.counters(now).used;
    const ThrottleLevel level = slot.account.levelAt(used);
    return {{}, true, level != ThrottleLevel::Hard, true, used, level};
}

void Ledger::notice(Slot &slot, const Account::Added &added, GramsCO2e amount, Instant at, const std::string &operation,
                    bool expired)
{
    const std::lock_guard lock(m_noticing);
    if (!slot.pending) slot.pending.emplace(Notice{Tenant(&slot), {}, 0, {}, {}, {}, {}, {}, false});
    if (!slot.listed) m_noticed.push_back(&slot);
    slot.listed = true;
    Notice &pending = *slot.pending;
    pending.amount = GramsCO2e::fromMicrograms(
        std::min(pending.amount.micrograms() + std::min(amount.micrograms(), Account::kMost), Account::kMost));
    ++pending.records;
    pending.used = added.used;
    pending.level = added.level;
    pending.edges = added.edges;
    if (pending.operation != operation) pending.operation = operation;
    pending.at = at;
    pending.expired = expired;
    if (!added.edges.any() && !expired) return;
    m_notices.push_back(std::move(pending));
    slot.pending.reset();
}

std::vector<Ledger::Notice> Ledger::takeNotices()
{
    const std::lock_guard lock(m_noticing);
    std::vector<Notice> notices = std::exchange(m_notices, {});
    for (Slot *slot : m_noticed) {
        if (slot->pending) notices.push_back(*std::move(slot->pending));
        slot->pending.reset();
        slot->listed = false;
    }
    m_noticed.clear();
    return notices;
}

} // namespace greenward::budget
