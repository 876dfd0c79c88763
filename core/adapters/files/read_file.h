#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <filesystem>
#include <string>

namespace greenward::adapters {

/// The whole content of a regular file. InvalidInput if it has more than `maxBytes`, Unsupported if it is a directory,
/// device, socket or pipe (which is never waited for), NotFound, NoPermission or IoFailed as the system says.
Result<std::string> readWholeFile(const std::filesystem::path &path, std::size_t maxBytes);

} // namespace greenward::adapters
