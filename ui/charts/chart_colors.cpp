#include "ui/charts/chart_colors.h"

#include "ui/theme/palette.h"

#include <QChart>
#include <QLegend>
#include <QPainter>
#include <QPen>
#include <QPixmap>
#include <QtCharts/QAbstractAxis>

namespace greenward::ui {

ChartColors chartColors(const QPalette &palette)
{
    const Colors &ui = colorsOf(palette);
    ChartColors colors;
    colors.ink = ui.ink;
    colors.faint = ui.faint;
    colors.grid = ui.border;
    colors.background = ui.card;
    colors.series = seriesColors(palette);
    return colors;
}

void paintChart(QChart &chart, const ChartColors &colors)
{
    chart.setBackgroundBrush(colors.background);
    chart.setBackgroundPen(Qt::NoPen);
    chart.setPlotAreaBackgroundVisible(false);
    chart.setTitleBrush(colors.ink);
    chart.legend()->setLabelBrush(colors.ink);
    const QList<QAbstractAxis *> axes = chart.axes();
    for (QAbstractAxis *axis : axes)
        paintAxis(*axis, colors);
}

void paintAxis(QAbstractAxis &axis, const ChartColors &colors)
{
    axis.setLabelsBrush(colors.ink);
    axis.setTitleBrush(colors.faint);
    axis.setLinePen(QPen(colors.faint, 0));
    axis.setGridLinePen(QPen(colors.grid, 0));
    axis.setShadesVisible(false);
}

QBrush hatched(const QColor &color, Qt::BrushStyle pattern)
{
    constexpr int kTile = 8;
    QPixmap tile(kTile, kTile);
    QColor pale = color;
    pale.setAlpha(70);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.fillRect(tile.rect(), pale);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.6));
    // Each stroke is drawn past the edges so that neighbouring tiles join.
    painter.drawLine(-kTile, kTile, kTile, -kTile);
    painter.drawLine(0, kTile, kTile, 0);
    painter.drawLine(0, 2 * kTile, 2 * kTile, 0);
    if (pattern == Qt::DiagCrossPattern) {
        painter.drawLine(0, 0, kTile, kTile);
        painter.drawLine(-kTile, 0, 0, kTile);
        painter.drawLine(0, -kTile, kTile, 0);
    }
    painter.end();
    return QBrush(tile);
}

} // namespace greenward::ui
