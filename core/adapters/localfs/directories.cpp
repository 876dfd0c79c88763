#include "core/adapters/localfs/directories.h"

#include "core/adapters/localfs/beneath.h"
#include "core/adapters/localfs/file_traits.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>

namespace greenward::adapters {
namespace {

constexpr int kDirectory = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

/// Renamed by nobody but us, so one name does for all makers, one after the other.
constexpr const char *kDraft = "directory";

Fd openDirectory(const Fd &parent, const std::string &name)
{
    return Fd(::openat(parent.number(), name.c_str(), kDirectory));
}

Unexpected<Error> failed(std::string_view path, std::string_view doing)
{
    return Unexpected{objectError(errno, path, doing)};
}

/// Not for others to look into, whatever they or the directory above it wanted.
Result<void> makePrivate(const Fd &root, const Fd &staging)
{
    struct stat status
    {};
    struct stat above
    {};
    if (::fstat(staging.number(), &status) != 0 || ::fstat(root.number(), &above) != 0)
        return failed(kStagingDirectory, "look at staging directory");
    // Whoever owns the directory above could put another one in its place anyway.
    if (status.st_uid != ::geteuid() && status.st_uid != above.st_uid)
        return fail(ErrorCode::NoPermission, kStagingDirectory,
                    "belongs to uid " + std::to_string(status.st_uid) +
                        ", who could change what is staged there; "
                        "remove it, Greenward makes its own");
    if ((status.st_mode & 07777U) != 0700 && ::fchmod(staging.number(), 0700) != 0)
        return failed(kStagingDirectory, "make staging directory private");
    if (::fgetxattr(staging.number(), storage::kDefaultAccessList.data(), nullptr, 0) > 0)
        ::fremovexattr(staging.number(), storage::kDefaultAccessList.data()); // copies take theirs away themselves
    return {};
}

/// Only root gets into a directory that its owner has closed to himself.
Result<void> checkOwnerGetsIn(const storage::DirectoryTraits &traits, std::string_view path)
{
    constexpr std::uint32_t kOwnersWay = 0300;
    if (::geteuid() == 0 || (traits.mode & kOwnersWay) == kOwnersWay) return {};
    return fail(
        ErrorCode::Unsupported, escapedForDisplay(path),
        "the directory is read-only for its owner at the source, and Greenward, which does not run as root, could "
        "put nothing into one like it; make the directory at the target first");
}

/// Where a directory cannot be renamed from the staging directory (some unions): it is seen a moment too early, but
/// private until it is whole.
Result<Fd> makeInPlace(const Fd &parent, const std::string &name, const storage::DirectoryTraits &traits,
                       std::string_view path)
{
    {
        const KeptTimes times(parent.number());
        if (::mkdirat(parent.number(), name.c_str(), 0700) != 0) return failed(path, "create directory");
    }
    Fd made = openDirectory(parent, name);
    if (!made) return failed(path, "open directory");
    if (auto given = giveTraits(made.number(), traits, path); !given) {
        ::unlinkat(parent.number(), name.c_str(), AT_REMOVEDIR);
        return Unexpected{std::move(given).error()};
    }
    return made;
}

} // namespace

Result<Fd> openStaging(const Fd &root, bool create)
{
    Fd staging = openDirectory(root, kStagingDirectory);
    if (!staging && errno == ENOENT && create) {
        const KeptTimes times(root.number());
        if (::mkdirat(root.number(), kStagingDirectory, 0700) != 0 && errno != EEXIST)
            return failed(kStagingDirectory, "create staging directory");
        staging = openDirectory(root, kStagingDirectory);
    }
    if (!staging) return failed(kStagingDirectory, "open staging directory");
    if (create) CORE_CHECK(makePrivate(root, staging));
    return staging;
}

Result<Fd> makeDirectory(const Fd &staging, const Fd &parent, const std::string &name,
                         const storage::DirectoryTraits &traits, std::string_view path)
{
    CORE_CHECK(checkOwnerGetsIn(traits, path));
    ::unlinkat(staging.number(), kDraft, AT_REMOVEDIR); // a crash left it
    if (::mkdirat(staging.number(), kDraft, 0700) != 0) {
        if (errno != EEXIST) return failed(path, "create directory");
        return fail(ErrorCode::Busy, escapedForDisplay(path), "another Greenward makes a directory there just now");
    }
    Fd made = openDirectory(staging, kDraft);
    if (!made) return failed(path, "open directory");
    const auto discard = [&] {
        ::unlinkat(staging.number(), kDraft, AT_REMOVEDIR);
    };
    if (auto given = giveTraits(made.number(), traits, path); !given) {
        discard();
        return Unexpected{std::move(given).error()};
    }
    int problem = 0;
    {
        const KeptTimes times(parent.number());
        // Not a plain rename: that would replace an empty directory.
        if (::renameat2(staging.number(), kDraft, parent.number(), name.c_str(), RENAME_NOREPLACE) != 0)
            problem = errno;
    }
    if (problem == 0) return made;
    discard();
    if (problem != EEXIST) return makeInPlace(parent, name, traits, path);
    Fd there = openDirectory(parent, name);
    if (!there) return failed(path, "open directory");
    return there;
}

void removeEmptied(const Fd &root, std::string_view path, std::size_t kept)
{
    const auto levels = [](std::string_view of) {
        return of.empty() ? 0U : static_cast<std::size_t>(std::count(of.begin(), of.end(), '/')) + 1;
    };
    while (levels(path) > kept) {
        const SplitPath split = splitPath(path);
        const Fd parent = openBeneath(root.number(), split.parent, O_RDONLY | O_DIRECTORY);
        if (!parent) return;
        const KeptTimes times(parent.number());
        const bool gone = ::unlinkat(parent.number(), split.leaf.c_str(), AT_REMOVEDIR) == 0 || errno == ENOENT;
        if (!gone) return;
        path = split.parent;
    }
}

} // namespace greenward::adapters
