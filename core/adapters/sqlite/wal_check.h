#pragma once

#include "core/base/error.h"

#include <filesystem>

namespace greenward::adapters::sqlite {

/// Whether the write-ahead log still says what was written into it. SQLite takes the first frame that does not match
/// its checksum for the end of the log, as it must after a power failure, and drops in silence what comes after it.
/// Here that is told apart.
///
/// Yes: a log that is synced before each answer. A frame that does not match was damaged when another transaction
/// follows it, for then it was on the disk; or when it is one of those that were acknowledged (log_mark.h).
/// No: a log of synchronous=NORMAL, where a power failure may hurt any transaction: damaged is what a single turned bit
/// would put right.
///
/// StoreDamaged saying which frame. What cannot be told from a write that never ended: without its mark, a last
/// transaction. No log, or an empty one, is sound. A log that grows meanwhile is read up to where it was whole.
enum class Synced { No, Yes };
Result<void> checkLog(const std::filesystem::path &log, Synced synced);

} // namespace greenward::adapters::sqlite
