#include "core/adapters/files/atomic_file.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <utility>

#include <fcntl.h>
#include <linux/magic.h>
#include <stdio.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace greenward::adapters {
namespace {

constexpr int kNameTries = 16;

/// Short whatever the target is called, so that a name of 255 bytes can be written too.
Result<std::string> temporaryName(const std::filesystem::path &path)
{
    std::array<std::uint8_t, 8> random{};
    if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))
        return Unexpected{systemError(errno, path.string(), "cannot find a name for a temporary file")};
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string name = ".greenward-";
    for (const std::uint8_t byte : random) {
        name.push_back(kDigits[byte >> 4U]);
        name.push_back(kDigits[byte & 0x0FU]);
    }
    return name + ".part";
}

int retryInterrupted(auto call)
{
    int answer = -1;
    do
        answer = call();
    while (answer < 0 && errno == EINTR);
    return answer;
}

/// Some file systems cannot flush a directory and say EINVAL; there the rename is all there is.
bool syncDescriptor(int directory)
{
    return retryInterrupted([&] { return ::fsync(directory); }) == 0 || errno == EINVAL;
}

constexpr const char *kAccessList = "system.posix_acl_access";
constexpr const char *kDefaultAccessList = "system.posix_acl_default";
/// The kernel's own limit for an attribute's value.
constexpr std::size_t kLongestAccessList = 65'536;

/// The access list of `from`, or none, on `to`. False: it could not be kept, errno says why.
bool copyAccessList(int from, int to)
{
    // By way of /proc: a descriptor opened with O_PATH has no attributes of its own.
    const std::string path = "/proc/self/fd/" + std::to_string(from);
    std::array<char, kLongestAccessList> list{};
    const ssize_t size = ::getxattr(path.c_str(), kAccessList, list.data(), list.size());
    if (size >= 0) return ::fsetxattr(to, kAccessList, list.data(), static_cast<std::size_t>(size), 0) == 0;
    const bool none = errno == ENODATA || errno == EOPNOTSUPP;
    // One that came from the directory would let in whom the old file kept out.
    return none && (::fremovexattr(to, kAccessList) == 0 || errno == ENODATA || errno == EOPNOTSUPP);
}

std::filesystem::path directoryOf(const std::filesystem::path &path)
{
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

} // namespace

AtomicFile::AtomicFile(int directory, int file, std::string temporary, std::filesystem::path path)
    : m_directory(directory)
    , m_file(file)
    , m_temporary(std::move(temporary))
    , m_path(std::move(path))
{}

AtomicFile::AtomicFile(AtomicFile &&other) noexcept
    : m_directory(std::exchange(other.m_directory, -1))
    , m_file(std::exchange(other.m_file, -1))
    , m_temporary(std::exchange(other.m_temporary, {}))
    , m_path(std::move(other.m_path))
    , m_spoilt(other.m_spoilt)
{}

AtomicFile::~AtomicFile()
{
    abandon();
}

Result<AtomicFile> AtomicFile::create(const std::filesystem::path &path, mode_t mode)
{
    if (!path.has_filename() || path.filename() == "." || path.filename() == "..")
        return fail(ErrorCode::InvalidInput, path.string(), "does not name a file");
    const int directory = ::open(directoryOf(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0) return Unexpected{systemError(errno, path.string(), "cannot open its directory")};
    return createIn(directory, path, mode, Rights::Exact);
}

Result<AtomicFile> AtomicFile::createIn(int directory, const std::filesystem::path &path, mode_t mode, Rights rights)
{
    AtomicFile result(directory, -1, {}, path);
    const bool inherits =
        rights == Rights::AsTheDirectorySays && ::fgetxattr(directory, kDefaultAccessList, nullptr, 0) > 0;
    const mode_t first = inherits ? 0666 : 0600; // the list takes from it, no umask does
    for (int i = 0; i < kNameTries && result.m_file < 0; ++i) {
        CORE_TRY(std::string name, temporaryName(path));
        const int file = ::openat(directory, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, first);
        if (file < 0 && errno != EEXIST)
            return Unexpected{systemError(errno, path.string(), "cannot create a temporary file beside it")};
        if (file < 0) continue;
        result.m_file = file;
        result.m_temporary = std::move(name);
    }
    if (result.m_file < 0) return fail(ErrorCode::IoFailed, path.string(), "no free name for a temporary file");
    if (!inherits && ::fchmod(result.m_file, mode) != 0)
        return Unexpected{systemError(errno, path.string(), "cannot set the permissions")};
    return result;
}

Result<void> AtomicFile::takeRightsOf(int replaced)
{
    struct stat old = {};
    struct stat fresh = {};
    if (::fstat(replaced, &old) != 0 || ::fstat(m_file, &fresh) != 0)
        return Unexpected{failed(errno, "cannot inspect")};
    const bool sameOwner = old.st_uid == fresh.st_uid && old.st_gid == fresh.st_gid;
    if (!sameOwner && ::fchown(m_file, old.st_uid, old.st_gid) != 0)
        return Unexpected{failed(errno, "belongs to somebody else, and a new file cannot be given to them: remove it, "
                                        "or choose another name")};
    if (!copyAccessList(replaced, m_file)) return Unexpected{failed(errno, "its access list cannot be kept")};
    // Last, as the others may change it. Programs are never written, so no set-user-id bit is kept.
    if (::fchmod(m_file, old.st_mode & 0777U) != 0) return Unexpected{failed(errno, "cannot set the permissions")};
    return {};
}

Error AtomicFile::failed(int errnoValue, std::string_view doing)
{
    m_spoilt = true;
    return systemError(errnoValue, m_path.string(), doing);
}

Result<void> AtomicFile::write(std::span<const std::byte> bytes)
{
    if (m_spoilt || m_file < 0) return fail(ErrorCode::IoFailed, m_path.string(), "cannot be written any more");
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return Unexpected{failed(errno, "cannot write")};
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> AtomicFile::write(std::string_view text)
{
    return write(std::as_bytes(std::span(text)));
}

bool AtomicFile::rename(Over over)
{
    const std::string name = m_path.filename().string();
    const auto replace = [&] {
        return ::renameat(m_directory, m_temporary.c_str(), m_directory, name.c_str()) == 0;
    };
    if (over == Over::Anything) return replace();
    if (::renameat2(m_directory, m_temporary.c_str(), m_directory, name.c_str(), RENAME_NOREPLACE) == 0) return true;
    if (errno != EINVAL) return false;
    // Not every file system knows that flag; there a look just before is all there is.
    struct stat there = {};
    if (::fstatat(m_directory, name.c_str(), &there, AT_SYMLINK_NOFOLLOW) != 0) return errno == ENOENT && replace();
    errno = EEXIST;
    return false;
}

Result<void> AtomicFile::commit(Over over)
{
    if (m_spoilt || m_file < 0) return fail(ErrorCode::IoFailed, m_path.string(), "cannot be committed");
    m_spoilt = true; // whatever happens now, it is not done twice
    if (retryInterrupted([&] { return ::fsync(m_file); }) != 0)
        return Unexpected{failed(errno, "cannot flush to the disk")};
    // Network and quota file systems may report a failed write only now.
    if (::close(std::exchange(m_file, -1)) != 0) return Unexpected{failed(errno, "cannot close")};
    if (!rename(over)) return Unexpected{failed(errno, "cannot put the new file in place")};
    m_temporary.clear();
    if (!syncName() || !syncDescriptor(m_directory))
        return Unexpected{failed(errno, "the new file is in place but its directory could not be flushed")};
    return {};
}

/// User-space file systems say that a directory is flushed and may do nothing: there the file takes its new name along.
bool AtomicFile::syncName() const
{
    struct statfs volume = {};
    if (::fstatfs(m_directory, &volume) != 0 || volume.f_type != FUSE_SUPER_MAGIC) return true;
    const int file = ::openat(m_directory, m_path.filename().c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0) return true; // with the rights of another's file it need not be ours to open any more
    const bool synced = syncDescriptor(file);
    const int problem = errno;
    ::close(file);
    errno = problem;
    return synced;
}

void AtomicFile::abandon()
{
    if (m_file >= 0) ::close(m_file);
    if (!m_temporary.empty()) ::unlinkat(m_directory, m_temporary.c_str(), 0);
    if (m_directory >= 0) ::close(m_directory);
    m_file = m_directory = -1;
    m_temporary.clear();
}

Result<void> writeFileAtomically(const std::filesystem::path &path, std::span<const std::byte> bytes, mode_t mode)
{
    CORE_TRY(AtomicFile file, AtomicFile::create(path, mode));
    CORE_CHECK(file.write(bytes));
    return file.commit();
}

Result<void> writeFileAtomically(const std::filesystem::path &path, std::string_view text, mode_t mode)
{
    return writeFileAtomically(path, std::as_bytes(std::span(text)), mode);
}

Result<void> syncDirectory(const std::filesystem::path &directory)
{
    const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return Unexpected{systemError(errno, directory.string(), "cannot open the directory")};
    const bool synced = syncDescriptor(descriptor);
    const int problem = errno;
    ::close(descriptor);
    if (!synced) return Unexpected{systemError(problem, directory.string(), "cannot flush the directory")};
    return {};
}

} // namespace greenward::adapters
