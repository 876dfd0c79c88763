#pragma once

#include "core/adapters/keychain/os_keychain.h"

#include <string>

namespace greenward::adapters::tests {

/// The program's one, with a patience of some seconds.
std::shared_ptr<OsKeychain> theKeychain();
/// The calls of a keychain, waited for.
OsKeychain::Found read(OsKeychain &keychain, const std::string &key);
Result<void> write(OsKeychain &keychain, const std::string &key, const std::string &text);
Result<void> remove(OsKeychain &keychain, const std::string &key);

/// Locks the default keyring over the bus, as a desktop does when its user goes.
void lockKeyring();
/// Opens it again with the password the bus script made it with.
void unlockKeyring();

} // namespace greenward::adapters::tests
