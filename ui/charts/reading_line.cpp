#include "ui/charts/reading_line.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace greenward::ui {
namespace {

constexpr double kPadding = 8;
constexpr double kSwatch = 9;
constexpr double kMark = 3.5;
constexpr double kAway = 12; ///< from the line to its box

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

/// Columns of the box: swatch, name, value, detail.
struct Columns
{
    double name = 0;
    double value = 0;
    double detail = 0;
    double width() const { return kSwatch + 6 + name + 12 + value + 12 + detail; }
};

} // namespace

ReadingLine::ReadingLine(QWidget *chart)
    : QWidget(chart)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void ReadingLine::show(double x, const QRectF &plot, const QString &moment, std::vector<ReadingRow> rows,
                       const QString &more, const ChartColors &colors)
{
    m_x = x;
    m_plot = plot;
    m_moment = moment;
    m_rows = std::move(rows);
    m_more = more;
    m_colors = colors;
    setGeometry(parentWidget()->rect());
    setVisible(true);
    update();
}

void ReadingLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    painter.setPen(QPen(m_colors.ink, 1));
    painter.drawLine(QPointF(m_x, m_plot.top()), QPointF(m_x, m_plot.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ReadingRow &row : m_rows) {
        if (!m_plot.contains(QPointF(m_plot.center().x(), row.y))) continue;
        painter.setPen(QPen(m_colors.background, 1.5));
        painter.setBrush(row.color);
        painter.drawEllipse(QPointF(m_x, row.y), kMark, kMark);
    }
    paintBox(painter);
}

QRectF ReadingLine::boxFor(const QSizeF &size) const
{
    const bool left = m_x + kAway + size.width() > width() && m_x - kAway - size.width() >= 0;
    const double x = left ? m_x - kAway - size.width() : std::min(m_x + kAway, width() - size.width());
    return {QPointF(std::max(0.0, x), m_plot.top() + kPadding), size};
}

void ReadingLine::paintBox(QPainter &painter) const
{
    const QFontMetricsF plain(font());
    const QFontMetricsF strong(bold(font()));
    Columns columns;
    for (const ReadingRow &row : m_rows) {
        columns.name = std::max(columns.name, (row.emphasised ? strong : plain).horizontalAdvance(row.name));
        columns.value = std::max(columns.value, strong.horizontalAdvance(row.value));
        columns.detail = std::max(columns.detail, plain.horizontalAdvance(row.detail));
    }
    const double line = plain.lineSpacing();
    const double lines = 1.0 + static_cast<double>(m_rows.size()) + (m_more.isEmpty() ? 0.0 : 1.0);
    const double width = std::max(columns.width(), strong.horizontalAdvance(m_moment)) + 2 * kPadding;
    const QRectF box = boxFor({width, lines * line + 2 * kPadding});

    painter.setPen(QPen(m_colors.faint, 1));
    painter.setBrush(m_colors.background);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    double y = box.top() + kPadding + plain.ascent();
    const double left = box.left() + kPadding;
    painter.setPen(m_colors.ink);
    painter.setFont(bold(font()));
    painter.drawText(QPointF(left, y), m_moment);
    for (const ReadingRow &row : m_rows) {
        y += line;
        painter.setPen(Qt::NoPen);
        painter.setBrush(row.color);
        painter.drawRect(QRectF(left, y - plain.ascent() / 2 - kSwatch / 2 + 1, kSwatch, kSwatch));
        double x = left + kSwatch + 6;
        painter.setPen(m_colors.ink);
        painter.setFont(row.emphasised ? bold(font()) : font());
        painter.drawText(QPointF(x, y), row.name);
        x += columns.name + 12;
        painter.setFont(bold(font()));
        painter.drawText(QPointF(x + columns.value - strong.horizontalAdvance(row.value), y), row.value);
        x += columns.value + 12;
        painter.setFont(font());
        painter.setPen(m_colors.faint);
        painter.drawText(QPointF(x, y), row.detail);
    }
    if (m_more.isEmpty()) return;
    painter.setPen(m_colors.faint);
    painter.drawText(QPointF(left, y + line), m_more);
}

} // namespace greenward::ui
