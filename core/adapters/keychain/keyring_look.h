#pragma once

#include <QtCore/QString>

namespace greenward::adapters {

/// What the session's Secret Service says of its keyring. QtKeychain answers "entry not found" for a locked keyring and
/// for none at all, and tells of a delete that did not happen as done, so the service itself is asked first and after.
/// Specification: freedesktop.org Secret Service API 0.2.
enum class Keyring {
    Open,
    Locked,
    Absent, ///< no session bus, nobody who answers on it, or no default keyring made yet
};

struct KeyringLook
{
    Keyring keyring = Keyring::Absent;
    QString reason; ///< why it is absent, in words of whoever refused; else empty
};

/// Waits for the bus, at most some seconds: not for the thread of a window or of the engine.
KeyringLook lookAtKeyring();

/// Where entries of that service and key are: a keyring that is locked tells that it has one, but not what.
struct EntryLook
{
    bool open = false;
    bool locked = false;
};
EntryLook lookForEntry(const QString &service, const QString &key);

} // namespace greenward::adapters
