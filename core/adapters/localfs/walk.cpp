#include "core/adapters/localfs/walk.h"

#include "core/adapters/localfs/beneath.h"
#include "core/adapters/os/mount_table.h"

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>

namespace greenward::adapters {
namespace {

using storage::LeftAlone;

LeftAlone reasonOf(mode_t mode)
{
    if (S_ISLNK(mode)) return LeftAlone::Symlink;
    if (S_ISCHR(mode) || S_ISBLK(mode)) return LeftAlone::Device;
    if (S_ISFIFO(mode)) return LeftAlone::Fifo;
    if (S_ISSOCK(mode)) return LeftAlone::Socket;
    return LeftAlone::OtherKind;
}

/// The sorted names of one directory. A subdirectory's name ends in '/', as it does inside the keys below it: that
/// alone makes a depth-first walk come out in key order ("a.txt" before "a/b").
class Names final
{
public:
    void add(std::string_view name, bool isDirectory)
    {
        m_spans.push_back({m_text.size(), name.size() + (isDirectory ? 1 : 0)});
        m_text.append(name);
        if (isDirectory) m_text.push_back('/');
    }
    void sort()
    {
        std::sort(m_spans.begin(), m_spans.end(), [this](Span a, Span b) { return text(a) < text(b); });
    }
    bool hasNext() const { return m_next < m_spans.size(); }
    std::string_view next() { return text(m_spans[m_next++]); }
    bool has(std::string_view name) const
    {
        const auto at = std::lower_bound(m_spans.begin(), m_spans.end(), name,
                                         [this](Span a, std::string_view wanted) { return text(a) < wanted; });
        return at != m_spans.end() && text(*at) == name;
    }

private:
    struct Span
    {
        std::size_t offset = 0;
        std::size_t length = 0;
    };
    std::string_view text(Span span) const { return std::string_view(m_text).substr(span.offset, span.length); }

    std::string m_text;
    std::vector<Span> m_spans;
    std::size_t m_next = 0;
};

struct Level
{
    Fd fd; ///< may be closed while deeper levels are walked
    Names names;
    std::size_t pathLength = 0; ///< of this directory inside m_path, with its trailing '/'
    bool trustsAccess = false;
};

class Walk final
{
public:
    Walk(int root, storage::ListSink &sink, std::stop_token stop)
        : m_root(root)
        , m_sink(sink)
        , m_stop(std::move(stop))
    {}

    Result<void> run()
    {
        if (const int problem = enter(); problem != 0) return Unexpected{objectError(problem, ".", "read directory")};
        while (!m_levels.empty()) {
            if (m_stop.stop_requested()) return fail(ErrorCode::Cancelled, "scan", "stopped");
            Level &level = m_levels.back();
            m_path.resize(level.pathLength);
            if (!level.names.hasNext()) {
                m_levels.pop_back();
                continue;
            }
            CORE_CHECK(visit(level, level.names.next()));
        }
        return {};
    }

private:
    static constexpr std::size_t kMostOpen = 32;
    static constexpr std::size_t kMostKey = 4096;

    /// Reads the directory m_path ("" or ending in '/') as a new level; 0 or errno.
    int enter()
    {
        Level level;
        level.pathLength = m_path.size();
        level.fd = open();
        if (!level.fd) return errno;
        const std::uint64_t mount = mountIdOf(level.fd.number());
        if (m_levels.empty()) m_mount = mount;
        // What is mounted there is not there when it is not mounted: it is a place of its own.
        if (mount != m_mount) return leaveDirectory(LeftAlone::OtherMount);
        if (const int problem = readNames(level); problem != 0) return problem;
        if (!m_levels.empty() && level.names.has(storage::kPlaceMarkName))
            return leaveDirectory(LeftAlone::OtherBackend);
        if (!m_levels.empty() && holdsStore(level.names)) return leaveDirectory(LeftAlone::DataDirectory);
        level.trustsAccess = keepsAccessTimes(level.fd.number());
        m_levels.push_back(std::move(level));
        if (m_levels.size() > kMostOpen) m_levels[m_levels.size() - kMostOpen - 1].fd.reset();
        return 0;
    }

    /// By its names alone: to open and close a store would take away the locks that this process has on it.
    /// Two will do: one whose store is gone refuses to begin anew by what is left beside it.
    static bool holdsStore(const Names &names)
    {
        const int own =
            names.has("LOCK") + names.has("state.db") + names.has("state.head") + names.has("state.db-mark");
        const int others = names.has("catalog.db") + names.has("series.db");
        return own >= 1 && own + others >= 2;
    }

    int leaveDirectory(LeftAlone reason)
    {
        m_sink.leftAlone(std::string_view(m_path).substr(0, m_path.size() - 1), reason);
        return 0;
    }

    Fd open() const
    {
        constexpr int kFlags = O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_NOFOLLOW;
        const std::string_view path = std::string_view(m_path).substr(0, m_path.empty() ? 0 : m_path.size() - 1);
        Fd directory = openBeneath(m_root, path, kFlags | O_NOATIME);
        // Not to be had for directories of others; there the system notes that they were listed.
        if (!directory && errno == EPERM) directory = openBeneath(m_root, path, kFlags);
        return directory;
    }

    int readNames(Level &level)
    {
        DIR *stream = ::fdopendir(::fcntl(level.fd.number(), F_DUPFD_CLOEXEC, 0));
        if (!stream) return errno;
        int problem = 0;
        while (!m_stop.stop_requested()) {
            errno = 0;
            const dirent *entry = ::readdir(stream); // NOLINT(concurrency-mt-unsafe): the stream is our own
            if (!entry) {
                problem = errno;
                break;
            }
            const std::string_view name(entry->d_name);
            if (name == "." || name == "..") continue;
            level.names.add(name, isDirectory(level.fd.number(), *entry));
        }
        ::closedir(stream);
        level.names.sort();
        return problem;
    }

    static bool isDirectory(int directory, const dirent &entry)
    {
        if (entry.d_type != DT_UNKNOWN) return entry.d_type == DT_DIR;
        struct stat status
        {};
        return ::fstatat(directory, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
    }

    Result<void> visit(Level &level, std::string_view name)
    {
        m_path.append(name); // `level` may move below, its names not be read again before that
        if (name.starts_with(kReservedPrefix)) return visitReserved();
        const bool isDirectory = name.ends_with('/');
        if (m_sink.excludes(isDirectory ? name.substr(0, name.size() - 1) : name)) {
            m_sink.leftAlone(std::string_view(m_path).substr(0, m_path.size() - (isDirectory ? 1 : 0)),
                             LeftAlone::Excluded);
            return {};
        }
        if (m_path.size() > kMostKey) {
            m_sink.leftAlone(m_path, LeftAlone::TooLong);
            return {};
        }
        if (isDirectory) {
            visitDirectory();
            return {};
        }
        return visitFile(level, std::string(name));
    }

    Result<void> visitReserved()
    {
        constexpr std::string_view kStaging = ".greenward-staging/"; // kStagingDirectory, as directories are walked
        if (m_path != kStaging && m_path != storage::kPlaceMarkName) m_sink.leftAlone(m_path, LeftAlone::Reserved);
        return {};
    }

    void visitDirectory()
    {
        const int problem = enter();
        // Gone or replaced since its name was read: then nothing lies below it.
        if (problem == 0 || problem == ENOENT || problem == ENOTDIR || problem == ELOOP) return;
        const std::string_view path = std::string_view(m_path).substr(0, m_path.size() - 1);
        m_sink.unreadable(path, objectError(problem, path, "read directory"));
    }

    Result<void> visitFile(Level &level, const std::string &name)
    {
        if (!level.fd) {
            const std::string path = m_path;
            m_path.resize(level.pathLength);
            level.fd = open();
            m_path = path;
        }
        struct stat status
        {};
        if (!level.fd || ::fstatat(level.fd.number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
            if (errno != ENOENT) m_sink.unreadable(m_path, objectError(errno, m_path, "look at file"));
            return {};
        }
        if (S_ISDIR(status.st_mode)) return {}; // became one just now; the next scan finds it
        if (!S_ISREG(status.st_mode)) {
            m_sink.leftAlone(m_path, reasonOf(status.st_mode));
            return {};
        }
        if (status.st_nlink > 1) {
            m_sink.leftAlone(m_path, LeftAlone::HardLinked);
            return {};
        }
        if (isPointer(level.fd.number(), name, status)) {
            m_sink.leftAlone(m_path, LeftAlone::Reserved);
            return {};
        }
        CORE_TRY(ObjectKey key, ObjectKey::parse(m_path));
        const std::int64_t modified = nanoseconds(status.st_mtim);
        const std::int64_t accessed = nanoseconds(status.st_atim);
        ObjectSignature signature = signatureOf(status);
        signature.allocated = allocatedOf(level.fd.number(), name, status);
        return m_sink.object({std::move(key), signature, level.trustsAccess ? std::max(modified, accessed) : modified,
                              level.trustsAccess ? TouchEvidence::Access : TouchEvidence::Modified});
    }

    static bool isPointer(int directory, const std::string &name, const struct stat &status)
    {
        if (!name.ends_with(kPointerSuffix) || status.st_size > kMostPointerBytes) return false;
        // A pointer of ours can be opened so, for it belongs to us or we are root. To look into a file of somebody else
        // would leave a time of last access that says it was used.
        constexpr int kFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOATIME;
        const Fd file(::openat(directory, name.c_str(), kFlags));
        return file && startsAsPointer(file.number());
    }

    int m_root;
    std::uint64_t m_mount = 0; ///< by which the root was reached
    storage::ListSink &m_sink;
    std::stop_token m_stop;
    std::vector<Level> m_levels;
    std::string m_path;
};

} // namespace

Result<void> walkTree(int root, storage::ListSink &sink, std::stop_token stop)
{
    return Walk(root, sink, std::move(stop)).run();
}

bool keepsAccessTimes(int directory)
{
    struct statvfs volume
    {};
    if (::fstatvfs(directory, &volume) != 0 || (volume.f_flag & (ST_NOATIME | ST_RDONLY)) != 0) return false;
    struct statfs kind
    {};
    return ::fstatfs(directory, &kind) == 0 && kind.f_type != NFS_SUPER_MAGIC;
}

} // namespace greenward::adapters
