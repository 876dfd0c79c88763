#include "ui/theme/control_painting.h"

#include "ui/theme/palette.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QStyleOptionButton>

#include <algorithm>

namespace greenward::ui {
namespace {

double radiusOf(const QStyleOption *option)
{
    return stepOf(option) * 0.6;
}

bool isFocused(const QStyleOption *option)
{
    return (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_Enabled);
}

/// The box or ring of check boxes and radio buttons.
void paintIndicator(const QStyleOption *option, QPainter *painter, double radius)
{
    const Colors &colors = colorsOf(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(isFocused(option) ? QPen(colors.accent, 2) : QPen(enabled ? colors.fieldBorder : colors.border));
    painter->setBrush(on && enabled ? colors.accent : colors.card);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), radius, radius);
}

QColor markInk(const QStyleOption *option)
{
    return option->state & QStyle::State_Enabled ? colorsOf(option->palette).onAccent
                                                 : option->palette.color(QPalette::Disabled, QPalette::Text);
}

} // namespace

int stepOf(const QStyleOption *option)
{
    return option ? std::max(4, option->fontMetrics.height() / 2) : 8;
}

void paintField(const QStyleOption *option, QPainter *painter)
{
    const Colors &colors = colorsOf(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focused = isFocused(option);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(enabled ? option->palette.color(QPalette::Base) : option->palette.color(QPalette::Window));
    // A field's edge tells where to type: it needs more contrast than a hairline between surfaces.
    painter->setPen(focused ? QPen(colors.accent, 2) : QPen(enabled ? colors.fieldBorder : colors.border));
    const double inset = focused ? 1.0 : 0.5;
    painter->drawRoundedRect(QRectF(option->rect).adjusted(inset, inset, -inset, -inset), radiusOf(option),
                             radiusOf(option));
    painter->restore();
}

void paintChevron(QPainter *painter, const QRectF &area, const QColor &ink, int turns)
{
    const double reach = std::min(area.width(), area.height()) * 0.5;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(area.center());
    painter->rotate(90.0 * turns);
    QPainterPath path;
    path.moveTo(-reach / 2, -reach / 4);
    path.lineTo(0, reach / 4);
    path.lineTo(reach / 2, -reach / 4);
    painter->setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path);
    painter->restore();
}

void paintHeaderSection(const QStyleOption *option, QPainter *painter)
{
    const Colors &colors = colorsOf(option->palette);
    painter->fillRect(option->rect, colors.card);
    painter->setPen(colors.border);
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
}

void paintButton(const QStyleOptionButton *option, QPainter *painter)
{
    const Colors &colors = colorsOf(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool primary = enabled && (option->features & QStyleOptionButton::DefaultButton);
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = enabled && (option->state & QStyle::State_MouseOver);
    QColor fill = primary ? colors.accent : option->palette.color(QPalette::Button);
    if (down) {
        fill = primary ? fill.darker(118) : colors.track;
    } else if (hovered) {
        fill = primary ? (colors.dark ? fill.lighter(112) : fill.darker(110)) : colors.hover;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(primary ? QPen(Qt::NoPen) : QPen(colors.border));
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), radiusOf(option), radiusOf(option));
    if (isFocused(option)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(primary ? colors.ink : colors.accent, 2));
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), radiusOf(option), radiusOf(option));
    }
    painter->restore();
}

void paintCheck(const QStyleOption *option, QPainter *painter)
{
    painter->save();
    paintIndicator(option, painter, 3);
    const QRectF box(option->rect);
    painter->setPen(QPen(markInk(option), box.width() / 8.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    const auto at = [&box](double x, double y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (option->state & QStyle::State_NoChange) {
        painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
    } else if (option->state & QStyle::State_On) {
        painter->drawPolyline(QPolygonF{at(0.27, 0.52), at(0.43, 0.68), at(0.74, 0.34)});
    }
    painter->restore();
}

void paintRadio(const QStyleOption *option, QPainter *painter)
{
    painter->save();
    const double radius = option->rect.width() / 2.0;
    paintIndicator(option, painter, radius);
    if (option->state & QStyle::State_On) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(markInk(option));
        painter->drawEllipse(QRectF(option->rect).center(), radius * 0.4, radius * 0.4);
    }
    painter->restore();
}

void paintTab(const QStyleOptionTab *option, QPainter *painter)
{
    const Colors &colors = colorsOf(option->palette);
    const bool selected = option->state & QStyle::State_Selected;
    painter->save();
    if (!selected && (option->state & QStyle::State_MouseOver)) painter->fillRect(option->rect, colors.hover);
    painter->setPen(colors.border);
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
    if (selected)
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom() - 2, option->rect.width(), 3),
                          colors.accent);
    painter->restore();
}

} // namespace greenward::ui
