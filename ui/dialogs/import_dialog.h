#pragma once

#include "core/engine/budget_file.h"
#include "ui/dialogs/command_dialog.h"
#include "ui/editing/budget_edits.h"

namespace greenward::ui {

/// What a file of budgets would change, row by row, before it does. Imports all of it or, refused, nothing.
class ImportDialog final : public CommandDialog
{
    Q_OBJECT

public:
    /// `source` is named in the audit log.
    ImportDialog(std::vector<engine::BudgetImportRow> preview, const QString &source, Submit submit, QWidget *parent);

    /// What it changes, for undo.
    std::vector<BudgetChange> changes() const;

protected:
    engine::Command command() const override;

private:
    QWidget *makeTable();

    std::vector<engine::BudgetImportRow> m_changed; ///< without those that stay as they are
    QString m_source;
};

} // namespace greenward::ui
