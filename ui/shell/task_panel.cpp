#include "ui/shell/task_panel.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/thin_progress.h"

#include <QPainter>
#include <QVBoxLayout>

namespace greenward::ui {

TaskLine::TaskLine(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextRole::Body))
    , m_state(new TextLabel(TextRole::Caption, TextLabel::Fit::Whole))
    , m_detail(new TextLabel(TextRole::Caption))
    , m_progress(new ThinProgress)
    , m_open(new ActionButton(tr("Show")))
    , m_cancel(new ActionButton(tr("Cancel")))
{
    auto *heading = new QHBoxLayout;
    heading->addWidget(m_title, 1);
    heading->addWidget(m_state);
    auto *words = new QVBoxLayout;
    words->setSpacing(grid(this, 0.5));
    words->addLayout(heading);
    words->addWidget(m_progress);
    words->addWidget(m_detail);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid(this, 1));
    layout->addLayout(words, 1);
    layout->addWidget(m_open);
    layout->addWidget(m_cancel);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openAsked(m_task); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelAsked(m_task); });
}

void TaskLine::setTask(const Task &task, bool readOnly)
{
    m_task = task;
    m_title->setText(task.title);
    m_state->setText(task.stateWord);
    m_state->setTone(task.tone);
    m_detail->setText(task.detail);
    m_progress->setFraction(task.fraction.value_or(-1));
    m_progress->setAccessibleName(task.title);
    m_open->setAccessibleName(tr("Show %1").arg(task.title));
    m_cancel->setAccessibleName(tr("Cancel %1").arg(task.title));
    m_cancel->setEnabled(task.canCancel && !readOnly);
}

TaskPanel::TaskPanel(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_lines(new QVBoxLayout)
    , m_none(new TextLabel(tr("No scan or migration is under way."), TextRole::Body, TextLabel::Fit::Wrap))
{
    setObjectName(QStringLiteral("taskPanel"));
    setAccessibleName(tr("Tasks"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid(this, 2), grid(this, 2), grid(this, 2), grid(this, 2));
    layout->setSpacing(grid(this, 1.5));
    layout->addWidget(new TextLabel(tr("Tasks"), TextRole::Section));
    m_none->setTone(Tone::Faded);
    layout->addWidget(m_none);
    m_lines->setSpacing(grid(this, 2));
    layout->addLayout(m_lines);
}

void TaskPanel::setTasks(const std::vector<Task> &tasks, bool readOnly)
{
    while (m_shown.size() < tasks.size()) {
        auto *line = new TaskLine(this);
        connect(line, &TaskLine::cancelAsked, this, &TaskPanel::cancelAsked);
        connect(line, &TaskLine::openAsked, this, [this](const Task &task) {
            hide();
            Q_EMIT openAsked(task);
        });
        m_lines->addWidget(line);
        m_shown.push_back(line);
    }
    for (std::size_t at = 0; at < m_shown.size(); ++at) {
        if (at < tasks.size()) m_shown[at]->setTask(tasks[at], readOnly);
        m_shown[at]->setVisible(at < tasks.size());
    }
    m_none->setVisible(tasks.empty());
    if (isVisible()) adjustSize();
}

void TaskPanel::popUpAt(const QWidget *anchor)
{
    setFixedWidth(fontMetrics().averageCharWidth() * 72);
    adjustSize();
    const QPoint corner = anchor->mapToGlobal(QPoint(anchor->width(), 0));
    move(corner.x() - width(), corner.y() - height() - grid(this, 0.5));
    show();
}

void TaskPanel::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setPen(colors.border);
    painter.setBrush(colors.card);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace greenward::ui
