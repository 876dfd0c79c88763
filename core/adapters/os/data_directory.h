#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/store/open_mode.h"

#include <filesystem>
#include <string_view>

namespace greenward::adapters {

/// The directory that holds everything Greenward keeps, private to its owner, used by one writing process at a time.
class DataDirectory final
{
public:
    struct Options
    {
        std::string_view program; ///< written into the lock file for whoever finds it held: "greenwardctl"
        Instant startedAt;
        /// Locks and flushes of a network file system cannot be relied upon; true accepts it all the same.
        bool allowNetworkFileSystem = false;
    };

    /// ReadWrite: creates the directory (0700, with its parents) if it is missing, sets the process's umask to 077 so
    /// that every file made from now on is private, and takes the lock (of LOCK, which names its holder, and of the
    /// directory itself, so that LOCK may be deleted and still no two write), which the kernel releases when the
    /// process ends, however it ends. ReadOnly: the directory must exist; nothing is created or locked.
    ///
    /// NoPermission: group or others may enter it, or it belongs to somebody else (the detail says the command that
    /// mends it). Locked: who holds it since when. Unsupported: a network file system. NotFound, IoFailed.
    static Result<DataDirectory> open(const std::filesystem::path &path, store::OpenMode mode, const Options &options);

    DataDirectory(DataDirectory &&other) noexcept;
    DataDirectory &operator=(DataDirectory &&) = delete;
    DataDirectory(const DataDirectory &) = delete;
    DataDirectory &operator=(const DataDirectory &) = delete;
    ~DataDirectory();

    /// Absolute, without symbolic links.
    const std::filesystem::path &path() const { return m_path; }

    /// Whether a store was kept here before, as LOCK tells: then one that is not there is gone, and not just to come.
    /// False when read-only.
    bool hasHeldStore() const { return m_hasHeldStore; }
    /// From now on one is: noted in LOCK, best effort.
    void noteStore();

private:
    DataDirectory(std::filesystem::path path, int directory, int lock, bool hasHeldStore);
    std::filesystem::path m_path;
    int m_directory = -1; ///< descriptor of the directory, locked; -1 when read-only
    int m_lock = -1;      ///< descriptor of the file LOCK; -1 when read-only
    bool m_hasHeldStore = false;
};

} // namespace greenward::adapters
