#pragma once

#include <QBrush>
#include <QFont>
#include <QGraphicsItem>
#include <QPen>

#include <vector>

class QChart;

namespace greenward::ui {

/// Bars from anywhere to anywhere and short texts, drawn into a chart's plot area in the values of its axes: what Qt
/// Charts has no series for.
class PlotOverlay final : public QGraphicsItem
{
public:
    struct Bar
    {
        double center = 0;
        double width = 1;
        double from = 0;
        double to = 0;
        QBrush brush{};
        QPen pen{};
    };
    /// A text above the point, in its middle or beginning at it; kept inside the plot.
    struct Note
    {
        QPointF at;
        QString text;
        bool beside = false;
    };
    /// The part of the value plane that the plot area shows.
    struct Range
    {
        double left = 0;
        double right = 1;
        double bottom = 0;
        double top = 1;
    };

    /// Lives in the chart's scene; the chart owns it.
    explicit PlotOverlay(QChart &chart);

    void set(const Range &range, std::vector<Bar> bars, std::vector<Note> notes);
    void setInk(const QColor &ink, const QFont &font);
    std::vector<Bar> &bars() { return m_bars; }

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QPointF map(const QPointF &value) const;

    QChart &m_chart;
    Range m_range;
    std::vector<Bar> m_bars;
    std::vector<Note> m_notes;
    QColor m_ink;
    QFont m_font;
};

} // namespace greenward::ui
