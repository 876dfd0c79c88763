#pragma once

#include "core/adapters/localfs/fd.h"
#include "core/base/error.h"
#include "core/storage/driver.h"

#include <string>
#include <string_view>
#include <sys/stat.h>

// Paths below a directory that is held open. Whatever others do to the tree meanwhile, no symlink below it is followed
// and nothing outside it is reached.

namespace greenward::adapters {

/// Opens `path` (relative, raw bytes; empty: the directory itself). `flags` as for open(2); O_CLOEXEC is added.
/// On failure the Fd is empty and errno says why: ELOOP for a symlink on the way.
Fd openBeneath(int directory, std::string_view path, int flags);

/// "a/b/c" -> {"a/b", "c"}; "c" -> {"", "c"}.
struct SplitPath
{
    std::string_view parent;
    std::string leaf; ///< a copy, for its terminating NUL
};
SplitPath splitPath(std::string_view path);

/// Another name for a file, never in place of anything: rename, or link and unlink where the file system has no such
/// rename (NFS). 0 or errno.
int renameWithoutReplacing(int from, const char *name, int to, const char *newName);

/// The error of a failed call about one object: as systemError, but what no retry can mend (a name or a tree that this
/// file system cannot hold) is Unsupported. `path` is escaped for display.
Error objectError(int errnoValue, std::string_view path, std::string_view doing);

/// Nanoseconds since 1970, limited to 64 bits.
std::int64_t nanoseconds(const timespec &time);
timespec timespecOf(std::int64_t nanoseconds);

/// Without what it takes of its disk, see allocatedOf().
ObjectSignature signatureOf(const struct stat &status);
/// What a file takes of its disk, at most its size. File systems that keep small files inside the inode, and some of
/// user space, report 0 blocks for files that hold data: those count with their size, and only a file that is one hole
/// is 0.
DataSize allocatedOf(int directory, std::string_view path, const struct stat &status);
/// Whether two stats are of one file that nobody wrote to in between, but for its change time, which a rename sets: who
/// asks must know from elsewhere that the content is the same, for a size and a time are easily set back.
bool sameButForChangeTime(const ObjectSignature &a, const ObjectSignature &b);

/// Whether this file lies on a plain local file system, neither a union nor a user-space nor a network one: only then
/// is its change time set by this kernel at each write, and its device and inode number are the same by every path.
bool isPlainFileSystem(int file);

/// Everything of ours inside a backend begins like this.
inline constexpr std::string_view kReservedPrefix = ".greenward-";
inline constexpr const char *kStagingDirectory = ".greenward-staging";
inline constexpr std::string_view kReleasePrefix = ".greenward-release-";
/// What a source set aside under this token is called; also a planted mark.
inline std::string asideName(std::string_view token)
{
    return std::string(kReleasePrefix).append(token);
}
inline constexpr std::string_view kPointerSuffix = ".moved.json";
/// How every pointer file begins.
inline constexpr std::string_view kPointerMark = "{\"greenward\":\"moved\"";
inline constexpr std::int64_t kMostPointerBytes = 32'768;
/// Reads the start of a file just opened.
bool startsAsPointer(int file);

} // namespace greenward::adapters
