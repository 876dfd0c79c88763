#pragma once

#include "ui/charts/intensity_line.h"

#include <QString>

#include <vector>

namespace greenward::ui {

struct TimeSpan
{
    Instant from;
    Instant to; ///< exclusive
    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

/// A line with what belongs to it in a chart.
struct ChartLine
{
    IntensityLine line;
    int color = 0;                   ///< index into ChartColors::series, round and round
    std::vector<TimeSpan> lowCarbon; ///< shaded while the line is the one looked at
};

/// All that the intensity chart shows, without a word of the engine.
struct IntensityPicture
{
    std::vector<ChartLine> lines;
    Instant now;
    Instant first;      ///< bounds of panning
    Instant last;       ///< exclusive
    QString leftTitle;  ///< "average, g CO₂e per kWh"
    QString rightTitle; ///< empty: one axis only
};

} // namespace greenward::ui
