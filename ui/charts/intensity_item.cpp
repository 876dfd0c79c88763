#include "ui/charts/intensity_item.h"

#include <QChart>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace greenward::ui {
namespace {

/// Above the grid lines of the chart, below its axes' labels.
constexpr qreal kAboveGrid = 5;
/// More washes than these over one another say nothing.
constexpr std::size_t kMostBands = 3;
constexpr double kEmphasisedWidth = 2;

} // namespace

IntensityItem::IntensityItem(QChart *chart)
    : QGraphicsItem(chart)
    , m_chart(chart)
{
    setZValue(kAboveGrid);
    setAcceptedMouseButtons(Qt::NoButton);
    QObject::connect(chart, &QChart::plotAreaChanged, chart, [this] {
        prepareGeometryChange();
        update();
    });
}

void IntensityItem::setLines(std::vector<IntensityLine> lines)
{
    m_lines = std::move(lines);
    update();
}

void IntensityItem::append(std::size_t line, SampleKind kind, float sample)
{
    const auto found = std::ranges::find(m_lines[line].traces, kind, &Trace::kind);
    if (found == m_lines[line].traces.end()) return;
    found->samples.append(sample);
    update();
}

void IntensityItem::setColors(std::vector<QColor> colors)
{
    m_colors = std::move(colors);
    update();
}

QColor IntensityItem::colorOf(std::size_t line) const
{
    return m_colors.empty() ? QColor(Qt::gray) : m_colors[std::min(line, m_colors.size() - 1)];
}

void IntensityItem::setEmphasis(const QString &key)
{
    m_emphasis = key;
    update();
}

void IntensityItem::setWindow(const PlotWindow &window)
{
    if (std::exchange(m_window, window) != window) update();
}

PlotMap IntensityItem::mapOf(LineAxis axis) const
{
    const bool left = axis == LineAxis::Left;
    return {m_chart->plotArea(), m_window.from, m_window.to, left ? m_window.leftLow : m_window.rightLow,
            left ? m_window.leftHigh : m_window.rightHigh};
}

QRectF IntensityItem::boundingRect() const
{
    return m_chart->plotArea();
}

void IntensityItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->save();
    painter->setClipRect(m_chart->plotArea());
    painter->setRenderHint(QPainter::Antialiasing, false);
    const auto isLast = [this](const IntensityLine &line) {
        return line.key == m_emphasis;
    };
    for (std::size_t line = 0; line < m_lines.size(); ++line)
        if (!isLast(m_lines[line])) paintLine(*painter, line);
    for (std::size_t line = 0; line < m_lines.size(); ++line)
        if (isLast(m_lines[line])) paintLine(*painter, line);
    painter->restore();
}

void IntensityItem::paintLine(QPainter &painter, std::size_t line) const
{
    const IntensityLine &shown = m_lines[line];
    const bool emphasised = shown.key == m_emphasis;
    const PlotMap map = mapOf(shown.axis);
    const QColor color = colorOf(line);
    if (shown.band && (emphasised || (m_emphasis.isEmpty() && m_lines.size() <= kMostBands)))
        paintBand(painter, map, *shown.band, color);
    for (const Trace &trace : shown.traces)
        paintTrace(painter, map, trace, {color, emphasised ? kEmphasisedWidth : 1.0});
}

} // namespace greenward::ui
