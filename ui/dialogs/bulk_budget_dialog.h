#pragma once

#include "ui/dialogs/form.h"
#include "ui/dialogs/rehearsal_panel.h"
#include "ui/editing/budget_edits.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace greenward::ui {

/// One change for the budgets of several tenants. Fields left empty keep what each has. Deletes itself when closed.
class BulkBudgetDialog final : public QDialog
{
    Q_OBJECT

public:
    BulkBudgetDialog(std::vector<engine::BudgetRow> rows, Rehearse rehearse, QWidget *parent);

    void accept() override;

Q_SIGNALS:
    void decided(const std::vector<greenward::ui::BudgetChange> &changes);

private:
    void addFields();
    void showPreview();
    std::vector<BudgetChange> changes() const;
    std::optional<engine::SetBudget> changed(const engine::BudgetRow &row) const;

    std::vector<engine::BudgetRow> m_rows;
    Form *m_form;
    QLineEdit *m_limit = nullptr;
    QComboBox *m_period = nullptr;
    QLineEdit *m_soft = nullptr;
    QLineEdit *m_hard = nullptr;
    QComboBox *m_mode = nullptr;
    QLabel *m_preview;
    QPushButton *m_send;
};

/// "+10 %" and "-20 %" of what there is, or an amount that replaces it. Nothing: the text is neither.
Result<GramsCO2e> changedLimit(const QString &text, const std::optional<GramsCO2e> &present);

} // namespace greenward::ui
