#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <functional>
#include <string_view>

#include <sys/types.h>

// Files that an operator names: reports, exports, pictures. A slip of the fingers must not cost a store, a device or
// somebody's work, so every such file goes through this one guard.

namespace greenward::adapters {

/// What of an existing file may be replaced.
enum class Replace {
    Ours,  ///< an earlier export of the same kind, as it was written
    Files, ///< any ordinary file: somebody was asked, by a file dialog
    Names, ///< also a symbolic link, which is replaced itself and never followed: somebody said --force
};

struct OutputRules
{
    /// In use by this process; empty: none. Nothing goes into it, nor into any other data directory of Greenward.
    std::filesystem::path dataDirectory;
    Replace replace = Replace::Ours;
    /// Whether the content of an existing file is an earlier export of the same kind.
    std::function<bool(std::string_view content)> isOurs;
    /// Of a new file; a replaced one keeps its mode, owner, group and access list.
    mode_t mode = 0644;
};

/// Puts `bytes` into the file `path`: durably, the old content or the new one, nothing between (see AtomicFile).
///
/// Refused, with subject "output", whatever the rules say: a data directory, under any of its names (decided by device
/// and inode of the directory and all above it, so relative paths, symbolic and hard links and bind mounts do not
/// deceive it; a view of it with numbers of its own is known by the store in it), directories, devices, pipes, sockets,
/// and names in /dev, /proc and /sys.
/// Refused unless the rules allow it: symbolic links and existing files. Else as the system says, naming `path`.
Result<void> writeOutput(const std::filesystem::path &path, std::string_view bytes, const OutputRules &rules);

/// Only whether it would be refused; for a name that is written to later.
Result<void> checkOutput(const std::filesystem::path &path, const OutputRules &rules);

} // namespace greenward::adapters
