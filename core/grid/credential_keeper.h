#pragma once

#include "core/grid/credentials.h"

#include <functional>
#include <string>
#include <vector>

namespace greenward::grid {

/// Where a saved secret comes from.
enum class CredentialPlace {
    Nowhere,
    Keychain,
    Session,        ///< entered, kept in memory, gone at the end
    ServiceManager, ///< handed over at start; fixed
};
/// "keychain", "this session", "service manager"; empty for nowhere.
std::string_view credentialPlaceName(CredentialPlace place);

/// Where one that is entered shall be kept.
enum class KeepSecret { Keychain, Session };

/// What may be shown of a secret: everything but itself.
struct CredentialRow
{
    std::string source; ///< "watttime"
    std::string field;  ///< "password"
    CredentialState state = CredentialState::NotSaved;
    CredentialPlace place = CredentialPlace::Nowhere;
    std::string reason; ///< why there is no keychain, else empty

    friend bool operator==(const CredentialRow &, const CredentialRow &) = default;
};

/// A store whose secrets the operator can enter and take away. Engine thread only; save() and remove() are answered
/// later on it, exactly once unless the keeper goes first.
class CredentialKeeper : public CredentialStore
{
public:
    using Done = std::function<void(const Result<void> &)>;

    /// Each secret that any source asks for, by source and field.
    virtual std::vector<CredentialRow> rows() const = 0;
    /// Replaces what was there. Unreachable: no keychain; NoPermission: it is locked; Refused: the service manager
    /// decides; UnknownName, InvalidInput: the name or an empty secret. Nothing was kept then, nowhere.
    virtual void save(const std::string &source, const std::string &field, Secret secret, KeepSecret where,
                      Done done) = 0;
    /// From the session and from the keychain. Errors as for save(); done when it is not there.
    virtual void remove(const std::string &source, const std::string &field, Done done) = 0;
    /// Asks the keychain again, after it was unlocked elsewhere; the listener hears what it answers.
    virtual void refresh() = 0;
};

/// UnknownName unless one of the known "source.field" names is this one; the error says which there are.
Result<void> checkCredentialName(const std::string &name, const std::vector<std::string> &known);

} // namespace greenward::grid
