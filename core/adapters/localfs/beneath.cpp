#include "core/adapters/localfs/beneath.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <limits>
#include <linux/magic.h>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <sys/vfs.h>

namespace greenward::adapters {
namespace {

int openat2(int directory, const char *path, int flags)
{
    open_how how{};
    how.flags = static_cast<unsigned>(flags);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
    return static_cast<int>(::syscall(SYS_openat2, directory, path, &how, sizeof how));
}

/// Kernels before 5.6 do not have it and some sandboxes deny it.
bool hasOpenat2()
{
    static const bool has = static_cast<bool>(Fd(openat2(AT_FDCWD, ".", O_PATH | O_CLOEXEC)));
    return has;
}

/// The same, one component at a time.
Fd openStepwise(int directory, std::string_view path, int flags)
{
    Fd at;
    for (std::string_view rest = path;;) {
        const std::size_t slash = rest.find('/');
        const std::string part(rest.substr(0, slash));
        const int from = at ? at.number() : directory;
        if (slash == std::string_view::npos) return Fd(::openat(from, part.c_str(), flags | O_NOFOLLOW));
        at = Fd(::openat(from, part.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!at) return at;
        rest.remove_prefix(slash + 1);
    }
}

} // namespace

Fd openBeneath(int directory, std::string_view path, int flags)
{
    flags |= O_CLOEXEC;
    if (path.empty()) return Fd(::openat(directory, ".", flags));
    if (!hasOpenat2()) return openStepwise(directory, path, flags);
    constexpr int kMostTries = 16; // EAGAIN: somebody renamed something on the way
    const std::string text(path);
    for (int i = 0; i < kMostTries; ++i) {
        Fd fd(openat2(directory, text.c_str(), flags));
        if (fd || errno != EAGAIN) return fd;
    }
    return Fd();
}

SplitPath splitPath(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return {{}, std::string(path)};
    return {path.substr(0, slash), std::string(path.substr(slash + 1))};
}

int renameWithoutReplacing(int from, const char *name, int to, const char *newName)
{
    if (::renameat2(from, name, to, newName, RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    if (::linkat(from, name, to, newName, 0) != 0) return errno;
    return ::unlinkat(from, name, 0) == 0 ? 0 : errno;
}

Error objectError(int errnoValue, std::string_view path, std::string_view doing)
{
    Error error = systemError(errnoValue, escapedForDisplay(path), doing);
    const bool forGood = errnoValue == ENAMETOOLONG || errnoValue == ELOOP || errnoValue == EILSEQ ||
                         errnoValue == EINVAL || errnoValue == EXDEV || errnoValue == EOPNOTSUPP;
    if (forGood) error.code = ErrorCode::Unsupported;
    return error;
}

std::int64_t nanoseconds(const timespec &time)
{
    constexpr Int128 kLeast = std::numeric_limits<std::int64_t>::min();
    constexpr Int128 kMost = std::numeric_limits<std::int64_t>::max();
    const Int128 value = Int128{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
    return static_cast<std::int64_t>(value < kLeast ? kLeast : value > kMost ? kMost : value);
}

timespec timespecOf(std::int64_t nanoseconds)
{
    constexpr std::int64_t kSecond = 1'000'000'000;
    std::int64_t seconds = nanoseconds / kSecond;
    std::int64_t rest = nanoseconds % kSecond;
    if (rest < 0) {
        rest += kSecond;
        --seconds;
    }
    return {.tv_sec = seconds, .tv_nsec = rest};
}

ObjectSignature signatureOf(const struct stat &status)
{
    return {DataSize::fromBytes(status.st_size), nanoseconds(status.st_mtim), nanoseconds(status.st_ctim),
            status.st_ino};
}

DataSize allocatedOf(int directory, std::string_view path, const struct stat &status)
{
    constexpr std::int64_t kBlock = 512;
    if (status.st_blocks > 0)
        return DataSize::fromBytes(std::min<std::int64_t>(status.st_size, status.st_blocks * kBlock));
    if (status.st_size == 0) return {};
    const Fd file = openBeneath(directory, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const bool isHole = file && ::lseek(file.number(), 0, SEEK_DATA) < 0 && errno == ENXIO;
    return isHole ? DataSize() : DataSize::fromBytes(status.st_size);
}

bool sameButForChangeTime(const ObjectSignature &a, const ObjectSignature &b)
{
    return a.size == b.size && a.modifiedNs == b.modifiedNs && a.inode == b.inode;
}

bool isPlainFileSystem(int file)
{
    struct statfs kind
    {};
    if (::fstatfs(file, &kind) != 0) return false;
    // statfs(2) gives a signed number, the constants are unsigned.
    switch (static_cast<std::uint32_t>(kind.f_type)) {
    case EXT4_SUPER_MAGIC:
    case XFS_SUPER_MAGIC:
    case BTRFS_SUPER_MAGIC:
    case F2FS_SUPER_MAGIC:
    case TMPFS_MAGIC:
        return true;
    default:
        return false;
    }
}

bool startsAsPointer(int file)
{
    std::array<char, kPointerMark.size()> start{};
    return ::read(file, start.data(), start.size()) == static_cast<ssize_t>(start.size()) &&
           std::string_view(start.data(), start.size()) == kPointerMark;
}

} // namespace greenward::adapters
