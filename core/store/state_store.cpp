#include "core/store/state_store.h"

#include <future>

namespace greenward::store {

Result<CommitInfo> StateStore::commit(Transaction transaction)
{
    std::promise<Result<CommitInfo>> promise;
    auto answer = promise.get_future();
    submit(std::move(transaction), [&promise](const Result<CommitInfo> &result) { promise.set_value(result); });
    return answer.get();
}

std::string_view moveStateName(MoveState state)
{
    switch (state) {
    case MoveState::Planned:
        return "planned";
    case MoveState::Copying:
        return "copying";
    case MoveState::Verified:
        return "verified";
    case MoveState::Switched:
        return "switched";
    case MoveState::Releasing:
        return "releasing";
    case MoveState::Done:
        return "done";
    case MoveState::Kept:
        return "kept";
    case MoveState::Skipped:
        return "skipped";
    case MoveState::Stale:
        return "stale";
    case MoveState::RetryWait:
        return "retry_wait";
    case MoveState::Failed:
        return "failed";
    case MoveState::Cancelled:
        return "cancelled";
    }
    return "planned";
}

} // namespace greenward::store
