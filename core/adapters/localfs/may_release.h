#pragma once

#include "core/adapters/localfs/fd.h"
#include "core/base/error.h"
#include "core/units/object.h"

#include <string>
#include <string_view>

namespace greenward::adapters {

/// Whether `leaf` of `directory` could be given up as wanted, found out before anything is copied. Unsupported or
/// NoPermission say what is in the way: a mark that keeps it (chattr +i, +a), a directory that may not be changed, a
/// name too long for the pointer that is to stay behind. `shown`: the whole key, for messages.
Result<void> mayRelease(const Fd &directory, const std::string &leaf, std::string_view shown, LeaveBehind leave);

/// Why the system refuses to rename or remove `leaf`, if a mark of chattr is the reason.
Result<void> checkMarks(const Fd &directory, const std::string &leaf, std::string_view shown);

} // namespace greenward::adapters
