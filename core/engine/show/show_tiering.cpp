#include "core/engine/show/show.h"

#include "core/base/time_text.h"
#include "core/base/utf8.h"
#include "core/engine/parts.h"

#include <set>

namespace greenward::engine {
namespace {

PlanFigures figuresOf(const tiering::BatchHead &head)
{
    PlanFigures figures;
    figures.objects = head.objects;
    figures.size = head.size;
    figures.ownCost = head.figures.ownCost;
    figures.ownCostLow = head.figures.ownCostLow;
    figures.ownCostHigh = head.figures.ownCostHigh;
    figures.savingPerYear = head.figures.savingPerYear;
    figures.netSaving = head.figures.netSaving;
    figures.netSavingLow = head.figures.netSavingLow;
    figures.breakEvenDays = head.figures.breakEvenDays;
    figures.lifetimeYears = head.lifetimeYears;
    return figures;
}

/// Why a batch has nothing to do right now, in one sentence.
std::string waitingFor(const storage::BatchProgress &progress, Instant now)
{
    if (progress.retrying > 0) return "waits for another try";
    if (progress.stuck > 0) return "copied; sources that could not be removed are tried again";
    const std::uint64_t atRest =
        progress.moved + progress.skipped + progress.stale + progress.failed + progress.cancelled;
    const std::uint64_t waiting = progress.sourcesWaiting();
    if (atRest < progress.objects || waiting == 0 || !progress.nextDue) return {};
    const std::string sources = std::to_string(waiting) + (waiting == 1 ? " source" : " sources");
    if (*progress.nextDue <= now)
        return "copied; the grace time of " + sources +
               " is over: they go while the console runs, or with `greenwardctl tiering run`";
    return "copied; " + sources + " kept for their grace time, until " + toRfc3339(*progress.nextDue);
}

/// What storage knows of a batch at work goes over what the head remembers.
void addProgress(BatchRow &row, const storage::BatchProgress &progress, Instant now)
{
    row.moved = progress.moved;
    row.movedSize = progress.movedSize;
    row.failed = progress.failed;
    row.skipped = progress.skipped + progress.stale;
    row.booked = progress.booked;
    if (progress.phase == storage::BatchPhase::Running) {
        row.bytesPerSecond = progress.bytesPerSecond;
        row.eta = progress.remaining;
    }
    row.sourcesWaiting = progress.sourcesWaiting();
    if (row.sourcesWaiting > 0) row.sourcesUntil = progress.nextDue;
    if (progress.phase == storage::BatchPhase::Waiting && row.stateReason.empty())
        row.stateReason = waitingFor(progress, now);
    if (!progress.why.empty()) row.stateReason = progress.why;
    for (const storage::MoveProblem &problem : progress.problems)
        row.lastErrors.push_back(escapedForDisplay(problem.key.text()) + ": " + problem.reason);
}

void addResult(BatchRow &row, const tiering::BatchResult &result)
{
    row.moved = result.moved;
    row.movedSize = result.movedSize;
    row.failed = result.failed;
    row.skipped = result.skipped;
    row.booked = result.booked;
}

BatchRow rowOf(const Parts &parts, const tiering::BatchHead &head)
{
    BatchRow row{.id = head.id, .tenant = head.tenant, .target = head.target};
    for (const tiering::SourceShare &share : head.sources)
        row.sources.push_back(share.source);
    row.state = batchStateName(head.state);
    row.stateReason = head.reason;
    row.figures = figuresOf(head);
    row.targetIntensity = head.targetIntensity;
    row.factors = head.factors;
    row.planHash = head.planHash;
    row.createdAt = head.createdAt;
    row.createdBy = head.createdBy;
    row.decidedAt = head.decidedAt;
    row.decidedBy = head.decidedBy;
    row.note = head.note;
    row.expiresAt = head.expiresAt;
    if (head.result) addResult(row, *head.result);
    if (const auto progress = parts.storage.batch(head.id)) addProgress(row, *progress, parts.clock().now());
    return row;
}

} // namespace

PolicyRow showPolicy(const Parts &parts, const TenantId &tenant)
{
    const tiering::Policy policy = parts.tiering.policyOf(tenant);
    PolicyRow row{.tenant = tenant};
    row.stored = parts.tiering.hasPolicy(tenant);
    row.enabled = policy.enabled;
    row.coldAfter = policy.coldAfter;
    row.targetScore = policy.targetScore;
    row.schedule = tiering::scheduleName(policy.schedule);
    row.batchHour = policy.batchHour;
    row.batchDay = tiering::weekdayName(policy.batchDay);
    row.maxBatch = policy.maxBatch;
    row.concurrency = policy.concurrency;
    row.respectBudget = policy.respectBudget;
    row.relocation = policy.relocation;
    row.leaveBehind = policy.leaveBehind;
    row.grace = policy.grace;
    row.lifetimeYears = policy.lifetimeYears;
    return row;
}

std::vector<TenantRow> showTenants(const Parts &parts)
{
    std::map<TenantId, TenantRow> rows;
    const auto rowFor = [&](const TenantId &tenant) -> TenantRow & {
        const auto known = rows.find(tenant);
        if (known != rows.end()) return known->second;
        return rows.emplace(tenant, TenantRow{.tenant = tenant, .policy = showPolicy(parts, tenant)}).first->second;
    };
    if (const auto totals = parts.storage.catalogue().totals(std::nullopt, std::nullopt))
        for (const storage::CatalogueTotal &total : *totals) {
            TenantRow &row = rowFor(total.tenant);
            row.objects += total.objects;
            row.size = row.size + total.size;
        }
    for (const auto &[tenant, policy] : parts.tiering.policies())
        rowFor(tenant);

    std::set<BackendId> dirty; ///< for the tenant at hand: connected backends below its target score
    const auto scores = parts.placement.scores(Signal::Average);
    for (auto &[tenant, row] : rows) {
        dirty.clear();
        if (scores)
            for (const bus::ScoredBackend &scored : *scores)
                if (scored.spec.driver != DriverKind::Profile && scored.score.total < row.policy.targetScore)
                    dirty.insert(scored.spec.id);
        const auto cold = parts.storage.catalogue().totals(tenant, parts.clock().now() - row.policy.coldAfter);
        if (!cold) continue;
        for (const storage::CatalogueTotal &total : *cold) {
            row.coldObjects += total.coldObjects;
            row.coldSize = row.coldSize + total.coldSize;
            if (!dirty.contains(total.backend)) continue;
            row.movableObjects += total.coldObjects;
            row.movableSize = row.movableSize + total.coldSize;
        }
    }
    std::vector<TenantRow> list;
    for (auto &[tenant, row] : rows)
        list.push_back(std::move(row));
    return list;
}

std::vector<BatchRow> showBatches(const Parts &parts)
{
    std::vector<BatchRow> rows;
    for (const tiering::BatchHead &head : parts.tiering.batches())
        rows.push_back(rowOf(parts, head));
    return rows;
}

Result<BatchRow> showBatch(const Parts &parts, BatchId id)
{
    CORE_TRY(const tiering::BatchHead head, parts.tiering.batch(id));
    BatchRow row = rowOf(parts, head);
    CORE_TRY(row.totals, parts.ports.store->moveTotals(id));
    return row;
}

} // namespace greenward::engine
