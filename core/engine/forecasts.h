#pragma once

#include "core/budget/budget_row.h"
#include "core/budget/forecast.h"
#include "core/engine/change_feed.h"
#include "core/engine/rows.h"
#include "core/engine/workshop.h"
#include "core/store/state_store.h"

#include <map>
#include <set>

namespace greenward::engine {

/// Knows the rhythm of every tenant that was asked for, learnt from the ledger and learnt anew once an hour. Asking
/// never waits long: the first few tenants are learnt on the spot, the rest in the workshop; until a tenant's rhythm
/// is known its forecast is the straight line. Engine thread only.
class Forecasts final
{
public:
    /// All outlive this; the workshop goes first.
    Forecasts(const store::StateStore &store, const Clock &clock, ChangeFeed &changes, Workshop &workshop);

    /// One tenant: learnt now when it is not known (about a millisecond).
    budget::Forecast of(const budget::BudgetRow &row);
    /// Many tenants, in one call per look: at most kOnTheSpot are learnt now.
    std::vector<budget::Forecast> of(const std::vector<budget::BudgetRow> &rows);
    const budget::Rhythm *rhythmOf(const TenantId &tenant) const;

private:
    static constexpr std::size_t kOnTheSpot = 64;
    static constexpr std::size_t kPerJob = 64;

    struct Known
    {
        Instant learntAt;
        std::optional<budget::Rhythm> rhythm; ///< nothing: too little history
    };

    bool isFresh(const TenantId &tenant) const;
    void learnNow(const TenantId &tenant);
    void learnLater(const std::vector<TenantId> &tenants);
    budget::Forecast judge(const budget::BudgetRow &row) const;

    const store::StateStore &m_store;
    const Clock &m_clock;
    ChangeFeed &m_changes;
    Workshop &m_workshop;
    std::map<TenantId, Known> m_known;
    std::set<TenantId> m_pending;
};

/// Roll-ups of one tenant as hours of use, over all operations and qualities; ascending. Sums stop at kLargestCarbon.
std::vector<budget::HourOfUse> hoursOfUse(const std::vector<store::UsageHour> &rollUps);
/// The row's time and amounts as the forecast takes them.
budget::Running runningOf(const budget::BudgetRow &row, Instant now);
/// Writes the forecast into the row that is shown.
void put(const budget::Forecast &forecast, BudgetRow &row);

} // namespace greenward::engine
