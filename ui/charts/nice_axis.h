#pragma once

namespace greenward::ui {

/// An axis from 0 to a round number, with round steps.
struct NiceAxis
{
    double high = 1;
    int ticks = 2; ///< with both ends
};

/// The smallest such axis that holds `highest`, in four to six steps.
NiceAxis niceAxis(double highest);

} // namespace greenward::ui
