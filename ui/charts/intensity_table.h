#pragma once

#include "ui/charts/chart_panel.h"
#include "ui/charts/intensity_line.h"

#include <QLocale>

#include <span>

namespace greenward::ui {

/// The lines between two moments as text: a row for each moment, a column for each line. What was estimated or forecast
/// says so in its cell; a gap is empty. At most kMostTableRows rows: further apart, they show the sample in force.
inline constexpr int kMostTableRows = 400;
ChartTable intensityTable(std::span<const IntensityLine> lines, Instant from, Instant to, const QLocale &locale);

} // namespace greenward::ui
