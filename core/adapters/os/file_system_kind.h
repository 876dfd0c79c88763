#pragma once

#include <string>
#include <string_view>

#include <sys/types.h>

namespace greenward::adapters {

/// The type, as /proc/self/mountinfo names it ("ext4", "nfs4", "fuse.sshfs"), of the file system with this device
/// number; empty when it is not listed.
std::string fileSystemTypeIn(std::string_view mountInfo, dev_t device);

/// Whether a file system of this type lies on another machine, so that neither locks nor flushes can be relied upon.
bool isNetworkFileSystem(std::string_view type);

} // namespace greenward::adapters
