#include "ui/shell/status_strip.h"

#include "ui/icons/icons.h"
#include "ui/shell/task_panel.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/thin_progress.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace greenward::ui {

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_directory(new TextLabel(TextRole::Caption, TextLabel::Fit::ElideMiddle))
    , m_readOnly(new Badge(QStringLiteral("lock"), tr("Read-only"), Tone::Warning))
    , m_sample(new Badge(QStringLiteral("sample"), tr("Sample"), Tone::Info))
    , m_summary(new TextLabel(TextRole::Caption))
    , m_progress(new ThinProgress)
    , m_tasks(new ActionButton(tr("Tasks"), ActionButton::Look::Flat))
    , m_panel(new TaskPanel(this))
{
    setObjectName(QStringLiteral("statusStrip"));
    m_tasks->setObjectName(QStringLiteral("tasksButton"));
    m_tasks->setProperty("iconName", QStringLiteral("task"));
    m_tasks->setIcon(icon(QStringLiteral("task")));
    m_readOnly->setToolTip(plainTip(tr("The data directory is open read-only: nothing can be changed")));
    m_sample->setToolTip(plainTip(tr("These are generated sample data, not yours")));
    auto *layout = new QHBoxLayout(this);
    m_directory->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    layout->addWidget(m_directory);
    layout->addWidget(m_readOnly);
    layout->addWidget(m_sample);
    layout->addStretch(1);
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(m_summary, 3);
    layout->addWidget(m_progress);
    m_progress->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    layout->addWidget(m_tasks);
    setMode(false, false);
    setTasks({}, false);
    applyMargins();
    connect(m_tasks, &QPushButton::clicked, this, &StatusStrip::showTasks);
    connect(m_panel, &TaskPanel::cancelAsked, this, &StatusStrip::cancelAsked);
    connect(m_panel, &TaskPanel::openAsked, this, &StatusStrip::openAsked);
}

void StatusStrip::setDirectory(const QString &directory)
{
    m_directory->setText(directory);
    m_directory->setAccessibleName(tr("Data directory: %1").arg(directory));
}

void StatusStrip::setMode(bool readOnly, bool sample)
{
    m_readOnly->setVisible(readOnly);
    m_sample->setVisible(sample);
}

void StatusStrip::setTasks(const std::vector<Task> &tasks, bool readOnly)
{
    m_summary->setText(taskSummary(tasks));
    m_summary->setVisible(!tasks.empty());
    m_progress->setVisible(!tasks.empty());
    if (!tasks.empty()) {
        m_progress->setFraction(tasks.front().fraction.value_or(-1));
        m_progress->setAccessibleName(tasks.front().title);
    }
    m_tasks->setText(tasks.empty() ? tr("Tasks") : tr("Tasks (%1)").arg(tasks.size()));
    m_panel->setTasks(tasks, readOnly);
}

void StatusStrip::showTasks()
{
    m_panel->popUpAt(m_tasks);
}

void StatusStrip::focusTasks()
{
    m_tasks->setFocus(Qt::ShortcutFocusReason);
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.card);
    painter.setPen(colors.border);
    painter.drawLine(rect().topLeft(), rect().topRight());
}

void StatusStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) applyMargins();
}

void StatusStrip::applyMargins()
{
    layout()->setContentsMargins(grid(this, 2), grid(this, 0.5), grid(this, 1.5), grid(this, 0.5));
    layout()->setSpacing(grid(this, 1));
}

} // namespace greenward::ui
