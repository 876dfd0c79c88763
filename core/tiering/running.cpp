#include "core/base/time_text.h"
#include "core/tiering/tiering_component.h"

#include <algorithm>
#include <set>

// What runs, waits and lapses.

namespace greenward::tiering {
namespace {

constexpr std::chrono::minutes kRetryAfter{1}; ///< a window that is open but a check said no

std::string subjectOf(const BatchHead &head)
{
    return "batch " + std::to_string(number(head.id));
}

Actor automatic()
{
    return Actor::parse("schedule").value();
}

const SourceShare *shareOf(const BatchHead &head, const BackendId &source)
{
    const auto at = std::find_if(head.sources.begin(), head.sources.end(),
                                 [&](const SourceShare &share) { return share.source == source; });
    return at == head.sources.end() ? nullptr : &*at;
}

bool isMoved(store::MoveState state)
{
    return state == store::MoveState::Done || state == store::MoveState::Kept;
}

bool areAtRest(const std::vector<store::MoveTotal> &totals)
{
    return std::ranges::all_of(totals, [](const store::MoveTotal &total) { return store::isTerminal(total.state); });
}

/// What the released objects save a year; a source that is kept saves nothing (storage.md 0).
GramsCO2e savedBy(const BatchHead &head, const std::vector<store::MoveTotal> &totals)
{
    GramsCO2e saved;
    for (const store::MoveTotal &total : totals) {
        const SourceShare *share = shareOf(head, total.source);
        if (!share || total.state != store::MoveState::Done) continue;
        saved = saved + share->rates.savingPerYear.of(total.size).value_or(GramsCO2e());
    }
    return saved;
}

bus::MigrateBatch requestOf(const BatchHead &head)
{
    bus::MigrateBatch request{.batch = head.id,
                              .tenant = head.tenant,
                              .target = head.target,
                              .concurrency = head.concurrency,
                              .relocation = head.relocation,
                              .leaveBehind = head.leaveBehind,
                              .grace = head.grace,
                              .costs = {}};
    for (const SourceShare &share : head.sources)
        request.costs.push_back({share.source, share.rates.cost.numerator, share.rates.cost.denominator});
    return request;
}

} // namespace

Result<TieringComponent::Remainder> TieringComponent::remainderOf(const BatchHead &head) const
{
    // Before it first runs, what was approved, to the microgram.
    if (head.state != BatchState::Paused) return Remainder{head.size, head.figures.ownCost};
    CORE_TRY(const std::vector<store::MoveTotal> totals, m_store.moveTotals(head.id));
    Remainder left;
    for (const store::MoveTotal &total : totals) {
        const bool waits = total.state == store::MoveState::Planned || total.state == store::MoveState::Copying ||
                           total.state == store::MoveState::Verified || total.state == store::MoveState::RetryWait;
        const SourceShare *share = shareOf(head, total.source);
        if (!waits || !share) continue;
        CORE_TRY(const GramsCO2e cost, share->rates.cost.of(total.size));
        CORE_TRY(left.ownCost, left.ownCost.plus(cost));
        if (total.state != store::MoveState::Verified) left.size = left.size + total.size;
    }
    return left;
}

std::string TieringComponent::budgetObjection(const TenantId &tenant, const Figures &figures, GramsCO2e ownCost) const
{
    const auto verdict = m_bus.request(bus::EvaluateBudget{tenant, ownCost});
    // In the background a check that fails is a no (C-49).
    if (!verdict) return "the budget could not be asked: " + verdict.error().detail;
    if (verdict->shadow) return {}; // counted, not enforced
    if (verdict->level == ThrottleLevel::Hard) return "the budget of " + tenant.text() + " is over its hard limit";
    if (!verdict->canProceed)
        return "the move would emit " + ownCost.gramsText() + " g, more than the budget of " + tenant.text() +
               " has left";
    if (verdict->level != ThrottleLevel::Soft) return {};
    // Past the soft threshold only what pays back before the period ends (C-48).
    const auto days = std::chrono::floor<std::chrono::days>(verdict->periodEnd - m_clock.now()).count();
    if (figures.breakEvenDays && *figures.breakEvenDays < days) return {};
    return "the budget of " + tenant.text() +
           " is over its soft threshold and the move does not pay back before the period ends at " +
           toRfc3339(verdict->periodEnd);
}

Result<void> TieringComponent::checkTarget(const BackendId &target, DataSize size) const
{
    const std::string subject = "backend " + target.text();
    CORE_TRY(const bus::BackendHealth health, m_bus.request(bus::CheckHealth{target}));
    if (!health.reachable)
        return fail(ErrorCode::Unreachable, subject, health.problem.empty() ? "is not reachable" : health.problem);
    if (!health.writable)
        return fail(ErrorCode::NoPermission, subject, health.problem.empty() ? "is not writable" : health.problem);
    if (health.free && *health.free < size)
        return fail(ErrorCode::NoSpace, subject,
                    std::to_string(health.free->bytes()) + " bytes are free, the batch needs " +
                        std::to_string(size.bytes()));
    return {};
}

Result<void> TieringComponent::checkStart(const BatchHead &head, const Policy &policy) const
{
    CORE_TRY(const Remainder left, remainderOf(head));
    if (policy.respectBudget) {
        const GramsCO2e setAside = m_settings.setAside ? m_settings.setAside(head.id) : GramsCO2e{};
        const GramsCO2e ask = std::max(left.ownCost - setAside, GramsCO2e{});
        if (std::string objection = budgetObjection(head.tenant, head.figures, ask); !objection.empty())
            return fail(ErrorCode::Refused, "budget", std::move(objection));
    }
    return checkTarget(head.target, left.size);
}

Result<RunResult> TieringComponent::run(BatchId id, const Actor &by)
{
    CORE_TRY(const BatchHead *found, find(id));
    const BatchHead head = *found;
    const Instant now = m_clock.now();
    if (head.state == BatchState::Running) { // interrupted: storage goes on where it was
        CORE_CHECK(start(head, by.text()));
        return RunResult{true, {}, {}};
    }
    if (!isApproved(head.state) && head.state != BatchState::Paused)
        return fail(ErrorCode::Refused, subjectOf(head),
                    "is " + std::string(batchStateName(head.state)) + "; only an approved batch may run");
    if (isApproved(head.state) && head.expiresAt && *head.expiresAt <= now)
        return fail(ErrorCode::Refused, subjectOf(head), "the approval has lapsed; plan again");

    const Policy policy = policyOf(head.tenant);
    if (const Gate gate = shouldMigrateNow(policy, now, {}); !gate.open) {
        CORE_CHECK(wait(head, gate, now));
        return RunResult{false, gate.reason, gate.opensAt};
    }
    if (auto may = checkStart(head, policy); !may) {
        noteRefused(id, may.error().detail, by.text());
        return Unexpected{std::move(may).error()};
    }
    CORE_CHECK(start(head, by.text()));
    return RunResult{true, {}, {}};
}

Result<void> TieringComponent::wait(const BatchHead &head, const Gate &gate, Instant now)
{
    if (head.state == BatchState::Paused) return {};
    BatchHead waiting = head;
    awaitSchedule(waiting, now);
    waiting.reason = gate.reason;
    if (waiting == head) return {};
    return keep(waiting, "batch.wait", automatic().text());
}

Result<void> TieringComponent::start(const BatchHead &head, const std::string &who)
{
    BatchHead running = head;
    running.state = BatchState::Running;
    running.reason.clear();
    running.expiresAt.reset();
    running.opensAt.reset();
    // Durable first: a crash in between leaves a running batch that nothing has touched, and it is started again.
    if (running != head) CORE_CHECK(keep(running, "batch.run", who));
    const auto accepted = m_bus.request(requestOf(running));
    if (accepted) return {};
    if (running != head) {
        BatchHead back = head;
        back.reason = accepted.error().detail;
        CORE_CHECK(keep(back, "batch.run.refused", who));
    }
    return Unexpected{accepted.error()};
}

Result<void> TieringComponent::notePaused(BatchId id, bool paused, const std::string &why)
{
    CORE_TRY(const BatchHead *found, find(id));
    const BatchState wanted = paused ? BatchState::Paused : BatchState::Running;
    if (found->state == wanted) return {};
    if (found->state != BatchState::Running && found->state != BatchState::Paused)
        return fail(ErrorCode::Refused, subjectOf(*found), "is " + std::string(batchStateName(found->state)));
    BatchHead head = *found;
    head.state = wanted;
    head.reason = paused ? why : "";
    return keep(head, paused ? "batch.pause" : "batch.resume", "storage");
}

Result<void> TieringComponent::noteCancelled(BatchId id, const Actor &by)
{
    CORE_TRY(const BatchHead *found, find(id));
    BatchHead head = *found;
    // It works until what was switched is brought to its end.
    if (head.state == BatchState::Paused) head.state = BatchState::Running;
    head.stoppedBy = by.text();
    head.reason = "is being cancelled by " + head.stoppedBy + "; what was switched stays switched";
    return keep(head, "batch.cancel", by.text());
}

// ---- the end of a batch

void TieringComponent::onComplete(const bus::BatchComplete &event)
{
    const auto at = m_batches.find(event.batch);
    if (at == m_batches.end() || !isOpen(at->second.state)) return;
    BatchHead head = at->second;
    const auto state = parseBatchState(event.state);
    head.state = state && !isOpen(*state) ? *state : BatchState::Partly;
    const auto totals = m_store.moveTotals(event.batch);
    head.result = BatchResult{event.moved,   event.failed,
                              event.skipped, event.movedSize,
                              event.booked,  totals ? savedBy(head, *totals) : GramsCO2e(),
                              event.at,      totals && areAtRest(*totals)};
    finish(std::move(head));
}

void TieringComponent::finish(BatchHead head)
{
    head.reason = head.stoppedBy.empty() || head.state == BatchState::Completed
                      ? std::string()
                      : "stopped by " + head.stoppedBy + "; what was switched stays switched";
    // Nobody waits for an answer here. If the store refuses, the batch stays open and load() finishes it next time.
    if (keep(head, "batch.end", "storage")) forgetOldest();
}

/// A crash can come between the last object of a batch and the line that says it has ended.
Result<void> TieringComponent::finishInterrupted()
{
    std::vector<BatchHead> running;
    for (const auto &[id, head] : m_batches)
        if (head.state == BatchState::Running || head.state == BatchState::Paused) running.push_back(head);
    for (BatchHead &head : running) {
        CORE_TRY(const std::vector<store::MoveTotal> totals, m_store.moveTotals(head.id));
        if (!totals.empty() && areAtRest(totals)) finish(endedBy(std::move(head), totals));
    }
    std::vector<BatchHead> unsettled;
    for (const auto &[id, head] : m_batches)
        if (!isOpen(head.state) && head.result && !head.result->settled) unsettled.push_back(head);
    for (const BatchHead &head : unsettled)
        CORE_CHECK(settle(head));
    return {};
}

Result<void> TieringComponent::noteSettled(BatchId id)
{
    const auto at = m_batches.find(id);
    if (at == m_batches.end() || isOpen(at->second.state) || !at->second.result || at->second.result->settled)
        return {};
    return settle(BatchHead(at->second));
}

Result<void> TieringComponent::settle(const BatchHead &head)
{
    if (m_store.health().readOnly) return {};
    CORE_TRY(const std::vector<store::MoveTotal> totals, m_store.moveTotals(head.id));
    if (!areAtRest(totals)) return {};
    BatchHead settled = endedBy(head, totals);
    settled.result->at = head.result->at;
    settled.result->booked = head.result->booked; // what was booked is what happened
    if (head.state == BatchState::Cancelled) settled.state = head.state;
    return keep(settled, "batch.settle", "storage");
}

BatchHead TieringComponent::endedBy(BatchHead head, const std::vector<store::MoveTotal> &totals) const
{
    BatchResult result;
    std::uint64_t cancelled = 0;
    std::uint64_t stay = 0; // copied, and what was to go could not
    for (const store::MoveTotal &total : totals) {
        if (total.state == store::MoveState::Kept && head.relocation == Relocation::Move) stay += total.objects;
        if (isMoved(total.state)) {
            result.moved += total.objects;
            result.movedSize = result.movedSize + total.size;
            if (const SourceShare *share = shareOf(head, total.source))
                result.booked = result.booked + share->rates.cost.of(total.size).value_or(GramsCO2e());
        } else if (total.state == store::MoveState::Failed) {
            result.failed += total.objects;
        } else if (total.state == store::MoveState::Cancelled) {
            cancelled += total.objects;
        } else {
            result.skipped += total.objects;
        }
    }
    result.savingPerYear = savedBy(head, totals);
    result.at = m_clock.now();
    result.settled = areAtRest(totals);
    if (stay > 0)
        head.reason = stay == 1
                          ? std::string("1 source stays where it was, beside its copy; the reason stands at the object")
                          : std::to_string(stay) +
                                " sources stay where they were, beside their copies; the reasons stand at the objects";
    head.state = result.moved == head.objects && stay == 0 ? BatchState::Completed
                 : result.moved > 0                        ? BatchState::Partly
                 : cancelled > 0                           ? BatchState::Cancelled
                                                           : BatchState::Failed;
    head.result = result;
    return head;
}

// ---- time

void TieringComponent::tick(Instant now)
{
    expire(now);
    openWindows(now);
    planInBackground(now);
}

void TieringComponent::expire(Instant now)
{
    std::vector<BatchHead> lapsed;
    for (const auto &[id, head] : m_batches) {
        const bool waits = head.state == BatchState::Planned || isApproved(head.state);
        if (waits && head.expiresAt && *head.expiresAt <= now) lapsed.push_back(head);
    }
    // A store that cannot write now is asked again at the next tick.
    for (const BatchHead &head : lapsed)
        static_cast<void>(close(head, BatchState::Expired,
                                head.state == BatchState::Planned ? "nobody approved the plan in time"
                                                                  : "the approval lapsed before it could run",
                                "batch.expire", automatic().text()));
}

void TieringComponent::openWindows(Instant now)
{
    if (m_triedAt && now - *m_triedAt < kRetryAfter) return;
    std::vector<BatchId> waiting;
    for (const auto &[id, head] : m_batches)
        if (head.state == BatchState::Scheduled || head.state == BatchState::WaitingWindow) waiting.push_back(id);
    if (waiting.empty()) return;
    m_triedAt = now;
    for (const BatchId id : waiting) {
        static_cast<void>(run(id, automatic())); // why not stands on the batch
    }
}

/// Says on the batch why it did not start although it was to.
void TieringComponent::noteRefused(BatchId id, const std::string &reason, const std::string &who)
{
    const auto at = m_batches.find(id);
    if (at == m_batches.end() || at->second.reason == reason || !isApproved(at->second.state)) return;
    BatchHead head = at->second;
    head.reason = reason;
    static_cast<void>(keep(head, "batch.run.refused", who));
}

void TieringComponent::planInBackground(Instant now)
{
    if (!m_settings.backgroundPlanning) return;
    if (m_plannedAt && now - *m_plannedAt < m_settings.planEvery) return;
    m_plannedAt = now;
    // One plan at a time waits for a person; another would only make the queue longer (C-44).
    std::set<TenantId> waiting;
    for (const auto &[id, head] : m_batches)
        if (head.state == BatchState::Planned) waiting.insert(head.tenant);
    std::vector<TenantId> tenants;
    for (const auto &[tenant, policy] : m_policies)
        if (policy.enabled && !waiting.contains(tenant)) tenants.push_back(tenant);
    // Planning again costs nothing; why nothing was planned is asked for by planning by hand.
    for (const TenantId &tenant : tenants)
        static_cast<void>(plan(tenant, automatic()));
}

} // namespace greenward::tiering
