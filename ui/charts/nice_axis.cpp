#include "ui/charts/nice_axis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace greenward::ui {

NiceAxis niceAxis(double highest)
{
    const double least = std::max(highest, 1e-6);
    constexpr std::array kSteps{1.0, 2.0, 2.5, 5.0, 10.0};
    constexpr double kMostSteps = 6;
    const double unit = std::pow(10.0, std::floor(std::log10(least / kMostSteps)));
    for (const double step : kSteps) {
        const double steps = std::ceil(least / (step * unit) - 1e-9);
        if (steps <= kMostSteps) return {steps * step * unit, static_cast<int>(steps) + 1};
    }
    return {least, 2};
}

} // namespace greenward::ui
