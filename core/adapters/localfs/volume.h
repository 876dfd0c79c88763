#pragma once

#include "core/storage/place.h"

namespace greenward::adapters {

/// What the file system behind an open directory says of itself that outlives a restart; `inside` stays empty.
///
/// Device numbers do not: they follow the order in which disks are found. The uuid is looked up in /dev/disk/by-uuid;
/// the id of statfs(2) counts only for file systems that make it of the volume's own uuid (ext2 to 4, btrfs).
storage::FileSystemFacts fileSystemFacts(int directory);

} // namespace greenward::adapters
