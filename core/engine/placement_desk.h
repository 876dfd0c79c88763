#pragma once

#include "core/base/clock.h"
#include "core/engine/rows.h"
#include "core/placement/decision.h"

#include <functional>
#include <memory>
#include <vector>

namespace greenward::engine {

struct Parts;
using DecisionDone = std::function<void(Result<placement::Decision>)>;

/// Decisions that wait for fresh grid data, each at most until its deadline: then it is taken with what is known.
/// Engine thread only.
class PlacementDesk final
{
public:
    explicit PlacementDesk(Parts &parts);

    /// See Engine::choosePlacement.
    Result<void> choose(const placement::Query &query, milliseconds deadline, const Actor &by, DecisionDone done);
    /// Takes what is overdue.
    void tick();

private:
    struct Waiting
    {
        placement::Query query;
        Actor by;
        DecisionDone done;
        std::chrono::nanoseconds until{0}; ///< monotonic
        bool taken = false;
    };
    void take(Waiting &waiting);

    Parts &m_parts;
    std::vector<std::shared_ptr<Waiting>> m_waiting;
};

/// Newest first, below `before` (0: from the end).
Result<std::vector<DecisionRow>> showDecisions(const Parts &parts, DecisionId before, std::size_t limit);

} // namespace greenward::engine
