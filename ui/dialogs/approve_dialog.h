#pragma once

#include "ui/dialogs/command_dialog.h"

class QLineEdit;

namespace greenward::ui {

/// Part of a batch that the operator picked from its object table.
struct ApprovalPart
{
    std::vector<MoveId> moves;
    DataSize size;
};

/// What happens to the sources when a batch of this policy runs, as one or two sentences.
QString sourceFateText(const engine::PolicyRow &policy, const QLocale &locale);

/// The real cost of a batch before a named person says yes: objects, bytes, own emissions, saving, break-even, and what
/// becomes of the sources. Cancel is the default button.
class ApproveDialog final : public CommandDialog
{
    Q_OBJECT

public:
    /// `part` set: only those objects are approved, the others leave the batch. `operatorName` goes into the audit log.
    ApproveDialog(const engine::BatchRow &batch, const engine::PolicyRow &policy, std::optional<ApprovalPart> part,
                  const QString &operatorName, Submit submit, QWidget *parent);

protected:
    engine::Command command() const override;

private:
    void addFacts(const engine::BatchRow &batch, const engine::PolicyRow &policy, const QString &operatorName);

    BatchId m_batch;
    std::optional<ApprovalPart> m_part;
    QLineEdit *m_note = nullptr;
};

} // namespace greenward::ui
