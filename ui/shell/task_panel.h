#pragma once

#include "ui/shell/tasks.h"

#include <QFrame>

class QVBoxLayout;

namespace greenward::ui {

class ActionButton;
class TextLabel;
class ThinProgress;

/// One task: title, progress, rate and time left, a cancel button.
class TaskLine final : public QWidget
{
    Q_OBJECT

public:
    explicit TaskLine(QWidget *parent = nullptr);
    void setTask(const Task &task, bool readOnly);

Q_SIGNALS:
    void cancelAsked(const greenward::ui::Task &task);
    void openAsked(const greenward::ui::Task &task);

private:
    Task m_task;
    TextLabel *m_title;
    TextLabel *m_state;
    TextLabel *m_detail;
    ThinProgress *m_progress;
    ActionButton *m_open;
    ActionButton *m_cancel;
};

/// All tasks, above the status strip. Escape or a click elsewhere closes it.
class TaskPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit TaskPanel(QWidget *parent = nullptr);

    void setTasks(const std::vector<Task> &tasks, bool readOnly);
    /// Above `anchor`, right edges aligned.
    void popUpAt(const QWidget *anchor);

Q_SIGNALS:
    void cancelAsked(const greenward::ui::Task &task);
    void openAsked(const greenward::ui::Task &task);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_lines;
    TextLabel *m_none;
    std::vector<TaskLine *> m_shown;
};

} // namespace greenward::ui
