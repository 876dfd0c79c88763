#include "core/budget/budget_component.h"

#include "core/base/json_reader.h"
#include "core/base/utf8.h"
#include "core/budget/budget_entry.h"

namespace greenward::budget {
namespace {

Json configOrNull(const std::optional<BudgetConfig> &config)
{
    // Our own text: it parses.
    return config ? parseJson(configJson(*config), "budget").value() : Json(nullptr);
}

} // namespace

std::string shown(const TenantId &tenant)
{
    return "tenant \"" + escapedForDisplay(tenant.text()) + "\"";
}

BudgetComponent::BudgetComponent(bus::Bus &bus, store::StateStore &store, const Clock &clock, IdSource &ids,
                                 BudgetDefaults defaults)
    : m_bus(bus)
    , m_store(store)
    , m_clock(clock)
    , m_defaults(defaults)
    , m_ledger(store, clock, ids, defaults)
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
    CORE_CHECK(loadBudgets());
    CORE_CHECK(loadCounters(now));
    return catchUpPeriods(now);
}

Result<void> BudgetComponent::loadBudgets()
{
    CORE_TRY(const auto documents, m_store.documents(store::Collection::Budget));
    for (const store::Document &document : documents) {
        CORE_TRY(const TenantId tenant, TenantId::parse(document.id));
        CORE_TRY(const BudgetConfig config, configFromJson(document.json, tenant));
        CORE_CHECK(checkConfig(config, m_defaults));
        Entry &entry = entryOf(tenant);
        entry.budgeted = true;
        entry.config = config;
        entry.curve = curveOf(config, m_defaults);
    }
    return {};
}

/// Tenants without a budget are those that the ledger knows beside.
Result<void> BudgetComponent::loadCounters(Instant now)
{
    CORE_TRY(const auto tenants, m_store.usageTenants());
    for (const TenantId &tenant : tenants)
        entryOf(tenant);
    std::vector<store::UsageWindow> windows;
    windows.reserve(m_entries.size());
    for (const auto &[tenant, entry] : m_entries)
        windows.push_back(windowOf(tenant, entry->config.period, now));
    CORE_TRY(const auto sums, m_store.usageSums(windows));
    auto sum = sums.begin();
    for (const auto &[tenant, entry] : m_entries) {
        entry->account.recount(entry->config.period, now, sum->amount, sum->records);
        // Told before the restart.
        entry->account.setLines(linesOf(entry->curve, entry->config.limit, !entry->config.shadow));
        ++sum;
    }
    return {};
}

store::UsageWindow BudgetComponent::windowOf(const TenantId &tenant, const PeriodRule &rule, Instant now)
{
    const Period period = periodAt(rule, now);
    return {tenant, period.start, period.end};
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
    if (change.region) config.region = change.region;
    if (change.shadow) config.shadow = *change.shadow;
    return config;
}

Result<void> BudgetComponent::set(const BudgetChange &change, const Actor &by)
{
    CORE_TRY(const BudgetInForce next, preview(change));
    return replace(change.tenant, next.config, by);
}

Result<BudgetInForce> BudgetComponent::preview(const BudgetChange &change) const
{
    BudgetConfig config = merged(change);
    CORE_CHECK(checkConfig(config, m_defaults));
    const ThrottleCurve curve = curveOf(config, m_defaults);
    return BudgetInForce{std::move(config), curve};
}

Result<void> BudgetComponent::remove(const TenantId &tenant, const Actor &by)
{
    const Entry *entry = known(tenant);
    if (!entry || !entry->budgeted) return fail(ErrorCode::UnknownName, "tenant", shown(tenant) + " has no budget");
    return replace(tenant, std::nullopt, by);
}

/// Made durable, counted anew where the window differs, applied, announced.
Result<void> BudgetComponent::replace(const TenantId &tenant, const std::optional<BudgetConfig> &config,
                                      const Actor &by)
{
    const PeriodRule rule = config ? config->period : PeriodRule{m_defaults.period, {}};
    std::vector<Recount> moved;
    if (!followsWindow(tenant, rule)) moved.push_back({&entryOf(tenant), rule});
    CORE_CHECK(recount(moved, changeOf(tenant, config, by)));
    apply(entryOf(tenant), config);
    return {};
}

bool BudgetComponent::followsWindow(const TenantId &tenant, const PeriodRule &rule) const
{
    const Entry *entry = known(tenant);
    return entry && entry->config.period == rule;
}

/// What is durable becomes so in memory, and is said.
void BudgetComponent::apply(Entry &entry, const std::optional<BudgetConfig> &config)
{
    entry.budgeted = config.has_value();
    entry.config = config.value_or(BudgetConfig{.limit = {}, .period = {m_defaults.period, {}}});
    entry.curve = curveOf(entry.config, m_defaults);
    entry.lastShown = entry.account.counters(m_clock.now()).period.start;
    const Edges edges = entry.account.setLines(linesOf(entry.curve, entry.config.limit, !entry.config.shadow));
    m_bus.publish(bus::BudgetSet{entry.tenant, entry.config.limit, entry.config.period.kind, entry.curve.soft,
                                 entry.curve.hard, !config.has_value()});
    announce(entry, edges);
}

/// Commits `transaction` and counts tenants anew in their windows: on the committer thread, because there nothing can
/// be durable that is not counted yet, nor the other way round. If only the ledger cannot be read the change stands
/// and the next tick tries again.
Result<void> BudgetComponent::recount(const std::vector<Recount> &entries, store::Transaction transaction)
{
    const Instant now = m_clock.now();
    std::vector<store::UsageWindow> windows;
    for (const Recount &one : entries)
        windows.push_back(windowOf(one.entry->tenant, one.rule, now));
    std::promise<Result<void>> promise;
    auto answer = promise.get_future();
    m_store.submit(std::move(transaction), [&](const Result<store::CommitInfo> &committed) {
        if (!committed) return promise.set_value(Unexpected{committed.error()});
        const auto sums = m_store.usageSums(windows);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            Entry &entry = *entries[i].entry;
            entry.dirty = !sums.has_value();
            if (sums) entry.account.recount(entries[i].rule, now, (*sums)[i].amount, (*sums)[i].records);
        }
        promise.set_value({});
    });
    return answer.get();
}

store::Transaction BudgetComponent::changeOf(const TenantId &tenant, const std::optional<BudgetConfig> &config,
                                             const Actor &by) const
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
    return transaction;
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
    BudgetRow row{.tenant = tenant, .curve = m_defaults.curve};
    row.config.period = {m_defaults.period, std::nullopt};
    row.period = periodAt(row.config.period, now);
    return row;
}

BudgetRow BudgetComponent::rowOf(const Entry &entry, Instant now) const
{
    const Account::Counters counters = entry.account.counters(now);
    BudgetRow row{entry.tenant,  entry.budgeted,    entry.config,     entry.curve, counters.period,
                  counters.used, counters.reserved, counters.records, {}};
    row.standing = standing(entry.curve, entry.config.limit, counters.used);
    return row;
}

Result<std::vector<store::UsageRecord>> BudgetComponent::recent(const std::optional<TenantId> &tenant,
                                                                std::size_t limit) const
{
    return m_store.recentUsage(tenant, limit);
}

std::vector<TenantId> BudgetComponent::tick()
{
    m_ledger.chargeExpired();
    announceNotices();
    const Instant now = m_clock.now();
    std::vector<TenantId> rolled;
    for (const auto &[tenant, entry] : m_entries) {
        entry->account.rollOver(now);
        for (EndedPeriod &period : entry->account.takeEnded())
            noteEnded(*entry, period);
        if (entry->lastShown != entry->account.counters(now).period.start) rolled.push_back(tenant);
        entry->lastShown = entry->account.counters(now).period.start;
        if (entry->dirty)
            (void)recount({{entry.get(), entry->config.period}}, {}); // unreadable still: at the next tick
    }
    closeEnded();
    return rolled;
}

BudgetComponent::Entry &BudgetComponent::entryOf(const TenantId &tenant)
{
    auto &entry = m_entries[tenant];
    if (!entry) {
        entry = std::make_unique<Entry>(m_ledger.open(tenant), m_defaults);
        entry->lastShown = entry->account.counters(m_clock.now()).period.start;
    }
    return *entry;
}

const BudgetComponent::Entry *BudgetComponent::known(const TenantId &tenant) const
{
    const auto found = m_entries.find(tenant);
    return found == m_entries.end() ? nullptr : found->second.get();
}

} // namespace greenward::budget
