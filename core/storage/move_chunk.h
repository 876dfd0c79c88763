#pragma once

#include "core/storage/content_hash.h"
#include "core/storage/move_tools.h"
#include "core/storage/parents_check.h"

#include <optional>
#include <span>
#include <vector>

namespace greenward::storage {

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
    Result<void> settlePublished();
    void catalogueSwitched(std::span<Item *const> items);
    Result<void> commitSwitch(std::span<Item *const> items);
    void unstage(const store::MoveRecord &record);
    /// Notes a failed object; an error that stops the batch ends the stage.
    void note(Item &item, ObjectFailure failure);
    std::string staging(const store::MoveRecord &record) const { return m_tools.staging(record); }

    MoveTools &m_tools;
    ContentHash m_content;
    std::vector<Item> m_items;
    ParentsCheck m_parents;
    std::optional<Error> m_stop; ///< why the batch has to stop; the stages still bring home what they can
};

} // namespace greenward::storage
