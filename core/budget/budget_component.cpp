#include "core/budget/budget_component.h"

#include "core/base/json_text.h"
#include "core/base/time_text.h"
#include "core/base/utf8.h"
#include "core/budget/account.h"
#include "core/budget/projection.h"

#include <algorithm>
#include <cstdlib>

namespace greenward::budget {
namespace {

constexpr std::size_t kLongestOperation = 64;

std::string shown(const TenantId &tenant)
{
    return "tenant \"" + escapedForDisplay(tenant.text()) + "\"";
}

Json configOrNull(const std::optional<BudgetConfig> &config)
{
    // Our own text: it parses.
    return config ? Json::parse(configJson(*config), nullptr, false) : Json(nullptr);
}

bus::BudgetVerdict verdictOf(const BudgetRow &row, GramsCO2e estimate)
{
    bus::BudgetVerdict verdict;
    verdict.level = row.standing.level;
    verdict.exhausted = row.standing.exhausted;
    verdict.used = row.used;
    verdict.limit = row.config.limit;
    verdict.remaining = row.standing.remaining;
    verdict.fill = row.standing.fill;
    verdict.periodEnd = row.period.end;
    if (row.config.limit) {
        const Int128 wanted = Int128{row.used.micrograms()} + row.reserved.micrograms() + estimate.micrograms();
        verdict.canProceed = wanted <= ceiling(row.curve, *row.config.limit).micrograms();
    }
    if (row.standing.level == ThrottleLevel::Hard || !verdict.canProceed) {
        verdict.result = ThrottleResult::Rejected;
    } else if (row.standing.level == ThrottleLevel::Soft) {
        verdict.result = ThrottleResult::Delayed;
        verdict.delay = row.standing.delay;
    }
    return verdict;
}

} // namespace

/// One tenant: what the operator set, the counter, and what was told so far. Never removed: handles stay good.
struct BudgetComponent::Entry
{
    Entry(TenantId name, const BudgetDefaults &defaults, Instant now)
        : tenant(std::move(name))
        , config{std::nullopt, {defaults.period, std::nullopt}, {}, {}, {}, {}}
        , curve(defaults.curve)
        , account(config.period, now)
    {}

    TenantId tenant;
    bool budgeted = false;
    BudgetConfig config;
    ThrottleCurve curve;
    Account account;
    ThrottleStatistics statistics;
    std::optional<std::chrono::nanoseconds> lastRefusalNotice; ///< monotonic
    std::optional<Period> recounted; ///< the period whose usage was read from the ledger while moves may be under way
    bool dirty = false;              ///< a move was noted in such a period: read the ledger again
};

struct BudgetComponent::Held
{
    TenantId tenant;
    GramsCO2e left;
    std::string operation;
    std::string key;                                 ///< of the record that settles it, so that a repeat is harmless
    std::optional<std::chrono::nanoseconds> expires; ///< monotonic
};

/// Usage of one period, as the store has it.
struct BudgetComponent::Ledger
{
    GramsCO2e used;
    std::uint64_t records = 0;
};

BudgetComponent::BudgetComponent(bus::Bus &bus, store::StateStore &store, const Clock &clock, BudgetDefaults defaults)
    : m_bus(bus)
    , m_store(store)
    , m_clock(clock)
    , m_defaults(defaults)
{
    m_evaluate = bus.respond<bus::EvaluateBudget>([this](const bus::EvaluateBudget &ask) -> Result<bus::BudgetVerdict> {
        if (ask.estimate < GramsCO2e{})
            return fail(ErrorCode::InvalidInput, "estimate", ask.estimate.gramsText() + " g is negative");
        return evaluate(ask.tenant, ask.estimate);
    });
}

BudgetComponent::~BudgetComponent() = default;

// ---- start ----------------------------------------------------------------------------------------------------------

Result<void> BudgetComponent::load()
{
    const Instant now = m_clock.now();
    CORE_CHECK(loadBudgets(now));
    return loadUnbudgeted(now);
}

Result<void> BudgetComponent::loadBudgets(Instant now)
{
    CORE_TRY(const auto documents, m_store.documents(store::Collection::Budget));
    for (const store::Document &document : documents) {
        CORE_TRY(const TenantId tenant, TenantId::parse(document.id));
        CORE_TRY(const BudgetConfig config, configFromJson(document.json, tenant));
        CORE_CHECK(checkConfig(config, m_defaults));
        CORE_TRY(const Ledger ledger, ledgerOf(tenant, config.period, now));
        Entry &entry = entryOf(tenant);
        entry.budgeted = true;
        entry.config = config;
        entry.curve = curveOf(config, m_defaults);
        entry.account.recount(config.period, now, ledger.used, ledger.records);
        entry.account.setLines(linesOf(entry.curve, config.limit)); // told before the restart
    }
    return {};
}

Result<void> BudgetComponent::loadUnbudgeted(Instant now)
{
    const PeriodRule rule{m_defaults.period, std::nullopt};
    const Period period = periodAt(rule, now);
    CORE_TRY(const auto hours, m_store.usageHours(std::nullopt, period.start, period.end));
    std::map<TenantId, std::pair<Int128, std::uint64_t>> sums;
    for (const store::UsageHour &hour : hours) {
        auto &[amount, records] = sums[hour.tenant];
        amount += hour.amount.micrograms();
        records += hour.records;
    }
    for (const auto &[tenant, sum] : sums) {
        if (m_entries.contains(tenant)) continue;
        CORE_TRY(const std::int64_t used, toInt64(sum.first, "usage of " + shown(tenant)));
        entryOf(tenant).account.recount(rule, now, GramsCO2e::fromMicrograms(used), sum.second);
    }
    return {};
}

Result<BudgetComponent::Ledger> BudgetComponent::ledgerOf(const TenantId &tenant, const PeriodRule &rule,
                                                          Instant now) const
{
    const Period period = periodAt(rule, now);
    CORE_TRY(const auto hours, m_store.usageHours(tenant, period.start, period.end));
    Int128 sum = 0;
    Ledger ledger;
    for (const store::UsageHour &hour : hours) {
        sum += hour.amount.micrograms();
        ledger.records += hour.records;
    }
    CORE_TRY(const std::int64_t used, toInt64(sum, "usage of " + shown(tenant)));
    ledger.used = GramsCO2e::fromMicrograms(used);
    return ledger;
}

// ---- configuration --------------------------------------------------------------------------------------------------

BudgetConfig BudgetComponent::merged(const BudgetChange &change) const
{
    BudgetConfig config;
    const Entry *entry = known(change.tenant);
    if (entry && entry->budgeted) config = entry->config;
    config.limit = change.limit;
    if (config.period.kind != change.period) config.period = {change.period, std::nullopt};
    if (change.anchor) config.period.anchor = change.anchor;
    if (change.soft) config.soft = change.soft;
    if (change.hard) config.hard = change.hard;
    if (change.minDelay) config.minDelay = change.minDelay;
    if (change.maxDelay) config.maxDelay = change.maxDelay;
    return config;
}

Result<void> BudgetComponent::set(const BudgetChange &change, const Actor &by)
{
    const BudgetConfig config = merged(change);
    CORE_CHECK(checkConfig(config, m_defaults));
    return replace(change.tenant, config, by);
}

Result<void> BudgetComponent::remove(const TenantId &tenant, const Actor &by)
{
    const Entry *entry = known(tenant);
    if (!entry || !entry->budgeted) return fail(ErrorCode::UnknownName, "tenant", shown(tenant) + " has no budget");
    return replace(tenant, std::nullopt, by);
}

/// The one way a budget changes: ledger read, made durable, applied, announced.
Result<void> BudgetComponent::replace(const TenantId &tenant, const std::optional<BudgetConfig> &config,
                                      const Actor &by)
{
    const Instant now = m_clock.now();
    const BudgetConfig applied = config.value_or(BudgetConfig{{}, {m_defaults.period, {}}, {}, {}, {}, {}});
    const Entry *before = known(tenant);
    const bool sameWindow = before && before->config.period == applied.period;
    Ledger ledger;
    if (!sameWindow) {
        CORE_TRY(ledger, ledgerOf(tenant, applied.period, now));
    }
    CORE_CHECK(store(tenant, config, by));

    Entry &entry = entryOf(tenant);
    entry.budgeted = config.has_value();
    entry.config = applied;
    entry.curve = curveOf(applied, m_defaults);
    if (!sameWindow) {
        entry.account.recount(applied.period, now, ledger.used, ledger.records);
        entry.recounted = periodAt(applied.period, now);
    }
    const Edges edges = entry.account.setLines(linesOf(entry.curve, applied.limit));
    m_bus.publish(bus::BudgetSet{tenant, applied.limit, applied.period.kind, entry.curve.soft, entry.curve.hard,
                                 !config.has_value()});
    announce(entry, edges);
    return {};
}

Result<void> BudgetComponent::store(const TenantId &tenant, const std::optional<BudgetConfig> &config, const Actor &by)
{
    const Entry *entry = known(tenant);
    const auto before = entry && entry->budgeted ? std::optional(entry->config) : std::nullopt;
    store::Transaction transaction;
    if (config)
        transaction.put(store::Collection::Budget, tenant.text(), configJson(*config));
    else
        transaction.remove(store::Collection::Budget, tenant.text());
    const Json body{{"before", configOrNull(before)}, {"after", configOrNull(config)}};
    transaction.audit.push_back({m_clock.now(), by.text(), config ? "budget.set" : "budget.remove",
                                 "tenant " + escapedForDisplay(tenant.text()), jsonText(body)});
    CORE_CHECK(m_store.commit(std::move(transaction)));
    return {};
}

// ---- what happened --------------------------------------------------------------------------------------------------

Result<store::UsageRecord> BudgetComponent::checked(const store::UsageRecord &record) const
{
    const Instant now = m_clock.now();
    if (record.amount < GramsCO2e{} || record.amount > kLargestCarbon)
        return fail(ErrorCode::InvalidInput, "amount",
                    record.amount.gramsText() + " g is not within 0 to " + kLargestCarbon.gramsText() + " g");
    if (record.operation.empty() || record.operation.size() > kLongestOperation || !isValidUtf8(record.operation))
        return fail(ErrorCode::InvalidInput, "operation",
                    "\"" + escapedForDisplay(record.operation) + "\" is not 1 to 64 bytes of UTF-8");
    if (record.at > now + m_defaults.futureTolerance)
        return fail(ErrorCode::InvalidInput, "at", toRfc3339(record.at) + " is in the future");
    const Entry *entry = known(record.tenant);
    if (entry && !entry->account.fits(record.amount))
        return fail(ErrorCode::Overflow, "amount",
                    record.amount.gramsText() + " g would take the usage of " + shown(record.tenant) +
                        " past what a period can hold");
    store::UsageRecord clean = record;
    clean.at = std::min(record.at, now); // a clock a little ahead must not book into a period that has not begun
    return clean;
}

Result<UsageOutcome> BudgetComponent::recordUsage(const store::UsageRecord &record)
{
    CORE_TRY(const store::UsageRecord clean, checked(record));
    store::Transaction transaction;
    transaction.usage.push_back(clean);
    CORE_TRY(const store::CommitInfo committed, m_store.commit(std::move(transaction)));
    Entry &entry = entryOf(clean.tenant);
    if (committed.duplicates == 0) return count(entry, clean);

    const BudgetRow now = rowOf(entry, m_clock.now());
    UsageOutcome outcome;
    outcome.duplicate = true;
    outcome.used = now.used;
    outcome.level = now.standing.level;
    outcome.withinLimit = now.standing.level != ThrottleLevel::Hard;
    return outcome;
}

void BudgetComponent::noteBooked(const store::UsageRecord &record, std::optional<ReservationId> against)
{
    Entry &entry = entryOf(record.tenant);
    count(entry, record);
    if (entry.recounted && *entry.recounted == entry.account.counters(m_clock.now()).period) entry.dirty = true;
    const auto held = against ? m_held.find(*against) : m_held.end();
    if (held == m_held.end()) return;
    const GramsCO2e taken = std::min(held->second->left, record.amount);
    held->second->left = held->second->left - taken;
    entry.account.release(taken);
}

UsageOutcome BudgetComponent::count(Entry &entry, const store::UsageRecord &record)
{
    const Account::Added added = entry.account.add(record.amount, record.at, m_clock.now());
    const Standing now = standing(entry.curve, entry.config.limit, added.used);
    UsageOutcome outcome;
    outcome.booked = record.amount;
    outcome.inOpenPeriod = added.counted;
    outcome.used = added.used;
    outcome.level = now.level;
    outcome.withinLimit = now.level != ThrottleLevel::Hard;
    m_bus.publish(bus::BudgetUsage{entry.tenant, record.amount, added.used, now.remaining, now.level, record.operation,
                                   record.at});
    announce(entry, added.edges);
    return outcome;
}

void BudgetComponent::announce(const Entry &entry, const Edges &edges) const
{
    if (!edges.any() || !entry.config.limit) return;
    const Instant now = m_clock.now();
    const GramsCO2e used = entry.account.counters(now).used;
    const GramsCO2e limit = *entry.config.limit;
    // A record that leaps over the Soft band says Hard only.
    if (edges.hard)
        m_bus.publish(bus::BudgetThreshold{entry.tenant, ThrottleLevel::Hard, used, limit, now});
    else if (edges.soft)
        m_bus.publish(bus::BudgetThreshold{entry.tenant, ThrottleLevel::Soft, used, limit, now});
    if (edges.exhausted) m_bus.publish(bus::BudgetExhausted{entry.tenant, used, limit, std::nullopt, now});
}

// ---- what is to come ------------------------------------------------------------------------------------------------

Result<ReservationId> BudgetComponent::reserve(const TenantId &tenant, GramsCO2e estimate, std::string_view operation,
                                               std::optional<milliseconds> ttl)
{
    const Instant now = m_clock.now();
    CORE_CHECK(checked({tenant, now, estimate, std::string(operation), {}, Quality::Estimated}));
    Entry &entry = entryOf(tenant);
    if (!entry.account.reserve(estimate, now)) {
        noticeRefusal(entry, estimate);
        const BudgetRow row = rowOf(entry, now);
        return fail(ErrorCode::Refused, "budget",
                    estimate.gramsText() + " g would take " + shown(tenant) + " past its hard limit (" +
                        row.used.gramsText() + " g used, " + row.reserved.gramsText() + " g reserved, limit " +
                        row.config.limit.value_or(kLargestCarbon).gramsText() + " g; next period from " +
                        toRfc3339(row.period.end) + ")");
    }
    const ReservationId id{++m_lastReservation};
    Held held{tenant, estimate, std::string(operation), {}, {}};
    held.key = "reservation:" + std::to_string(m_lastReservation) + "@" + toRfc3339(now);
    if (ttl) held.expires = m_clock.monotonic() + *ttl;
    m_held.emplace(id, std::make_unique<Held>(std::move(held)));
    return id;
}

Result<UsageOutcome> BudgetComponent::commit(ReservationId id, GramsCO2e actual)
{
    const auto found = m_held.find(id);
    if (found == m_held.end()) return fail(ErrorCode::UnknownName, "reservation", "has been settled or has expired");
    const Held held = *found->second;
    CORE_TRY(UsageOutcome outcome,
             recordUsage({held.tenant, m_clock.now(), actual, held.operation, held.key, Quality::Calculated}));
    // Counted before it is given back: in between the tenant looks fuller than it is, never emptier.
    CORE_CHECK(release(id));
    return outcome;
}

Result<void> BudgetComponent::release(ReservationId id)
{
    const auto found = m_held.find(id);
    if (found == m_held.end()) return fail(ErrorCode::UnknownName, "reservation", "has been settled or has expired");
    entryOf(found->second->tenant).account.release(found->second->left);
    m_held.erase(found);
    return {};
}

bus::BudgetVerdict BudgetComponent::evaluate(const TenantId &tenant, GramsCO2e estimate) const
{
    return verdictOf(row(tenant), estimate);
}

bus::BudgetVerdict BudgetComponent::applyThrottle(const TenantId &tenant, GramsCO2e estimate)
{
    Entry &entry = entryOf(tenant);
    const bus::BudgetVerdict verdict = evaluate(tenant, estimate);
    ThrottleStatistics &statistics = entry.statistics;
    ++statistics.evaluations;
    switch (verdict.result) {
    case ThrottleResult::Allowed:
        ++statistics.allowed;
        return verdict;
    case ThrottleResult::Delayed:
        ++statistics.delayed;
        statistics.addedWaiting += verdict.delay;
        break;
    case ThrottleResult::Rejected:
        ++statistics.rejected;
        noticeRefusal(entry, estimate);
        break;
    }
    m_bus.publish(bus::ThrottleApplied{tenant, verdict.result, verdict.level, verdict.delay, m_clock.now()});
    return verdict;
}

void BudgetComponent::noticeRefusal(Entry &entry, GramsCO2e estimate)
{
    const auto now = m_clock.monotonic();
    if (!entry.config.limit) return;
    if (entry.lastRefusalNotice && now - *entry.lastRefusalNotice < m_defaults.refusalNoticeEvery) return;
    entry.lastRefusalNotice = now;
    const Instant at = m_clock.now();
    m_bus.publish(
        bus::BudgetExhausted{entry.tenant, entry.account.counters(at).used, *entry.config.limit, estimate, at});
}

// ---- views and time -------------------------------------------------------------------------------------------------

std::vector<BudgetRow> BudgetComponent::rows() const
{
    const Instant now = m_clock.now();
    std::vector<BudgetRow> rows;
    rows.reserve(m_entries.size());
    for (const auto &[tenant, entry] : m_entries) {
        BudgetRow row = rowOf(*entry, now);
        if (row.budgeted || row.records > 0) rows.push_back(std::move(row));
    }
    return rows;
}

BudgetRow BudgetComponent::row(const TenantId &tenant) const
{
    const Instant now = m_clock.now();
    if (const Entry *entry = known(tenant)) return rowOf(*entry, now);
    return rowOf(Entry(tenant, m_defaults, now), now);
}

BudgetRow BudgetComponent::rowOf(const Entry &entry, Instant now) const
{
    const Account::Counters counters = entry.account.counters(now);
    BudgetRow row{entry.tenant,
                  entry.budgeted,
                  entry.config,
                  entry.curve,
                  counters.period,
                  counters.used,
                  counters.reserved,
                  counters.records,
                  {},
                  {},
                  {},
                  entry.statistics,
                  false};
    row.standing = standing(entry.curve, entry.config.limit, counters.used);
    const auto top = entry.config.limit ? std::optional(ceiling(entry.curve, *entry.config.limit)) : std::nullopt;
    const Projection projection = project(counters.period, now, counters.used, counters.records, top);
    row.projected = projection.atEnd;
    row.exhaustsAt = projection.exhaustsAt;
    return row;
}

Result<std::vector<store::UsageRecord>> BudgetComponent::recent(const std::optional<TenantId> &tenant,
                                                                std::size_t limit) const
{
    return m_store.recentUsage(tenant, limit);
}

std::vector<TenantId> BudgetComponent::tick()
{
    const Instant now = m_clock.now();
    std::vector<TenantId> rolled;
    for (const auto &[tenant, entry] : m_entries)
        if (entry->account.rollOver(now) > 0) rolled.push_back(tenant);
    recountDirty(now);
    chargeExpired();
    return rolled;
}

/// A move that was durable but not yet noted when the ledger was read has been counted twice until this is done.
void BudgetComponent::recountDirty(Instant now)
{
    for (const auto &[tenant, entry] : m_entries) {
        if (!entry->dirty) continue;
        const auto ledger = ledgerOf(tenant, entry->config.period, now);
        if (!ledger) continue; // unreadable now: tried again at the next tick
        entry->account.recount(entry->config.period, now, ledger->used, ledger->records);
        entry->dirty = false;
    }
}

void BudgetComponent::chargeExpired()
{
    const auto now = m_clock.monotonic();
    std::vector<ReservationId> expired;
    for (const auto &[id, held] : m_held)
        if (held->expires && *held->expires <= now) expired.push_back(id);
    for (const ReservationId id : expired) {
        const GramsCO2e left = m_held.at(id)->left;
        // A failure keeps the reservation: it is charged at a later tick, its key makes a repeat harmless.
        if (left == GramsCO2e{})
            (void)release(id);
        else
            (void)commit(id, left);
    }
}

BudgetComponent::Entry &BudgetComponent::entryOf(const TenantId &tenant)
{
    auto &entry = m_entries[tenant];
    if (!entry) entry = std::make_unique<Entry>(tenant, m_defaults, m_clock.now());
    return *entry;
}

const BudgetComponent::Entry *BudgetComponent::known(const TenantId &tenant) const
{
    const auto found = m_entries.find(tenant);
    return found == m_entries.end() ? nullptr : found->second.get();
}

} // namespace greenward::budget
