#pragma once

#include <string_view>

namespace greenward::adapters {

/// Whether a file system of this type, as /proc/self/mountinfo names it ("ext4", "nfs4", "fuse.sshfs"), lies on another
/// machine, so that neither locks nor flushes can be relied upon.
bool isNetworkFileSystem(std::string_view type);

} // namespace greenward::adapters
