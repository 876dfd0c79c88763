#include "core/adapters/os/data_directory.h"

#include "core/adapters/files/read_file.h"
#include "core/adapters/os/file_system_kind.h"
#include "core/adapters/os/mount_table.h"
#include "core/base/time_text.h"
#include "core/base/utf8.h"

#include <array>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace greenward::adapters {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestHolder = 512;
constexpr std::size_t kLongestMountInfo = 8U << 20U;
constexpr mode_t kOthers = S_IRWXG | S_IRWXO;

std::string octal(mode_t mode)
{
    std::string text = "0";
    for (unsigned int shift = 9; shift > 0; shift -= 3)
        text.push_back(static_cast<char>('0' + ((mode >> (shift - 3U)) & 7U)));
    return text;
}

/// Its missing parents are made with it, all private.
Result<void> createPrivate(const fs::path &path)
{
    std::error_code problem;
    fs::create_directories(path, problem);
    if (problem) return Unexpected{systemError(problem.value(), path.string(), "cannot create the data directory")};
    return {};
}

Result<struct stat> checkPrivate(const fs::path &path)
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0)
        return Unexpected{systemError(errno, path.string(), "cannot open the data directory")};
    if (!S_ISDIR(status.st_mode)) return fail(ErrorCode::InvalidInput, path.string(), "is not a directory");
    if (status.st_uid != ::geteuid())
        return fail(ErrorCode::NoPermission, path.string(), "belongs to another user; use a directory of your own");
    if ((status.st_mode & kOthers) != 0)
        return fail(ErrorCode::NoPermission, path.string(),
                    "other users may enter it (mode " + octal(status.st_mode) + "); run chmod 700 on it");
    return status;
}

Result<void> checkLocal(const fs::path &path, dev_t device)
{
    CORE_TRY(const std::string mounts, readWholeFile("/proc/self/mountinfo", kLongestMountInfo));
    const std::optional<Mount> mount = mountOfDevice(mounts, device);
    if (!mount || !isNetworkFileSystem(mount->type)) return {};
    return fail(ErrorCode::Unsupported, path.string(),
                "lies on a network file system (" + mount->type + "), where locks and flushes cannot be relied upon");
}

// LOCK: in its first line the holder, empty when there is none; in the second, once there was a store, that there was.
constexpr std::string_view kHeldStore = "a store is kept here\n";

std::string lockText(int lock)
{
    std::array<char, kLongestHolder> text{};
    const ssize_t got = ::pread(lock, text.data(), text.size(), 0);
    return got <= 0 ? std::string() : std::string(text.data(), static_cast<std::size_t>(got));
}

std::string holderOf(int lock)
{
    const std::string text = lockText(lock);
    const std::string line = text.substr(0, text.find('\n'));
    return line.empty() ? "another process" : escapedForDisplay(line);
}

bool tellsOfStore(int lock)
{
    const std::string text = lockText(lock);
    const std::size_t line = text.find('\n');
    return line != std::string::npos && text.substr(line + 1) == kHeldStore;
}

bool writeLock(int lock, const std::string &holder, bool hasHeldStore)
{
    const std::string text = hasHeldStore     ? holder + "\n" + std::string(kHeldStore)
                             : holder.empty() ? std::string()
                                              : holder + "\n";
    return ::ftruncate(lock, 0) == 0 &&
           ::pwrite(lock, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size());
}

std::string asHolder(const DataDirectory::Options &options)
{
    return std::string(options.program) + " (process " + std::to_string(::getpid()) + ", since " +
           toRfc3339(options.startedAt) + ")";
}

bool lockNow(int descriptor)
{
    int answer = -1;
    do
        answer = ::flock(descriptor, LOCK_EX | LOCK_NB);
    while (answer != 0 && errno == EINTR);
    return answer == 0;
}

Result<int> lockDirectory(const fs::path &directory)
{
    const int opened = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return Unexpected{systemError(errno, directory.string(), "cannot open the data directory")};
    if (lockNow(opened)) return opened;
    const int problem = errno;
    ::close(opened);
    if (problem == EWOULDBLOCK)
        return fail(ErrorCode::Locked, directory.string(), "is in use by another process, whose LOCK was deleted");
    return Unexpected{systemError(problem, directory.string(), "cannot lock")};
}

Result<int> takeLock(const fs::path &directory, const DataDirectory::Options &options)
{
    const fs::path file = directory / "LOCK";
    const int lock = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock < 0 && errno == EROFS)
        return fail(ErrorCode::ReadOnly, directory.string(),
                    "lies on a file system that is mounted read-only; mount it to be written, or look at it with "
                    "--read-only");
    if (lock < 0) return Unexpected{systemError(errno, file.string(), "cannot open the lock file")};
    const bool locked = lockNow(lock);
    const int problem = errno;
    if (locked) {
        // A full disk must not keep the operator out; who finds the lock held is then told "another process".
        [[maybe_unused]] const bool written = writeLock(lock, asHolder(options), tellsOfStore(lock));
        return lock;
    }
    const std::string holder = holderOf(lock);
    ::close(lock);
    if (problem == EWOULDBLOCK) return fail(ErrorCode::Locked, directory.string(), "is in use by " + holder);
    return Unexpected{systemError(problem, file.string(), "cannot lock")};
}

} // namespace

DataDirectory::DataDirectory(fs::path path, int directory, int lock, bool hasHeldStore)
    : m_path(std::move(path))
    , m_directory(directory)
    , m_lock(lock)
    , m_hasHeldStore(hasHeldStore)
{}

DataDirectory::DataDirectory(DataDirectory &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_directory(std::exchange(other.m_directory, -1))
    , m_lock(std::exchange(other.m_lock, -1))
    , m_hasHeldStore(other.m_hasHeldStore)
{}

DataDirectory::~DataDirectory()
{
    if (m_lock < 0) return;
    // The file stays: were it removed, a third process could lock a new one while a second waits on the old.
    [[maybe_unused]] const bool written = writeLock(m_lock, {}, m_hasHeldStore);
    ::close(m_lock);
    ::close(m_directory);
}

void DataDirectory::noteStore()
{
    if (m_lock < 0 || m_hasHeldStore) return;
    const std::string text = lockText(m_lock);
    m_hasHeldStore = writeLock(m_lock, text.substr(0, text.find('\n')), true);
}

Result<DataDirectory> DataDirectory::open(const fs::path &path, store::OpenMode mode, const Options &options)
{
    const bool writing = mode == store::OpenMode::ReadWrite;
    if (writing) {
        ::umask(kOthers);
        CORE_CHECK(createPrivate(path));
    }
    CORE_TRY(const struct stat status, checkPrivate(path));
    if (!options.allowNetworkFileSystem) CORE_CHECK(checkLocal(path, status.st_dev));
    std::error_code problem;
    fs::path real = fs::canonical(path, problem);
    if (problem) return Unexpected{systemError(problem.value(), path.string(), "cannot open the data directory")};
    if (!writing) return DataDirectory(std::move(real), -1, -1, false);
    CORE_TRY(const int lock, takeLock(real, options));
    auto directory = lockDirectory(real);
    if (directory) return DataDirectory(std::move(real), *directory, lock, tellsOfStore(lock));
    ::close(lock);
    return Unexpected{directory.error()};
}

} // namespace greenward::adapters
