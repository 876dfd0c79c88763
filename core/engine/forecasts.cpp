#include "core/engine/forecasts.h"

#include <algorithm>

namespace greenward::engine {
namespace {

constexpr std::chrono::hours kFreshFor{1};

std::optional<budget::Rhythm> learn(const store::StateStore &store, const TenantId &tenant, Instant now)
{
    const Instant until = std::chrono::floor<std::chrono::hours>(now);
    const auto rollUps = store.usageHours(tenant, until - budget::Rhythm::kLongestHistory, until);
    if (!rollUps) return std::nullopt; // an unreadable ledger is reported by whoever reads it for its own sake
    return budget::Rhythm::learn(hoursOfUse(*rollUps), until);
}

} // namespace

std::vector<budget::HourOfUse> hoursOfUse(const std::vector<store::UsageHour> &rollUps)
{
    std::map<Instant, budget::HourOfUse> byHour;
    for (const store::UsageHour &rollUp : rollUps) {
        budget::HourOfUse &hour = byHour[rollUp.hour];
        hour.hour = rollUp.hour;
        hour.operations += rollUp.records;
        hour.amount = hour.amount.plus(rollUp.amount).value_or(kLargestCarbon);
    }
    std::vector<budget::HourOfUse> hours;
    hours.reserve(byHour.size());
    for (const auto &[at, hour] : byHour)
        hours.push_back(hour);
    return hours;
}

budget::Running runningOf(const budget::BudgetRow &row, Instant now)
{
    return {row.period, now, row.used, row.records,
            row.config.limit ? std::optional(ceiling(row.curve, *row.config.limit)) : std::nullopt};
}

void put(const budget::Forecast &forecast, BudgetRow &row)
{
    row.forecastBasis = forecast.basis;
    row.forecastFrom = forecast.enoughFrom;
    row.projected = forecast.atEnd;
    row.projectedLow = forecast.low;
    row.projectedHigh = forecast.high;
    row.exhaustsAt = forecast.exhaustsAt;
    row.exhaustsEarliest = forecast.exhaustsEarliest;
    row.exhaustsLatest = forecast.exhaustsLatest;
}

Forecasts::Forecasts(const store::StateStore &store, const Clock &clock, ChangeFeed &changes, Workshop &workshop)
    : m_store(store)
    , m_clock(clock)
    , m_changes(changes)
    , m_workshop(workshop)
{}

budget::Forecast Forecasts::of(const budget::BudgetRow &row)
{
    if (!m_known.contains(row.tenant))
        learnNow(row.tenant);
    else if (!isFresh(row.tenant))
        learnLater({row.tenant});
    return judge(row);
}

std::vector<budget::Forecast> Forecasts::of(const std::vector<budget::BudgetRow> &rows)
{
    std::size_t learnt = 0;
    std::vector<TenantId> later;
    std::vector<budget::Forecast> forecasts;
    forecasts.reserve(rows.size());
    for (const budget::BudgetRow &row : rows) {
        if (!m_known.contains(row.tenant) && learnt < kOnTheSpot) {
            learnNow(row.tenant);
            ++learnt;
        } else if (!isFresh(row.tenant)) {
            later.push_back(row.tenant);
        }
        forecasts.push_back(judge(row));
    }
    learnLater(later);
    return forecasts;
}

const budget::Rhythm *Forecasts::rhythmOf(const TenantId &tenant) const
{
    const auto known = m_known.find(tenant);
    return known != m_known.end() && known->second.rhythm ? &*known->second.rhythm : nullptr;
}

bool Forecasts::isFresh(const TenantId &tenant) const
{
    const auto known = m_known.find(tenant);
    return known != m_known.end() && m_clock.now() < known->second.learntAt + kFreshFor;
}

void Forecasts::learnNow(const TenantId &tenant)
{
    const Instant now = m_clock.now();
    m_known.insert_or_assign(tenant, Known{now, learn(m_store, tenant, now)});
}

/// In portions, so that what else waits for the workshop gets its turn.
void Forecasts::learnLater(const std::vector<TenantId> &tenants)
{
    std::vector<TenantId> portion;
    const auto hand = [&] {
        if (portion.empty()) return;
        m_workshop.add([this, &store = m_store, now = m_clock.now(),
                        portion = std::exchange(portion, {})](const std::stop_token &stop) -> std::function<void()> {
            std::vector<std::pair<TenantId, Known>> learnt;
            for (const TenantId &tenant : portion) {
                if (stop.stop_requested()) break;
                learnt.emplace_back(tenant, Known{now, learn(store, tenant, now)});
            }
            // Runs only while the workshop is there, and it goes before this does.
            return [this, learnt = std::move(learnt)] {
                for (const auto &[tenant, known] : learnt) {
                    m_known.insert_or_assign(tenant, known);
                    m_pending.erase(tenant);
                    m_changes.mark(Area::Budgets, tenant.text());
                }
            };
        });
    };
    for (const TenantId &tenant : tenants) {
        if (!m_pending.insert(tenant).second) continue;
        portion.push_back(tenant);
        if (portion.size() == kPerJob) hand();
    }
    hand();
}

budget::Forecast Forecasts::judge(const budget::BudgetRow &row) const
{
    return forecast(runningOf(row, m_clock.now()), rhythmOf(row.tenant));
}

} // namespace greenward::engine
