#include "core/adapters/files/output_file.h"

#include "core/adapters/files/atomic_file.h"
#include "core/adapters/files/guarded_places.h"
#include "core/adapters/localfs/fd.h"
#include "core/base/utf8.h"

#include <cerrno>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace greenward::adapters {
namespace {

namespace fs = std::filesystem;

/// Larger ones are not read to find out whether they are ours, so they are not.
constexpr off_t kLargestOurs = 268'435'456;

Unexpected<Error> refused(const fs::path &path, std::string_view why)
{
    return fail(ErrorCode::Refused, "output", "\"" + escapedForDisplay(path.string()) + "\" " + std::string(why));
}

std::string_view kindName(mode_t mode)
{
    if (S_ISDIR(mode)) return "is a directory";
    if (S_ISCHR(mode) || S_ISBLK(mode)) return "is a device; give - to write to standard output";
    if (S_ISFIFO(mode)) return "is a pipe; give - to write to standard output";
    return S_ISSOCK(mode) ? "is a socket" : "is no ordinary file";
}

/// Whose names are the system's: a link there leads to a device or a descriptor, and the next program needs it. Shared
/// memory is a place like any other.
bool isOfSystem(const Fd &directory)
{
    std::error_code failure;
    const std::string path = fs::read_symlink(pathOf(directory.number()), failure).string() + "/";
    if (failure || path.starts_with("/dev/shm/")) return false;
    return path.starts_with("/dev/") || path.starts_with("/proc/") || path.starts_with("/sys/");
}

/// Where a file is to go: its directory, held open, and what has its name there now.
class Place final
{
public:
    static Result<Place> open(const fs::path &path)
    {
        if (!path.has_filename() || path.filename() == "." || path.filename() == "..")
            return refused(path, "does not name a file");
        const fs::path directory = path.has_parent_path() ? path.parent_path() : fs::path(".");
        Fd held(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!held) return Unexpected{systemError(errno, path.string(), "cannot open its directory")};
        Fd there(::openat(held.number(), path.filename().c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
        if (!there && errno != ENOENT) return Unexpected{systemError(errno, path.string(), "cannot inspect")};
        return Place(path, std::move(held), std::move(there));
    }

    Result<void> check(const OutputRules &rules) const
    {
        const GuardedPlaces guarded(rules.dataDirectory);
        // Before anything in it is opened: closing a descriptor of the store would drop SQLite's locks on it.
        if (guarded.holdsDirectory(m_directory.number()) || (isThere() && guarded.holdsFile(m_there.number())))
            return refused(m_path, "lies in a data directory of Greenward, where nothing else is ever written; choose "
                                   "another place");
        if (isThere() && !S_ISREG(kind()) && !S_ISLNK(kind())) return refused(m_path, kindName(kind()));
        if (isOfSystem(m_directory))
            return refused(m_path, "is a name of the system's; give - to write to standard output");
        return isThere() ? checkPresent(rules) : Result<void>{};
    }

    Result<void> write(std::string_view bytes, mode_t mode)
    {
        using enum AtomicFile::Rights;
        const bool replaces = isThere() && S_ISREG(kind());
        CORE_TRY(AtomicFile draft, AtomicFile::createIn(m_directory.release(), m_path, replaces ? 0600 : mode,
                                                        replaces ? Exact : AsTheDirectorySays));
        if (replaces) CORE_CHECK(draft.takeRightsOf(m_there.number()));
        CORE_CHECK(draft.write(bytes));
        return draft.commit(isThere() ? AtomicFile::Over::Anything : AtomicFile::Over::Nothing);
    }

private:
    Place(fs::path path, Fd directory, Fd there)
        : m_path(std::move(path))
        , m_directory(std::move(directory))
        , m_there(std::move(there))
    {}

    bool isThere() const { return bool(m_there); }
    mode_t kind() const
    {
        struct stat status = {};
        return ::fstat(m_there.number(), &status) == 0 ? status.st_mode : mode_t{};
    }

    Result<void> checkPresent(const OutputRules &rules) const
    {
        const mode_t mode = kind();
        if (S_ISLNK(mode)) {
            if (rules.replace == Replace::Names) return {};
            return refused(m_path, rules.replace == Replace::Ours
                                       ? "is a symbolic link; --force replaces the link, not what it points at"
                                       : "is a symbolic link; choose another name");
        }
        if (rules.replace != Replace::Ours) return {};
        CORE_TRY(const std::optional<std::string> content, contentOf());
        if (content && rules.isOurs && rules.isOurs(*content)) return {};
        return refused(m_path, "is there already and is no earlier export of the same kind as it was written; --force "
                               "replaces it");
    }

    /// Nothing when it is too large to be ours.
    Result<std::optional<std::string>> contentOf() const
    {
        // The very file that was looked at, whatever has its name by now.
        const Fd file(::open(pathOf(m_there.number()).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        struct stat status = {};
        if (!file || ::fstat(file.number(), &status) != 0)
            return Unexpected{systemError(errno, m_path.string(), "is there already and cannot be read")};
        if (status.st_size > kLargestOurs) return std::optional<std::string>();
        std::string content(static_cast<std::size_t>(status.st_size), '\0');
        std::size_t filled = 0;
        while (filled < content.size()) {
            const ssize_t got = ::read(file.number(), content.data() + filled, content.size() - filled);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) return Unexpected{systemError(errno, m_path.string(), "is there already and cannot be read")};
            if (got == 0) break;
            filled += static_cast<std::size_t>(got);
        }
        content.resize(filled);
        return std::optional<std::string>(std::move(content));
    }

    fs::path m_path;
    Fd m_directory;
    Fd m_there; ///< O_PATH; -1: nothing has the name
};

} // namespace

Result<void> writeOutput(const fs::path &path, std::string_view bytes, const OutputRules &rules)
{
    CORE_TRY(Place place, Place::open(path));
    CORE_CHECK(place.check(rules));
    return place.write(bytes, rules.mode);
}

Result<void> checkOutput(const fs::path &path, const OutputRules &rules)
{
    CORE_TRY(const Place place, Place::open(path));
    return place.check(rules);
}

} // namespace greenward::adapters
