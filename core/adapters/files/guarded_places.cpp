#include "core/adapters/files/guarded_places.h"

#include "core/adapters/localfs/fd.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace greenward::adapters {
namespace {

namespace fs = std::filesystem;

/// A data directory holds a dozen files; whatever else somebody put there is known as far as this.
constexpr std::size_t kMostNodes = 100'000;
/// The longest path has fewer directories.
constexpr int kDeepest = 4'096;

/// Whether a lock file and a store of Greenward's lie here; a copy of the store alone makes no data directory. What the
/// header of state.db says of it stands in core/adapters/sqlite/schema.h.
bool isDataDirectory(int directory)
{
    struct stat lock = {};
    if (::fstatat(directory, "LOCK", &lock, AT_SYMLINK_NOFOLLOW) != 0) return false;
    constexpr std::string_view kMagic{"SQLite format 3\0", 16};
    constexpr std::string_view kApplication{"GrnW"};
    constexpr std::size_t kApplicationAt = 68;
    const Fd file(::openat(directory, "state.db", O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    std::array<char, kApplicationAt + 4> header{};
    if (!file || ::pread(file.number(), header.data(), header.size(), 0) != ssize_t{header.size()}) return false;
    const std::string_view text(header.data(), header.size());
    return text.starts_with(kMagic) && text.substr(kApplicationAt) == kApplication;
}

} // namespace

std::string pathOf(int descriptor)
{
    return "/proc/self/fd/" + std::to_string(descriptor);
}

GuardedPlaces::GuardedPlaces(const fs::path &dataDirectory)
{
    struct stat status = {};
    if (dataDirectory.empty() || ::stat(dataDirectory.c_str(), &status) != 0) return;
    m_nodes.emplace(status.st_dev, status.st_ino);
    std::error_code problem;
    for (fs::recursive_directory_iterator entry(dataDirectory, fs::directory_options::skip_permission_denied, problem),
         end;
         !problem && entry != end && m_nodes.size() < kMostNodes; entry.increment(problem))
        if (::lstat(entry->path().c_str(), &status) == 0) m_nodes.emplace(status.st_dev, status.st_ino);
}

bool GuardedPlaces::holdsFile(int file) const
{
    struct stat status = {};
    return ::fstat(file, &status) == 0 && m_nodes.contains({status.st_dev, status.st_ino});
}

bool GuardedPlaces::holdsDirectory(int directory) const
{
    Fd at(::openat(directory, ".", O_PATH | O_DIRECTORY | O_CLOEXEC));
    struct stat here = {};
    if (!at || ::fstat(at.number(), &here) != 0) return false;
    for (int depth = 0; depth < kDeepest; ++depth) {
        // First by its number: the store of this process is never opened here.
        if (m_nodes.contains({here.st_dev, here.st_ino}) || isDataDirectory(at.number())) return true;
        Fd above(::openat(at.number(), "..", O_PATH | O_DIRECTORY | O_CLOEXEC));
        struct stat next = {};
        if (!above || ::fstat(above.number(), &next) != 0) return false;
        if (next.st_dev == here.st_dev && next.st_ino == here.st_ino) return false; // the root
        at = std::move(above);
        here = next;
    }
    return true;
}

} // namespace greenward::adapters
