#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <sys/types.h>

namespace greenward::adapters {

/// One line of /proc/self/mountinfo, see proc(5). Paths as raw bytes.
struct Mount
{
    std::string device; ///< "8:17": the same for every mount of one file system
    std::string root;   ///< which directory of the file system is mounted
    std::string point;  ///< where
    std::string type;   ///< "ext4", "fuse.mergerfs"
    std::string source; ///< "/dev/sdb1", "server:/export"
};
/// The mount with this id. Lines that are none are passed over.
std::optional<Mount> mountIn(std::string_view mountInfo, std::uint64_t id);
/// The first mount of the file system with this device number.
std::optional<Mount> mountOfDevice(std::string_view mountInfo, dev_t device);

/// The number of the mount an open file or directory was reached by; 0 when the kernel (before 5.8) does not tell.
std::uint64_t mountIdOf(int file);
/// The mount an open directory was reached by.
std::optional<Mount> mountOf(int directory);
/// `location` (canonical) as a path inside the file system that `mount` shows; empty when it does not lie there.
std::string insideOf(const Mount &mount, std::string_view location);

} // namespace greenward::adapters
