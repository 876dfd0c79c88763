#include "core/adapters/keychain/service_credentials.h"

#include "core/adapters/files/read_file.h"

#include <system_error>

namespace greenward::adapters {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kLongest = 4096;
constexpr fs::perms kOthers = fs::perms::group_all | fs::perms::others_all;

Error bad(const std::string &name, const std::string &detail)
{
    return {ErrorCode::InvalidInput, name, "the credential file \"" + name + "\" " + detail};
}

Result<Secret> readOne(const fs::path &file, const std::string &name)
{
    std::error_code failed;
    const fs::perms mode = fs::status(file, failed).permissions();
    if (failed) return Unexpected{bad(name, "cannot be looked at: " + failed.message())};
    if ((mode & kOthers) != fs::perms::none)
        return Unexpected{bad(name, "may be read by others than its owner; chmod 0600 it")};
    auto text = readWholeFile(file, kLongest);
    if (!text) return Unexpected{bad(name, "cannot be read: " + text.error().detail)};
    if (text->ends_with('\n')) text->pop_back();
    if (text->ends_with('\r')) text->pop_back();
    if (text->empty()) return Unexpected{bad(name, "is empty")};
    if (text->find_first_of(std::string_view("\n\r\0", 3)) != std::string::npos)
        return Unexpected{bad(name, "has more than one line")};
    return Secret(*std::move(text));
}

} // namespace

Result<std::map<std::string, Secret>> readServiceCredentials(const fs::path &directory,
                                                             std::span<const std::string> names)
{
    std::map<std::string, Secret> found;
    for (const std::string &name : names) {
        std::error_code none;
        if (!fs::exists(directory / name, none)) continue;
        CORE_TRY(Secret secret, readOne(directory / name, name));
        found.emplace(name, std::move(secret));
    }
    return found;
}

} // namespace greenward::adapters
