#pragma once

#include "core/store/records.h"

namespace greenward::store {

struct DocumentWrite
{
    Collection collection = Collection::Setting;
    std::string id;
    std::optional<std::string> json; ///< nothing: remove
};

/// All or nothing. Build one, hand it to StateStore.
struct Transaction
{
    std::vector<DocumentWrite> documents;
    std::vector<MoveRecord> newMoves; ///< ids are given by the store
    std::vector<MoveStep> moveSteps;
    std::vector<PlacementRecord> placements;
    std::vector<UsageRecord> usage;
    std::vector<PeriodClosing> closings;
    std::vector<AuditEntry> audit;
    std::vector<EventRow> events; ///< seq is given by the store
    /// AlreadyExists, and nothing of it is written, when the key of any of `usage` is known: for what must be counted
    /// once together with the rest, or not at all.
    bool refuseRepeats = false;

    Transaction &put(Collection collection, std::string id, std::string json)
    {
        documents.push_back({collection, std::move(id), std::move(json)});
        return *this;
    }
    Transaction &remove(Collection collection, std::string id)
    {
        documents.push_back({collection, std::move(id), std::nullopt});
        return *this;
    }
};

/// What became of a transaction. `duplicates`: how many usage records were dropped for their key.
struct CommitInfo
{
    std::uint64_t duplicates = 0;
    std::vector<std::size_t> repeated = {}; ///< which of Transaction::usage those were, ascending
    /// Batches of which moves that waited to remove their source became Kept: a step to Switched in this transaction
    /// relies on that very copy (the object came back to where it was).
    std::vector<BatchId> voided = {};
};

} // namespace greenward::store
