#pragma once

#include "core/adapters/localfs/fd.h"
#include "core/storage/driver.h"

#include <string>
#include <string_view>

namespace greenward::adapters {

/// Removes `leaf` of `directory` if it is still the ordered version, leaving behind what the order says. Repeatable
/// after a crash at any point. Nothing is flushed. `shown`: the whole key, for messages.
///
/// The file is set aside first, so its name is free and nobody new can open it; then it is looked at again, by its
/// signature and by asking the system whether anybody has it open for writing. Only then it is removed; otherwise it
/// gets its name back.
Result<void> releaseFile(const Fd &directory, const std::string &leaf, std::string_view shown,
                         const storage::ReleaseOrder &order);

/// Gives a file that a crash left set aside its name back; a link we put in its place goes. Nothing is flushed.
Result<void> undoReleaseOfFile(const Fd &directory, const std::string &leaf, std::string_view shown,
                               const std::string &token);

} // namespace greenward::adapters
