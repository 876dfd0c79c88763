#pragma once

#include "ui/shell/tasks.h"

#include <QWidget>

class QHBoxLayout;

namespace greenward::ui {

class ActionButton;
class Badge;
class TaskPanel;
class TextLabel;
class ThinProgress;

/// The line at the window's lower edge: which data directory, in which mode, and what is under way.
class StatusStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    void setDirectory(const QString &directory);
    void setMode(bool readOnly, bool sample);
    void setTasks(const std::vector<Task> &tasks, bool readOnly);
    void showTasks();
    void focusTasks();

Q_SIGNALS:
    void cancelAsked(const greenward::ui::Task &task);
    void openAsked(const greenward::ui::Task &task);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyMargins();

    TextLabel *m_directory;
    Badge *m_readOnly;
    Badge *m_sample;
    TextLabel *m_summary;
    ThinProgress *m_progress;
    ActionButton *m_tasks;
    TaskPanel *m_panel;
};

} // namespace greenward::ui
