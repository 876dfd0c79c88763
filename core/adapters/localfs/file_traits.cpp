#include "core/adapters/localfs/file_traits.h"

#include "core/adapters/localfs/beneath.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace greenward::adapters {
namespace {

using storage::Attributes;
using storage::DirectoryTraits;
using storage::FileTime;
using storage::ObjectTraits;

constexpr mode_t kPermissions = 07777;
constexpr std::size_t kMostValue = 65536; // XATTR_SIZE_MAX, and XATTR_LIST_MAX

bool isCarried(std::string_view attribute)
{
    return attribute.starts_with(storage::kUserAttributes) || attribute == storage::kAccessList ||
           attribute == storage::kDefaultAccessList || attribute == storage::kCapability;
}

/// Owner, group and others and no more: what the mode says already. Some file systems list it, none keeps it.
bool saysNoMoreThanTheMode(std::string_view attribute, const std::string &value)
{
    constexpr std::size_t kThreeEntries = 4 + 3 * 8;
    return attribute == storage::kAccessList && value.size() <= kThreeEntries;
}

/// One call for nearly every file: most have none.
Result<Attributes> readAttributes(int file, std::string_view path)
{
    Attributes found;
    std::array<char, kMostValue> names; // NOLINT(*-member-init): filled by the kernel
    const ssize_t length = ::flistxattr(file, names.data(), names.size());
    if (length < 0 && errno != EOPNOTSUPP) return Unexpected{objectError(errno, path, "list extended attributes")};
    for (ssize_t at = 0; at < length;) {
        const std::string name(&names[static_cast<std::size_t>(at)]);
        at += static_cast<ssize_t>(name.size()) + 1;
        if (!isCarried(name) && name != storage::kNfs4AccessList) continue;
        std::string value(kMostValue, '\0');
        const ssize_t size = ::fgetxattr(file, name.c_str(), value.data(), value.size());
        if (size < 0 && errno == ENODATA) continue; // taken away just now
        if (size < 0) return Unexpected{objectError(errno, path, "read extended attribute " + escapedForDisplay(name))};
        value.resize(static_cast<std::size_t>(size));
        if (name == storage::kNfs4AccessList) {
            if (!storage::namesOthers(value)) continue;
            return fail(ErrorCode::Unsupported, escapedForDisplay(path),
                        "has an NFSv4 access list that names others than owner, group and everybody; Greenward cannot "
                        "carry it to another place");
        }
        if (!saysNoMoreThanTheMode(name, value)) found.emplace_back(name, std::move(value));
    }
    std::sort(found.begin(), found.end());
    return found;
}

Result<struct statx> look(int file, std::string_view path)
{
    struct statx status
    {};
    if (::statx(file, "", AT_EMPTY_PATH | AT_NO_AUTOMOUNT, STATX_BASIC_STATS, &status) != 0)
        return Unexpected{objectError(errno, path, "look at rights")};
    return status;
}

FileTime timeOf(const statx_timestamp &time)
{
    return {time.tv_sec, static_cast<std::int32_t>(time.tv_nsec)};
}

timespec timespecOf(FileTime time)
{
    return {.tv_sec = time.seconds, .tv_nsec = time.nanoseconds};
}

/// Gives one file or directory what `Traits` says.
template<typename Traits>
class Giving final
{
public:
    Giving(int file, const Traits &traits, std::string_view path)
        : m_file(file)
        , m_traits(traits)
        , m_path(path)
    {}

    /// The order matters. While the mode is still private: what only who may write can set. Then owner and access
    /// lists, before a mode could open the file to those whom an inherited list names. A change of owner clears set-id
    /// bits and capabilities, so these come after it.
    Result<void> run(timespec accessed)
    {
        CORE_CHECK(setAttributes([](std::string_view name) { return name.starts_with(storage::kUserAttributes); }));
        CORE_CHECK(setOwner());
        CORE_CHECK(setAccessList(storage::kAccessList));
        if constexpr (std::is_same_v<Traits, DirectoryTraits>) CORE_CHECK(setAccessList(storage::kDefaultAccessList));
        if (::fchmod(m_file, m_traits.mode & kPermissions) != 0) return cannot(errno, "mode");
        CORE_CHECK(setAttributes([](std::string_view name) { return name == storage::kCapability; }));
        const std::array<timespec, 2> times{accessed, timespecOf(m_traits.modified)};
        if (::futimens(m_file, times.data()) != 0) return cannot(errno, "times");
        return {};
    }

    Result<void> check(const Traits &found) const
    {
        Traits wanted = m_traits;
        if (wanted.uid == storage::kMaker) wanted.uid = found.uid;
        if (wanted.gid == storage::kMaker) wanted.gid = found.gid;
        auto same = storage::sameRights(wanted, found);
        if (same) return {};
        return fail(ErrorCode::Unsupported, escapedForDisplay(m_path),
                    "the target does not keep it: " + same.error().detail);
    }

private:
    /// An error that says which right it is. What no later try mends is Unsupported.
    Unexpected<Error> cannot(int errnoValue, const std::string &what) const
    {
        const std::string doing = "the copy cannot have the " + what + " of the source";
        const bool isFull = errnoValue == EDQUOT || (errnoValue == ENOSPC && !hasRoom());
        if (isFull || errnoValue == EROFS || errnoValue == EIO)
            return Unexpected{objectError(errnoValue, m_path, doing)};
        Error error = systemError(errnoValue, escapedForDisplay(m_path), doing);
        error.code = ErrorCode::Unsupported;
        if (errnoValue == EPERM || errnoValue == EACCES)
            error.detail +=
                " (Greenward runs as uid " + std::to_string(::geteuid()) + "; only root may give it); the source stays";
        return Unexpected{std::move(error)};
    }

    /// Too large an attribute is "no space" as well.
    bool hasRoom() const
    {
        struct statvfs volume
        {};
        constexpr unsigned long kPlenty = 16 * kMostValue;
        return ::fstatvfs(m_file, &volume) == 0 && volume.f_bavail * volume.f_frsize > kPlenty;
    }

    /// Whether that is certain. FUSE has it as an option, and no way to ask for it.
    bool heedsAccessLists() const
    {
        struct statfs volume
        {};
        return ::fstatfs(m_file, &volume) == 0 && volume.f_type != FUSE_SUPER_MAGIC;
    }

    template<typename Which>
    Result<void> setAttributes(Which which)
    {
        for (const auto &[name, value] : m_traits.attributes)
            if (which(name) && ::fsetxattr(m_file, name.c_str(), value.data(), value.size(), 0) != 0)
                return cannot(errno, name == storage::kCapability ? "capabilities"
                                                                  : "extended attribute " + escapedForDisplay(name));
        return {};
    }

    Result<void> setOwner()
    {
        CORE_TRY(const struct statx now, look(m_file, m_path));
        const bool owner = m_traits.uid != storage::kMaker && m_traits.uid != now.stx_uid;
        const bool group = m_traits.gid != storage::kMaker && m_traits.gid != now.stx_gid;
        if (!owner && !group) return {};
        if (::fchown(m_file, owner ? m_traits.uid : storage::kMaker, group ? m_traits.gid : storage::kMaker) == 0)
            return {};
        return cannot(errno, owner ? "owner " + std::to_string(m_traits.uid) : "group " + std::to_string(m_traits.gid));
    }

    Result<void> setAccessList(std::string_view which)
    {
        const std::string name(which);
        for (const auto &[known, value] : m_traits.attributes) {
            if (known != which) continue;
            if (which == storage::kAccessList && storage::isNarrowerThanItsMode(value) && !heedsAccessLists())
                return fail(
                    ErrorCode::Unsupported, escapedForDisplay(m_path),
                    "the source's access list " + storage::accessListText(value) +
                        " keeps some out whom its mode would let in, and the target is a user-space file system, "
                        "which may keep such a list without heeding it; the source stays");
            if (::fsetxattr(m_file, name.c_str(), value.data(), value.size(), 0) == 0) return {};
            return cannot(errno, "access list");
        }
        // Inherited from the directory it was made in?
        if (::fgetxattr(m_file, name.c_str(), nullptr, 0) <= 0) return {};
        if (::fremovexattr(m_file, name.c_str()) != 0 && errno != ENODATA && errno != EOPNOTSUPP)
            return cannot(errno, "access list");
        return {};
    }

    int m_file;
    const Traits &m_traits;
    std::string_view m_path;
};

/// A few locks for all directories: two that share one wait for each other a little.
std::recursive_mutex &lockOf(const struct stat &directory)
{
    static std::array<std::recursive_mutex, 64> locks;
    return locks[(directory.st_ino ^ directory.st_dev) % locks.size()];
}

} // namespace

Result<ObjectTraits> objectTraits(int file, std::string_view path)
{
    CORE_TRY(const struct statx status, look(file, path));
    ObjectTraits traits;
    traits.modified = timeOf(status.stx_mtime);
    traits.accessed = timeOf(status.stx_atime);
    traits.mode = status.stx_mode & kPermissions;
    traits.uid = status.stx_uid;
    traits.gid = status.stx_gid;
    traits.fixed = (status.stx_attributes & (STATX_ATTR_IMMUTABLE | STATX_ATTR_APPEND)) != 0;
    CORE_TRY(traits.attributes, readAttributes(file, path));
    return traits;
}

Result<DirectoryTraits> directoryTraits(int directory, std::string_view path)
{
    CORE_TRY(const struct statx status, look(directory, path));
    DirectoryTraits traits;
    traits.mode = status.stx_mode & kPermissions;
    traits.uid = status.stx_uid;
    traits.gid = status.stx_gid;
    traits.modified = timeOf(status.stx_mtime);
    CORE_TRY(traits.attributes, readAttributes(directory, path));
    return traits;
}

Result<void> giveTraits(int file, const ObjectTraits &traits, std::string_view path)
{
    Giving giving(file, traits, path);
    CORE_CHECK(giving.run(timespecOf(traits.accessed)));
    CORE_TRY(const ObjectTraits found, objectTraits(file, path));
    return giving.check(found);
}

Result<void> giveTraits(int directory, const DirectoryTraits &traits, std::string_view path)
{
    Giving giving(directory, traits, path);
    CORE_TRY(const struct statx now, look(directory, path));
    CORE_CHECK(giving.run(timespecOf(timeOf(now.stx_atime)))); // not UTIME_OMIT: bindfs sets neither time then
    CORE_TRY(const DirectoryTraits found, directoryTraits(directory, path));
    return giving.check(found);
}

KeptTimes::KeptTimes(int directory)
    : m_directory(directory)
{
    struct stat status
    {};
    if (::fstat(directory, &status) != 0) return;
    m_lock = std::unique_lock(lockOf(status));
    if (::fstat(directory, &status) == 0) m_times = {status.st_atim, status.st_mtim};
}

KeptTimes::~KeptTimes()
{
    if (!m_times) return;
    const int errnoOfTheChange = errno; // which the caller has not read yet
    ::futimens(m_directory, m_times->data());
    errno = errnoOfTheChange;
}

} // namespace greenward::adapters
