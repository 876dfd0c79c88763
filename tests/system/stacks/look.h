#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

// How the harness looks at files: with nothing of the program it tests.

namespace greenward::tests::stacks {

/// What a file is besides its content, as the system tells it.
struct Rights
{
    unsigned mode = 0;
    unsigned uid = 0;
    unsigned gid = 0;
    std::int64_t modifiedNs = 0;
    std::map<std::string, std::string> attributes; ///< user.*, access list, capabilities: raw
};

/// A regular file as it was found.
struct Found
{
    std::string sha256; ///< hex
    std::int64_t size = 0;
    std::int64_t allocated = 0;
    std::uint64_t links = 0;
    Rights rights;
};
/// Nothing: there is no regular file that can be read to its end. The time of last access stays.
std::optional<Found> lookAt(const std::filesystem::path &path);
std::string sha256Of(const std::string &bytes);

/// What differs, in words: "mode 600 -> 666, owner 1001:1001 -> 0:0"; empty: nothing.
std::string difference(const Rights &before, const Rights &after);

/// Root, and not in a user namespace that has but one user: there are other users, and disks.
bool thereAreOthers();

/// Each of some users that are not root tries to open each path: for each path the numbers of those who could.
/// Without root there are no others, and nobody could.
std::vector<std::set<int>> readersOf(const std::vector<std::filesystem::path> &paths);

/// Every regular file below `root`, set-aside and staged ones too, as paths relative to it.
std::vector<std::string> filesBelow(const std::filesystem::path &root);

} // namespace greenward::tests::stacks
