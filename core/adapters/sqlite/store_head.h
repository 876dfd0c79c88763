#pragma once

#include "core/adapters/sqlite/store_files.h"

namespace greenward::adapters::sqlite {

/// How far a store had come, kept in `state.head` beside it at every start and end: what a store alone cannot know is
/// that it is an older copy of itself, or that its log is gone.
struct StoreHead
{
    std::string id;             ///< of the store, from its birth
    std::int64_t opened = 0;    ///< how often it was opened for writing
    std::int64_t auditRows = 0; ///< it has at least so many,
    std::int64_t usageSeq = 1;  ///< and the next usage record has at least this number
    friend bool operator==(const StoreHead &, const StoreHead &) = default;
};

/// What the store itself says.
Result<StoreHead> headIn(const Connection &connection);

std::filesystem::path headFile(const StoreFiles &files);
/// Nothing when there is none: a store of an earlier version, or one that was brought here alone. StoreDamaged.
Result<std::optional<StoreHead>> noted(const StoreFiles &files);
Result<void> note(const StoreFiles &files, const StoreHead &head);
/// StoreDamaged when the store is not the one noted, or has not come as far.
Result<void> compare(const StoreFiles &files, const std::optional<StoreHead> &noted, const StoreHead &found);

} // namespace greenward::adapters::sqlite
