#include "core/base/json_text.h"
#include "core/tiering/open_objects.h"
#include "core/tiering/tiering_component.h"

#include <algorithm>
#include <map>
#include <set>

// What people decide about a batch.

namespace greenward::tiering {
namespace {

std::string subjectOf(const BatchHead &head)
{
    return "batch " + std::to_string(number(head.id));
}

Unexpected<Error> wrongState(const BatchHead &head, std::string_view wanted)
{
    return fail(ErrorCode::Refused, subjectOf(head),
                "is " + std::string(batchStateName(head.state)) + ", not " + std::string(wanted));
}

/// The audit row tells what the decision was about, without the list of objects: its hash stands for it.
std::string auditBody(const BatchHead &head)
{
    return jsonText(Json{{"state", batchStateName(head.state)},
                         {"tenant", head.tenant.text()},
                         {"target", head.target.text()},
                         {"objects", head.objects},
                         {"size_bytes", head.size.bytes()},
                         {"own_cost_ug", head.figures.ownCost.micrograms()},
                         {"saving_per_year_ug", head.figures.savingPerYear.micrograms()},
                         {"net_saving_ug", head.figures.netSaving.micrograms()},
                         {"plan_hash", head.planHash},
                         {"note", head.note},
                         {"reason", head.reason}});
}

store::MoveStep cancelStep(const store::MoveRecord &move, const std::string &reason, Instant now)
{
    return {.id = move.id,
            .from = move.state,
            .fromAttempt = move.attempt,
            .to = store::MoveState::Cancelled,
            .attempt = move.attempt,
            .sha256 = {},
            .notBefore = {},
            .reason = reason,
            .at = now};
}

struct Selection
{
    std::vector<const store::MoveRecord *> taken;
    std::vector<const store::MoveRecord *> left;
};

Result<Selection> select(const std::vector<store::MoveRecord> &moves, const ApprovalScope &scope)
{
    std::set<MoveId> wanted(scope.only.begin(), scope.only.end());
    const bool all = wanted.empty();
    Selection selection;
    for (const store::MoveRecord &move : moves) {
        const bool named = all || wanted.erase(move.id) > 0;
        const bool fits = !scope.maxCount || selection.taken.size() < *scope.maxCount;
        (named && fits ? selection.taken : selection.left).push_back(&move);
    }
    if (!wanted.empty())
        return fail(ErrorCode::InvalidInput, "only",
                    "\"" + std::to_string(number(*wanted.begin())) + "\" is not in this batch");
    if (selection.taken.empty()) return fail(ErrorCode::InvalidInput, "only", "leaves nothing of the batch");
    return selection;
}

/// Cuts the head down to `moves` and computes its figures anew.
Result<void> narrow(BatchHead &head, const std::vector<const store::MoveRecord *> &moves)
{
    std::map<BackendId, std::pair<std::uint64_t, DataSize>> bySource;
    head.objects = moves.size();
    head.size = DataSize();
    for (const store::MoveRecord *move : moves) {
        auto &[objects, size] = bySource[move->source];
        ++objects;
        size = size + move->signature.freed();
        head.size = head.size + move->signature.freed();
    }
    std::erase_if(head.sources, [&](const SourceShare &share) { return !bySource.contains(share.source); });
    std::vector<Share> shares;
    for (SourceShare &share : head.sources) {
        std::tie(share.objects, share.size) = bySource[share.source];
        shares.push_back({share.rates, share.size});
    }
    CORE_TRY(head.figures, figuresOf(shares, head.lifetimeYears));
    return {};
}

} // namespace

Result<BatchHead *> TieringComponent::find(BatchId id)
{
    const auto at = m_batches.find(id);
    if (at == m_batches.end())
        return fail(ErrorCode::UnknownName, "batch", "there is no batch " + std::to_string(number(id)));
    return &at->second;
}

Result<std::vector<store::MoveRecord>> TieringComponent::plannedMoves(BatchId id) const
{
    std::vector<store::MoveRecord> moves;
    CORE_CHECK(forEachMove(m_store, id, {store::MoveState::Planned},
                           [&moves](const store::MoveRecord &move) { moves.push_back(move); }));
    return moves;
}

Result<void> TieringComponent::keep(const BatchHead &changed, std::string_view what, const std::string &who,
                                    store::Transaction more)
{
    more.put(store::Collection::Batch, std::to_string(number(changed.id)), jsonText(toJson(changed)));
    more.audit.push_back({m_clock.now(), who, std::string(what), subjectOf(changed), auditBody(changed)});
    CORE_TRY([[maybe_unused]] const store::CommitInfo info, m_store.commit(std::move(more)));
    m_batches.insert_or_assign(changed.id, changed);
    return {};
}

Result<void> TieringComponent::approve(BatchId id, const Actor &by, const ApprovalScope &scope, const std::string &note)
{
    CORE_TRY(const BatchHead *planned, find(id));
    const Instant now = m_clock.now();
    if (planned->state != BatchState::Planned) return wrongState(*planned, "planned");
    if (planned->expiresAt && *planned->expiresAt <= now)
        return fail(ErrorCode::Refused, subjectOf(*planned), "the plan has lapsed; plan again");

    CORE_TRY(const std::vector<store::MoveRecord> moves, plannedMoves(id));
    CORE_TRY(const Selection selection, select(moves, scope));
    BatchHead head = *planned;
    store::Transaction transaction;
    if (!selection.left.empty()) {
        CORE_CHECK(narrow(head, selection.taken));
        for (const store::MoveRecord *move : selection.left)
            transaction.moveSteps.push_back(cancelStep(*move, "left out at approval", now));
    }
    head.decidedAt = now;
    head.decidedBy = by.text();
    head.note = note;
    awaitSchedule(head, now);
    head.expiresAt = now + m_settings.approvalLapse;
    // An approval lives to see its first window; one that is missed does not prolong it again.
    if (head.opensAt) head.expiresAt = std::max(*head.expiresAt, *head.opensAt + kWindowLength);
    return keep(head, "batch.approve", by.text(), std::move(transaction));
}

/// Approved, and where the policy's schedule puts it.
void TieringComponent::awaitSchedule(BatchHead &head, Instant now) const
{
    const Policy policy = policyOf(head.tenant);
    const Gate gate = shouldMigrateNow(policy, now, {});
    head.reason = gate.reason;
    head.opensAt = nextWindow(policy, now);
    head.state = policy.schedule == Schedule::Immediate         ? BatchState::Approved
                 : policy.schedule == Schedule::LowCarbonWindow ? BatchState::WaitingWindow
                                                                : BatchState::Scheduled;
}

Result<void> TieringComponent::reject(BatchId id, const Actor &by, const std::string &reason)
{
    CORE_TRY(const BatchHead *head, find(id));
    if (head->state != BatchState::Planned && !isApproved(head->state)) return wrongState(*head, "waiting");
    BatchHead rejected = *head;
    rejected.decidedAt = m_clock.now();
    rejected.decidedBy = by.text();
    return close(rejected, BatchState::Rejected, reason, "batch.reject", by.text());
}

Result<void> TieringComponent::cancel(BatchId id, const Actor &by)
{
    CORE_TRY(const BatchHead *head, find(id));
    if (head->state != BatchState::Planned && !isApproved(head->state)) return wrongState(*head, "waiting");
    return close(*head, BatchState::Cancelled, "called off by " + by.text() + " before it ran", "batch.cancel",
                 by.text());
}

Result<void> TieringComponent::close(const BatchHead &head, BatchState state, std::string reason, std::string_view what,
                                     const std::string &who)
{
    CORE_TRY(const std::vector<store::MoveRecord> moves, plannedMoves(head.id));
    const Instant now = m_clock.now();
    BatchHead closed = head;
    closed.state = state;
    closed.reason = std::move(reason);
    closed.expiresAt.reset();
    closed.opensAt.reset();
    store::Transaction transaction;
    for (const store::MoveRecord &move : moves)
        transaction.moveSteps.push_back(cancelStep(move, "batch " + std::string(batchStateName(state)), now));
    CORE_CHECK(keep(closed, what, who, std::move(transaction)));
    forgetOldest();
    return {};
}

} // namespace greenward::tiering
