#include "ui/widgets/empty_state.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace greenward::ui {

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &why, QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_icon(plainLabel())
    , m_title(new TextLabel(title, TextRole::Section, TextLabel::Fit::Wrap))
    , m_why(new TextLabel(why, TextRole::Body, TextLabel::Fit::Wrap))
    , m_steps(new QHBoxLayout)
{
    m_title->setAlignment(Qt::AlignCenter);
    m_why->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_why->setTone(Tone::Faded);
    m_icon->setAlignment(Qt::AlignCenter);

    auto *column = new QVBoxLayout;
    column->setSpacing(grid(this, 1));
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_why);
    column->addSpacing(grid(this, 1));
    m_steps->setSpacing(grid(this, 1));
    m_steps->addStretch();
    m_steps->addStretch();
    column->addLayout(m_steps);

    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addLayout(column, 6);
    across->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(across);
    layout->addStretch(3);
    applyIcon();
}

void EmptyState::setText(const QString &title, const QString &why)
{
    m_title->setText(title);
    m_why->setText(why);
}

void EmptyState::addStep(QAction *action)
{
    const bool first = m_steps->count() == 2;
    auto *button = new ActionButton(action, first ? ActionButton::Look::Primary : ActionButton::Look::Normal);
    m_steps->insertWidget(m_steps->count() - 1, button);
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) applyIcon();
}

void EmptyState::applyIcon()
{
    m_icon->setPixmap(iconPixmap(m_iconName, grid(this, 5), colorsOf(palette()).faint, devicePixelRatioF()));
}

} // namespace greenward::ui
