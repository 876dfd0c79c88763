#pragma once

#include "core/base/clock.h"
#include "core/grid/provider_problem.h"

#include <cstdint>
#include <optional>

namespace greenward::grid {

/// When a failed request is sent again (C-26): 4 tries in all, after 1, 2 and 4 s with jitter, or after what the
/// provider asks for, at most 60 s; and only where another try can help.
struct RetryPlan
{
    int tries = 4;
    milliseconds firstWait{1000};
    milliseconds longestWait{60'000};

    /// `failures`: how many tries have failed, from 1. `random`: any 32 bits; half of each wait is left to it, so that
    /// many clients do not come back together. Nothing: give up.
    std::optional<milliseconds> waitAfter(int failures, const ProviderProblem &problem, std::uint32_t random) const;
};

} // namespace greenward::grid
