#include "ui/charts/plot_overlay.h"

#include <QChart>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace greenward::ui {

PlotOverlay::PlotOverlay(QChart &chart)
    : QGraphicsItem(&chart)
    , m_chart(chart)
{
    setZValue(20); // above the series
    setAcceptedMouseButtons(Qt::NoButton);
    QObject::connect(&chart, &QChart::plotAreaChanged, &chart, [this] {
        prepareGeometryChange();
        update();
    });
}

void PlotOverlay::set(const Range &range, std::vector<Bar> bars, std::vector<Note> notes)
{
    prepareGeometryChange();
    m_range = range;
    m_bars = std::move(bars);
    m_notes = std::move(notes);
    update();
}

void PlotOverlay::setInk(const QColor &ink, const QFont &font)
{
    m_ink = ink;
    m_font = font;
    update();
}

QRectF PlotOverlay::boundingRect() const
{
    return m_chart.plotArea();
}

QPointF PlotOverlay::map(const QPointF &value) const
{
    const QRectF plot = m_chart.plotArea();
    const double x = (value.x() - m_range.left) / (m_range.right - m_range.left);
    const double y = (value.y() - m_range.bottom) / (m_range.top - m_range.bottom);
    return {plot.left() + x * plot.width(), plot.bottom() - y * plot.height()};
}

void PlotOverlay::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const QRectF plot = m_chart.plotArea();
    painter->save();
    painter->setClipRect(plot.adjusted(-1, -1, 1, 1));
    for (const Bar &bar : m_bars) {
        const QRectF rect(map({bar.center - bar.width / 2, bar.from}), map({bar.center + bar.width / 2, bar.to}));
        painter->setBrush(bar.brush);
        painter->setPen(bar.pen);
        painter->drawRect(rect.normalized());
    }
    const QFontMetricsF metrics(m_font);
    painter->setFont(m_font);
    painter->setPen(m_ink);
    const double gap = metrics.height() * 0.4;
    for (const Note &note : m_notes) {
        const QPointF at = map(note.at);
        const double width = metrics.horizontalAdvance(note.text);
        const double left = note.beside ? at.x() + gap * 1.5 : at.x() - width / 2;
        const double base = at.y() - gap;
        painter->drawText(QPointF(std::clamp(left, plot.left(), std::max(plot.left(), plot.right() - width)),
                                  std::max(base, plot.top() + metrics.ascent())),
                          note.text);
    }
    painter->restore();
}

} // namespace greenward::ui
