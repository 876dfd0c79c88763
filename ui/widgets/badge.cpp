#include "ui/widgets/badge.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"

#include <QPainter>

namespace greenward::ui {

Badge::Badge(const QString &iconName, const QString &word, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_word(word)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(word);
}

QFont Badge::captionFont() const
{
    QFont caption = fontFor(TextRole::Caption, font());
    caption.setWeight(QFont::DemiBold);
    return caption;
}

QSize Badge::sizeHint() const
{
    const QFontMetrics metrics(captionFont());
    return {metrics.horizontalAdvance(m_word) + metrics.height() + grid(this, 2), metrics.height() + grid(this, 0.5)};
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ink = toneInk(m_tone, palette());
    const double radius = height() / 2.0;
    painter.setPen(ink);
    painter.setBrush(toneWash(m_tone, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const QFontMetrics metrics(captionFont());
    const int side = metrics.height() - 2;
    const int left = grid(this, 0.75);
    painter.drawPixmap(left, (height() - side) / 2, iconPixmap(m_iconName, side, ink, devicePixelRatioF()));
    painter.setFont(captionFont());
    painter.drawText(rect().adjusted(left + side + grid(this, 0.4), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_word);
}

} // namespace greenward::ui
