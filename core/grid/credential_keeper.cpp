#include "core/grid/credential_keeper.h"

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

} // namespace greenward::grid
