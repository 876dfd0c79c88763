#include "core/engine/rehearsal.h"

#include "core/engine/handle/budget_change.h"
#include "core/engine/parts.h"

#include "core/base/time_text.h"

#include <algorithm>
#include <set>

namespace greenward::engine {
namespace {

using std::chrono::hours;

constexpr hours kLongestWindow = std::chrono::days{3660};

/// A tenant under both budgets, gathered on the engine thread.
struct Case
{
    TenantId tenant;
    budget::BudgetInForce asIs;
    budget::BudgetInForce changed;
};

struct Window
{
    Instant from;
    Instant to;
};

Result<Window> windowOf(const RehearsalQuery &query, Instant now)
{
    if (query.from >= query.to)
        return fail(ErrorCode::InvalidInput, "to", toRfc3339(query.to) + " is not after " + toRfc3339(query.from));
    const Instant lastHour = std::chrono::ceil<hours>(now);
    if (query.from >= lastHour)
        return fail(ErrorCode::InvalidInput, "from", toRfc3339(query.from) + " is in the future: nothing is recorded");
    const Window window{std::chrono::floor<hours>(query.from),
                        std::min(Instant{std::chrono::ceil<hours>(query.to)}, lastHour)};
    if (window.to - window.from > kLongestWindow)
        return fail(ErrorCode::InvalidInput, "from", "a window is at most ten years long");
    return window;
}

Result<std::vector<Case>> casesOf(const budget::BudgetComponent &budgets, const std::vector<SetBudget> &changes)
{
    if (changes.empty()) return fail(ErrorCode::InvalidInput, "changes", "nothing is to be changed");
    std::set<TenantId> seen;
    std::vector<Case> cases;
    for (const SetBudget &change : changes) {
        if (!seen.insert(change.tenant).second)
            return fail(ErrorCode::InvalidInput, "tenant", change.tenant.text() + " is named twice");
        CORE_TRY(budget::BudgetInForce changed, budgets.preview(changeOf(change)));
        const budget::BudgetRow row = budgets.row(change.tenant);
        cases.push_back({change.tenant, {row.config, row.curve}, std::move(changed)});
    }
    return cases;
}

/// Read from where the earlier of both periods begins: what was used in it before the window counts.
Result<std::vector<budget::HourOfUse>> historyOf(const store::StateStore &store, const Case &one, const Window &window)
{
    const Instant start = std::min(budget::periodAt(one.asIs.config.period, window.from).start,
                                   budget::periodAt(one.changed.config.period, window.from).start);
    CORE_TRY(const auto rollUps, store.usageHours(one.tenant, start, window.to));
    return hoursOfUse(rollUps);
}

/// Each budget sees only what lies in its own first period and in the window.
Result<RehearsalEffect> effectOf(const budget::BudgetInForce &budget, std::span<const budget::HourOfUse> history,
                                 Instant from)
{
    const Instant start = budget::periodAt(budget.config.period, from).start;
    const auto first = std::ranges::find_if(history, [&](const auto &hour) { return hour.hour >= start; });
    return budget::rehearse(budget.config, budget.curve, {first, history.end()}, from);
}

void takeEarlier(std::optional<Instant> &to, const std::optional<Instant> &from)
{
    if (from && (!to || *from < *to)) to = from;
}

Result<void> addTo(RehearsalEffect &total, const RehearsalEffect &one)
{
    total.operations += one.operations;
    total.delayed += one.delayed;
    total.refused += one.refused;
    total.refusingPeriods += one.refusingPeriods;
    CORE_TRY(const std::int64_t waiting,
             toInt64(Int128{total.waiting.count()} + one.waiting.count(), "waiting of all tenants"));
    total.waiting = milliseconds{waiting};
    CORE_TRY(total.recorded, total.recorded.plus(one.recorded));
    CORE_TRY(total.avoided, total.avoided.plus(one.avoided));
    takeEarlier(total.firstDelay, one.firstDelay);
    takeEarlier(total.firstRefusal, one.firstRefusal);
    return {};
}

Result<Rehearsal> rehearseAll(const store::StateStore &store, const std::vector<Case> &cases, const Window &window,
                              const std::function<bool()> &stopped, const ProgressSink &progress)
{
    Rehearsal rehearsal{.from = window.from, .to = window.to, .tenants = {}, .asIs = {}, .changed = {}};
    Progress come{.total = cases.size()};
    for (const Case &one : cases) {
        if (stopped()) return fail(ErrorCode::Cancelled, "rehearsal", "stopped");
        if (progress) progress(come);
        CORE_TRY(const auto history, historyOf(store, one, window));
        CORE_TRY(RehearsalEffect asIs, effectOf(one.asIs, history, window.from));
        CORE_TRY(RehearsalEffect changed, effectOf(one.changed, history, window.from));
        CORE_CHECK(addTo(rehearsal.asIs, asIs));
        CORE_CHECK(addTo(rehearsal.changed, changed));
        rehearsal.tenants.push_back({one.tenant, std::move(asIs), std::move(changed)});
        ++come.done;
    }
    if (progress) progress(come);
    return rehearsal;
}

} // namespace

void rehearse(Parts &parts, const RehearsalQuery &query, const std::stop_token &stop, const ProgressSink &progress,
              RehearsalDone done)
{
    const auto window = windowOf(query, parts.clock().now());
    if (!window) return done(Unexpected{window.error()});
    auto cases = casesOf(parts.budgets, query.changes);
    if (!cases) return done(Unexpected{cases.error()});
    parts.workshop.add([store = parts.ports.store.get(), cases = *std::move(cases), window = *window, stop, progress,
                        done = std::move(done)](const std::stop_token &leaving) {
        const auto stopped = [&] {
            return stop.stop_requested() || leaving.stop_requested();
        };
        return [done, result = rehearseAll(*store, cases, window, stopped, progress)] {
            done(result);
        };
    });
}

} // namespace greenward::engine
