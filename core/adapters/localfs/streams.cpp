#include "core/adapters/localfs/streams.h"

#include "core/adapters/localfs/beneath.h"
#include "core/base/utf8.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/xattr.h>

namespace greenward::adapters {
namespace {

using storage::ObjectTraits;

constexpr mode_t kPermissions = 07777;

/// What a copy must carry: what users set and who may read. Labels of security modules belong to the place.
bool isCarried(std::string_view attribute)
{
    return attribute.starts_with("user.") || attribute == "system.posix_acl_access";
}

/// Two calls for nearly every file: most have none.
Result<std::vector<std::pair<std::string, std::string>>> readAttributes(int file, const std::string &path)
{
    std::vector<std::pair<std::string, std::string>> found;
    std::array<char, 65536> names; // NOLINT(*-member-init): filled by the kernel; XATTR_LIST_MAX
    const ssize_t length = ::flistxattr(file, names.data(), names.size());
    if (length < 0 && errno != EOPNOTSUPP) return Unexpected{objectError(errno, path, "list extended attributes")};
    for (ssize_t at = 0; at < length;) {
        const std::string name(&names[static_cast<std::size_t>(at)]);
        at += static_cast<ssize_t>(name.size()) + 1;
        if (!isCarried(name)) continue;
        std::string value(65536, '\0'); // XATTR_SIZE_MAX
        const ssize_t size = ::fgetxattr(file, name.c_str(), value.data(), value.size());
        if (size < 0) return Unexpected{objectError(errno, path, "read extended attribute " + name)};
        value.resize(static_cast<std::size_t>(size));
        found.emplace_back(name, std::move(value));
    }
    return found;
}

} // namespace

LocalReader::LocalReader(Fd file, std::string path, ObjectTraits traits)
    : m_file(std::move(file))
    , m_path(std::move(path))
    , m_traits(std::move(traits))
{}

Result<std::unique_ptr<storage::Reader>> LocalReader::create(Fd file, std::string path)
{
    struct stat status
    {};
    if (::fstat(file.number(), &status) != 0) return Unexpected{objectError(errno, path, "look at file")};
    if (!S_ISREG(status.st_mode)) return fail(ErrorCode::Unsupported, escapedForDisplay(path), "is no regular file");
    ::posix_fadvise(file.number(), 0, 0, POSIX_FADV_SEQUENTIAL);
    ObjectTraits traits{nanoseconds(status.st_mtim),
                        nanoseconds(status.st_atim),
                        status.st_mode & kPermissions,
                        status.st_uid,
                        status.st_gid,
                        {}};
    CORE_TRY(traits.attributes, readAttributes(file.number(), path));
    return std::unique_ptr<storage::Reader>(new LocalReader(std::move(file), std::move(path), std::move(traits)));
}

Result<std::size_t> LocalReader::read(std::span<std::byte> into)
{
    for (;;) {
        const ssize_t got = ::read(m_file.number(), into.data(), into.size());
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) return Unexpected{objectError(errno, m_path, "read")};
    }
}

LocalWriter::LocalWriter(Fd file, std::string path)
    : m_file(std::move(file))
    , m_path(std::move(path))
{}

Result<void> LocalWriter::write(std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t put = ::write(m_file.number(), bytes.data(), bytes.size());
        if (put > 0)
            bytes = bytes.subspan(static_cast<std::size_t>(put));
        else if (put == 0)
            return fail(ErrorCode::NoSpace, m_path, "the disk takes no more bytes");
        else if (errno != EINTR)
            return Unexpected{objectError(errno, m_path, "write")};
    }
    return {};
}

Result<void> LocalWriter::applyTraits(const ObjectTraits &traits)
{
    const int file = m_file.number();
    // Owner before mode: a change of owner clears the set-id bits. Others than root can only keep their own.
    if (::geteuid() == 0 && ::fchown(file, traits.uid, traits.gid) != 0)
        return Unexpected{objectError(errno, m_path, "set owner")};
    if (::fchmod(file, traits.mode & kPermissions) != 0) return Unexpected{objectError(errno, m_path, "set mode")};
    for (const auto &[name, value] : traits.attributes)
        if (::fsetxattr(file, name.c_str(), value.data(), value.size(), 0) != 0)
            return Unexpected{objectError(errno, m_path, "the target cannot keep extended attribute " + name)};
    const std::array<timespec, 2> times{timespecOf(traits.accessedNs), timespecOf(traits.modifiedNs)};
    if (::futimens(file, times.data()) != 0) return Unexpected{objectError(errno, m_path, "set times")};
    return {};
}

Result<void> LocalWriter::finish(const ObjectTraits &traits)
{
    CORE_CHECK(applyTraits(traits));
    return close();
}

Result<void> LocalWriter::flush()
{
    if (::fsync(m_file.number()) != 0) return Unexpected{objectError(errno, m_path, "flush to disk")};
    return close();
}

Result<void> LocalWriter::close()
{
    // Network file systems may only say here that the disk is full.
    if (::close(m_file.release()) != 0 && errno != EINTR) return Unexpected{objectError(errno, m_path, "close")};
    return {};
}

} // namespace greenward::adapters
