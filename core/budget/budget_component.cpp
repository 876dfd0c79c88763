#include "core/budget/budget_component.h"

#include "core/base/json_text.h"
#include "core/base/utf8.h"
#include "core/budget/budget_entry.h"
#include "core/budget/projection.h"

namespace greenward::budget {
namespace {

Json configOrNull(const std::optional<BudgetConfig> &config)
{
    // Our own text: it parses.
    return config ? Json::parse(configJson(*config), nullptr, false) : Json(nullptr);
}

} // namespace

std::string shown(const TenantId &tenant)
{
    return "tenant \"" + escapedForDisplay(tenant.text()) + "\"";
}

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
        entry.account.setLines(linesOf(entry.curve, config.limit, !config.shadow)); // told before the restart
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
    if (entry && entry->budgeted && !change.replace) config = entry->config;
    config.limit = change.limit;
    if (config.period.kind != change.period) config.period = {change.period, std::nullopt};
    if (change.anchor) config.period.anchor = change.anchor;
    if (change.soft) config.soft = change.soft;
    if (change.hard) config.hard = change.hard;
    if (change.minDelay) config.minDelay = change.minDelay;
    if (change.maxDelay) config.maxDelay = change.maxDelay;
    if (change.shadow) config.shadow = *change.shadow;
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
    const BudgetConfig applied = config.value_or(BudgetConfig{.limit = {}, .period = {m_defaults.period, {}}});
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
    const Edges edges = entry.account.setLines(linesOf(entry.curve, applied.limit, !applied.shadow));
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
                  {}};
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
