#pragma once

#include "core/base/error.h"

#include <filesystem>

namespace greenward::adapters::sqlite {

/// Whether the write-ahead log still says what was written into it. SQLite takes the first frame that does not match
/// its checksum for the end of the log, as it must after a power failure, and drops in silence what comes after it.
/// Here that is told apart: a transaction that another one follows was on the disk, so a frame of it that does not
/// match was damaged; and so was one that a single turned bit would put right.
///
/// `synced` No: for logs of synchronous=NORMAL, where a power failure may hurt any transaction, only the second is
/// asked.
///
/// StoreDamaged saying which frame. What cannot be told from a write that never ended is a last transaction damaged by
/// more than a bit. No log, or an empty one, is sound. A log that grows meanwhile is read up to where it was whole.
enum class Synced { No, Yes };
Result<void> checkLog(const std::filesystem::path &log, Synced synced);

} // namespace greenward::adapters::sqlite
