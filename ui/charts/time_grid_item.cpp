#include "ui/charts/time_grid_item.h"

#include "ui/charts/time_ticks.h"

#include <QChart>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace greenward::ui {
namespace {

/// Below the lines and above the chart's background.
constexpr qreal kBehindLines = 4;
constexpr int kWindowAlpha = 40;
constexpr double kTickLength = 4;

} // namespace

TimeGridItem::TimeGridItem(QChart *chart)
    : QGraphicsItem(chart)
    , m_chart(chart)
{
    setZValue(kBehindLines);
    setAcceptedMouseButtons(Qt::NoButton);
    QObject::connect(chart, &QChart::plotAreaChanged, chart, [this] {
        prepareGeometryChange();
        update();
    });
}

void TimeGridItem::setRange(Instant from, Instant to)
{
    m_from = from;
    m_to = to;
    update();
}

void TimeGridItem::setNow(Instant now)
{
    m_now = now;
    update();
}

void TimeGridItem::setWindows(std::vector<TimeSpan> windows)
{
    m_windows = std::move(windows);
    update();
}

void TimeGridItem::setColors(const ChartColors &colors)
{
    m_colors = colors;
    update();
}

void TimeGridItem::setLocale(const QLocale &locale)
{
    m_locale = locale;
    update();
}

int TimeGridItem::labelHeight() const
{
    return static_cast<int>(QFontMetricsF(m_chart->font()).height() + kTickLength + 2);
}

QRectF TimeGridItem::boundingRect() const
{
    // Labels of ticks at either end reach past the plot area, the word "now" above it.
    const double line = QFontMetricsF(m_chart->font()).height();
    return m_chart->plotArea().adjusted(-4 * line, -line, 4 * line, labelHeight());
}

void TimeGridItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const QRectF area = m_chart->plotArea();
    if (m_to <= m_from || area.isEmpty()) return;
    painter->save();
    painter->setFont(m_chart->font());
    painter->setRenderHint(QPainter::Antialiasing, false);
    paintWindows(*painter, area);
    paintTicks(*painter, area);
    paintNow(*painter, area);
    painter->restore();
}

double TimeGridItem::xOf(Instant at, const QRectF &area) const
{
    return area.left() +
           area.width() * static_cast<double>((at - m_from).count()) / static_cast<double>((m_to - m_from).count());
}

void TimeGridItem::paintWindows(QPainter &painter, const QRectF &area) const
{
    if (m_colors.series.size() < 3) return;
    QColor wash = m_colors.series[2];
    wash.setAlpha(kWindowAlpha);
    for (const TimeSpan &window : m_windows) {
        const double left = std::max(xOf(window.from, area), area.left());
        const double right = std::min(xOf(window.to, area), area.right());
        if (right <= left) continue;
        painter.fillRect(QRectF(left, area.top(), right - left, area.height()), wash);
        // A bar on top: the shade is not the only sign.
        painter.fillRect(QRectF(left, area.top(), right - left, 3), m_colors.series[2]);
    }
}

void TimeGridItem::paintTicks(QPainter &painter, const QRectF &area) const
{
    const QFontMetricsF metrics(painter.font());
    const double room = metrics.horizontalAdvance(QStringLiteral("00 MMM 00"));
    const auto most = static_cast<std::size_t>(std::max(2.0, area.width() / room));
    for (const TimeTick &tick : timeTicks(m_from, m_to, most, m_locale)) {
        const double x = xOf(tick.at, area);
        painter.setPen(QPen(m_colors.grid, 0));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(QPen(m_colors.faint, 0));
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + kTickLength));
        painter.setPen(m_colors.ink);
        const double width = metrics.horizontalAdvance(tick.label);
        painter.drawText(QPointF(x - width / 2, area.bottom() + kTickLength + metrics.ascent()), tick.label);
    }
    painter.setPen(QPen(m_colors.faint, 0));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
}

void TimeGridItem::paintNow(QPainter &painter, const QRectF &area) const
{
    if (m_now < m_from || m_now > m_to) return;
    const double x = xOf(m_now, area);
    painter.setPen(QPen(m_colors.ink, 1, Qt::DotLine));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    const QString word = QCoreApplication::translate("IntensityText", "now");
    const QFontMetricsF metrics(painter.font());
    const double width = metrics.horizontalAdvance(word);
    painter.setPen(m_colors.faint);
    const double left = std::clamp(x - width / 2, area.left(), area.right() - width);
    painter.drawText(QPointF(left, area.top() - metrics.descent()), word);
}

} // namespace greenward::ui
