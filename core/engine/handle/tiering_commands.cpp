#include "core/engine/handle/handle.h"

#include "core/engine/parts.h"
#include "core/engine/show/show.h"

namespace greenward::engine {
namespace {

void announce(Parts &parts, BatchId id)
{
    parts.ports.changes->mark(Area::Batches, std::to_string(number(id)));
    parts.ports.changes->mark(Area::Activity);
}

Outcome about(BatchId id)
{
    Outcome outcome;
    outcome.batch = id;
    return outcome;
}

/// Sets the own cost of an approved batch aside in the tenant's budget (C-48); a batch that does not fit is refused.
Result<void> reserveFor(Parts &parts, const tiering::BatchHead &head)
{
    if (!parts.tiering.policyOf(head.tenant).respectBudget) return {};
    auto reserved = parts.budgets.reserve(head.tenant, head.figures.ownCost, "migration", std::nullopt);
    if (!reserved)
        return fail(reserved.error().code, "batch " + std::to_string(number(head.id)),
                    "the budget of " + head.tenant.text() + " has no room for the move's own emissions of " +
                        head.figures.ownCost.gramsText() + " g: " + reserved.error().detail);
    parts.reservations.insert_or_assign(head.id, *reserved);
    return {};
}

/// What has ended but for sources whose grace time is over.
bool releasesDue(Parts &parts, BatchId id)
{
    if (!parts.storage.releaseDue(id)) return false;
    announce(parts, id);
    return true;
}

Result<Outcome> runOne(Parts &parts, BatchId id, const Actor &by)
{
    if (releasesDue(parts, id)) return about(id);
    CORE_TRY(const tiering::RunResult run, parts.tiering.run(id, by));
    announce(parts, id);
    Outcome outcome = about(id);
    if (!run.started) outcome.warnings.push_back("batch " + std::to_string(number(id)) + " waits: " + run.reason);
    return outcome;
}

/// Storage keeps a batch in mind as long as there is something to do for it.
Result<void> checkMigrated(const Parts &parts, BatchId id)
{
    CORE_TRY(const tiering::BatchHead head, parts.tiering.batch(id));
    if (parts.storage.batch(id)) return {};
    return fail(ErrorCode::Refused, "batch " + std::to_string(number(id)),
                "is " + std::string(batchStateName(head.state)) +
                    "; nothing of it waits to be moved, tried again or released");
}

bool mayRun(tiering::BatchState state)
{
    return isApproved(state) || state == tiering::BatchState::Paused || state == tiering::BatchState::Running;
}

Result<tiering::Policy> policyFrom(const PolicyRow &row)
{
    CORE_TRY(const tiering::Schedule schedule, tiering::parseSchedule(row.schedule));
    CORE_TRY(const std::chrono::weekday day, tiering::parseWeekday(row.batchDay));
    tiering::Policy policy;
    policy.coldAfter = row.coldAfter;
    policy.targetScore = row.targetScore;
    policy.schedule = schedule;
    policy.batchHour = row.batchHour;
    policy.batchDay = day;
    policy.maxBatch = row.maxBatch;
    policy.concurrency = row.concurrency;
    policy.respectBudget = row.respectBudget;
    policy.relocation = row.relocation;
    policy.leaveBehind = row.leaveBehind;
    policy.grace = row.grace;
    policy.lifetimeYears = row.lifetimeYears;
    policy.enabled = row.enabled;
    CORE_CHECK(tiering::validate(policy));
    return policy;
}

} // namespace

Result<Outcome> handle(Parts &parts, const SetPolicy &command, const Actor &by)
{
    CORE_TRY(tiering::Policy policy, policyFrom(command.policy));
    policy.networkPath = parts.tiering.policyOf(command.policy.tenant).networkPath;
    CORE_CHECK(parts.tiering.setPolicy(command.policy.tenant, policy, by));
    parts.ports.changes->mark(Area::Policies, command.policy.tenant.text());
    Outcome outcome;
    CORE_TRY(const auto targets, parts.tiering.eligibleTargets(policy));
    if (targets.empty())
        outcome.warnings.push_back("no connected backend reaches a score of " + policy.targetScore.text() +
                                   "; nothing will be planned until one does");
    return outcome;
}

Result<Outcome> handle(Parts &parts, const PlanBatch &command, const Actor &by)
{
    CORE_TRY(const tiering::PlanResult result, parts.tiering.plan(command.tenant, by));
    const tiering::Policy policy = parts.tiering.policyOf(command.tenant);
    PlanOutcome plan;
    plan.batch = result.batch;
    plan.summary = result.plan.summary;
    Outcome outcome;
    if (result.batch && result.plan.target)
        if (const auto full = parts.tiering.checkTarget(result.plan.target->spec.id, result.plan.size); !full)
            outcome.warnings.push_back(full.error().subject + ": " + full.error().detail +
                                       "; as it is, the batch will not start");
    for (const tiering::LeftOutCount &left : result.plan.leftOut)
        plan.leftOut.push_back({tiering::whyNotText(left.why, policy), left.objects, left.size});
    outcome.batch = result.batch;
    outcome.plan = std::move(plan);
    if (result.batch) announce(parts, *result.batch);
    return outcome;
}

Result<Outcome> handle(Parts &parts, const ApproveBatch &command, const Actor &by)
{
    CORE_TRY(const tiering::BatchHead planned, parts.tiering.batch(command.batch));
    if (planned.state != tiering::BatchState::Planned)
        return fail(ErrorCode::Refused, "batch " + std::to_string(number(command.batch)),
                    "it is " + std::string(batchStateName(planned.state)) + ", only planned batches can be approved");
    CORE_CHECK(parts.mirror.flush()); // C-13: what is approved stands on what the budgets file says
    CORE_CHECK(
        parts.tiering.approve(command.batch, by, {.only = command.only, .maxCount = std::nullopt}, command.note));
    CORE_TRY(const tiering::BatchHead approved, parts.tiering.batch(command.batch));
    announce(parts, command.batch);
    Outcome outcome = about(command.batch);
    // The approval stands even if the budget has no room now: running asks again.
    if (const auto reserved = reserveFor(parts, approved); !reserved)
        outcome.warnings.push_back(reserved.error().detail);
    return outcome;
}

Result<Outcome> handle(Parts &parts, const RejectBatch &command, const Actor &by)
{
    CORE_CHECK(parts.tiering.reject(command.batch, by, command.reason));
    announce(parts, command.batch);
    return about(command.batch);
}

Result<Outcome> handle(Parts &parts, const RunBatch &command, const Actor &by)
{
    if (command.batch) return runOne(parts, *command.batch, by);
    Outcome all;
    bool any = false;
    for (const tiering::BatchHead &head : parts.tiering.batches()) {
        if (!mayRun(head.state)) {
            any = releasesDue(parts, head.id) || any;
            continue;
        }
        any = true;
        auto one = runOne(parts, head.id, by);
        if (!one) {
            ++all.refused;
            all.warnings.push_back("batch " + std::to_string(number(head.id)) + ": " + one.error().detail);
        } else {
            all.warnings.insert(all.warnings.end(), one->warnings.begin(), one->warnings.end());
        }
    }
    if (!any) all.warnings.emplace_back("no batch is approved; approve one first");
    return all;
}

Result<Outcome> handle(Parts &parts, const PauseBatch &command, const Actor &by)
{
    const std::string why = "paused by " + by.text();
    CORE_TRY(const tiering::BatchHead head, parts.tiering.batch(command.batch));
    if (head.state != tiering::BatchState::Running && head.state != tiering::BatchState::Paused)
        return fail(ErrorCode::Refused, "batch " + std::to_string(number(command.batch)),
                    "is " + std::string(batchStateName(head.state)) + "; only a running batch can be paused");
    CORE_CHECK(parts.storage.pause(command.batch, why));
    CORE_CHECK(parts.tiering.notePaused(command.batch, true, why));
    announce(parts, command.batch);
    return about(command.batch);
}

Result<Outcome> handle(Parts &parts, const CancelBatch &command, const Actor &by)
{
    CORE_TRY(const tiering::BatchHead head, parts.tiering.batch(command.batch));
    if (parts.storage.batch(command.batch)) {
        CORE_CHECK(parts.storage.cancel(command.batch));
        CORE_CHECK(parts.tiering.noteCancelled(command.batch, by));
    } else {
        CORE_CHECK(parts.tiering.cancel(command.batch, by));
    }
    announce(parts, command.batch);
    return about(command.batch);
}

Result<Outcome> handle(Parts &parts, const RetryBatch &command, const Actor &)
{
    CORE_CHECK(checkMigrated(parts, command.batch));
    CORE_CHECK(parts.storage.retry(command.batch));
    announce(parts, command.batch);
    return about(command.batch);
}

Result<Outcome> handle(Parts &parts, const ReleaseNow &command, const Actor &)
{
    CORE_CHECK(checkMigrated(parts, command.batch));
    CORE_CHECK(parts.storage.releaseNow(command.batch));
    announce(parts, command.batch);
    return about(command.batch);
}

} // namespace greenward::engine
