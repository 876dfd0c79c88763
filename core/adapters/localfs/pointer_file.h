#pragma once

#include "core/base/error.h"
#include "core/storage/traits.h"

#include <string>
#include <string_view>

// "<leaf>.moved.json": what a reader of the old place finds there when the policy leaves pointers behind.

namespace greenward::adapters {

/// Whether a pointer can take its place beside `leaf`. AlreadyExists: something that is no pointer of ours has the
/// name. Unsupported: the name would be longer than the file system can hold.
Result<void> checkPointerName(int directory, const std::string &leaf);

/// Whole or not at all, flushed, and as readable as `source` was; only an older pointer of ours is ever replaced.
/// `aside`: what the source is called now.
Result<void> writePointer(int directory, const std::string &leaf, const std::string &aside,
                          const storage::ObjectTraits &source, std::string_view text);

} // namespace greenward::adapters
