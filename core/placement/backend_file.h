#pragma once

#include "core/placement/backend_json.h"

#include <span>
#include <vector>

// Backends as a file: {"format":"greenward-backends","version":1,"backends":[...]}, each as toJson() writes it (P-07).

namespace greenward::placement {

std::string backendFile(std::span<const BackendSpec> specs);
/// At most 10,000. The error names the entry, counted from 1, and its member: "backends 3, pue".
Result<std::vector<BackendSpec>> readBackendFile(std::string_view text);

} // namespace greenward::placement
