#pragma once

#include "core/engine/commands.h"

#include <QObject>
#include <QUndoStack>

#include <functional>
#include <optional>
#include <vector>

namespace greenward::ui {

/// One backend before and after an edit; nothing: it is not registered.
struct BackendChange
{
    BackendId id;
    std::optional<BackendSpec> before;
    std::optional<BackendSpec> after;
};

/// Edits of the registry that can be undone and redone. Each step is sent to the engine as commands of its own, so the
/// audit log tells of every one. Nothing is undone when somebody else has changed one of the backends since.
class BackendEdits final : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const Result<engine::Outcome> &)>;
    using Submit = std::function<void(engine::Command command, QObject *context, Answer answer)>;
    /// Asks the engine for the registry as it is now.
    using Present = std::function<void(std::function<void(const std::vector<BackendSpec> &)> take)>;

    BackendEdits(Submit submit, Present present, QObject *parent = nullptr);
    ~BackendEdits() override;

    /// A change somebody has sent already, such as a dialog, as a step ("Edit of archive-se").
    void remember(const QString &text, std::vector<BackendChange> changes);
    void undo() { turn(true); }
    void redo() { turn(false); }
    bool canUndo() const { return m_stack.canUndo() && !m_busy; }
    bool canRedo() const { return m_stack.canRedo() && !m_busy; }
    QString undoText() const { return m_stack.undoText(); }
    QString redoText() const { return m_stack.redoText(); }

Q_SIGNALS:
    /// What can be undone or redone changed.
    void changed();
    /// A step was undone or redone.
    void turned(const QString &text);
    void refused(const greenward::Error &error);
    /// Nothing was sent: somebody else has changed this backend since.
    void overtaken(const QString &backend);

private:
    class Step;
    void turn(bool undoing);
    void send(const QString &text, const std::vector<BackendChange> &changes, bool undoing);
    void setBusy(bool busy);

    Submit m_submit;
    Present m_present;
    QUndoStack m_stack;
    bool m_busy = false; ///< a step is under way; the next waits for its answers
};

} // namespace greenward::ui
