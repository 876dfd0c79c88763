#pragma once

#include "core/storage/catalogue.h"
#include "core/storage/driver.h"
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
    MoveTracker &tracker;
    bus::MigrateBatch order;
    std::string instance;
    std::shared_ptr<Driver> target;
    std::map<BackendId, std::shared_ptr<Driver>> sources;
    bool ignoreGrace = false;
    std::stop_token stop;
    std::function<void(const store::UsageRecord &)> booked; ///< called once it is durable, on a worker's thread

    /// Held while a switch is booked and committed, so that bookings reach the journal in the order they add up in.
    std::mutex switching;
    MoveLedger ledger; ///< under `switching`
};

/// True when `record` may go on now; else something has to be waited for.
bool isDue(const store::MoveRecord &record, Instant now, bool ignoreGrace);

/// Takes some objects of a batch through the protocol of storage.md 5.1, each step journalled before it is acted on,
/// many objects to a transaction. Whatever state the records are in, after a crash too, it finds out how far they
/// really came and goes on from there. One thread; one object per worker.
class ChunkMover final
{
public:
    explicit ChunkMover(MoveTools &tools);

    /// An error is a reason for the whole batch to stop; what had been reached by then is journalled. Failures of
    /// single objects are in the journal, not here.
    Result<void> run(std::vector<store::MoveRecord> records);
    /// The target already holds this Verified record's content under its final name: a crash came between publishing
    /// and journalling it.
    bool isPublished(const store::MoveRecord &record);

private:
    struct Item
    {
        store::MoveRecord record;
        store::MoveRecord before; ///< as it was handed in: knows of earlier failures
        std::optional<ObjectFailure> failure;
        std::optional<Sha256> copied; ///< staged; what was read from the source
        bool again = false;           ///< Verified once, but its staged copy is gone
        bool published = false;
        std::optional<ObjectInfo> arrived; ///< at the target, after it was published
    };
    struct Released;

    // ---- the stages of run(), in order; an error ends the run
    Result<void> findVerified();
    Result<void> claim();
    Result<void> copy();
    Result<void> publish();
    Result<void> switchOver();
    Result<void> release();

    void copyObjects();
    void verifyCopies();
    ObjectResult<Sha256> copyObject(const store::MoveRecord &record);
    Result<void> readBack(const std::string &staged, const Sha256 &expected);
    bool stopping() const { return m_stop || m_tools.stop.stop_requested(); }
    ObjectResult<void> checkSource(const store::MoveRecord &record, std::string_view when);
    ObjectResult<void> checkTargetName(const store::MoveRecord &record);
    ObjectResult<void> publishObject(const store::MoveRecord &record);
    ObjectResult<void> confirmTwin(const store::MoveRecord &record);
    Result<void> settlePublished();
    void catalogueSwitched();
    Released releaseObject(const store::MoveRecord &record);
    Result<void> verifyTarget(const store::MoveRecord &record);
    Result<void> removeSource(const store::MoveRecord &record);
    void placeBack(const store::MoveRecord &record, Released &released);
    void settleReleases(std::vector<std::pair<Item *, Released>> &ends);
    Result<void> journalReleases(std::vector<std::pair<Item *, Released>> &ends);

    Result<std::shared_ptr<Driver>> sourceOf(const store::MoveRecord &record) const;
    Result<Sha256> hash(Reader &reader);
    void unstage(const store::MoveRecord &record);
    /// Notes a failed object; an error that stops the batch ends the stage.
    void note(Item &item, ObjectFailure failure);
    std::string staging(const store::MoveRecord &record) const;

    MoveTools &m_tools;
    std::unique_ptr<Hasher> m_hasher;
    std::vector<std::byte> m_buffer;
    std::vector<Item> m_items;
    std::optional<Error> m_stop; ///< why the batch has to stop; the stages still bring home what they can
};

} // namespace greenward::storage
