#include "ui/widgets/page_header.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace greenward::ui {

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(title, TextRole::Title))
    , m_subtitle(new TextLabel(TextRole::Caption))
    , m_tools(new QHBoxLayout)
    , m_actions(new QHBoxLayout)
{
    auto *words = new QVBoxLayout;
    words->setSpacing(grid(this, 0.25));
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    m_subtitle->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid(this, 1));
    layout->addLayout(words, 1);
    layout->addLayout(m_tools);
    layout->addLayout(m_actions);
    for (QHBoxLayout *line : {m_tools, m_actions})
        line->setSpacing(grid(this, 1));
}

void PageHeader::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
    m_subtitle->setVisible(!text.isEmpty());
}

void PageHeader::addAction(QAction *action, bool primary)
{
    auto *button = new ActionButton(action, primary ? ActionButton::Look::Primary : ActionButton::Look::Normal, this);
    m_actions->insertWidget(primary ? m_actions->count() : 0, button, 0, Qt::AlignVCenter);
}

void PageHeader::addTool(QWidget *widget)
{
    m_tools->addWidget(widget, 0, Qt::AlignVCenter);
}

} // namespace greenward::ui
