#include "ui/dialogs/credential_dialog.h"

#include "ui/dialogs/form.h"
#include "ui/format/credential_text.h"
#include "ui/format/error_text.h"
#include "ui/format/quantities.h"
#include "ui/widgets/text_label.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace greenward::ui {
namespace {

constexpr int kLongest = 4096;

QString askKey(const std::string &sourceId)
{
    return QStringLiteral("credentials/askAtStart/") + QString::fromStdString(sourceId);
}

} // namespace

CredentialDialog::CredentialDialog(const QString &source, std::vector<grid::CredentialRow> fields, KeepSecret keep,
                                   QWidget *parent)
    : QDialog(parent)
    , m_fields(std::move(fields))
    , m_keep(std::move(keep))
    , m_form(new Form(this))
    , m_inKeychain(new QRadioButton(tr("In the &keychain of this machine"), this))
    , m_inSession(new QRadioButton(tr("&Until the console closes; ask at each start"), this))
    , m_refusal(new TextLabel(TextRole::Body, TextLabel::Fit::Wrap, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_save(m_buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole))
{
    setObjectName(QStringLiteral("credentialDialog"));
    setWindowTitle(tr("Sign in to %1").arg(source));
    setAttribute(Qt::WA_DeleteOnClose);
    m_save->setObjectName(QStringLiteral("saveButton"));
    m_save->setDefault(true);
    for (const grid::CredentialRow &field : m_fields) {
        const QString name = format::credentialFieldText(field.field);
        QLineEdit *line = m_form->addLine(QString::fromStdString(field.field), name, {}, [name](const QString &text) {
            return text.isEmpty() ? tr("%1 is needed.").arg(name) : QString();
        });
        line->setMaxLength(kLongest);
        if (field.field != "username") line->setEchoMode(QLineEdit::Password);
        m_lines.push_back(line);
    }
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_form);
    addPlaces();
    layout->addWidget(m_refusal);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    m_refusal->setObjectName(QStringLiteral("refusalLabel"));
    m_refusal->setTone(Tone::Critical);
    m_refusal->hide();
    connect(m_buttons, &QDialogButtonBox::accepted, this, &CredentialDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form, &Form::edited, m_refusal, &QWidget::hide);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    if (!m_lines.empty()) m_lines.front()->setFocus();
}

void CredentialDialog::addPlaces()
{
    m_form->addHeading(tr("Where to keep it"));
    m_form->addRow({}, m_inKeychain);
    m_form->addRow({}, m_inSession);
    const auto without = std::ranges::find(m_fields, grid::CredentialState::NoKeychain, &grid::CredentialRow::state);
    const bool hasKeychain = without == m_fields.end();
    m_inKeychain->setObjectName(QStringLiteral("keychainRadioButton"));
    m_inSession->setObjectName(QStringLiteral("sessionRadioButton"));
    m_inKeychain->setEnabled(hasKeychain);
    (hasKeychain ? m_inKeychain : m_inSession)->setChecked(true);
    auto *note = new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, this);
    note->setTone(Tone::Faded);
    const bool locked = std::ranges::count(m_fields, grid::CredentialState::Locked, &grid::CredentialRow::state) > 0;
    note->setText(!hasKeychain ? tr("No keychain answers on this machine: %1").arg(format::plain(without->reason))
                  : locked     ? tr("The keychain is locked; the desktop may ask you to unlock it.")
                               : tr("Never in a file of Greenward's, and never in its logs."));
    m_form->addRow({}, note);
}

void CredentialDialog::accept()
{
    if (!m_save->isEnabled() || !m_form->check()) return;
    m_save->setEnabled(false);
    m_form->setEnabled(false);
    m_refusal->hide();
    send(0);
}

void CredentialDialog::send(std::size_t field)
{
    if (field == m_fields.size()) {
        setAskedAtStart(m_fields.front().source, m_inSession->isChecked());
        for (QLineEdit *line : m_lines)
            line->clear();
        Q_EMIT taken();
        QDialog::accept();
        return;
    }
    const grid::CredentialRow &row = m_fields[field];
    m_keep({row.source, row.field}, Secret(m_lines[field]->text().toStdString()),
           m_inSession->isChecked() ? grid::KeepSecret::Session : grid::KeepSecret::Keychain, this,
           [this, field](const Result<void> &kept) {
               if (!kept) return showRefusal(kept.error());
               send(field + 1);
           });
}

void CredentialDialog::showRefusal(const Error &error)
{
    m_save->setEnabled(true);
    m_form->setEnabled(true);
    m_refusal->setText(format::errorText(error));
    m_refusal->show();
}

bool CredentialDialog::isAskedAtStart(const std::string &sourceId)
{
    return QSettings().value(askKey(sourceId)).toBool();
}

void CredentialDialog::setAskedAtStart(const std::string &sourceId, bool asked)
{
    if (asked)
        QSettings().setValue(askKey(sourceId), true);
    else
        QSettings().remove(askKey(sourceId));
}

} // namespace greenward::ui
