#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;

namespace greenward::ui {

class TextLabel;

/// In place of an empty table: why there is nothing, and the next step as buttons.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const QString &iconName, const QString &title, const QString &why, QWidget *parent = nullptr);

    void setText(const QString &title, const QString &why);
    /// The first one is the primary button. Follows the action's text and state.
    void addStep(QAction *action);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyIcon();

    QString m_iconName;
    QLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_why;
    QHBoxLayout *m_steps;
};

} // namespace greenward::ui
