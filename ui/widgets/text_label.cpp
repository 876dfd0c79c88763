#include "ui/widgets/text_label.h"

#include "ui/widgets/plain_text.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace greenward::ui {

TextLabel::TextLabel(TextRole role, Fit fit, QWidget *parent)
    : TextLabel(QString(), role, fit, parent)
{}

TextLabel::TextLabel(const QString &text, TextRole role, Fit fit, QWidget *parent)
    : QLabel(parent)
    , m_role(role)
    , m_fit(fit)
    , m_tone(role == TextRole::Caption ? Tone::Faded : Tone::Neutral)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(fit == Fit::Wrap);
    if (fit == Fit::Elide || fit == Fit::ElideMiddle) setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    applyFont();
    applyInk();
    setText(text);
}

void TextLabel::setText(const QString &text)
{
    if (text == m_whole && text == QLabel::text()) return;
    m_whole = text;
    QLabel::setText(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

void TextLabel::setTone(Tone tone)
{
    m_tone = tone;
    applyInk();
}

QSize TextLabel::minimumSizeHint() const
{
    if (m_fit == Fit::Elide || m_fit == Fit::ElideMiddle)
        return {fontMetrics().horizontalAdvance(QStringLiteral("MMM…")), QLabel::sizeHint().height()};
    return QLabel::minimumSizeHint();
}

QSize TextLabel::sizeHint() const
{
    if (m_fit == Fit::Elide || m_fit == Fit::ElideMiddle) {
        const QSize hint = QLabel::sizeHint();
        return {fontMetrics().horizontalAdvance(m_whole) + 2, hint.height()};
    }
    return QLabel::sizeHint();
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (m_applying) return;
    switch (event->type()) {
    case QEvent::ApplicationFontChange:
        applyFont();
        break;
    case QEvent::ApplicationPaletteChange:
    case QEvent::PaletteChange:
        applyInk();
        break;
    default:
        break;
    }
}

void TextLabel::paintEvent(QPaintEvent *event)
{
    if (m_fit != Fit::Elide && m_fit != Fit::ElideMiddle) {
        QLabel::paintEvent(event);
        return;
    }
    const auto mode = m_fit == Fit::Elide ? Qt::ElideRight : Qt::ElideMiddle;
    const QString shown = fontMetrics().elidedText(m_whole, mode, contentsRect().width());
    // The tool tip tells what the ellipsis hides, and nothing when nothing is hidden.
    if (shown != m_whole && toolTip() != plainTip(m_whole)) {
        setToolTip(plainTip(m_whole));
    } else if (shown == m_whole && toolTip() == plainTip(m_whole)) {
        setToolTip({});
    }
    QPainter painter(this);
    style()->drawItemText(&painter, contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine, palette(),
                          isEnabled(), shown, foregroundRole());
}

void TextLabel::applyFont()
{
    m_applying = true;
    setFont(fontFor(m_role, QApplication::font()));
    m_applying = false;
    updateGeometry();
}

void TextLabel::applyInk()
{
    m_applying = true;
    // From the application's palette, not this widget's: ours may hold the ink of the former theme.
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, toneInk(m_tone, QApplication::palette()));
    setPalette(ink);
    m_applying = false;
}

} // namespace greenward::ui
