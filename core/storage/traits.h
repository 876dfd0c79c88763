#pragma once

#include "core/base/error.h"

#include <compare>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

// What an object and its directories are besides content and name: who owns them, who may do what, when they changed.
// A copy has exactly these, or it is no copy.

namespace greenward::storage {

/// A time of a file, exact over the whole range that file systems have (an Instant ends in 2262).
struct FileTime
{
    std::int64_t seconds = 0;     ///< since 1970; earlier ones are negative
    std::int32_t nanoseconds = 0; ///< 0 to 999,999,999, always forward

    friend auto operator<=>(const FileTime &, const FileTime &) = default;
};

/// Name and value, both raw bytes, sorted by name. What users set ("user.*") and what decides who may do what: access
/// lists and capabilities. Labels of security modules and notes of file systems belong to the place and stay there.
using Attributes = std::vector<std::pair<std::string, std::string>>;

inline constexpr std::string_view kAccessList = "system.posix_acl_access";
inline constexpr std::string_view kDefaultAccessList = "system.posix_acl_default"; ///< of directories only
inline constexpr std::string_view kCapability = "security.capability";
inline constexpr std::string_view kNfs4AccessList = "system.nfs4_acl"; ///< cannot be carried
inline constexpr std::string_view kUserAttributes = "user.";

/// In place of an owner or a group: whoever makes the thing.
inline constexpr std::uint32_t kMaker = 0xFFFFFFFF;

struct ObjectTraits
{
    FileTime modified{};
    FileTime accessed{};       ///< carried as well as can be, and not compared: whoever reads the copy changes it
    std::uint32_t mode = 0600; ///< permission, set-id and sticky bits
    std::uint32_t uid = kMaker;
    std::uint32_t gid = kMaker;
    Attributes attributes{};
    /// Marked immutable or append-only (chattr +i, +a): nobody can remove it. Such marks belong to the place.
    bool fixed = false;
};

/// A directory on the way to an object, so that a copied tree is as private as its original.
struct DirectoryTraits
{
    std::uint32_t mode = 0700;
    std::uint32_t uid = kMaker;
    std::uint32_t gid = kMaker;
    FileTime modified{};
    Attributes attributes{}; ///< with the access list that new things in it inherit
};

/// Whether `found` at the target has what `wanted`, the source, has: mode, owner, group, time of last change, access
/// list, user attributes, capabilities. VerifyFailed names the first that differs, with both values.
Result<void> sameRights(const ObjectTraits &wanted, const ObjectTraits &found);
Result<void> sameRights(const DirectoryTraits &wanted, const DirectoryTraits &found);

/// Whether `target`, a directory that was there before, lets nobody in whom `source`, the same directory at the source,
/// keeps out. Unsupported says who could do what.
Result<void> noWider(const DirectoryTraits &source, const DirectoryTraits &target);

/// What a file that tells where an object went may be: as readable as the object was, not executable, nothing else.
ObjectTraits pointerTraits(const ObjectTraits &source);

/// An access list as it is stored ("system.posix_acl_*") in the short form of getfacl: "user::rw-,user:1000:r--".
std::string accessListText(std::string_view stored);

/// Whether somebody could do more by the mode alone than by this access list ("system.posix_acl_access", as stored):
/// the bits of the group in the mode are the list's mask. So it is where a list is kept and not heeded.
bool isNarrowerThanItsMode(std::string_view stored);

/// Whether an NFSv4 access list ("system.nfs4_acl") names anybody but owner, group and everybody, whom the mode stands
/// for. Also when it cannot be read.
bool namesOthers(std::string_view nfs4List);

} // namespace greenward::storage
