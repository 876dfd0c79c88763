#pragma once

#include <QPushButton>

class QAction;

namespace greenward::ui {

/// A push button that follows an action: text, icon, state, tool tip. Primary ones are filled with the accent.
class ActionButton final : public QPushButton
{
    Q_OBJECT

public:
    enum class Look { Normal, Primary, Flat };
    explicit ActionButton(QAction *action, Look look = Look::Normal, QWidget *parent = nullptr);
    explicit ActionButton(const QString &text, Look look = Look::Normal, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();

    QAction *m_action = nullptr;
    Look m_look;
};

} // namespace greenward::ui
