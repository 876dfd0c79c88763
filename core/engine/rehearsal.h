#pragma once

#include "core/base/progress.h"
#include "core/budget/rehearsal.h"
#include "core/engine/commands.h"

#include <functional>
#include <stop_token>
#include <vector>

// "What if": recorded history under changed budgets, before anything is saved. Values only.

namespace greenward::engine {

using RehearsalEffect = budget::RehearsalEffect;

/// Which changes, over which time. The window is widened to whole hours, because history is kept by the hour; it may
/// not reach into the future and is at most ten years long.
struct RehearsalQuery
{
    std::vector<SetBudget> changes; ///< each tenant at most once
    Instant from;
    Instant to; ///< exclusive
};

struct RehearsalRow
{
    TenantId tenant;
    RehearsalEffect asIs;    ///< under the budget in force now
    RehearsalEffect changed; ///< under the change

    friend bool operator==(const RehearsalRow &, const RehearsalRow &) = default;
};

struct Rehearsal
{
    Instant from; ///< the window as it was used
    Instant to;
    std::vector<RehearsalRow> tenants; ///< in the order of the changes
    RehearsalEffect asIs;              ///< of all tenants; `first...` is the earliest
    RehearsalEffect changed;
};

/// Called once, on the engine thread; Cancelled when stopped. Not called when the engine goes first.
using RehearsalDone = std::function<void(Result<Rehearsal>)>;

struct Parts;
/// See Engine::rehearse. Progress counts tenants.
void rehearse(Parts &parts, const RehearsalQuery &query, const std::stop_token &stop, const ProgressSink &progress,
              RehearsalDone done);

} // namespace greenward::engine
