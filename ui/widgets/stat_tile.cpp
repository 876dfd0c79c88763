#include "ui/widgets/stat_tile.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/plain_text.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace greenward::ui {

StatTile::StatTile(const QString &caption, QWidget *parent)
    : QAbstractButton(parent)
    , m_caption(caption)
    , m_figure(QStringLiteral("–"))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(caption);
}

void StatTile::show(const QString &figure, const QString &detail, Tone tone)
{
    m_figure = figure;
    m_detail = detail;
    m_tone = tone;
    setAccessibleName(tr("%1: %2. %3").arg(m_caption, m_figure, m_detail));
    setToolTip(plainTip(m_detail));
    update();
}

void StatTile::showUnknown(const QString &why)
{
    show(QStringLiteral("–"), why, Tone::Faded);
}

QSize StatTile::sizeHint() const
{
    const QFontMetrics caption(fontFor(TextRole::Caption, font()));
    const QFontMetrics figure(fontFor(TextRole::Figure, font()));
    const int height = grid(this, 4) + caption.height() * 2 + figure.height() + grid(this, 1.25);
    return {fontMetrics().averageCharWidth() * 28, height};
}

QSize StatTile::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 18, sizeHint().height()};
}

void StatTile::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(showsFocus(this) ? QPen(colors.accent, 2) : QPen(colors.border));
    painter.setBrush(underMouse() || isDown() ? colors.hover : colors.card);
    const double radius = grid(this, 0.75);
    const double inset = showsFocus(this) ? 1.0 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius, radius);

    const int margin = grid(this, 2);
    QRect line = rect().adjusted(margin, margin, -margin, -margin);
    const auto draw = [&](const QFont &font, const QColor &ink, const QString &text, int left) {
        painter.setFont(font);
        painter.setPen(ink);
        const QFontMetrics metrics(font);
        const QRect place(line.left() + left, line.top(), line.width() - left, metrics.height());
        const QString shown = metrics.elidedText(text, Qt::ElideRight, place.width());
        painter.drawText(place, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
        line.setTop(place.bottom() + 1 + grid(this, 0.6));
    };

    const QFont captionFont = fontFor(TextRole::Caption, font());
    draw(captionFont, colors.faint, m_caption, 0);
    draw(fontFor(TextRole::Figure, font()), colors.ink, m_figure, 0);
    const int iconSide = QFontMetrics(captionFont).height();
    const bool withSign = m_tone != Tone::Neutral;
    const QColor ink = m_tone == Tone::Neutral ? colors.faint : toneInk(m_tone, palette());
    if (withSign)
        painter.drawPixmap(line.topLeft(), iconPixmap(iconNameOf(m_tone), iconSide, ink, devicePixelRatioF()));
    draw(captionFont, ink, m_detail, withSign ? iconSide + grid(this, 0.6) : 0);
}

void StatTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void StatTile::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

} // namespace greenward::ui
