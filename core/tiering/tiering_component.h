#pragma once

#include "core/base/clock.h"
#include "core/bus/bus.h"
#include "core/store/state_store.h"
#include "core/tiering/batch.h"
#include "core/tiering/open_objects.h"
#include "core/tiering/planner.h"
#include "core/tiering/policy.h"
#include "core/tiering/schedule.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace greenward::tiering {

struct TieringSettings
{
    std::chrono::seconds approvalLapse{std::chrono::hours{72}}; ///< of plans and of approvals (C-44)
    bool backgroundPlanning = false;                            ///< plan for enabled tenants without being asked (M-09)
    std::chrono::seconds planEvery{std::chrono::minutes{15}};
    std::size_t historyInView = 10'000; ///< ended batches kept in memory; the store keeps all (C-53)
    /// What of the tenant's budget is set aside for the batch already, and so is not asked for again. Empty: nothing.
    std::function<GramsCO2e(BatchId)> setAside = {};
};

/// What planning came to.
struct PlanResult
{
    std::optional<BatchId> batch; ///< nothing: there was nothing worth planning, see plan.summary
    Plan plan;
};

/// Which part of a batch is approved; the rest leaves it.
struct ApprovalScope
{
    std::vector<MoveId> only;              ///< empty: all
    std::optional<std::uint64_t> maxCount; ///< at most so many of them, in plan order
};

/// What running a batch came to.
struct RunResult
{
    bool started = false;
    std::string reason;             ///< why it waits
    std::optional<Instant> opensAt; ///< when it will be tried again, if known
};

/// A tenant's data by age and place.
struct ColdSummary
{
    std::uint64_t coldObjects = 0; ///< idle longer than the policy's threshold
    DataSize coldSize;
    std::uint64_t movableObjects = 0; ///< of those: on a connected backend below the target score
    DataSize movableSize;
};

/// Policies, plans, approvals and batches. Asks sustainability.placement.scores, storage.list,
/// sustainability.carbon.budget.evaluate, storage.health and storage.migrate.request; publishes
/// sustainability.green-tiering.batch.planned; listens to sustainability.green-tiering.batch.complete.
/// Every change is durable with its audit row before it is told. Engine thread only.
class TieringComponent final
{
public:
    TieringComponent(bus::Bus &bus, store::StateStore &store, const Clock &clock, const HasherFactory &hashers,
                     TransferCoefficients coefficients, const TieringSettings &settings = {});
    TieringComponent(const TieringComponent &) = delete;
    TieringComponent &operator=(const TieringComponent &) = delete;

    /// Reads policies and batch heads. StoreDamaged names the one that does not read.
    Result<void> load();

    // ---- policies
    Result<void> setPolicy(const TenantId &tenant, const Policy &policy, const Actor &by);
    /// The stored one, else the defaults.
    Policy policyOf(const TenantId &tenant) const;
    bool hasPolicy(const TenantId &tenant) const { return m_policies.contains(tenant); }
    const std::map<TenantId, Policy> &policies() const { return m_policies; }
    /// Connected backends that reach the policy's target score, best first: the editor's preview (C-33).
    Result<std::vector<bus::ScoredBackend>> eligibleTargets(const Policy &policy) const;

    // ---- plans
    /// Plans one batch and keeps it for approval. No batch, with the reason in the summary, when nothing is worth it,
    /// when the budget is at Hard (M-12) or cannot be asked (C-49). Refused while the policy is switched off.
    Result<PlanResult> plan(const TenantId &tenant, const Actor &by);
    /// The same without keeping anything.
    Result<Plan> preview(const TenantId &tenant) const;
    Result<ColdSummary> coldSummary(const TenantId &tenant) const;

    // ---- decisions
    /// UnknownName; Refused unless it is planned; InvalidInput for a move that is not in it. The figures are computed
    /// anew for the approved part.
    Result<void> approve(BatchId id, const Actor &by, const ApprovalScope &scope, const std::string &note);
    Result<void> reject(BatchId id, const Actor &by, const std::string &reason);
    /// Of a batch that is not running; a running one is cancelled at storage.
    Result<void> cancel(BatchId id, const Actor &by);

    // ---- running
    /// The target is there, can be written and has room for so much.
    Result<void> checkTarget(const BackendId &target, DataSize size) const;
    /// Starts an approved batch, or starts a paused or interrupted one again. Not started, with the reason, when its
    /// schedule says wait; an error when the target is not healthy (Unreachable, NoSpace) or the budget refuses
    /// (Refused; also when it cannot be asked, C-49). Budget and space are asked for what is left to be moved.
    Result<RunResult> run(BatchId id, const Actor &by);
    /// Notes that storage paused a batch, or goes on with it.
    Result<void> notePaused(BatchId id, bool paused, const std::string &why);
    /// Notes that storage was told to cancel a batch that had begun, and by whom.
    Result<void> noteCancelled(BatchId id, const Actor &by);
    /// A batch that has ended, and whose sources are all gone or stay for good by now: what became of it is told anew.
    Result<void> noteSettled(BatchId id);
    /// Lapsed plans and approvals, windows that open, planning in the background. Call it about once a second.
    void tick(Instant now);

    // ---- views
    /// Newest first: all open batches and the newest ended ones.
    std::vector<BatchHead> batches() const;
    Result<BatchHead> batch(BatchId id) const;

private:
    void onComplete(const bus::BatchComplete &event);
    void finish(BatchHead head);
    Result<void> finishInterrupted();
    Result<void> settle(const BatchHead &head);
    BatchHead endedBy(BatchHead head, const std::vector<store::MoveTotal> &totals) const;

    Result<Plan> makePlan(const TenantId &tenant, const Policy &policy,
                          const std::vector<bus::ScoredBackend> &backends) const;
    BatchHead headOf(const TenantId &tenant, const Policy &policy, const Plan &plan) const;
    Result<OpenObjects> openObjects() const;
    /// Of the batches in view, oldest first.
    Result<SkippedObjects> skippedObjects(const TenantId &tenant, const BackendId &target) const;
    /// What of a batch is not at its target yet.
    struct Remainder
    {
        DataSize size; ///< without verified copies: those lie there, and only get their names
        GramsCO2e ownCost;
    };
    Result<Remainder> remainderOf(const BatchHead &head) const;
    /// Empty: go ahead. Else one sentence why not. `ownCost` is what the move would still emit.
    std::string budgetObjection(const TenantId &tenant, const Figures &figures, GramsCO2e ownCost) const;
    Result<void> checkStart(const BatchHead &head, const Policy &policy) const;

    Result<BatchHead *> find(BatchId id);
    Result<std::vector<store::MoveRecord>> plannedMoves(BatchId id) const;
    /// Makes `changed` durable with an audit row and whatever `more` holds, then takes it over.
    Result<void> keep(const BatchHead &changed, std::string_view what, const std::string &who,
                      store::Transaction more = {});
    /// Ends a batch that never ran: its objects are free again.
    Result<void> close(const BatchHead &head, BatchState state, std::string reason, std::string_view what,
                       const std::string &who);
    void awaitSchedule(BatchHead &head, Instant now) const;
    Result<void> wait(const BatchHead &head, const Gate &gate, Instant now);
    Result<void> start(const BatchHead &head, const std::string &who);

    void expire(Instant now);
    void openWindows(Instant now);
    void noteRefused(BatchId id, const std::string &reason, const std::string &who);
    void planInBackground(Instant now);
    void forgetOldest();

    bus::Bus &m_bus;
    store::StateStore &m_store;
    const Clock &m_clock;
    const HasherFactory &m_hashers;
    TransferCoefficients m_coefficients;
    TieringSettings m_settings;
    std::map<TenantId, Policy> m_policies;
    std::map<BatchId, BatchHead> m_batches;
    std::int64_t m_lastBatch = 0;
    std::optional<Instant> m_plannedAt; ///< last planning in the background
    std::optional<Instant> m_triedAt;   ///< last time waiting batches were tried
    Subscription m_completed;
};

} // namespace greenward::tiering
