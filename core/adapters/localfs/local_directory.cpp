#include "core/adapters/localfs/local_directory.h"

#include "core/adapters/localfs/beneath.h"
#include "core/adapters/localfs/directories.h"
#include "core/adapters/localfs/file_traits.h"
#include "core/adapters/localfs/may_release.h"
#include "core/adapters/localfs/set_aside.h"
#include "core/adapters/localfs/streams.h"
#include "core/adapters/localfs/walk.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <iterator>
#include <set>
#include <sys/statvfs.h>

namespace greenward::adapters {

using namespace storage;

namespace {

/// Clean pages go, so the device is read.
void forgetInMemory(const Fd &file)
{
    ::posix_fadvise(file.number(), 0, 0, POSIX_FADV_DONTNEED);
}

} // namespace

LocalDirectory::LocalDirectory(Fd root, std::string named, std::string canonical, std::size_t keptLevels)
    : LocalPlace(std::move(root), std::move(named), std::move(canonical))
    , m_keptLevels(keptLevels)
{}

Result<std::shared_ptr<LocalDirectory>> LocalDirectory::open(const std::string &location, std::size_t keptLevels)
{
    const std::string shown = "\"" + escapedForDisplay(location) + "\"";
    if (location.empty() || location.front() != '/' || location.find('\0') != std::string::npos)
        return fail(ErrorCode::InvalidInput, "path", shown + " is not an absolute path");
    Fd root(::open(location.c_str(), O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC));
    if (!root && errno == ENOTDIR) return fail(ErrorCode::InvalidInput, "path", shown + " is not a directory");
    if (!root) return Unexpected{systemError(errno, "path", "open directory " + shown)};
    if (::faccessat(root.number(), ".", R_OK | X_OK, AT_EACCESS) != 0)
        return Unexpected{systemError(errno, "path", "read directory " + shown)};
    const std::unique_ptr<char, decltype(&std::free)> canonical(::realpath(location.c_str(), nullptr), &std::free);
    if (!canonical) return Unexpected{systemError(errno, "path", "resolve " + shown)};
    return std::shared_ptr<LocalDirectory>(new LocalDirectory(std::move(root), location, canonical.get(), keptLevels));
}

Error LocalDirectory::failed(int errnoValue, std::string_view path, std::string_view doing) const
{
    Error error = objectError(errnoValue, path, doing);
    const bool maybeGone = error.code == ErrorCode::NotFound || errnoValue == ESTALE || errnoValue == EIO;
    if (!maybeGone) return error;
    const auto there = confirmPlace();
    return there ? error : there.error();
}

bus::BackendHealth LocalDirectory::probe(Instant now) const
{
    bus::BackendHealth health;
    health.checkedAt = now;
    if (auto there = confirmPlace(); !there) {
        health.problem = there.error().subject + ": " + there.error().detail;
        return health;
    }
    struct statvfs volume
    {};
    if (::fstatvfs(m_root.number(), &volume) != 0) {
        health.problem = systemError(errno, "", "The file system does not answer").detail;
        return health;
    }
    health.reachable = true;
    const Int128 free = Int128{volume.f_bavail} * volume.f_frsize;
    health.free = DataSize::fromBytes(static_cast<std::int64_t>(std::min(free, Int128{INT64_MAX})));
    const bool readOnly = (volume.f_flag & ST_RDONLY) != 0;
    health.writable = !readOnly && ::faccessat(m_root.number(), ".", W_OK | X_OK, AT_EACCESS) == 0;
    if (readOnly)
        health.problem = "The file system is mounted read-only: nothing can be moved to it or away from it.";
    else if (!health.writable)
        health.problem = "Greenward may not write to this directory: nothing can be moved to it.";
    return health;
}

Result<void> LocalDirectory::list(ListSink &sink, std::stop_token stop) const
{
    CORE_CHECK(confirmPlace());
    return walkTree(m_root.number(), sink, std::move(stop));
}

Result<ObjectInfo> LocalDirectory::stat(const ObjectKey &key) const
{
    const Fd object = openBeneath(m_root.number(), key.text(), O_PATH | O_NOFOLLOW);
    struct stat status
    {};
    if (!object || ::fstat(object.number(), &status) != 0)
        return Unexpected{failed(errno, key.text(), "look at object")};
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::Unsupported, escapedForDisplay(key.text()), "is no regular file");
    ObjectSignature signature = signatureOf(status);
    signature.allocated = allocatedOf(m_root.number(), key.text(), status);
    const std::int64_t modified = nanoseconds(status.st_mtim);
    if (!keepsAccessTimes(object.number())) return ObjectInfo{key, signature, modified, TouchEvidence::Modified};
    return ObjectInfo{key, signature, std::max(modified, nanoseconds(status.st_atim)), TouchEvidence::Access};
}

Result<Fd> LocalDirectory::openObject(const ObjectKey &key) const
{
    CORE_CHECK(confirmPlace());
    constexpr int kFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK; // a fifo put in its place must not block
    Fd file = openBeneath(m_root.number(), key.text(), kFlags | O_NOATIME);
    if (!file && errno == EPERM) file = openBeneath(m_root.number(), key.text(), kFlags);
    if (!file) return Unexpected{failed(errno, key.text(), "open object")};
    return file;
}

Result<std::unique_ptr<Reader>> LocalDirectory::open(const ObjectKey &key) const
{
    CORE_TRY(Fd file, openObject(key));
    return LocalReader::create(std::move(file), key.text());
}

Result<std::optional<FileIdentity>> LocalDirectory::identity(const ObjectKey &key) const
{
    const Fd object = openBeneath(m_root.number(), key.text(), O_PATH | O_NOFOLLOW);
    struct stat status
    {};
    if (!object || ::fstat(object.number(), &status) != 0)
        return Unexpected{failed(errno, key.text(), "look at object")};
    if (!isPlainFileSystem(object.number())) return std::optional<FileIdentity>();
    return std::optional(FileIdentity{status.st_dev, status.st_ino});
}

Result<std::vector<DirectoryTraits>> LocalDirectory::parents(const ObjectKey &key) const
{
    std::vector<DirectoryTraits> traits;
    const std::string_view path(key.text());
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
        const std::string_view name = path.substr(0, slash);
        const Fd directory = openBeneath(m_root.number(), name, O_RDONLY | O_DIRECTORY | O_NONBLOCK);
        if (!directory && (errno == ENOENT || errno == ENOTDIR) && isInPlace()) break;
        if (!directory) return Unexpected{failed(errno, name, "look at directory")};
        CORE_TRY(DirectoryTraits one, directoryTraits(directory.number(), name));
        traits.push_back(std::move(one));
    }
    return traits;
}

std::optional<std::string> LocalDirectory::linkTo(const ObjectKey &key) const
{
    return extent().location + (extent().location == "/" ? "" : "/") + key.text();
}

Result<Fd> LocalDirectory::openParent(std::string_view parent, int flags) const
{
    Fd directory = openBeneath(m_root.number(), parent, flags | O_DIRECTORY);
    if (!directory) return Unexpected{failed(errno, parent, "open directory")};
    return directory;
}

Result<Fd> LocalDirectory::stagingDirectory(bool create) const
{
    if (create) CORE_CHECK(confirmPlace());
    auto staging = openStaging(m_root, create);
    if (!staging && staging.error().code == ErrorCode::NotFound)
        return Unexpected{failed(ENOENT, kStagingDirectory, "open staging directory")};
    return staging;
}

Result<std::unique_ptr<Writer>> LocalDirectory::stage(const std::string &name)
{
    CORE_TRY(const Fd staging, stagingDirectory(true));
    constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    Fd file(::openat(staging.number(), name.c_str(), kFlags, 0600));
    if (!file && errno == EEXIST) {
        ::unlinkat(staging.number(), name.c_str(), 0);
        file = Fd(::openat(staging.number(), name.c_str(), kFlags, 0600));
    }
    if (!file) return Unexpected{failed(errno, name, "create staging file")};
    return std::unique_ptr<Writer>(std::make_unique<LocalWriter>(std::move(file), name));
}

Result<void> LocalDirectory::settleStaged(std::span<const std::string> names)
{
    if (names.empty()) return {};
    CORE_TRY(const Fd staging, stagingDirectory(false));
    // One after the other, but only now: the first flush carries what the file system must write for all of them.
    for (const std::string &name : names) {
        const Fd file(::openat(staging.number(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NOATIME | O_CLOEXEC));
        // Not fdatasync: the times must survive as well, or the object would look freshly used.
        if (!file || ::fsync(file.number()) != 0) return Unexpected{failed(errno, name, "flush staging file")};
    }
    return {};
}

Result<std::unique_ptr<Reader>> LocalDirectory::openStaged(const std::string &name) const
{
    CORE_TRY(const Fd staging, stagingDirectory(false));
    Fd file(::openat(staging.number(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NOATIME | O_CLOEXEC));
    if (!file) return Unexpected{failed(errno, name, "open staging file")};
    forgetInMemory(file);
    return LocalReader::create(std::move(file), name);
}

Result<void> LocalDirectory::unstage(const std::string &name)
{
    auto staging = stagingDirectory(false);
    if (!staging && staging.error().code == ErrorCode::NotFound) return {};
    if (!staging) return Unexpected{std::move(staging).error()};
    if (::unlinkat(staging->number(), name.c_str(), 0) != 0 && errno != ENOENT)
        return Unexpected{failed(errno, name, "remove staging file")};
    return {};
}

Result<void> LocalDirectory::publish(const std::string &name, const ObjectKey &key)
{
    CORE_CHECK(confirmPlace());
    const SplitPath path = splitPath(key.text());
    Fd parent = openBeneath(m_root.number(), path.parent, O_RDONLY | O_DIRECTORY);
    if (!parent && errno == EACCES) parent = openBeneath(m_root.number(), path.parent, O_PATH | O_DIRECTORY);
    if (!parent && errno == ENOTDIR)
        return fail(ErrorCode::AlreadyExists, escapedForDisplay(key.text()), "a file is where a directory should be");
    if (!parent) return Unexpected{failed(errno, key.text(), "open directory")};
    CORE_TRY(const Fd staging, stagingDirectory(false));
    const KeptTimes times(parent.number());
    const int problem = renameWithoutReplacing(staging.number(), name.c_str(), parent.number(), path.leaf.c_str());
    if (problem == 0) return {};
    if (problem == ENOENT) return fail(ErrorCode::IoFailed, escapedForDisplay(key.text()), "the staged copy is gone");
    return Unexpected{failed(problem, key.text(), "give the copy its final name")};
}

Result<void> LocalDirectory::makeParents(const ObjectKey &key, std::span<const DirectoryTraits> traits)
{
    const std::lock_guard alone(m_making);
    const std::string_view path(key.text());
    CORE_TRY(Fd at, openParent({}, O_RDONLY));
    std::size_t start = 0;
    std::size_t level = 0;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', start)) {
        const std::string name(path.substr(start, slash - start));
        const std::string_view shown = path.substr(0, slash);
        Fd next(::openat(at.number(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!next && errno == ENOTDIR)
            return fail(ErrorCode::AlreadyExists, escapedForDisplay(shown), "a file is where a directory should be");
        if (!next && errno != ENOENT) return Unexpected{failed(errno, shown, "open directory")};
        if (!next) {
            CORE_TRY(const Fd staging, stagingDirectory(true));
            CORE_TRY(next, makeDirectory(staging, at, name, level < traits.size() ? traits[level] : DirectoryTraits{},
                                         shown));
            CORE_CHECK(flushDirectory(next, shown));
            CORE_CHECK(flushDirectory(at, path.substr(0, start)));
        }
        at = std::move(next);
        start = slash + 1;
        ++level;
    }
    return {};
}

Result<void> LocalDirectory::flushDirectory(const Fd &directory, std::string_view path) const
{
    // Some file systems cannot flush directories (EINVAL); they have no stronger promise to give.
    if (::fsync(directory.number()) != 0 && errno != EINVAL) return Unexpected{failed(errno, path, "flush directory")};
    return {};
}

Result<void> LocalDirectory::settle(std::span<const ObjectKey> keys)
{
    CORE_CHECK(settleByFile(keys));
    return flushDirectories(keys);
}

Result<void> LocalDirectory::settleByFile(std::span<const ObjectKey> keys) const
{
    if (isPlainFileSystem(m_root.number())) return {};
    // Union and user-space file systems say that a directory is flushed and do nothing. The flush of a file they pass
    // on, and with the file the file system below writes the name it has just got and the directories it lies in.
    for (const ObjectKey &key : keys) {
        const int problem = flushFile(key.text());
        const bool isReleased = problem == ENOENT || problem == ENOTDIR || problem == ELOOP;
        if (problem != 0 && !isReleased) return Unexpected{failed(problem, key.text(), "flush object")};
    }
    return {};
}

// ---- the last look

Result<void> LocalDirectory::flush(std::span<const ObjectKey> keys)
{
    CORE_CHECK(confirmPlace());
    for (const ObjectKey &key : keys)
        if (const int problem = flushFile(key.text()); problem != 0)
            return Unexpected{failed(problem, key.text(), "flush object")};
    return flushDirectories(keys);
}

Result<std::unique_ptr<Reader>> LocalDirectory::openFlushed(const ObjectKey &key) const
{
    CORE_TRY(Fd file, openObject(key));
    forgetInMemory(file);
    return LocalReader::create(std::move(file), key.text());
}

int LocalDirectory::flushFile(std::string_view path) const
{
    // Not syncfs(2) for all at once: user-space file systems answer it with success and do nothing.
    const Fd file = openBeneath(m_root.number(), path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    return file && ::fsync(file.number()) == 0 ? 0 : errno;
}

Result<void> LocalDirectory::flushDirectories(std::span<const ObjectKey> keys) const
{
    // All the way up: whoever made the directories on the way may not have flushed their names: a run that was killed,
    // or somebody whose file was there before us.
    std::set<std::string, std::less<>> directories{std::string()};
    for (const ObjectKey &key : keys)
        for (std::string_view path = splitPath(key.text()).parent; !path.empty(); path = splitPath(path).parent)
            directories.emplace(path);
    for (const std::string &path : directories) {
        const Fd directory = openBeneath(m_root.number(), path, O_RDONLY | O_DIRECTORY);
        if (!directory && errno == ENOENT && isInPlace()) continue; // gone itself; the one it was in is flushed as well
        if (!directory) return Unexpected{failed(errno, path, "open directory")};
        CORE_CHECK(flushDirectory(directory, path));
    }
    return {};
}

Result<bool> LocalDirectory::showsMark(const ObjectKey &key, const std::string &token) const
{
    CORE_CHECK(confirmPlace());
    const Fd parent = openBeneath(m_root.number(), splitPath(key.text()).parent, O_PATH | O_DIRECTORY);
    if (!parent && errno == ENOENT) return false;
    if (!parent) return Unexpected{failed(errno, key.text(), "look for a mark")};
    struct stat status
    {};
    if (::fstatat(parent.number(), asideName(token).c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) return true;
    if (errno == ENOENT) return false;
    return Unexpected{failed(errno, key.text(), "look for a mark")};
}

Result<void> LocalDirectory::plant(const ObjectKey &key, const std::string &token)
{
    CORE_TRY(const Fd parent, openParent(splitPath(key.text()).parent, O_RDONLY));
    const KeptTimes times(parent.number());
    const Fd mark(
        ::openat(parent.number(), asideName(token).c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!mark) return Unexpected{failed(errno, key.text(), "make a mark beside the object")};
    return {};
}

Result<void> LocalDirectory::unplant(const ObjectKey &key, const std::string &token)
{
    CORE_TRY(const Fd parent, openParent(splitPath(key.text()).parent, O_RDONLY));
    const KeptTimes times(parent.number());
    if (::unlinkat(parent.number(), asideName(token).c_str(), 0) != 0 && errno != ENOENT)
        return Unexpected{failed(errno, key.text(), "remove the mark beside the object")};
    return {};
}

// ---- giving up a source

Result<void> LocalDirectory::mayRelease(const ObjectKey &key, LeaveBehind leave) const
{
    const SplitPath path = splitPath(key.text());
    CORE_TRY(const Fd parent, openParent(path.parent, O_PATH));
    return adapters::mayRelease(parent, path.leaf, key.text(), leave);
}

void LocalDirectory::removeEmptied(std::span<const ObjectKey> keys)
{
    if (!confirmPlace()) return;
    for (const ObjectKey &key : keys)
        adapters::removeEmptied(m_root, splitPath(key.text()).parent, m_keptLevels);
}

Result<std::unique_ptr<SetAside>> LocalDirectory::setAside(const ObjectKey &key, const ReleaseOrder &order)
{
    CORE_CHECK(confirmPlace());
    const SplitPath path = splitPath(key.text());
    CORE_TRY(Fd parent, openParent(path.parent, O_RDONLY));
    return setFileAside(std::move(parent), path.leaf, key.text(), order);
}

Result<void> LocalDirectory::undoRelease(const ObjectKey &key, const std::string &token)
{
    const SplitPath path = splitPath(key.text());
    CORE_TRY(const Fd parent, openParent(path.parent, O_RDONLY));
    CORE_CHECK(undoSetAside(parent, path.leaf, key.text(), token));
    return flushDirectory(parent, path.parent);
}

} // namespace greenward::adapters
