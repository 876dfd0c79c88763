#include "ui/dialogs/command_dialog.h"

#include "ui/format/error_text.h"
#include "ui/widgets/plain_text.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace greenward::ui {

CommandDialog::CommandDialog(const QString &title, const QString &verb, Submit submit, QWidget *parent)
    : QDialog(parent)
    , m_submit(std::move(submit))
    , m_form(new Form(this))
    , m_body(new QVBoxLayout)
    , m_refusal(plainLabel({}, this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
    , m_send(m_buttons->addButton(verb, QDialogButtonBox::AcceptRole))
    , m_verb(verb)
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_send->setObjectName(QStringLiteral("sendButton"));
    m_send->setDefault(true);
    m_buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancelButton"));
    m_refusal->setObjectName(QStringLiteral("refusalLabel"));
    m_refusal->setWordWrap(true);
    m_refusal->setTextFormat(Qt::PlainText);
    m_refusal->hide();
    QFont bold = m_refusal->font();
    bold.setBold(true);
    m_refusal->setFont(bold);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_form);
    layout->addLayout(m_body);
    layout->addStretch(1);
    layout->addWidget(m_refusal);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &CommandDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form, &Form::edited, m_refusal, &QWidget::hide);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
}

void CommandDialog::letBodyGrow()
{
    auto *box = static_cast<QVBoxLayout *>(layout());
    box->setStretchFactor(m_body, 1);
    box->setStretch(box->indexOf(m_body) + 1, 0);
}

void CommandDialog::accept()
{
    if (!m_send->isEnabled() || !m_form->check()) return;
    setWaiting(true);
    m_submit(command(), this, [this](const Result<engine::Outcome> &answer) {
        setWaiting(false);
        if (!answer) return showRefusal(answer.error());
        Q_EMIT taken(*answer);
        QDialog::accept();
    });
}

void CommandDialog::showRefusal(const Error &error)
{
    const QString text = format::errorText(error);
    if (m_form->setProblem(QString::fromStdString(error.subject), text)) return;
    m_refusal->setText(text);
    m_refusal->show();
}

void CommandDialog::setWaiting(bool waiting)
{
    m_send->setEnabled(!waiting);
    m_send->setText(waiting ? tr("Saving…") : m_verb);
}

} // namespace greenward::ui
