#pragma once

#include "core/storage/catalogue.h"
#include "core/storage/driver.h"
#include "core/storage/holds.h"
#include "core/storage/move_rules.h"
#include "core/storage/move_tracker.h"
#include "core/store/state_store.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace greenward::storage {

/// What the workers of one run share. Everything referred to outlives them.
struct MoveTools
{
    store::StateStore &store;
    Catalogue &catalogue;
    const Clock &clock;
    const HasherFactory &hashers;
    const Holds &holds;
    MoveTracker &tracker;
    bus::MigrateBatch order;
    std::string instance;
    std::shared_ptr<Driver> target; ///< nothing only for a batch that is being cancelled
    std::map<BackendId, std::shared_ptr<Driver>> sources;
    bool ignoreGrace = false;
    std::stop_token stop;
    std::function<void(const store::UsageRecord &)> booked; ///< called once it is durable, on a worker's thread

    /// Held while a copy gets its name: between the look at the directories it comes into and that, no other worker
    /// makes one of them, wider, for an object of another source.
    std::mutex placing;
    /// Held while a switch is booked and committed, so that bookings reach the journal in the order they add up in.
    std::mutex switching;
    MoveLedger ledger; ///< under `switching`
    /// Moves of these batches no longer wait to remove their sources: a switch of this run relies on them. On a
    /// worker's thread. May be empty.
    std::function<void(const std::vector<BatchId> &)> voided;

    Result<std::shared_ptr<Driver>> sourceOf(const store::MoveRecord &record) const;
    std::string staging(const store::MoveRecord &record) const;
};

/// Why a batch stops, for whoever has to mend it: the backend it happened at, the object it happened to, what helps.
Error stopError(const store::MoveRecord &record, const BackendId &at, const Error &error);
/// An error about one object of a move.
Error objectError(const store::MoveRecord &record, ErrorCode code, std::string detail);
inline Unexpected<ObjectFailure> failedAt(ObjectFailure::End end, Error error)
{
    return Unexpected{ObjectFailure{end, std::move(error)}};
}

} // namespace greenward::storage
