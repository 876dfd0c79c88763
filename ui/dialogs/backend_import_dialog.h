#pragma once

#include "ui/dialogs/command_dialog.h"
#include "ui/editing/backend_edits.h"

namespace greenward::ui {

/// What a file of backends would add and change, field by field, before it does. Imports all of it or, refused,
/// nothing.
class BackendImportDialog final : public CommandDialog
{
    Q_OBJECT

public:
    /// `known`: those registered now. `source` is named in the audit log.
    BackendImportDialog(std::vector<BackendSpec> file, const std::vector<BackendSpec> &known, const QString &source,
                        Submit submit, QWidget *parent);

    /// What it changes, for undo.
    const std::vector<BackendChange> &changes() const { return m_changes; }

protected:
    engine::Command command() const override;

private:
    QWidget *makeTable();

    std::vector<BackendChange> m_changes; ///< without those that stay as they are
    QString m_source;
};

} // namespace greenward::ui
