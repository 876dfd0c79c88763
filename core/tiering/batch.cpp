#include "core/tiering/batch.h"

#include <array>
#include <utility>

namespace greenward::tiering {
namespace {

constexpr std::array<std::pair<BatchState, std::string_view>, 12> kStates{
    {{BatchState::Planned, "planned"},
     {BatchState::Approved, "approved"},
     {BatchState::Scheduled, "scheduled"},
     {BatchState::WaitingWindow, "waiting_window"},
     {BatchState::Running, "running"},
     {BatchState::Paused, "paused"},
     {BatchState::Completed, "completed"},
     {BatchState::Partly, "partly"},
     {BatchState::Failed, "failed"},
     {BatchState::Rejected, "rejected"},
     {BatchState::Expired, "expired"},
     {BatchState::Cancelled, "cancelled"}}};

} // namespace

std::string_view batchStateName(BatchState state)
{
    for (const auto &[known, name] : kStates)
        if (known == state) return name;
    return kStates.front().second;
}

Result<BatchState> parseBatchState(std::string_view text)
{
    for (const auto &[state, name] : kStates)
        if (text == name) return state;
    return fail(ErrorCode::InvalidInput, "state", "\"" + std::string(text) + "\" is not a state of a batch");
}

} // namespace greenward::tiering
