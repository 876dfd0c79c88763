#include "core/adapters/localfs/place.h"

#include "core/adapters/localfs/beneath.h"
#include "core/adapters/localfs/volume.h"
#include "core/adapters/os/mount_table.h"
#include "core/adapters/os/system_ids.h"
#include "core/base/utf8.h"

#include <array>
#include <cerrno>
#include <deque>
#include <dirent.h>
#include <fcntl.h>
#include <memory>

namespace greenward::adapters {
namespace {

using namespace storage;

constexpr const char *kMarkName = kPlaceMarkName.data(); // of a literal: it ends in NUL
constexpr std::string_view kMarkDraft = ".greenward-backend-new-";
constexpr std::string_view kCanaryPrefix = ".greenward-canary-";
constexpr std::int64_t kCanaryLives = 3600; ///< seconds

/// A first name, that nothing else has. Answers errno, 0 for done.
int giveName(const Fd &file, int directory, const char *name)
{
    const std::string self = "/proc/self/fd/" + std::to_string(file.number());
    return ::linkat(AT_FDCWD, self.c_str(), directory, name, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

std::string nodeOf(const struct stat &status)
{
    return std::to_string(status.st_dev) + ":" + std::to_string(status.st_ino);
}

/// The directory, and every directory it lies in, as far up as may be looked at.
std::vector<std::string> chainOf(const Fd &root)
{
    constexpr std::size_t kMostLevels = 4096;
    std::vector<std::string> chain;
    Fd at(::openat(root.number(), ".", O_PATH | O_DIRECTORY | O_CLOEXEC));
    struct stat status
    {};
    while (at && chain.size() < kMostLevels && ::fstat(at.number(), &status) == 0) {
        std::string node = nodeOf(status);
        if (!chain.empty() && chain.back() == node) break; // "/.." is "/"
        chain.push_back(std::move(node));
        at = Fd(::openat(at.number(), "..", O_PATH | O_DIRECTORY | O_CLOEXEC));
    }
    return chain;
}

bool isSameFile(const struct stat &a, const struct stat &b)
{
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino && a.st_size == b.st_size &&
           nanoseconds(a.st_ctim) == nanoseconds(b.st_ctim);
}

Result<void> writeAll(const Fd &file, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(file.number(), text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return Unexpected{systemError(written < 0 ? errno : ENOSPC, kMarkName, "write the marker")};
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

struct CloseDirectory
{
    void operator()(DIR *stream) const { ::closedir(stream); }
};

/// Calls `visit(name, isDirectory)` for at most `most` entries of a directory; how many there were.
template<typename Visit>
std::size_t eachEntry(const Fd &directory, std::size_t most, Visit visit)
{
    const std::unique_ptr<DIR, CloseDirectory> stream(::fdopendir(::fcntl(directory.number(), F_DUPFD_CLOEXEC, 0)));
    if (!stream) return 0;
    ::rewinddir(stream.get()); // a duplicate shares its position
    std::size_t count = 0;
    while (count < most) {
        const dirent *entry = ::readdir(stream.get()); // NOLINT(concurrency-mt-unsafe): the stream is our own
        if (!entry) break;
        const std::string_view name(entry->d_name);
        if (name == "." || name == "..") continue;
        ++count;
        visit(name, entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN);
    }
    return count;
}

} // namespace

LocalPlace::LocalPlace(Fd root, std::string named, std::string canonical)
    : m_root(std::move(root))
    , m_named(std::move(named))
    , m_extent{"local", std::move(canonical), chainOf(m_root), {}, {}}
{
    const auto mount = mountOf(m_root.number());
    if (!mount) return;
    m_extent.insideVolume = insideOf(*mount, m_extent.location);
    if (!m_extent.insideVolume.empty()) m_extent.volume = mount->device;
}

bool LocalPlace::isInPlace() const
{
    struct stat named
    {};
    struct stat held
    {};
    return ::stat(m_named.c_str(), &named) == 0 && ::fstat(m_root.number(), &held) == 0 &&
           named.st_dev == held.st_dev && named.st_ino == held.st_ino;
}

Result<std::optional<PlaceMark>> LocalPlace::readMark() const
{
    const Fd file(::openat(m_root.number(), kMarkName, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!file && errno == ENOENT) return std::optional<PlaceMark>();
    const std::string shown = escapedForDisplay(m_named) + "/" + kMarkName;
    if (!file && errno != ELOOP) return Unexpected{systemError(errno, shown, "read the marker")};
    struct stat status
    {};
    std::array<char, 4096> text{};
    if (!file || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode))
        return fail(ErrorCode::BadReply, shown, "is no regular file; remove it");
    const ssize_t length = ::pread(file.number(), text.data(), text.size(), 0);
    if (length < 0) return Unexpected{systemError(errno, shown, "read the marker")};
    CORE_TRY(PlaceMark mark, parseMark(std::string_view(text.data(), static_cast<std::size_t>(length))));
    return std::optional(std::move(mark));
}

Result<PlaceFacts> LocalPlace::placeFacts() const
{
    PlaceFacts facts;
    CORE_TRY(facts.mark, readMark());
    facts.fileSystem = fileSystemFacts(m_root.number());
    facts.fileSystem.inside = escapedForDisplay(m_extent.insideVolume);
    return facts;
}

Result<void> LocalPlace::expectPlace(const BackendId &backend, const PlaceRecord &record)
{
    Expected expected{backend, record, {}};
    // Looked at before it is read: if it is replaced in between, the next look sees that.
    (void)::fstatat(m_root.number(), kMarkName, &expected.mark, AT_SYMLINK_NOFOLLOW);
    CORE_TRY(const PlaceFacts facts, placeFacts());
    CORE_CHECK(checkPlace(backend, record, facts));
    m_expected = std::move(expected);
    return {};
}

Result<void> LocalPlace::confirmPlace() const
{
    if (!isInPlace())
        return fail(ErrorCode::Unreachable, escapedForDisplay(m_named),
                    "the directory is gone, or another one was put or mounted in its place; bring it back");
    if (!m_expected || m_expected->record.mark.empty()) return {};
    struct stat now
    {};
    const bool there = ::fstatat(m_root.number(), kMarkName, &now, AT_SYMLINK_NOFOLLOW) == 0;
    if (there && isSameFile(now, m_expected->mark)) return {};
    if (!there && errno != ENOENT) return Unexpected{systemError(errno, kMarkName, "look at the marker")};
    CORE_TRY(const std::optional<PlaceMark> found, readMark());
    return checkMark(m_expected->backend, m_expected->record, found);
}

Result<PlaceMark> LocalPlace::markPlace(const BackendId &backend, Instant now)
{
    const PlaceMark mark{SystemIds().next(), backend.text(), now};
    // Of a file without a name a kill leaves nothing; not every file system knows such.
    std::string draft;
    Fd file(::openat(m_root.number(), ".", O_WRONLY | O_TMPFILE | O_CLOEXEC, 0600));
    if (!file) {
        draft = std::string(kMarkDraft) + mark.id;
        constexpr int kNew = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
        file = Fd(::openat(m_root.number(), draft.c_str(), kNew, 0600));
    }
    if (!file) return Unexpected{systemError(errno, kMarkName, "write the marker")};
    const auto written = [&]() -> Result<void> {
        CORE_CHECK(writeAll(file, markJson(mark)));
        if (::fchmod(file.number(), 0600) != 0 || ::fsync(file.number()) != 0)
            return Unexpected{systemError(errno, kMarkName, "flush the marker")};
        const int problem = draft.empty()
                                ? giveName(file, m_root.number(), kMarkName)
                                : renameWithoutReplacing(m_root.number(), draft.c_str(), m_root.number(), kMarkName);
        if (problem != 0) return Unexpected{systemError(problem, kMarkName, "write the marker")};
        // Union and user-space file systems flush no directory, whatever they say: the file takes its new name along.
        if (::fsync(file.number()) != 0) return Unexpected{systemError(errno, kMarkName, "flush the marker")};
        // Some file systems cannot flush directories (EINVAL); they have no stronger promise to give.
        if (::fsync(m_root.number()) != 0 && errno != EINVAL)
            return Unexpected{systemError(errno, kMarkName, "flush the marker")};
        return {};
    }();
    if (!written) {
        if (!draft.empty()) ::unlinkat(m_root.number(), draft.c_str(), 0);
        return Unexpected{written.error()};
    }
    return mark;
}

Result<void> LocalPlace::unmarkPlace(const std::string &id)
{
    CORE_TRY(const std::optional<PlaceMark> mark, readMark());
    if (!mark || mark->id != id) return {};
    if (::unlinkat(m_root.number(), kMarkName, 0) != 0 && errno != ENOENT)
        return Unexpected{systemError(errno, kMarkName, "remove the marker")};
    return {};
}

// ---- canaries

Result<std::string> LocalPlace::plantCanary()
{
    std::string name = std::string(kCanaryPrefix) + SystemIds().next();
    const Fd file(::openat(m_root.number(), name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file) return Unexpected{systemError(errno, name, "write a canary")};
    removeOldCanaries(name);
    return name;
}

void LocalPlace::removeCanary(const std::string &name)
{
    if (name.starts_with(kCanaryPrefix)) ::unlinkat(m_root.number(), name.c_str(), 0);
}

/// Only a kill leaves one lying. Younger ones may be another program's, looking right now. By the file system's own
/// clock, which dates both.
void LocalPlace::removeOldCanaries(const std::string &newest) const
{
    constexpr std::size_t kMostEntries = 100'000;
    struct stat fresh
    {};
    if (::fstatat(m_root.number(), newest.c_str(), &fresh, AT_SYMLINK_NOFOLLOW) != 0) return;
    std::vector<std::string> found;
    const Fd root(::openat(m_root.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root) return;
    eachEntry(root, kMostEntries, [&](std::string_view name, bool) {
        if (name.starts_with(kCanaryPrefix)) found.emplace_back(name);
    });
    for (const std::string &name : found) {
        struct stat status
        {};
        const bool old = ::fstatat(root.number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
                         S_ISREG(status.st_mode) && status.st_mtim.tv_sec + kCanaryLives < fresh.st_mtim.tv_sec;
        if (old) ::unlinkat(root.number(), name.c_str(), 0);
    }
}

Result<std::optional<std::string>> LocalPlace::findReserved(const std::string &name) const
{
    constexpr std::size_t kMostDirectories = 256;
    constexpr std::size_t kMostEntries = 20'000;
    CORE_CHECK(confirmPlace());
    std::deque<std::string> waiting{std::string()};
    std::size_t directories = 0;
    std::size_t entries = 0;
    while (!waiting.empty() && directories < kMostDirectories && entries < kMostEntries) {
        const std::string path = std::move(waiting.front());
        waiting.pop_front();
        constexpr int kFlags = O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_NOFOLLOW;
        Fd directory = openBeneath(m_root.number(), path, kFlags | O_NOATIME);
        if (!directory && errno == EPERM) directory = openBeneath(m_root.number(), path, kFlags);
        if (!directory) continue;
        ++directories;
        struct stat status
        {};
        if (::fstatat(directory.number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) return std::optional(path);
        entries += eachEntry(directory, kMostEntries - entries, [&](std::string_view entry, bool maybeDirectory) {
            const bool ours = entry.starts_with(kReservedPrefix);
            if (maybeDirectory && !ours && waiting.size() < kMostDirectories)
                waiting.push_back(path.empty() ? std::string(entry) : path + "/" + std::string(entry));
        });
    }
    return std::optional<std::string>();
}

} // namespace greenward::adapters
