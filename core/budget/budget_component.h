#pragma once

#include "core/budget/budget_row.h"
#include "core/bus/bus.h"
#include "core/store/state_store.h"

#include <map>
#include <memory>
#include <vector>

namespace greenward::budget {

struct Edges;

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
    std::optional<bool> shadow;
    bool replace = false; ///< what is nothing goes back to the default instead of being kept
};

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

/// Budgets of all tenants: configuration, counters, admission, events. Tenants without a budget get an unlimited
/// account that records (C-11).
///
/// Engine thread only. What changes state is made durable first, then counted, then announced on the bus; an error
/// means that nothing changed. Answers `sustainability.carbon.budget.evaluate`; publishes budget.set, .usage,
/// .threshold (once per level and period, C-04) and .exhausted (C-05).
class BudgetComponent final
{
public:
    /// All references must outlive the component.
    BudgetComponent(bus::Bus &bus, store::StateStore &store, const Clock &clock, BudgetDefaults defaults = {});
    ~BudgetComponent();
    BudgetComponent(const BudgetComponent &) = delete;
    BudgetComponent &operator=(const BudgetComponent &) = delete;

    /// Reads budgets and the usage of their current periods. Call once, before anything else.
    Result<void> load();

    // ---- configuration; with an audit row naming `by`
    /// Usage is recomputed from the ledger when the period changes, and kept otherwise (B-23, C-09).
    Result<void> set(const BudgetChange &change, const Actor &by);
    /// The tenant becomes unlimited; its usage stays on record. UnknownName if it has no budget.
    Result<void> remove(const TenantId &tenant, const Actor &by);

    // ---- what happened: always counted
    /// InvalidInput for negative amounts and times further ahead than the defaults allow.
    Result<UsageOutcome> recordUsage(const store::UsageRecord &record);
    /// Counts and announces a record another component has already made durable (a migration's own). The amount is
    /// taken off `against`, if that reservation still stands.
    void noteBooked(const store::UsageRecord &record, std::optional<ReservationId> against = std::nullopt);

    // ---- what is to come: may be refused
    /// Sets `estimate` aside. Refused when used + reserved + estimate would pass the hard limit. After `ttl` (nothing:
    /// never) an unsettled reservation is charged as usage of `operation`. Lives as long as the process.
    Result<ReservationId> reserve(const TenantId &tenant, GramsCO2e estimate, std::string_view operation,
                                  std::optional<milliseconds> ttl);
    /// Records `actual` in place of what was set aside. UnknownName when the reservation is no more.
    Result<UsageOutcome> commit(ReservationId id, GramsCO2e actual);
    Result<void> release(ReservationId id);

    /// Where the tenant stands and what an operation would meet. Changes nothing. The level and delay are of what is
    /// used; `canProceed` also counts what is reserved.
    bus::BudgetVerdict evaluate(const TenantId &tenant, GramsCO2e estimate) const;
    /// An admission of `estimate` was refused elsewhere: says `exhausted`, at most once a minute a tenant (C-05).
    void noteRefusal(const TenantId &tenant, GramsCO2e estimate);

    // ---- views
    /// By tenant name. Tenants without budget and without usage in this period are left out.
    std::vector<BudgetRow> rows() const;
    /// What a tenant nobody has heard of would get, if it is unknown.
    BudgetRow row(const TenantId &tenant) const;
    Result<std::vector<store::UsageRecord>> recent(const std::optional<TenantId> &tenant, std::size_t limit) const;

    /// Rolls over tenants at rest and charges expired reservations. Answers the tenants whose period ended, for views
    /// to be refreshed. Call about every second.
    std::vector<TenantId> tick();

private:
    struct Entry;
    struct Held;
    struct Ledger;

    Result<void> loadBudgets(Instant now);
    Result<void> loadUnbudgeted(Instant now);
    Result<Ledger> ledgerOf(const TenantId &tenant, const PeriodRule &rule, Instant now) const;
    BudgetConfig merged(const BudgetChange &change) const;
    Result<void> store(const TenantId &tenant, const std::optional<BudgetConfig> &config, const Actor &by);
    Result<void> replace(const TenantId &tenant, const std::optional<BudgetConfig> &config, const Actor &by);

    Entry &entryOf(const TenantId &tenant);
    const Entry *known(const TenantId &tenant) const;
    Result<store::UsageRecord> checked(const store::UsageRecord &record) const;
    UsageOutcome count(Entry &entry, const store::UsageRecord &record);
    void announce(const Entry &entry, const Edges &edges) const;
    void noticeRefusal(Entry &entry, GramsCO2e estimate);
    BudgetRow rowOf(const Entry &entry, Instant now) const;
    void recountDirty(Instant now);
    void chargeExpired();

    bus::Bus &m_bus;
    store::StateStore &m_store;
    const Clock &m_clock;
    BudgetDefaults m_defaults;
    std::map<TenantId, std::unique_ptr<Entry>> m_entries;
    std::map<ReservationId, std::unique_ptr<Held>> m_held;
    std::uint64_t m_lastReservation = 0;
    Subscription m_evaluate;
};

} // namespace greenward::budget
