#include "ui/widgets/note_line.h"

#include "ui/icons/icons.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace greenward::ui {

NoteLine::NoteLine(QWidget *parent)
    : QWidget(parent)
    , m_icon(plainLabel({}, this))
    , m_text(new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    hide();
}

void NoteLine::setNote(Tone tone, const QString &text)
{
    m_tone = tone;
    m_text->setTone(tone);
    m_text->setText(text);
    applyIcon();
    setVisible(!text.isEmpty());
}

QString NoteLine::text() const
{
    return m_text->wholeText();
}

void NoteLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) applyIcon();
}

void NoteLine::applyIcon()
{
    m_icon->setPixmap(icon(iconNameOf(m_tone), m_tone).pixmap(fontMetrics().height()));
}

} // namespace greenward::ui
