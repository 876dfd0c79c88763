#include "core/adapters/localfs/may_release.h"

#include "core/adapters/localfs/beneath.h"
#include "core/base/utf8.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>

namespace greenward::adapters {
namespace {

/// Nothing when the file system knows no such marks.
Result<struct statx> look(const Fd &directory, const std::string &leaf, std::string_view shown)
{
    struct statx status
    {};
    const int flags = AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT | (leaf.empty() ? AT_EMPTY_PATH : 0);
    if (::statx(directory.number(), leaf.c_str(), flags, STATX_TYPE | STATX_UID, &status) != 0)
        return Unexpected{objectError(errno, shown, "look at source")};
    return status;
}

Result<void> checkMark(const struct statx &status, const std::string &what, std::string_view shown)
{
    const auto marked = [&](const char *as, const char *mend) {
        return fail(ErrorCode::Unsupported, escapedForDisplay(shown),
                    what + " is marked " + as + " and cannot leave its place: " + mend + " it first, or only copy it");
    };
    if ((status.stx_attributes & STATX_ATTR_IMMUTABLE) != 0) return marked("immutable", "chattr -i");
    if ((status.stx_attributes & STATX_ATTR_APPEND) != 0) return marked("append-only", "chattr -a");
    return {};
}

Result<void> checkPointerFits(const Fd &directory, const std::string &leaf, std::string_view shown)
{
    const long most = ::fpathconf(directory.number(), _PC_NAME_MAX);
    const std::size_t wanted = leaf.size() + kPointerSuffix.size();
    if (most < 0 || wanted <= static_cast<std::size_t>(most)) return {};
    return fail(ErrorCode::Unsupported, escapedForDisplay(shown),
                "its name of " + std::to_string(leaf.size()) + " bytes leaves no room for that of a pointer (\"" +
                    std::string(kPointerSuffix) + "\", at most " + std::to_string(most) +
                    " in all): rename it, or have nothing or a symlink left behind");
}

/// In a sticky directory only the owner of a file or of the directory may remove it.
Result<void> checkSticky(const Fd &directory, const struct statx &file, std::string_view shown)
{
    struct stat status
    {};
    if (::fstat(directory.number(), &status) != 0 || (status.st_mode & S_ISVTX) == 0) return {};
    const uid_t us = ::geteuid();
    if (us == 0 || us == status.st_uid || us == file.stx_uid) return {};
    return fail(ErrorCode::NoPermission, escapedForDisplay(shown),
                "belongs to uid " + std::to_string(file.stx_uid) +
                    " and lies in a sticky directory: only its owner may remove it");
}

} // namespace

Result<void> checkMarks(const Fd &directory, const std::string &leaf, std::string_view shown)
{
    CORE_TRY(const struct statx file, look(directory, leaf, shown));
    CORE_CHECK(checkMark(file, "the source", shown));
    CORE_TRY(const struct statx above, look(directory, {}, shown));
    return checkMark(above, "the directory of the source", shown);
}

Result<void> mayRelease(const Fd &directory, const std::string &leaf, std::string_view shown, LeaveBehind leave)
{
    CORE_CHECK(checkMarks(directory, leaf, shown));
    if (leave == LeaveBehind::Pointer) CORE_CHECK(checkPointerFits(directory, leaf, shown));
    if (::faccessat(directory.number(), ".", W_OK | X_OK, AT_EACCESS) != 0)
        return Unexpected{objectError(errno, shown, "the source could not be removed from its directory")};
    CORE_TRY(const struct statx file, look(directory, leaf, shown));
    return checkSticky(directory, file, shown);
}

} // namespace greenward::adapters
