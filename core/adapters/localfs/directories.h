#pragma once

#include "core/adapters/localfs/fd.h"
#include "core/base/error.h"
#include "core/storage/traits.h"

#include <string>
#include <string_view>

namespace greenward::adapters {

/// Opens the directory of ours in which copies are staged below `root`, made when it is missing and wanted: nobody else
/// may look into it or put anything there. NoPermission: it is somebody else's.
Result<Fd> openStaging(const Fd &root, bool create);

/// Makes the directory `name` of `parent` with exactly these traits, which it has from the moment it can be seen: it is
/// made in `staging` and renamed. Is one there by now, that is opened and left as it is. `path`: for messages.
Result<Fd> makeDirectory(const Fd &staging, const Fd &parent, const std::string &name,
                         const storage::DirectoryTraits &traits, std::string_view path);

/// Removes the directory of `path` below `root`, and those it lies in, as far as they are empty, but for the first
/// `kept` levels. What cannot be removed stays.
void removeEmptied(const Fd &root, std::string_view path, std::size_t kept);

} // namespace greenward::adapters
