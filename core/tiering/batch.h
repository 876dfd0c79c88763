#pragma once

#include "core/base/clock.h"
#include "core/base/json_text.h"
#include "core/tiering/savings.h"
#include "core/units/figure.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greenward::tiering {

/// The life of a batch (C-44). Open: Planned to Paused; an object is in at most one open batch.
enum class BatchState {
    Planned,       ///< waits for a person
    Approved,      ///< may run as soon as it is asked to
    Scheduled,     ///< approved; its window opens at a known time
    WaitingWindow, ///< approved; waits for a low-carbon window
    Running,
    Paused,
    Completed, ///< every object moved
    Partly,    ///< some were left alone or failed
    Failed,    ///< none moved
    Rejected,
    Expired, ///< plan or approval lapsed
    Cancelled,
};
std::string_view batchStateName(BatchState state);
Result<BatchState> parseBatchState(std::string_view text);
constexpr bool isOpen(BatchState state)
{
    return state == BatchState::Planned || state == BatchState::Approved || state == BatchState::Scheduled ||
           state == BatchState::WaitingWindow || state == BatchState::Running || state == BatchState::Paused;
}
/// Approved by a person and not yet begun.
constexpr bool isApproved(BatchState state)
{
    return state == BatchState::Approved || state == BatchState::Scheduled || state == BatchState::WaitingWindow;
}

/// What a batch takes from one backend.
struct SourceShare
{
    BackendId source;
    std::uint64_t objects = 0;
    DataSize size{};
    ScorePoints score{};
    GridFigure intensity{};
    SourceRates rates{};

    friend bool operator==(const SourceShare &, const SourceShare &) = default;
};

/// What became of a batch, as told by storage.
struct BatchResult
{
    std::uint64_t moved = 0;
    std::uint64_t failed = 0;
    std::uint64_t skipped = 0;
    DataSize movedSize;
    GramsCO2e booked;        ///< own emissions booked to the tenant
    GramsCO2e savingPerYear; ///< of the objects whose source is released; attributed
    Instant at;
    bool settled = false; ///< every object is at rest: no source waits any more

    friend bool operator==(const BatchResult &, const BatchResult &) = default;
};

/// Everything about a batch but its objects, which are move records of the store. A value with a JSON round trip.
struct BatchHead
{
    BatchId id{};
    TenantId tenant;
    BackendId target;
    ScorePoints targetScore{};
    GridFigure targetIntensity{};
    BatchState state = BatchState::Planned;
    std::string reason{}; ///< why it is in this state, one sentence; empty when obvious
    std::uint64_t objects = 0;
    DataSize size{};
    std::vector<SourceShare> sources{};
    Figures figures{};
    int lifetimeYears = 3;
    // what holds for the whole batch, frozen when it was planned
    int concurrency = 5;
    Relocation relocation = Relocation::Move;
    LeaveBehind leaveBehind = LeaveBehind::Nothing;
    std::chrono::seconds grace{0};
    std::vector<std::string> factors{}; ///< one line per coefficient: value, unit, source
    std::string planHash{};             ///< hex SHA-256 of the frozen list of objects
    std::uint64_t byAccess = 0;         ///< objects that are cold by last access; the others by last modification
    Instant createdAt{};
    std::string createdBy{};
    std::optional<Instant> decidedAt{}; ///< approved or rejected
    std::string decidedBy{};
    std::string note{};
    std::optional<Instant> expiresAt{}; ///< of the plan, then of the approval
    std::optional<Instant> opensAt{};   ///< Scheduled: start of its window
    std::string stoppedBy{};            ///< who cancelled it after it had begun
    std::optional<BatchResult> result{};

    friend bool operator==(const BatchHead &, const BatchHead &) = default;
};

Json toJson(const BatchHead &head);
/// InvalidInput naming the member that is missing or wrong.
Result<BatchHead> batchFromJson(const Json &json);

} // namespace greenward::tiering
