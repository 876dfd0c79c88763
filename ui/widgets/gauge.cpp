#include "ui/widgets/gauge.h"

#include "ui/models/row_model_base.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/plain_text.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace greenward::ui {
namespace {

/// How much of a limit the bar's full width stands for. The same for every bar, so that the marks of a table stand in
/// one line; what goes beyond ends in an arrow.
constexpr double kScale = 1.25;

QString percentText(double fraction)
{
    return QLocale().toString(fraction * 100.0, 'f', 0) + QStringLiteral(" %");
}

/// At the right end: it goes on beyond what the bar can show.
void paintArrow(QPainter &painter, const QRectF &bar, const QColor &ink)
{
    const double reach = bar.height() * 0.75;
    const QPointF tip(bar.right() + reach * 0.5, bar.center().y());
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{tip - QPointF(reach * 0.7, reach), tip, tip - QPointF(reach * 0.7, -reach)});
}

void paintBar(QPainter &painter, const QRectF &bar, const GaugeValue &value, const QPalette &palette)
{
    const Colors &colors = colorsOf(palette);
    const double radius = bar.height() / 2;
    const auto x = [&](double fraction) {
        return bar.left() + bar.width() * std::clamp(fraction / kScale, 0.0, 1.0);
    };

    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.track);
    painter.drawRoundedRect(bar, radius, radius);
    if (!value.used) return;

    const QColor ink =
        value.tone == Tone::Neutral || value.tone == Tone::Faded ? colors.accent : toneInk(value.tone, palette);
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(bar, radius, radius);
    painter.setClipPath(shape);
    painter.setBrush(ink);
    painter.drawRect(QRectF(bar.topLeft(), QPointF(x(std::min(*value.used, 1.0)), bar.bottom())));
    if (*value.used > 1.0) {
        // Past the limit: a pattern, so that it shows without colour.
        const QRectF over(QPointF(x(1.0), bar.top()), QPointF(x(*value.used), bar.bottom()));
        painter.setBrush(toneWash(value.tone, palette));
        painter.drawRect(over);
        painter.setBrush(QBrush(ink, Qt::BDiagPattern));
        painter.drawRect(over);
    }
    painter.restore();
    if (*value.used > kScale) paintArrow(painter, bar, ink);

    if (value.projected && *value.projected > *value.used) {
        // Solid is what was used; hatched is only expected.
        const QRectF ahead(QPointF(x(*value.used), bar.top()), QPointF(x(*value.projected), bar.bottom()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(QBrush(ink, Qt::FDiagPattern));
        painter.drawRect(ahead);
        if (*value.projected > kScale) {
            paintArrow(painter, bar, colors.ink);
        } else {
            painter.setPen(QPen(colors.ink, 1.5));
            painter.drawLine(QPointF(x(*value.projected), bar.top() - 2),
                             QPointF(x(*value.projected), bar.bottom() + 2));
        }
    }
    const double overhang = bar.height() / 2;
    if (value.soft) {
        painter.setPen(QPen(colors.faint, 1));
        painter.drawLine(QPointF(x(*value.soft), bar.top() - overhang), QPointF(x(*value.soft), bar.bottom()));
    }
    if (value.hard) {
        const double at = std::min(x(*value.hard), bar.right() - 1);
        painter.setPen(QPen(colors.ink, 2));
        painter.drawLine(QPointF(at, bar.top() - overhang), QPointF(at, bar.bottom() + overhang));
    }
}

} // namespace

QString gaugeSentence(const GaugeValue &value)
{
    QStringList parts{value.word.isEmpty() ? value.text : QStringLiteral("%1, %2").arg(value.text, value.word)};
    if (value.projected)
        parts << QCoreApplication::translate("Gauge", "expected at the end of the period: %1")
                     .arg(percentText(*value.projected));
    if (value.soft) parts << QCoreApplication::translate("Gauge", "slowed from %1").arg(percentText(*value.soft));
    if (value.hard) parts << QCoreApplication::translate("Gauge", "stopped at %1").arg(percentText(*value.hard));
    return parts.join(QStringLiteral("; "));
}

void paintGauge(QPainter &painter, const QRect &area, const GaugeValue &value, const QPalette &palette,
                const QFont &font)
{
    const QFontMetrics metrics(font);
    const int gap = metrics.averageCharWidth();
    const int textWidth = metrics.horizontalAdvance(QStringLiteral("1,000.0 %"));
    painter.setFont(font);
    painter.setPen(palette.color(QPalette::Text));
    const QRect textPlace(area.left(), area.top(), std::min(textWidth, area.width()), area.height());
    painter.drawText(textPlace, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine,
                     metrics.elidedText(value.text, Qt::ElideRight, textPlace.width()));

    QRectF bar(area);
    bar.setLeft(textPlace.right() + 1 + gap);
    bar.setRight(area.right() - gap);
    const double height = std::max(6.0, metrics.height() * 0.42);
    bar.setTop(area.center().y() + 0.5 - height / 2);
    bar.setHeight(height);
    if (bar.width() < metrics.averageCharWidth() * 4) return;
    painter.setRenderHint(QPainter::Antialiasing);
    paintBar(painter, bar, value, palette);
}

void GaugeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant held = index.data(RowModelBase::GaugeRole);
    if (!held.canConvert<GaugeValue>()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    background.icon = {};
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, widget);

    painter->save();
    const int margin = QFontMetrics(option.font).averageCharWidth();
    paintGauge(*painter, option.rect.adjusted(margin, 0, -margin, 0), held.value<GaugeValue>(), option.palette,
               option.font);
    painter->restore();
}

QSize GaugeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize hint = QStyledItemDelegate::sizeHint(option, index);
    hint.setWidth(std::max(hint.width(), QFontMetrics(option.font).averageCharWidth() * 22));
    return hint;
}

bool GaugeDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    const QVariant held = index.data(RowModelBase::GaugeRole);
    if (event->type() != QEvent::ToolTip || !held.canConvert<GaugeValue>())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainTip(gaugeSentence(held.value<GaugeValue>())), view);
    return true;
}

Gauge::Gauge(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Gauge::setValue(const GaugeValue &value)
{
    if (value == m_value) return;
    m_value = value;
    setAccessibleName(gaugeSentence(value));
    setToolTip(plainTip(gaugeSentence(value)));
    update();
}

QSize Gauge::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() + grid(this, 1)};
}

QSize Gauge::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 16, sizeHint().height()};
}

void Gauge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintGauge(painter, rect(), m_value, palette(), font());
}

} // namespace greenward::ui
