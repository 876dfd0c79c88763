#pragma once

#include "ui/dialogs/rehearsal_panel.h"
#include "ui/editing/budget_edits.h"
#include "ui/editing/limit_text.h"
#include "ui/pages/page.h"

#include <QTimer>

#include <optional>

namespace greenward::ui {

class BudgetDetail;
class BudgetModel;
class BudgetTransfer;
class DataTable;
class RecentLoader;

/// Who may emit how much, how much of it is gone, and when it will run out.
class BudgetsPage final : public Page
{
    Q_OBJECT

public:
    explicit BudgetsPage(const PageContext &context, QWidget *parent = nullptr);

    FilterField *filterField() const override { return m_filter; }
    void showKey(const QString &key) override;

protected:
    void refresh() override;

private:
    void addActions();
    void addEditing();
    QWidget *makeTable();
    void loadRecent();
    void showRows(std::vector<engine::BudgetRow> rows);
    void showDetail();
    void askDepth();
    void applyProposal(const engine::SetBudget &proposed);
    void enableActions();
    void addBudget();
    void openDialog(const std::optional<engine::BudgetRow> &row, const QStringList &tenants);
    Rehearse rehearsing();
    void editInPlace();
    void editSelected();
    void removeSelected();
    void confirmRemoval(const std::vector<engine::BudgetRow> &rows);
    void takeLimit(const QString &key, const LimitEntry &entry);
    /// The rows as they are in the engine now: what the table shows may be half a second old, and edits start from it.
    void askRows(std::vector<TenantId> tenants, std::function<void(const std::vector<engine::BudgetRow> &)> take);
    std::vector<TenantId> selectedTenants() const;
    const engine::BudgetRow *currentRow() const;

    BudgetModel *m_model;
    BudgetEdits *m_edits = nullptr;
    BudgetTransfer *m_transfer = nullptr;
    DataTable *m_table = nullptr;
    FilterField *m_filter = nullptr;
    BudgetDetail *m_detail = nullptr;
    RecentLoader *m_recent = nullptr;
    QAction *m_add = nullptr;
    QAction *m_limit = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QTimer m_depthPause;
    QString m_depthOf; ///< whose figures the detail shows
    QString m_wanted;  ///< key to select once its row is there
};

} // namespace greenward::ui
