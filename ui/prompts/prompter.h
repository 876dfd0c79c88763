#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace greenward::ui {

/// A question before a step that is hard to undo: what it is, what it really costs, and the verb for the button.
struct Confirmation
{
    QString question;     ///< "Move 12,480 objects to green-hdd?"
    QString consequences; ///< numbers from the engine, and whether it can be undone
    QString verb;         ///< "Move"
    bool destructive = false;
};

/// The seam between pages and modal questions; tests hand in a scripted one. Calls return at once, the answer comes
/// later on the GUI thread, and not at all when `parent` is gone.
class Prompter
{
public:
    virtual ~Prompter() = default;
    virtual void confirm(QWidget *parent, const Confirmation &question, std::function<void()> agreed) = 0;
    /// One line or paragraph of text ("Why is this batch rejected?"); not called back when given up.
    virtual void askText(QWidget *parent, const QString &question, const QString &label, const QString &verb,
                         std::function<void(const QString &)> answered) = 0;
    virtual void askDirectory(QWidget *parent, const QString &title, const QString &start,
                              std::function<void(const QString &)> chosen) = 0;
    virtual void askOpenFile(QWidget *parent, const QString &title, const QString &filter,
                             std::function<void(const QString &)> chosen) = 0;
    /// `filter` as in QFileDialog: "PDF (*.pdf)". Asks again before an existing file is replaced.
    virtual void askSaveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter,
                             std::function<void(const QString &)> chosen) = 0;
};

} // namespace greenward::ui
