#pragma once

#include "ui/charts/trace_painter.h"

#include <QGraphicsItem>

#include <vector>

class QChart;

namespace greenward::ui {

/// The visible part of the two axes, in their own units.
struct PlotWindow
{
    Instant from;
    Instant to;
    double leftLow = 0;
    double leftHigh = 1;
    double rightLow = 0;
    double rightHigh = 1;

    friend bool operator==(const PlotWindow &, const PlotWindow &) = default;
};

/// Many lines inside the plot area of a QChart, which draws frame, axes and labels. Qt's own line series lay every
/// point out again at each change; this item draws at most one stroke a pixel column.
class IntensityItem final : public QGraphicsItem
{
public:
    /// Becomes a child of `chart`, which owns it.
    explicit IntensityItem(QChart *chart);

    void setLines(std::vector<IntensityLine> lines);
    const std::vector<IntensityLine> &lines() const { return m_lines; }
    /// A sample that just came in, at the end of a trace there is.
    void append(std::size_t line, SampleKind kind, float sample);
    /// One colour for each line; lines past the end take the last.
    void setColors(std::vector<QColor> colors);
    QColor colorOf(std::size_t line) const;
    /// Drawn last, wider, and with its band; empty: none, and all bands are drawn while there are only few lines.
    void setEmphasis(const QString &key);
    const QString &emphasis() const { return m_emphasis; }
    void setWindow(const PlotWindow &window);
    PlotMap mapOf(LineAxis axis) const;

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintLine(QPainter &painter, std::size_t line) const;

    QChart *m_chart;
    std::vector<IntensityLine> m_lines;
    std::vector<QColor> m_colors;
    QString m_emphasis;
    PlotWindow m_window;
};

} // namespace greenward::ui
