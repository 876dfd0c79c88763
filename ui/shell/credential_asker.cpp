#include "ui/shell/credential_asker.h"

#include "ui/bridge/credentials.h"
#include "ui/dialogs/credential_dialog.h"
#include "ui/format/quantities.h"

#include <algorithm>

namespace greenward::ui {

CredentialAsker::CredentialAsker(EngineClient &client, QWidget *window, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_window(window)
{
    look();
    // The keychain may answer later that it has them after all, or that it is locked.
    connect(&client, &EngineClient::changed, this, [this](engine::Area area) {
        if (area == engine::Area::Grid && m_asked.isEmpty()) look();
    });
}

void CredentialAsker::look()
{
    askSignIns(m_client, this, [this](const std::vector<SignIn> &sources) {
        for (const SignIn &source : sources) {
            const bool missing = std::ranges::any_of(source.fields, [](const grid::CredentialRow &row) {
                return row.state == grid::CredentialState::NoKeychain;
            });
            const QString id = QString::fromStdString(source.id);
            if (!missing || !source.enabled || !CredentialDialog::isAskedAtStart(source.id)) continue;
            if (m_asked.contains(id)) continue;
            m_asked.insert(id);
            (new CredentialDialog(format::plain(source.name), source.fields, keepThrough(m_client), m_window))->open();
        }
    });
}

} // namespace greenward::ui
