#pragma once

#include "core/base/digest.h"
#include "core/tiering/batch.h"
#include "core/tiering/policy.h"

#include <functional>
#include <string>
#include <vector>

namespace greenward::tiering {

/// Why an object is not in a plan, in the order the reasons are tested.
enum class WhyNot {
    Held,        ///< its backend lets nothing leave: legal hold, or immutable while the policy moves
    CleanEnough, ///< its backend reaches the target score
    UnknownAge,  ///< last use unknown: that is not cold (C-55)
    NotCold,
    InOpenBatch,
    NoTarget,
    NameTaken,     ///< the catalogue has something else of that name at the target
    SkippedBefore, ///< left alone when it was last to move to the target, and unchanged since
    NoPayBack,     ///< not within the lifetime, even under the pessimistic network coefficient
    TooLarge,      ///< for the batch limit (C-47)
    BatchFull,     ///< the next batch may take it
};
/// A sentence for people, with the policy's figures: "idle for less than 30d".
std::string whyNotText(WhyNot why, const Policy &policy);

struct LeftOutCount
{
    WhyNot why = WhyNot::NotCold;
    std::uint64_t objects = 0;
    DataSize size;
};

/// Objects of one batch at most: what is kept in memory and in one transaction stays bounded. The biggest come first.
inline constexpr std::size_t kMostObjects = 200'000;

/// Calls the visitor for each object of the tenant at one backend, biggest first, until it returns false. Objects come
/// with what the catalogue has under their keys at targetOf().
using ObjectVisitor = std::function<bool(const bus::ListedObject &)>;
using ObjectWalker = std::function<Result<void>(const BackendId &backend, const ObjectVisitor &visit)>;

struct PlanInput
{
    TenantId tenant;
    Policy policy;
    std::vector<bus::ScoredBackend> backends; ///< in rank order, as sustainability.placement.scores answers
    TransferCoefficients coefficients;
    Instant now;
    /// In a batch that is not ended, whatever its state.
    std::function<bool(const BackendId &, const ObjectKey &)> inOpenBatch;
    /// Skipped when this version of it was last to move to this target, not long ago. May be empty.
    std::function<bool(const bus::ListedObject &)> skippedBefore{};
};

/// How long an object that was skipped is not planned for the same target again, unless it changes.
inline constexpr std::chrono::hours kSkippedFor{30 * 24};

/// The highest-scoring connected backend that reaches the target score; null: there is none.
const bus::ScoredBackend *targetOf(const Policy &policy, const std::vector<bus::ScoredBackend> &backends);

/// A plan not yet made durable. `objects` is the frozen list in the order it will be moved.
struct Plan
{
    std::optional<bus::ScoredBackend> target; ///< nothing: see `summary`
    std::vector<bus::ListedObject> objects;
    std::vector<SourceShare> sources; ///< only those objects are taken from
    DataSize size;
    Figures figures;
    std::uint64_t byAccess = 0;
    std::vector<LeftOutCount> leftOut; ///< each reason that occurred, with all its objects
    std::vector<BackendId> eligible;   ///< connected backends that reach the target score, best first
    std::string summary;               ///< one sentence, also when nothing is planned (C-33)
};

/// Target: the highest-scoring connected backend that reaches the target score. Sources: connected backends below it,
/// by saving per byte; from each its cold objects, biggest first, until the batch is full; smaller ones fill what is
/// left. Changes nothing; fails only when walking or arithmetic does.
Result<Plan> planBatch(const PlanInput &input, const ObjectWalker &walk);

/// Hex SHA-256 over the frozen list: tenant, target and per object source, key, size and times.
std::string planHash(const TenantId &tenant, const BackendId &target, const std::vector<bus::ListedObject> &objects,
                     Hasher &hasher);

} // namespace greenward::tiering
