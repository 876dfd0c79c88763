#pragma once

#include "core/engine/commands.h"
#include "ui/dialogs/form.h"

#include <QDialog>

#include <functional>

class QDialogButtonBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace greenward::ui {

using Answer = std::function<void(const Result<engine::Outcome> &)>;
/// Hands a command to the engine; the answer comes later on this thread, or never when `context` is gone.
using Submit = std::function<void(engine::Command command, QObject *context, Answer answer)>;

/// A form that becomes one command. It closes when the engine has accepted it; refused, it stays open with what was
/// typed and shows the reason at the field it is about. Opened with open(), deletes itself when closed.
class CommandDialog : public QDialog
{
    Q_OBJECT

public:
    /// `verb` is the word on the button that sends: "Add budget".
    CommandDialog(const QString &title, const QString &verb, Submit submit, QWidget *parent);

    void accept() override;

Q_SIGNALS:
    /// The engine said yes; the dialog closes right after.
    void taken(const engine::Outcome &outcome);

protected:
    Form &form() const { return *m_form; }
    /// Between the form and the buttons.
    QVBoxLayout &body() const { return *m_body; }
    /// The body takes the height that is to spare, instead of keeping to the top: for tables.
    void letBodyGrow();
    QPushButton &sendButton() const { return *m_send; }
    /// Called only while the form has no problem.
    virtual engine::Command command() const = 0;

private:
    void showRefusal(const Error &error);
    void setWaiting(bool waiting);

    Submit m_submit;
    Form *m_form;
    QVBoxLayout *m_body;
    QLabel *m_refusal;
    QDialogButtonBox *m_buttons;
    QPushButton *m_send;
    QString m_verb;
};

} // namespace greenward::ui
