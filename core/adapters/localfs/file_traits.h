#pragma once

#include "core/base/error.h"
#include "core/storage/traits.h"

#include <array>
#include <ctime>
#include <mutex>
#include <optional>
#include <string_view>

// Rights and times of open files and directories. `path` is only for messages.

namespace greenward::adapters {

Result<storage::ObjectTraits> objectTraits(int file, std::string_view path);
Result<storage::DirectoryTraits> directoryTraits(int directory, std::string_view path);

/// Gives a file of ours, which nobody else may open yet, exactly these traits, and looks that it has them. Access lists
/// that its directory bequeathed to it go. On the way nobody may do more than in the end. NoSpace: disk or quota is
/// full. Unsupported names what cannot be kept here, or may not be set by this program.
Result<void> giveTraits(int file, const storage::ObjectTraits &traits, std::string_view path);
/// The same for a directory, but for the time of its last access.
Result<void> giveTraits(int directory, const storage::DirectoryTraits &traits, std::string_view path);

/// Sets the time of last change of a directory, in which the caller renames or removes something, back to what it was,
/// at its end: that an object moved is no change by its owner. Others who hold one for the same directory wait, so hold
/// it for a call and no longer. Where the time may not be set (directories of others) it stays as the system made it.
class KeptTimes final
{
public:
    explicit KeptTimes(int directory);
    KeptTimes(const KeptTimes &) = delete;
    KeptTimes &operator=(const KeptTimes &) = delete;
    ~KeptTimes();

private:
    int m_directory;
    std::unique_lock<std::recursive_mutex> m_lock;
    std::optional<std::array<timespec, 2>> m_times; ///< of last access, too: bindfs sets neither with UTIME_OMIT
};

} // namespace greenward::adapters
