#pragma once

#include "core/adapters/sqlite/connection.h"
#include "core/base/digest.h"
#include "core/store/state_store.h"

// Checks of what lies in the store. None of them writes.

namespace greenward::adapters::sqlite {

/// Walks the audit chain from its beginning, or only its last `tail` rows, and compares its end with the noted head.
Result<store::StateStore::AuditVerdict> checkAudit(const Connection &connection, const HasherFactory &hashers,
                                                   std::optional<std::int64_t> tail, std::stop_token stop,
                                                   const ProgressSink &progress);

/// Reads all batches (checksum, numbers without gaps) and compares their sums with the hourly roll-up, and with every
/// closed period as of the record at which it was closed; and the totals of moves with the moves.
Result<store::StateStore::UsageVerdict> checkUsage(const Connection &connection, std::stop_token stop);
/// Only the checksums of the newest batches. StoreDamaged if one does not hold.
Result<void> checkNewestUsage(const Connection &connection);

} // namespace greenward::adapters::sqlite
