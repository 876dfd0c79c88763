#pragma once

#include "ui/dialogs/command_dialog.h"
#include "ui/dialogs/rehearsal_panel.h"

#include <QLocale>

class QCheckBox;

namespace greenward::ui {

/// Gives a tenant a budget, or changes the one it has.
class BudgetDialog final : public CommandDialog
{
    Q_OBJECT

public:
    /// `row` set: that tenant's budget is edited. `tenants` are offered while a new name is typed.
    BudgetDialog(const std::optional<engine::BudgetRow> &row, const QStringList &tenants, Submit submit,
                 Rehearse rehearse, QWidget *parent);

Q_SIGNALS:
    /// The engine has it; the tenant's key in the table.
    void saved(const QString &tenant);

protected:
    engine::Command command() const override;

private:
    void addFields(const QStringList &tenants);
    void addEnforcement();
    void fill(const engine::BudgetRow &row);
    /// "500 kg/month" says the period too.
    void takePeriod();
    engine::SetBudget budget() const;
    QString softProblem(const QString &text) const;

    QComboBox *m_tenant = nullptr;
    QLineEdit *m_limit = nullptr;
    QCheckBox *m_unlimited = nullptr;
    QComboBox *m_period = nullptr;
    QLineEdit *m_soft = nullptr;
    QLineEdit *m_hard = nullptr;
    QLineEdit *m_minDelay = nullptr;
    QLineEdit *m_maxDelay = nullptr;
    QCheckBox *m_shadow = nullptr;
    // kept while the period stays: the dialog does not show them
    std::optional<Instant> m_anchor;
    std::optional<PeriodKind> m_anchored;
};

} // namespace greenward::ui
