#pragma once

#include "core/budget/budget_row.h"
#include "core/budget/ledger.h"
#include "core/bus/bus.h"
#include "core/bus/component_info.h"
#include "core/store/state_store.h"

#include <map>
#include <memory>
#include <vector>

namespace greenward::budget {

/// What an operator asks for. Everything that is nothing keeps what the tenant has (C-10), unless `replace` is set.
struct BudgetChange
{
    TenantId tenant;
    std::optional<GramsCO2e> limit; ///< nothing: unlimited
    PeriodKind period = PeriodKind::Month;
    std::optional<Instant> anchor; ///< nothing: keep while the period kind stays, else calendar
    std::optional<Percent> soft;
    std::optional<Percent> hard;
    std::optional<milliseconds> minDelay;
    std::optional<milliseconds> maxDelay;
    std::optional<RegionName> region;
    std::optional<bool> shadow;
    bool replace = false; ///< what is nothing goes back to the default instead of being kept
};

/// A budget as it is or would be applied.
struct BudgetInForce
{
    BudgetConfig config;
    ThrottleCurve curve; ///< the config's own values over the defaults
};

/// Budgets of all tenants: configuration, counters, admission, events. Tenants without a budget get an unlimited
/// account that records (C-11).
///
/// Engine thread only, but for ledger(). What changes state is made durable first, then counted, then announced on the
/// bus; an error means that nothing changed. Answers `sustainability.carbon.budget.evaluate`; publishes budget.set,
/// .usage, .threshold (once per level and period, C-04) and .exhausted (C-05).
class BudgetComponent final
{
public:
    static constexpr bus::ComponentInfo kInfo{"budget", "CarbonAwareness",
                                              "ActiveControl, CarbonCalculation, Alerting"};

    /// All references must outlive the component.
    BudgetComponent(bus::Bus &bus, store::StateStore &store, const Clock &clock, IdSource &ids,
                    BudgetDefaults defaults = {});
    ~BudgetComponent();
    BudgetComponent(const BudgetComponent &) = delete;
    BudgetComponent &operator=(const BudgetComponent &) = delete;

    /// Reads budgets and the usage of their current periods. Call once, before anything else.
    Result<void> load();

    // ---- configuration; with an audit row naming `by`
    /// Usage is recomputed from the ledger when the period changes, and kept otherwise (B-23, C-09).
    Result<void> set(const BudgetChange &change, const Actor &by);
    /// All of them in one transaction or, when one is not valid, none. What is so already is not written again; answers
    /// how many changed. Each tenant once.
    Result<std::size_t> setAll(std::span<const BudgetChange> changes, const Actor &by);
    /// The tenant becomes unlimited; its usage stays on record. UnknownName if it has no budget.
    Result<void> remove(const TenantId &tenant, const Actor &by);
    /// What `set` would put in force; the same errors. Changes nothing.
    Result<BudgetInForce> preview(const BudgetChange &change) const;

    // ---- what happened: always counted
    /// What recordUsage would refuse, without recording.
    Result<void> checkUsage(const store::UsageRecord &record);
    /// InvalidInput for negative amounts and times further ahead than the defaults allow.
    Result<UsageOutcome> recordUsage(const store::UsageRecord &record);
    /// The same, and `beside` becomes durable with it or, when the key is known, nothing does.
    Result<UsageOutcome> recordUsage(store::UsageRecord record, std::vector<store::DocumentWrite> beside);
    /// Announces a record another component has made durable in a transaction of its own (a migration's); it has been
    /// counted then. The amount is taken off `against`, if that reservation still stands.
    void noteBooked(const store::UsageRecord &record, std::optional<ReservationId> against = std::nullopt);

    // ---- what is to come: may be refused
    /// Sets `estimate` aside. Refused when used + reserved + estimate would pass the hard limit. After `ttl` (nothing:
    /// never) an unsettled reservation is charged as usage of `operation`. Lives as long as the process.
    Result<ReservationId> reserve(const TenantId &tenant, GramsCO2e estimate, std::string_view operation,
                                  std::optional<milliseconds> ttl);
    /// Sets `estimate` aside again that was admitted by an earlier process and is open still: always, also where a
    /// limit was lowered or usage came in between, or somebody else would be admitted to it.
    ReservationId hold(const TenantId &tenant, GramsCO2e estimate, std::string_view operation);
    /// Records `actual` in place of what was set aside. UnknownName when the reservation is no more.
    Result<UsageOutcome> commit(ReservationId id, GramsCO2e actual);
    Result<void> release(ReservationId id);
    /// What is left of a reservation; 0 when it is no more.
    GramsCO2e setAside(ReservationId id) const { return m_ledger.left(id); }

    /// Where the tenant stands and what an operation would meet. Changes nothing. The level and delay are of what is
    /// used; `canProceed` also counts what is reserved.
    bus::BudgetVerdict evaluate(const TenantId &tenant, GramsCO2e estimate) const;
    /// An admission of `estimate` was refused elsewhere: says `exhausted`, at most once a minute a tenant (C-05).
    void noteRefusal(const TenantId &tenant, GramsCO2e estimate);

    /// Admission and recording for any thread. What is recorded there is announced at the next tick.
    Ledger &ledger() { return m_ledger; }

    // ---- views
    /// By tenant name. Tenants without budget and without usage in this period are left out.
    std::vector<BudgetRow> rows() const;
    /// What a tenant nobody has heard of would get, if it is unknown.
    BudgetRow row(const TenantId &tenant) const;
    Result<std::vector<store::UsageRecord>> recent(const std::optional<TenantId> &tenant, std::size_t limit) const;

    /// Compares every counter with what the ledger holds for its period. The first difference in words, or nothing.
    Result<std::optional<std::string>> verifyCounters();

    /// Rolls over tenants at rest and charges expired reservations. Answers the tenants whose period ended, for views
    /// to be refreshed. Call about every second.
    std::vector<TenantId> tick();

private:
    struct Entry;

    Result<void> loadBudgets();
    Result<void> loadCounters(Instant now);
    Result<void> catchUpPeriods(Instant now);
    static store::UsageWindow windowOf(const TenantId &tenant, const PeriodRule &rule, Instant now);
    struct Recount
    {
        Entry *entry;
        PeriodRule rule;
    };
    Result<void> recount(const std::vector<Recount> &entries, store::Transaction transaction);
    void apply(Entry &entry, const std::optional<BudgetConfig> &config);
    bool followsWindow(const TenantId &tenant, const PeriodRule &rule) const;
    BudgetConfig merged(const BudgetChange &change) const;
    store::Transaction changeOf(const TenantId &tenant, const std::optional<BudgetConfig> &config,
                                const Actor &by) const;
    Result<void> replace(const TenantId &tenant, const std::optional<BudgetConfig> &config, const Actor &by);

    Entry &entryOf(const TenantId &tenant);
    const Entry *known(const TenantId &tenant) const;
    void announceNotices();
    void announce(const Entry &entry, const Edges &edges) const;
    void noticeRefusal(Entry &entry, GramsCO2e estimate);
    BudgetRow rowOf(const Entry &entry, Instant now) const;
    void noteEnded(const Entry &entry, const EndedPeriod &ended);
    void closeEnded();
    Result<std::optional<std::string>> compareCounters() const;

    bus::Bus &m_bus;
    store::StateStore &m_store;
    const Clock &m_clock;
    BudgetDefaults m_defaults;
    Ledger m_ledger;
    std::map<TenantId, std::unique_ptr<Entry>> m_entries;
    std::vector<store::PeriodClosing> m_ended; ///< not durable yet
    Subscription m_evaluate;
};

} // namespace greenward::budget
