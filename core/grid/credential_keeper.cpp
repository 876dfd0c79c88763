#include "core/grid/credential_keeper.h"

#include "core/base/joined.h"

#include <algorithm>

namespace greenward::grid {

std::string_view credentialPlaceName(CredentialPlace place)
{
    switch (place) {
    case CredentialPlace::Nowhere:
        return "";
    case CredentialPlace::Keychain:
        return "keychain";
    case CredentialPlace::Session:
        return "this session";
    case CredentialPlace::ServiceManager:
        return "service manager";
    }
    return "?";
}

Result<void> checkCredentialName(const std::string &name, const std::vector<std::string> &known)
{
    if (std::ranges::find(known, name) != known.end()) return {};
    return fail(ErrorCode::UnknownName, "credential", "\"" + name + "\" is not one of " + joined(known, ", "));
}

} // namespace greenward::grid
