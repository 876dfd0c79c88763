#pragma once

#include <QList>
#include <QPointF>

#include <span>

namespace greenward::ui {

/// More than this many points per line only cost time: qt-ui.md 1b.
inline constexpr qsizetype kMostChartPoints = 1'100;

/// At most `most` (at least 4) of the points, which are ordered by x: per bucket the lowest and the highest, in order,
/// so that no spike is lost; first and last always stay.
QList<QPointF> decimated(std::span<const QPointF> points, qsizetype most = kMostChartPoints);

} // namespace greenward::ui
