#pragma once

#include "core/base/clock.h"
#include "core/units/carbon.h"
#include "core/units/object.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace greenward::storage {

enum class BatchPhase {
    Running,
    Paused,     ///< by the operator or by itself: `why` says so and what helps
    Waiting,    ///< nothing to do before `nextDue`: retries or grace times run
    Cancelling, ///< winding down
    Ended,      ///< every object is at rest
};
std::string_view batchPhaseName(BatchPhase phase);

struct MoveProblem
{
    Instant at;
    ObjectKey key;
    std::string state; ///< moveStateName
    std::string reason;
};

/// A migration batch as it stands. A value. moved + skipped + stale + failed + cancelled + open = objects.
struct BatchProgress
{
    static constexpr std::size_t kMostProblems = 20;
    BatchProgress(BatchId id, TenantId who, BackendId where)
        : batch(id)
        , tenant(std::move(who))
        , target(std::move(where))
    {}
    BatchId batch;
    TenantId tenant;
    BackendId target;
    BatchPhase phase = BatchPhase::Running;
    std::string why; ///< one sentence, for Paused, and for Waiting when something was in the way
    std::uint64_t objects = 0;
    DataSize size;
    std::uint64_t moved = 0; ///< verified at the target and switched, source released or not
    DataSize movedSize;
    std::uint64_t released = 0; ///< of those: source gone
    std::uint64_t kept = 0;     ///< of those: source stays for good
    std::uint64_t stuck = 0;    ///< of those: source could not be removed, which is tried again
    std::uint64_t skipped = 0;
    std::uint64_t stale = 0;
    std::uint64_t failed = 0;
    std::uint64_t cancelled = 0;
    std::uint64_t retrying = 0;   ///< of the open ones: wait for another try
    std::int64_t copiedBytes = 0; ///< since this run began, like the two rates
    double bytesPerSecond = 0;
    double objectsPerSecond = 0;
    std::optional<std::chrono::seconds> remaining; ///< the longer of the two estimates: by bytes and by count
    std::optional<Instant> nextDue;
    GramsCO2e booked;                  ///< own emissions booked to the tenant
    std::vector<MoveProblem> problems; ///< the newest, newest first

    /// Of the moved ones: the source is still there and is to go.
    std::uint64_t sourcesWaiting() const { return moved - released - kept; }
};

} // namespace greenward::storage
