#pragma once

#include "core/budget/throttle_history.h"
#include "core/bus/bus.h"
#include "core/bus/component_info.h"
#include "core/store/state_store.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace greenward::budget {

/// Where throttling turns to when nobody answers on the bus (T-03), and whom it tells of refusals.
struct Enforcement
{
    std::function<Result<bus::BudgetVerdict>(const TenantId &, GramsCO2e)> evaluate;
    std::function<void(const TenantId &, GramsCO2e)> refused; ///< C-05: `exhausted` once a minute
};

/// Decides whether an operation of a tenant may go on now, and keeps count (T-01, T-02, T-08). Whoever does the work
/// waits: see ThrottleGate. Engine thread only.
///
/// Asks on `sustainability.carbon.budget.evaluate`; when that fails asks directly; when that fails too the operation
/// goes on, because it is somebody's foreground work (C-49). Both leave an audit row, at most one a minute.
/// Publishes `sustainability.carbon.throttle.applied` for each answer that slows down or refuses (T-09).
class ThrottleComponent final
{
public:
    static constexpr bus::ComponentInfo kInfo{"throttle", "CarbonAwareness", "ActiveControl, Scheduling"};

    /// All references must outlive the component.
    ThrottleComponent(bus::Bus &bus, store::StateStore &store, const Clock &clock, Enforcement enforcement);
    /// Writes what is not written yet.
    ~ThrottleComponent();
    ThrottleComponent(const ThrottleComponent &) = delete;
    ThrottleComponent &operator=(const ThrottleComponent &) = delete;

    /// Reads the statistics. Call once, before anything else.
    Result<void> load();

    /// InvalidInput for a negative estimate. Never waits.
    Result<bus::BudgetVerdict> decide(const TenantId &tenant, GramsCO2e estimate);

    /// Since they are kept, over restarts.
    ThrottleStatistics statistics(const TenantId &tenant) const;

    struct Standout
    {
        TenantId tenant;
        ThrottleStatistics lately;
    };
    /// Tenants with at least `fewest` evaluations since `from`, of which more than `rate` were throttled; the highest
    /// rate first (C-56).
    std::vector<Standout> throttledOften(Instant from, std::uint64_t fewest, Percent rate) const;

    /// Makes the statistics durable, at most once a minute. Call about every second. A crash loses that minute's
    /// counts, never a tenant's usage.
    void tick();
    Result<void> flush();

private:
    void noteFallback(const std::string &what, const TenantId &tenant, const Error &error);

    bus::Bus &m_bus;
    store::StateStore &m_store;
    const Clock &m_clock;
    Enforcement m_enforcement;
    std::map<TenantId, ThrottleHistory> m_histories;
    std::set<TenantId> m_unwritten;
    std::chrono::nanoseconds m_writtenAt{0};                       ///< monotonic
    std::map<std::string, std::chrono::nanoseconds> m_lastAudited; ///< by kind of fallback, monotonic
};

} // namespace greenward::budget
