#include "core/grid/retry_plan.h"

#include <algorithm>

namespace greenward::grid {

std::optional<milliseconds> RetryPlan::waitAfter(int failures, const ProviderProblem &problem,
                                                 std::uint32_t random) const
{
    if (failures < 1 || failures >= tries || problem.lasting || !isWorthRetrying(problem.trouble)) return std::nullopt;
    if (problem.retryAfter) {
        const milliseconds asked = *problem.retryAfter;
        // Longer than we are ready to hold the request: better to say so than to come back too early.
        if (asked > longestWait) return std::nullopt;
        return asked;
    }
    const milliseconds full = std::min(firstWait * (std::int64_t{1} << std::min(failures - 1, 20)), longestWait);
    const milliseconds half = full / 2;
    return full - half + milliseconds{half.count() * static_cast<std::int64_t>(random) / 0xFFFF'FFFF};
}

} // namespace greenward::grid
