#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;

namespace greenward::ui {

class TextLabel;

/// Title and a line about it on the left, the page's actions on the right: the primary one as a filled button, the
/// rest flat; those without room go into a menu.
class PageHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setSubtitle(const QString &text);
    void addAction(QAction *action, bool primary);
    /// A widget before the actions, such as a filter field or a combo box.
    void addTool(QWidget *widget);

private:
    TextLabel *m_title;
    TextLabel *m_subtitle;
    QHBoxLayout *m_tools;
    QHBoxLayout *m_actions;
};

} // namespace greenward::ui
