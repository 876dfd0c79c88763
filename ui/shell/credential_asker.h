#pragma once

#include <QObject>
#include <QSet>

namespace greenward::ui {

class EngineClient;

/// On a machine without a keychain, secrets end with the console: asks for them again when a data directory is opened,
/// once for each source whose secrets the operator chose to keep for the session only.
class CredentialAsker final : public QObject
{
    Q_OBJECT

public:
    CredentialAsker(EngineClient &client, QWidget *window, QObject *parent);

private:
    void look();

    EngineClient &m_client;
    QWidget *m_window;
    QSet<QString> m_asked;
};

} // namespace greenward::ui
