#include "ui/charts/small_multiples.h"

#include "ui/charts/chart_colors.h"
#include "ui/charts/nice_axis.h"
#include "ui/charts/readings.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace greenward::ui {
namespace {

constexpr int kCellCharacters = 34;
constexpr double kLinesOfText = 6.5;
constexpr int kMostStretch = 3;

} // namespace

SmallMultiples::SmallMultiples(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("smallMultiples"));
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Regions one by one"));
}

void SmallMultiples::show(IntensityPicture picture, const QLocale &locale)
{
    m_picture = std::move(picture);
    m_locale = locale;
    updateGeometry();
    update();
}

void SmallMultiples::setRange(Instant from, Instant to)
{
    m_from = from;
    m_to = to;
    update();
}

void SmallMultiples::emphasise(const QString &key)
{
    m_emphasis = key;
    const auto found = std::ranges::find(m_picture.lines, key, [](const ChartLine &line) { return line.line.key; });
    if (found != m_picture.lines.end()) {
        const auto reading = readingAt(found->line, m_picture.now);
        setAccessibleDescription(reading ? tr("%1: %2 g, %3")
                                               .arg(found->line.name,
                                                    m_locale.toString(static_cast<double>(reading->value), 'f', 0),
                                                    kindWord(reading->kind))
                                         : tr("%1: unknown now").arg(found->line.name));
    }
    update();
}

int SmallMultiples::columnsFor(int width) const
{
    const int cell = kCellCharacters * fontMetrics().averageCharWidth();
    // As many beside as below one another, so that a few fill the room; never narrower than a cell may be.
    const int square = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(m_picture.lines.size()))));
    return std::clamp(square, 1, std::clamp(width / std::max(1, cell), 1, 5));
}

QSize SmallMultiples::cellSize(int width) const
{
    const int columns = columnsFor(width);
    const int rows = std::max(1, (static_cast<int>(m_picture.lines.size()) + columns - 1) / columns);
    const int least = static_cast<int>(kLinesOfText * fontMetrics().height());
    // A few share the room there is; many are scrolled.
    const int room = parentWidget() ? parentWidget()->height() / rows : least;
    return {width / columns, std::clamp(room, least, kMostStretch * least)};
}

int SmallMultiples::heightForWidth(int width) const
{
    const int columns = columnsFor(width);
    const int rows = (static_cast<int>(m_picture.lines.size()) + columns - 1) / columns;
    return std::max(1, rows) * cellSize(width).height();
}

QSize SmallMultiples::sizeHint() const
{
    return {600, heightForWidth(std::max(600, width()))};
}

QSize SmallMultiples::minimumSizeHint() const
{
    return {kCellCharacters * fontMetrics().averageCharWidth(), heightForWidth(width())};
}

QRect SmallMultiples::cellAt(std::size_t line) const
{
    const QSize size = cellSize(width());
    const int columns = columnsFor(width());
    const int at = static_cast<int>(line);
    return {QPoint(at % columns * size.width(), at / columns * size.height()), size};
}

void SmallMultiples::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), colorsOf(palette()).card);
    double highest = 10;
    for (const ChartLine &line : m_picture.lines) {
        const auto extremes = extremesOf(line.line, m_from, m_to);
        if (!extremes.isEmpty()) highest = std::max(highest, static_cast<double>(extremes.high));
    }
    const double high = niceAxis(highest).high;
    for (std::size_t line = 0; line < m_picture.lines.size(); ++line)
        if (cellAt(line).intersects(event->rect())) paintCell(painter, line, high);
}

void SmallMultiples::paintCell(QPainter &painter, std::size_t line, double high) const
{
    const ChartLine &shown = m_picture.lines[line];
    const ChartColors inks = chartColors(palette());
    const QColor ink = inks.series[static_cast<std::size_t>(shown.color) % inks.series.size()];
    const int gap = grid(this, 1);
    const QRect cell = cellAt(line).adjusted(gap, gap / 2, -gap, -gap / 2);
    const bool emphasised = shown.line.key == m_emphasis;
    if (emphasised) {
        painter.setPen(QPen(colorsOf(palette()).accent, showsFocus(this) ? 2 : 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cell.adjusted(-gap / 2, -gap / 2, gap / 2, gap / 2));
    }
    const int words = fontMetrics().height();
    const QRectF area = QRectF(cell).adjusted(0, words + 2, 0, -1);
    const PlotMap map{area, m_from, m_to, 0, high};

    painter.save();
    painter.setClipRect(area.adjusted(0, 0, 0, 1));
    QColor shade = inks.series[2];
    shade.setAlpha(40);
    for (const TimeSpan &window : shown.lowCarbon)
        painter.fillRect(QRectF(QPointF(map.x(window.from), area.top()), QPointF(map.x(window.to), area.bottom())),
                         shade);
    painter.setPen(QPen(inks.grid, 0));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.drawLine(QPointF(area.left(), map.y(high / 2)), QPointF(area.right(), map.y(high / 2)));
    if (m_picture.now > m_from && m_picture.now < m_to) {
        painter.setPen(QPen(inks.ink, 1, Qt::DotLine));
        painter.drawLine(QPointF(map.x(m_picture.now), area.top()), QPointF(map.x(m_picture.now), area.bottom()));
    }
    if (shown.line.band) paintBand(painter, map, *shown.line.band, ink);
    for (const Trace &trace : shown.line.traces)
        paintTrace(painter, map, trace, {ink, emphasised ? 2.0 : 1.0});
    painter.restore();

    const auto reading = readingAt(shown.line, m_picture.now);
    const QString value =
        reading ? tr("%1 g").arg(m_locale.toString(static_cast<double>(reading->value), 'f', 0)) : tr("–");
    painter.setPen(inks.ink);
    painter.setFont(font());
    const int room = cell.width() - fontMetrics().horizontalAdvance(value) - gap;
    painter.drawText(QRect(cell.left(), cell.top(), room, words), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(shown.line.name, Qt::ElideRight, room));
    painter.drawText(QRect(cell.left(), cell.top(), cell.width(), words), Qt::AlignRight | Qt::AlignVCenter, value);
    painter.setPen(inks.faint);
    painter.setFont(fontFor(TextRole::Caption, font()));
    painter.drawText(area.toRect().adjusted(2, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop, m_locale.toString(high, 'f', 0));
}

void SmallMultiples::choose(int line)
{
    if (line >= 0 && line < static_cast<int>(m_picture.lines.size()))
        Q_EMIT lineChosen(m_picture.lines[static_cast<std::size_t>(line)].line.key);
}

void SmallMultiples::mousePressEvent(QMouseEvent *event)
{
    for (std::size_t line = 0; line < m_picture.lines.size(); ++line)
        if (cellAt(line).contains(event->pos())) choose(static_cast<int>(line));
}

void SmallMultiples::keyPressEvent(QKeyEvent *event)
{
    const auto found =
        std::ranges::find(m_picture.lines, m_emphasis, [](const ChartLine &line) { return line.line.key; });
    const int at = found == m_picture.lines.end() ? -1 : static_cast<int>(found - m_picture.lines.begin());
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(at - 1);
    case Qt::Key_Right:
        return choose(at + 1);
    case Qt::Key_Up:
        return choose(at - columnsFor(width()));
    case Qt::Key_Down:
        return choose(at < 0 ? 0 : at + columnsFor(width()));
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace greenward::ui
