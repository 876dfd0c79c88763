#include "ui/widgets/card.h"

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace greenward::ui {

Card::Card(QWidget *parent)
    : Card(QString(), parent)
{}

Card::Card(const QString &heading, QWidget *parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout)
    , m_headingLine(new QHBoxLayout)
    , m_heading(new TextLabel(heading, TextRole::Section))
{
    auto *layout = new QVBoxLayout(this);
    m_headingLine->addWidget(m_heading, 1);
    layout->addLayout(m_headingLine);
    layout->addLayout(m_body, 1);
    setHeading(heading);
    applyMargins();
}

void Card::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
    setAccessibleName(heading);
}

void Card::setHoldsLines(bool lines)
{
    m_holdsLines = lines;
    applyMargins();
}

void Card::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.border);
    painter.setBrush(colors.card);
    const double radius = grid(this, 0.75);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void Card::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange) applyMargins();
}

void Card::applyMargins()
{
    const int margin = grid(this, 2);
    const int ofLines = m_holdsLines ? grid(this, 1) : 0;
    layout()->setContentsMargins(margin - ofLines, margin, margin - ofLines, margin - ofLines);
    m_headingLine->setContentsMargins(ofLines, 0, ofLines, 0);
    layout()->setSpacing(grid(this, 1.25));
    m_body->setSpacing(grid(this, 1));
    m_headingLine->setSpacing(grid(this, 1));
}

} // namespace greenward::ui
