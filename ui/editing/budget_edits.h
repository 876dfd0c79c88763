#pragma once

#include "core/engine/commands.h"

#include <QObject>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace greenward::ui {

/// One tenant's budget before and after an edit; nothing: no budget.
struct BudgetChange
{
    TenantId tenant;
    std::optional<engine::SetBudget> before;
    std::optional<engine::SetBudget> after;
};

/// The budget behind a row, such that setting it again restores it whole; nothing while it has none.
std::optional<engine::SetBudget> budgetOf(const engine::BudgetRow &row);

/// Edits of budgets that can be undone and redone. Each step is sent to the engine as commands of its own, so the audit
/// log tells of every one; nothing is undone behind its back. A step is kept only when the engine took it.
class BudgetEdits final : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const Result<engine::Outcome> &)>;
    using Submit = std::function<void(engine::Command command, QObject *context, Answer answer)>;
    using Budgets = std::vector<std::optional<engine::SetBudget>>;
    /// Asks the engine for the tenants' budgets as they are now, to see whether somebody else has changed them since.
    using Present = std::function<void(std::vector<TenantId> tenants, std::function<void(const Budgets &)> take)>;

    BudgetEdits(Submit submit, Present present, QObject *parent = nullptr);
    ~BudgetEdits() override;

    /// Sends the changes; those the engine takes become one step named `text` ("Limit of acme"), and applied() follows.
    void apply(const QString &text, std::vector<BudgetChange> changes);
    /// A change somebody else has sent already, such as a dialog, as a step of its own.
    void remember(const QString &text, std::vector<BudgetChange> changes);

    void undo();
    void redo();
    bool canUndo() const { return m_stack.canUndo() && !m_busy; }
    bool canRedo() const { return m_stack.canRedo() && !m_busy; }
    QString undoText() const { return m_stack.undoText(); }
    QString redoText() const { return m_stack.redoText(); }

Q_SIGNALS:
    /// What can be undone or redone changed.
    void changed();
    /// All changes of a step were answered; `taken` of them were taken.
    void applied(const QString &text, int taken);
    /// The engine refused one of them.
    void refused(const QString &tenant, const greenward::Error &error);
    /// Nothing was sent: somebody else has changed this budget since.
    void overtaken(const QString &tenant);

private:
    class Step;
    using Done = std::function<void(std::vector<BudgetChange> taken)>;
    void send(std::vector<BudgetChange> changes, Done done);
    void turn(bool undoing);
    /// Sends them unless one of the budgets is no longer what they set out from.
    void turnFrom(const Budgets &present, const QString &text, std::vector<BudgetChange> changes, bool undoing);
    void setBusy(bool busy);

    Submit m_submit;
    Present m_present;
    QUndoStack m_stack;
    bool m_busy = false; ///< a step is under way; the next waits for its answers
};

} // namespace greenward::ui
