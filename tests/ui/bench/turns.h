#pragma once

#include <algorithm>
#include <cstdio>
#include <vector>

namespace greenward::bench {

constexpr double kFrameMs = 16;

/// How long each turn of the event loop took.
struct Turns
{
    std::vector<double> ms;
    /// Percent of turns that missed a frame.
    double late() const
    {
        return 100.0 * static_cast<double>(std::ranges::count_if(ms, [](double turn) { return turn > kFrameMs; })) /
               static_cast<double>(std::max<std::size_t>(1, ms.size()));
    }
    /// The turn at this share of them in order of length: 0.5 is the median.
    double at(double share)
    {
        std::ranges::sort(ms);
        return ms.empty() ? 0 : ms[static_cast<std::size_t>(share * static_cast<double>(ms.size() - 1))];
    }
};

} // namespace greenward::bench
