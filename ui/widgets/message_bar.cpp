#include "ui/widgets/message_bar.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace greenward::ui {
namespace {

QString severityWord(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return MessageBar::tr("Done");
    case Tone::Warning:
        return MessageBar::tr("Warning");
    case Tone::Critical:
        return MessageBar::tr("Problem");
    case Tone::Neutral:
    case Tone::Info:
    case Tone::Faded:
        break;
    }
    return MessageBar::tr("Note");
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(plainLabel())
    , m_severity(new TextLabel(TextRole::Section, TextLabel::Fit::Whole))
    , m_text(new TextLabel(TextRole::Body, TextLabel::Fit::Wrap))
    , m_button(new QPushButton)
    , m_close(new QToolButton)
{
    m_button->setObjectName(QStringLiteral("messageActionButton"));
    m_close->setObjectName(QStringLiteral("messageCloseButton"));
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(plainTip(tr("Close this message (Esc)")));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_severity, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    connect(m_button, &QPushButton::clicked, this, [this] {
        const auto action = m_action; // clear() drops it
        clear();
        if (action) action();
    });
    applyMargins();
    hide();
}

void MessageBar::show(Tone tone, const QString &text)
{
    show(tone, text, {}, {});
}

void MessageBar::show(Tone tone, const QString &text, const QString &verb, std::function<void()> action)
{
    m_tone = tone;
    m_text->setText(text);
    m_action = std::move(action);
    m_button->setText(verb);
    m_button->setVisible(!verb.isEmpty());
    applyTone();
    setAccessibleName(tr("%1: %2").arg(m_severity->wholeText(), text));
    setVisible(true);
    Q_EMIT changed();
}

void MessageBar::clear()
{
    if (isHidden()) return;
    m_action = {};
    m_text->setText({});
    hide();
    Q_EMIT changed();
}

QString MessageBar::text() const
{
    return m_text->wholeText();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = grid(this, 0.75);
    painter.setPen(toneInk(m_tone, palette()));
    painter.setBrush(toneWash(m_tone, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        clear();
        return;
    }
    QFrame::keyPressEvent(event);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange) applyMargins();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) applyTone();
}

void MessageBar::applyTone()
{
    m_severity->setText(severityWord(m_tone));
    m_severity->setTone(m_tone);
    m_icon->setPixmap(
        iconPixmap(iconNameOf(m_tone), grid(this, 2.25), toneInk(m_tone, palette()), devicePixelRatioF()));
}

void MessageBar::applyMargins()
{
    layout()->setContentsMargins(grid(this, 1.5), grid(this, 1), grid(this, 1), grid(this, 1));
    layout()->setSpacing(grid(this, 1));
}

} // namespace greenward::ui
