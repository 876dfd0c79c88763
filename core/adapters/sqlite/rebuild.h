#pragma once

#include "core/adapters/sqlite/connection.h"

namespace greenward::adapters::sqlite {

// A database of an earlier version gets checksums in its pages by being built anew beside the old one, which it then
// replaces. Two steps of that are the same for every file.

/// Copies everything into the file `draft`, which is empty or not there, page by page with checksums.
Result<void> copyChecked(const Connection &old, const std::string &draft);

/// Carries the log over, takes it away and closes: what lies beside a database belongs to it, and must not be there
/// when another takes its place. Locked, with nothing changed, when somebody else looks on.
Result<void> letGo(Connection old, const std::string &path);

} // namespace greenward::adapters::sqlite
