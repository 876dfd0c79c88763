#include "ui/format/credential_text.h"

#include "ui/format/quantities.h"

#include <QCoreApplication>

namespace greenward::ui::format {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("greenward::ui::format", text);
}

Sign savedSign(grid::CredentialPlace place)
{
    switch (place) {
    case grid::CredentialPlace::ServiceManager:
        return {tr("Handed over by the service manager"), Tone::Good, QStringLiteral("ok")};
    case grid::CredentialPlace::Session:
        return {tr("Kept until the console closes"), Tone::Good, QStringLiteral("ok")};
    case grid::CredentialPlace::Keychain:
    case grid::CredentialPlace::Nowhere:
        break;
    }
    return {tr("Saved in the keychain"), Tone::Good, QStringLiteral("ok")};
}

} // namespace

QString credentialFieldText(const std::string &field)
{
    if (field == "username") return tr("User name");
    if (field == "password") return tr("Password");
    if (field == "token") return tr("API key");
    return plain(field);
}

Sign credentialSign(const grid::CredentialRow &row)
{
    switch (row.state) {
    case grid::CredentialState::Saved:
        return savedSign(row.place);
    case grid::CredentialState::Locked:
        return {tr("The keychain is locked"), Tone::Warning, QStringLiteral("lock")};
    case grid::CredentialState::NotSaved:
        return {tr("Not entered"), Tone::Faded, QStringLiteral("info")};
    case grid::CredentialState::NoKeychain:
        return {tr("Not entered; no keychain on this machine"), Tone::Faded, QStringLiteral("info")};
    }
    return {};
}

} // namespace greenward::ui::format
