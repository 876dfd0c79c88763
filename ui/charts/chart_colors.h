#pragma once

#include <QBrush>
#include <QColor>
#include <QPalette>

#include <vector>

class QAbstractAxis;
class QChart;

namespace greenward::ui {

/// What a chart is drawn with, taken from the widget's palette so that a theme switch reaches it. Series colours are
/// those of Okabe and Ito in the order of qt-ui.md; each line also differs by dash or is named beside it.
struct ChartColors
{
    QColor ink;                 ///< text and the "now" line
    QColor faint;               ///< axis lines and secondary text
    QColor grid;                ///< grid lines
    QColor background;          ///< of the whole chart
    std::vector<QColor> series; ///< at least 6
};

ChartColors chartColors(const QPalette &palette);

/// Frame, title, legend and background; axes are coloured by paintAxis.
void paintChart(QChart &chart, const ChartColors &colors);
void paintAxis(QAbstractAxis &axis, const ChartColors &colors);

/// Lines across a paler fill: drawn for figures that are estimated, so that they differ without colour.
QBrush hatched(const QColor &color, Qt::BrushStyle pattern);

} // namespace greenward::ui
