#pragma once

#include "ui/pages/page.h"

#include <optional>

namespace greenward::engine {
struct BudgetRow;
}

namespace greenward::ui {

class BudgetDetail;
class BudgetModel;
class DataTable;

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
    QWidget *makeTable();
    void showRows(const std::vector<engine::BudgetRow> &rows);
    void showDetail();
    void enableActions();
    void addBudget();
    void openDialog(const std::optional<engine::BudgetRow> &row, const QStringList &tenants);
    void editCurrent();
    void removeCurrent();

    BudgetModel *m_model;
    DataTable *m_table = nullptr;
    FilterField *m_filter = nullptr;
    BudgetDetail *m_detail = nullptr;
    QAction *m_add = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_remove = nullptr;
    QString m_wanted; ///< key to select once its row is there
};

} // namespace greenward::ui
