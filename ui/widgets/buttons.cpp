#include "ui/widgets/buttons.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"

#include <QAction>
#include <QEvent>
#include <QPainter>

namespace greenward::ui {

ActionButton::ActionButton(QAction *action, Look look, QWidget *parent)
    : QPushButton(parent)
    , m_action(action)
    , m_look(look)
{
    setAttribute(Qt::WA_Hover);
    connect(action, &QAction::changed, this, &ActionButton::follow);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    follow();
}

ActionButton::ActionButton(const QString &text, Look look, QWidget *parent)
    : QPushButton(text, parent)
    , m_look(look)
{
    setAttribute(Qt::WA_Hover);
}

QSize ActionButton::sizeHint() const
{
    const QFontMetrics metrics(font());
    int width = metrics.size(Qt::TextShowMnemonic, text()).width() + grid(this, 3);
    if (!icon().isNull()) width += metrics.height() + grid(this, 0.75);
    return {width, metrics.height() + grid(this, 1.5)};
}

void ActionButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

void ActionButton::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool primary = m_look == Look::Primary && isEnabled();
    QColor fill = primary ? colors.accent : palette().color(QPalette::Button);
    if (isEnabled() && (isDown() || isChecked())) {
        fill = primary ? fill.darker(118) : colors.track;
    } else if (isEnabled() && underMouse()) {
        fill = primary ? (colors.dark ? fill.lighter(112) : fill.darker(110)) : colors.hover;
    } else if (m_look == Look::Flat) {
        fill = Qt::transparent;
    }
    painter.setBrush(fill);
    painter.setPen(primary || m_look == Look::Flat ? QPen(Qt::NoPen) : QPen(colors.border));
    const double radius = grid(this, 0.6);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (showsFocus(this)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(primary ? colors.ink : colors.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
    }

    const QColor ink = !isEnabled() ? palette().color(QPalette::Disabled, QPalette::ButtonText)
                       : primary    ? colors.onAccent
                                    : colors.ink;
    const QFontMetrics metrics(font());
    const QString shown = text();
    const int textWidth = metrics.size(Qt::TextShowMnemonic, shown).width();
    const int side = metrics.height();
    const int gap = grid(this, 0.75);
    const bool withIcon = !icon().isNull();
    const int whole = textWidth + (withIcon ? side + (shown.isEmpty() ? 0 : gap) : 0);
    int left = (width() - whole) / 2;
    if (withIcon) {
        const QString name = m_action ? m_action->property("iconName").toString() : property("iconName").toString();
        const QRect place(left, (height() - side) / 2, side, side);
        if (name.isEmpty()) {
            icon().paint(&painter, place);
        } else {
            painter.drawPixmap(place, iconPixmap(name, side, ink, devicePixelRatioF()));
        }
        left += side + gap;
    }
    painter.setPen(ink);
    painter.drawText(QRect(left, 0, textWidth + 1, height()),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextShowMnemonic, shown);
}

void ActionButton::follow()
{
    setText(m_action->text());
    setIcon(m_action->icon());
    setEnabled(m_action->isEnabled());
    // Never show() a button that stands nowhere yet: it would become a window.
    if (parentWidget() || !m_action->isVisible()) setVisible(m_action->isVisible());
    setToolTip(m_action->toolTip()); // which went through plainTip when the action was given it
    setAccessibleName(QString(m_action->text()).remove(QLatin1Char('&')));
    updateGeometry();
    update();
}

} // namespace greenward::ui
