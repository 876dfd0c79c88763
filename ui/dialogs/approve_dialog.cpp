#include "ui/dialogs/approve_dialog.h"

#include "ui/format/batch_text.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"
#include "ui/widgets/plain_text.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace greenward::ui {
namespace {

QLabel *factLabel(const QString &text, QWidget *parent)
{
    auto *label = plainLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

QString verb(const engine::BatchRow &batch, const std::optional<ApprovalPart> &part)
{
    const std::uint64_t objects = part ? part->moves.size() : batch.figures.objects;
    return ApproveDialog::tr("Approve %n object(s)", nullptr, static_cast<int>(objects));
}

} // namespace

QString sourceFateText(const engine::PolicyRow &policy, const QLocale &locale)
{
    if (policy.relocation == Relocation::CopyOnly)
        return ApproveDialog::tr(
            "Each object is copied and verified by its hash. The sources are kept, so nothing is saved at rest.");
    QString left;
    switch (policy.leaveBehind) {
    case LeaveBehind::Nothing:
        left = ApproveDialog::tr("Nothing is left in its place.");
        break;
    case LeaveBehind::Symlink:
        left = ApproveDialog::tr("A symbolic link to the new place is left.");
        break;
    case LeaveBehind::Pointer:
        left = ApproveDialog::tr("A small pointer file is left.");
        break;
    }
    const QString released =
        policy.grace.count() == 0
            ? ApproveDialog::tr("Each object is copied and verified by its hash; then its source is deleted at once.")
            : ApproveDialog::tr(
                  "Each object is copied and verified by its hash; its source is deleted %1 after the switch.")
                  .arg(format::duration(policy.grace, locale));
    return ApproveDialog::tr("%1 %2").arg(released, left);
}

ApproveDialog::ApproveDialog(const engine::BatchRow &batch, const engine::PolicyRow &policy,
                             std::optional<ApprovalPart> part, const QString &operatorName, Submit submit,
                             QWidget *parent)
    : CommandDialog(tr("Approve batch %1").arg(number(batch.id)), verb(batch, part), std::move(submit), parent)
    , m_batch(batch.id)
    , m_part(std::move(part))
{
    setObjectName(QStringLiteral("approveDialog"));
    addFacts(batch, policy, operatorName);
    m_note = form().addLine(QStringLiteral("note"), tr("&Note"), tr("Kept with the decision; may stay empty"), {});
    // What moves data is asked with the safe answer as the default: Return in the note must not approve.
    sendButton().setDefault(false);
    sendButton().setAutoDefault(false);
    auto *cancel = findChild<QPushButton *>(QStringLiteral("cancelButton"));
    cancel->setDefault(true);
}

void ApproveDialog::addFacts(const engine::BatchRow &batch, const engine::PolicyRow &policy,
                             const QString &operatorName)
{
    const auto add = [this](const QString &caption, const QString &text) {
        form().addRow(caption, factLabel(text, this));
    };
    add(tr("Move"), format::batchRoute(batch));
    if (m_part) {
        add(tr("Objects"),
            tr("%1 of %2, %3; the others leave the batch")
                .arg(format::count(m_part->moves.size(), locale()), format::count(batch.figures.objects, locale()),
                     format::dataSize(m_part->size, locale())));
        add(tr("Figures"),
            tr("The amounts below are of the whole batch; a part of it costs and saves in proportion to its size."));
    } else {
        add(tr("Objects"), tr("%1, %2").arg(format::count(batch.figures.objects, locale()),
                                            format::dataSize(batch.figures.size, locale())));
    }
    add(tr("Own cost"), format::ownCost(batch.figures, locale()));
    add(tr("Net saving"), format::netSaving(batch.figures, locale()));
    add(tr("Pays back"), format::breakEven(batch.figures, locale()));
    add(tr("Sources"), sourceFateText(policy, locale()));
    add(tr("Approved by"), tr("%1, written to the audit log").arg(operatorName));
}

engine::Command ApproveDialog::command() const
{
    engine::ApproveBatch approve{.batch = m_batch};
    if (m_part) approve.only = m_part->moves;
    approve.note = m_note->text().trimmed().toStdString();
    return approve;
}

} // namespace greenward::ui
