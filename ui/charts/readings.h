#pragma once

#include "ui/charts/intensity_item.h"
#include "ui/charts/reading_line.h"

#include <QLocale>

#include <vector>

namespace greenward::ui {

/// What the lines of a chart say at one moment, in words.
struct Readings
{
    std::vector<ReadingRow> rows; ///< the emphasised one first, then by amount
    int leftOut = 0;              ///< lines that say something too, further from the pointer
};

/// At most kMostReadings lines: the emphasised one and those nearest to `nearY`.
inline constexpr std::size_t kMostReadings = 8;
Readings readingsAt(const IntensityItem &item, Instant moment, double nearY, Instant now, const QLocale &locale);

/// "measured", "estimated", "forecast"
QString kindWord(SampleKind kind);
/// "Sat 21 Nov, 14:05 UTC"
QString momentText(Instant at, const QLocale &locale);

} // namespace greenward::ui
