#include "ui/pages/credentials_card.h"

#include "core/engine/engine.h"
#include "ui/dialogs/credential_dialog.h"
#include "ui/format/credential_text.h"
#include "ui/format/quantities.h"
#include "ui/icons/icons.h"
#include "ui/prompts/prompter.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace greenward::ui {
namespace {

bool isSaved(const grid::CredentialRow &row)
{
    return row.state == grid::CredentialState::Saved;
}

bool isFixed(const grid::CredentialRow &row)
{
    return row.place == grid::CredentialPlace::ServiceManager;
}

/// The state of all fields together: that of the first that is not at hand, else of the first.
format::Sign signOf(const SignIn &source)
{
    const auto missing = std::ranges::find_if_not(source.fields, isSaved);
    return format::credentialSign(missing == source.fields.end() ? source.fields.front() : *missing);
}

} // namespace

CredentialsCard::CredentialsCard(const PageContext &context, Card &card, MessageBar &messages)
    : QObject(&card)
    , m_context(context)
    , m_card(card)
    , m_messages(messages)
{
    auto *again = new ActionButton(tr("Look again"), ActionButton::Look::Flat);
    again->setObjectName(QStringLiteral("lookAgainButton"));
    again->setToolTip(plainTip(tr("Asks the keychain again, after it was unlocked elsewhere")));
    connect(again, &QPushButton::clicked, this, [this] {
        m_context.client.request<bool>(
            [](engine::Engine &engine, const std::function<void(bool)> &done) {
                engine.lookAtKeychain();
                done(true);
            },
            this, [this](bool) { refresh(); });
    });
    card.headingLine().addWidget(again);
}

void CredentialsCard::refresh()
{
    askSignIns(m_context.client, this, [this](const std::vector<SignIn> &sources) { show(sources); });
}

void CredentialsCard::show(const std::vector<SignIn> &sources)
{
    const auto same = [](const SignIn &a, const SignIn &b) {
        return a.id == b.id && a.fields == b.fields;
    };
    if (m_rows && std::ranges::equal(sources, m_shown, same)) return; // keeps the keyboard where it is
    m_shown = sources;
    delete m_rows;
    m_rows = new QWidget;
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(grid(&m_card, 2));
    m_grid->setColumnStretch(2, 1);
    for (const SignIn &source : sources)
        addRow(source);
    if (sources.empty()) {
        m_grid->addWidget(
            new TextLabel(tr("No source of grid data wants a password."), TextRole::Body, TextLabel::Fit::Wrap), 0, 0);
    }
    m_card.body().addWidget(m_rows);
}

void CredentialsCard::addRow(const SignIn &source)
{
    const int line = m_grid->rowCount();
    const format::Sign sign = signOf(source);
    auto *name = new TextLabel(format::plain(source.name), TextRole::Body, TextLabel::Fit::Whole);
    auto *mark = plainLabel();
    mark->setPixmap(icon(sign.icon, sign.tone).pixmap(m_card.fontMetrics().height()));
    auto *state = new TextLabel(sign.word, TextRole::Body, TextLabel::Fit::Wrap);
    state->setObjectName(QString::fromStdString(source.id) + QStringLiteral("StateLabel"));
    state->setTone(sign.tone);
    const bool fixed = std::ranges::any_of(source.fields, isFixed);
    auto *change = new ActionButton(tr("Sign in…"));
    change->setObjectName(QString::fromStdString(source.id) + QStringLiteral("SignInButton"));
    change->setAccessibleName(tr("Sign in to %1").arg(format::plain(source.name)));
    change->setEnabled(!m_context.readOnly && !fixed);
    auto *take = new ActionButton(tr("Remove"), ActionButton::Look::Flat);
    take->setObjectName(QString::fromStdString(source.id) + QStringLiteral("RemoveButton"));
    take->setAccessibleName(tr("Remove what is kept of %1").arg(format::plain(source.name)));
    take->setEnabled(!m_context.readOnly && !fixed && std::ranges::any_of(source.fields, isSaved));
    if (fixed) change->setToolTip(plainTip(tr("The service manager decides these; change them there")));
    connect(change, &QPushButton::clicked, this, [this, source] { enter(source); });
    connect(take, &QPushButton::clicked, this, [this, source] { remove(source); });
    m_grid->addWidget(name, line, 0);
    m_grid->addWidget(mark, line, 1);
    m_grid->addWidget(state, line, 2);
    m_grid->addWidget(change, line, 3);
    m_grid->addWidget(take, line, 4);
}

void CredentialsCard::enter(const SignIn &source)
{
    const QString name = format::plain(source.name);
    auto *dialog = new CredentialDialog(name, source.fields, keepThrough(m_context.client), m_card.window());
    connect(dialog, &CredentialDialog::taken, this, [this, name] {
        m_messages.show(Tone::Good, tr("What %1 asks for is kept.").arg(name));
        refresh();
    });
    dialog->open();
}

void CredentialsCard::remove(const SignIn &source)
{
    const QString name = format::plain(source.name);
    m_context.prompter.confirm(
        &m_card,
        {tr("Remove what is kept of %1?").arg(name),
         tr("Greenward cannot ask %1 any more until you sign in again. What is stored of its figures stays.").arg(name),
         tr("Remove"), true},
        [this, source, name] {
            forget(m_context.client, source, this, [this, source, name](const Result<void> &removed) {
                refresh();
                if (!removed) return m_messages.showError(removed.error());
                CredentialDialog::setAskedAtStart(source.id, false);
                m_messages.show(Tone::Good, tr("Nothing of %1 is kept any more.").arg(name));
            });
        });
}

} // namespace greenward::ui
