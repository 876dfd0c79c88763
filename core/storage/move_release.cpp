#include "core/base/time_text.h"
#include "core/base/utf8.h"
#include "core/storage/move_chunk.h"
#include "core/storage/move_steps.h"

#include <nlohmann/json.hpp>

// The second half of ChunkMover: giving up sources whose copies are switched.

namespace greenward::storage {

using store::MoveRecord;
using store::MoveState;

namespace {

/// What a reader of the old place finds there. Begins with {"greenward":"moved", by which scans know it.
std::string pointerText(const MoveRecord &record, Instant now)
{
    nlohmann::ordered_json pointer;
    pointer["greenward"] = "moved";
    pointer["backend"] = record.target.text();
    pointer["key"] = escapedForDisplay(record.key.text());
    pointer["size_bytes"] = record.signature.size.bytes();
    pointer["sha256"] = record.sha256 ? hexText(*record.sha256) : "";
    pointer["moved_at"] = toRfc3339(now);
    return pointer.dump() + "\n";
}

} // namespace

/// What became of one source.
struct ChunkMover::Released
{
    std::optional<Error> failure; ///< nothing: it is gone
    std::string remark;
    bool isLastCopy = false;                         ///< the target has lost its copy
    std::optional<store::PlacementRecord> placement; ///< when readers must be sent back to the source
    std::optional<Catalogue::Put> found;             ///< the source, as it is there again
};

Result<void> ChunkMover::release()
{
    if (m_tools.order.relocation == Relocation::CopyOnly) return {};
    MoveSteps intents(m_tools.clock.now());
    for (Item &item : m_items)
        if (item.record.state == MoveState::Switched && !m_tools.stop.stop_requested() &&
            isDue(item.record, m_tools.clock.now(), m_tools.ignoreGrace))
            intents.add(item.record, MoveState::Releasing);
    CORE_CHECK(intents.commit(m_tools.store, m_tools.tracker));

    std::vector<std::pair<Item *, Released>> ends;
    for (Item &item : m_items)
        if (item.record.state == MoveState::Releasing) ends.emplace_back(&item, releaseObject(item.record));
    settleReleases(ends);
    return journalReleases(ends);
}

void ChunkMover::settleReleases(std::vector<std::pair<Item *, Released>> &ends)
{
    std::map<BackendId, std::vector<ObjectKey>> removed;
    for (const auto &[item, released] : ends)
        if (!released.failure) removed[item->record.source].push_back(item->record.key);
    for (const auto &[source, keys] : removed) {
        const auto driver = m_tools.sources.find(source);
        if (driver == m_tools.sources.end()) continue;
        if (auto settled = driver->second->settle(keys); !settled)
            m_stop = settled.error(); // the names are gone; should a power cut bring one back, a scan finds it
    }
}

Result<void> ChunkMover::journalReleases(std::vector<std::pair<Item *, Released>> &ends)
{
    const Instant now = m_tools.clock.now();
    MoveSteps steps(now);
    Catalogue::Changes changes;
    for (auto &[item, released] : ends) {
        if (released.failure && stopsBatch(*released.failure)) continue; // stays Releasing: looked at again next time
        const Verdict verdict = !released.failure ? Verdict{MoveState::Done, std::nullopt, released.remark}
                                : released.isLastCopy
                                    ? Verdict{MoveState::Kept, std::nullopt, reasonText(*released.failure)}
                                    : afterReleaseFailure(item->before, *released.failure, now);
        steps.add(item->record, verdict);
        if (released.placement) steps.transaction().placements.push_back(*released.placement);
        if (released.found) changes.puts.push_back(*std::move(released.found));
        if (!released.failure) changes.removed.push_back({item->record.source, item->record.key});
    }
    CORE_CHECK(steps.commit(m_tools.store, m_tools.tracker));
    (void)m_tools.catalogue.apply(changes); // a cache: the next scan mends it
    return {};
}

ChunkMover::Released ChunkMover::releaseObject(const MoveRecord &record)
{
    Released released;
    Result<void> done = verifyTarget(record);
    released.isLastCopy = !done && done.error().code == ErrorCode::NotFound;
    if (done) {
        done = removeSource(record);
        if (done) return released;
        if (done.error().code == ErrorCode::NotFound) {
            released.remark = "the source was gone already";
            return released;
        }
    }
    released.failure = done.error();
    if (stopsBatch(*released.failure)) {
        if (!m_stop) m_stop = released.failure;
        return released;
    }
    if (const auto source = sourceOf(record)) {
        const auto undone = (*source)->undoRelease(record.key, staging(record));
        if (!undone && !stopsBatch(undone.error())) released.failure = undone.error();
    }
    // The newest content, or the only one, is at the source: readers must be sent there again.
    if (released.isLastCopy || released.failure->code == ErrorCode::SourceChanged) placeBack(record, released);
    return released;
}

Result<void> ChunkMover::verifyTarget(const MoveRecord &record)
{
    CORE_TRY(const ObjectInfo present, m_tools.target->stat(record.key));
    if (present.signature == record.signature)
        return fail(ErrorCode::Unsupported, escapedForDisplay(record.key.text()), "source and target are one file");
    CORE_TRY(const std::unique_ptr<Reader> reader, m_tools.target->open(record.key));
    CORE_TRY(const Sha256 found, hash(*reader));
    if (found != record.sha256)
        return fail(ErrorCode::VerifyFailed, escapedForDisplay(record.key.text()),
                    "the target no longer holds what was verified there; the source stays");
    return {};
}

Result<void> ChunkMover::removeSource(const MoveRecord &record)
{
    CORE_TRY(const std::shared_ptr<Driver> source, sourceOf(record));
    ReleaseOrder order{record.signature, staging(record), m_tools.order.leaveBehind, {}, {}};
    if (order.leave == LeaveBehind::Symlink) {
        const auto link = m_tools.target->linkTo(record.key);
        if (!link)
            return fail(ErrorCode::Unsupported, "leave-behind", "no symlink can lead to the target; the source stays");
        order.linkTarget = *link;
    }
    if (order.leave == LeaveBehind::Pointer) order.pointer = pointerText(record, m_tools.clock.now());
    return source->release(record.key, order);
}

void ChunkMover::placeBack(const MoveRecord &record, Released &released)
{
    const auto source = sourceOf(record);
    if (!source) return;
    const auto info = (*source)->stat(record.key);
    auto reader = (*source)->open(record.key);
    if (!info || !reader) return;
    const auto digest = hash(**reader);
    if (!digest) return;
    released.placement =
        store::PlacementRecord{record.tenant,        record.source, record.source, record.key,
                               info->signature.size, *digest,       record.batch,  m_tools.clock.now()};
    released.found = Catalogue::Put{
        record.source, {record.key, record.tenant, info->signature, info->touchedNs, info->evidence, false}};
}

} // namespace greenward::storage
