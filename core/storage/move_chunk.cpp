#include "core/storage/move_chunk.h"

#include "core/storage/copy.h"
#include "core/storage/move_release.h"
#include "core/storage/move_steps.h"
#include "core/storage/twin.h"

#include <algorithm>

namespace greenward::storage {

using store::MoveRecord;
using store::MoveState;
using End = ObjectFailure::End;

bool isDue(const MoveRecord &record, Instant now, bool ignoreGrace)
{
    if (record.state == MoveState::Switched && ignoreGrace) return true;
    const bool waits = record.state == MoveState::Switched || record.state == MoveState::RetryWait;
    return !waits || !record.notBefore || *record.notBefore <= now;
}

ChunkMover::ChunkMover(MoveTools &tools)
    : m_tools(tools)
    , m_content(tools.hashers, tools.stop)
{}

Result<void> ChunkMover::run(std::vector<MoveRecord> records)
{
    m_items.clear();
    m_stop.reset();
    m_parents = {}; // what was compared for the chunk before may have changed since
    for (MoveRecord &record : records) {
        MoveRecord before = record;
        m_items.push_back({std::move(record), std::move(before), {}, {}, false, false, {}});
    }
    CORE_CHECK(findVerified());
    CORE_CHECK(claim());
    CORE_CHECK(copy());
    CORE_CHECK(publish());
    CORE_CHECK(switchOver());
    CORE_CHECK(release());
    if (!m_stop && m_tools.stop.stop_requested()) m_stop = Error{ErrorCode::Cancelled, "migration", "stopped"};
    if (m_stop) return Unexpected{*std::move(m_stop)};
    return {};
}

// ---- helpers

void ChunkMover::unstage(const MoveRecord &record)
{
    // A leftover is no harm to the object: it is looked for again before the next try.
    if (record.attempt > 0) (void)m_tools.target->unstage(staging(record));
}

void ChunkMover::note(Item &item, ObjectFailure failure)
{
    const MoveRecord &record = item.record;
    if (stopsBatch(failure.error) && !m_stop)
        m_stop = stopError(record, failure.end == End::Source ? record.source : record.target, failure.error);
    item.failure = std::move(failure);
}

// ---- after a crash: how far did Verified records come?

bool ChunkMover::isPublished(const MoveRecord &record)
{
    return static_cast<bool>(adoptTwin(record, m_tools, m_content));
}

Result<void> ChunkMover::findVerified()
{
    for (Item &item : m_items) {
        if (item.record.state != MoveState::Verified) continue;
        if (!item.record.sha256) {
            item.again = true;
            continue;
        }
        auto staged = readBack(staging(item.record), *item.record.sha256);
        if (staged) continue;
        if (stopsBatch(staged.error())) return Unexpected{stopError(item.record, item.record.target, staged.error())};
        if (staged.error().code == ErrorCode::NotFound && isPublished(item.record))
            item.published = true;
        else
            item.again = true;
    }
    return {};
}

// ---- copying

Result<void> ChunkMover::claim()
{
    MoveSteps steps(m_tools.clock.now());
    for (Item &item : m_items) {
        const MoveState state = item.record.state;
        const bool open = state == MoveState::Planned || state == MoveState::RetryWait || state == MoveState::Copying;
        if (!open && !item.again) continue;
        unstage(item.record);
        steps.claim(item.record);
    }
    CORE_CHECK(steps.commit(m_tools.store, m_tools.tracker));
    return {};
}

void ChunkMover::copyObjects()
{
    for (Item &item : m_items) {
        if (item.record.state != MoveState::Copying || stopping()) continue;
        auto copied = copyObject(item.record);
        if (copied)
            item.copied = *copied;
        else
            note(item, std::move(copied).error());
    }
}

void ChunkMover::verifyCopies()
{
    std::vector<std::string> names;
    for (const Item &item : m_items)
        if (item.copied) names.push_back(staging(item.record));
    const auto settled = m_tools.target->settleStaged(names);
    for (Item &item : m_items) {
        if (!item.copied) continue;
        auto same = settled ? readBack(staging(item.record), *item.copied) : settled;
        if (same) continue;
        item.copied.reset();
        note(item, {End::Target, std::move(same).error()});
    }
}

Result<void> ChunkMover::copy()
{
    copyObjects();
    verifyCopies();
    const Instant now = m_tools.clock.now();
    MoveSteps steps(now);
    for (Item &item : m_items) {
        if (item.record.state != MoveState::Copying) continue;
        if (item.copied) {
            steps.verified(item.record, *item.copied);
            continue;
        }
        unstage(item.record);
        if (item.failure && !stopsBatch(item.failure->error))
            steps.add(item.record, afterCopyFailure(item.before, *item.failure, now));
        else
            steps.add(item.record, MoveState::Planned);
    }
    CORE_CHECK(steps.commit(m_tools.store, m_tools.tracker));
    return {};
}

ObjectResult<void> ChunkMover::checkSource(const MoveRecord &record, std::string_view when)
{
    auto source = m_tools.sourceOf(record);
    if (!source) return failedAt(End::Source, std::move(source).error());
    const auto info = (*source)->stat(record.key);
    if (!info) return failedAt(End::Source, info.error());
    if (info->signature != record.signature)
        return failedAt(End::Source,
                        objectError(record, ErrorCode::SourceChanged, "the source changed " + std::string(when)));
    return {};
}

ObjectResult<void> ChunkMover::checkTargetName(const MoveRecord &record)
{
    const auto present = m_tools.target->stat(record.key);
    if (!present && present.error().code == ErrorCode::NotFound) return {};
    if (!present && present.error().code != ErrorCode::Unsupported) return failedAt(End::Target, present.error());
    if (present && present->signature.size == record.signature.size) return {}; // perhaps the same: found out later
    return failedAt(End::Target,
                    objectError(record, ErrorCode::AlreadyExists, "the target holds something else of this name"));
}

ObjectResult<Sha256> ChunkMover::copyObject(const MoveRecord &record)
{
    if (auto may = m_tools.holds.check(record.source, m_tools.order.relocation); !may)
        return failedAt(End::Source, objectError(record, ErrorCode::Unsupported, may.error().detail));
    if (auto same = checkSource(record, "since it was planned"); !same) return Unexpected{std::move(same).error()};
    if (auto free = checkTargetName(record); !free) return Unexpected{std::move(free).error()};
    Driver &source = *m_tools.sources.at(record.source);
    if (m_tools.order.relocation == Relocation::Move)
        if (auto may = source.mayRelease(record.key, m_tools.order.leaveBehind); !may)
            return failedAt(End::Source, std::move(may).error());
    if (auto closed = m_parents.check(record, source, *m_tools.target); !closed)
        return Unexpected{std::move(closed).error()};
    auto reader = source.open(record.key);
    if (!reader) return failedAt(End::Source, std::move(reader).error());
    auto writer = m_tools.target->stage(staging(record));
    if (!writer) return failedAt(End::Target, std::move(writer).error());
    auto copied = copyContent(**reader, **writer, m_content.begin(), record.signature.size, m_content.buffer(),
                              m_tools.stop, [&](std::int64_t bytes) { m_tools.tracker.copied(bytes); });
    if (!copied) return copied;
    if (auto same = checkSource(record, "while it was copied"); !same) return Unexpected{std::move(same).error()};
    return copied;
}

Result<void> ChunkMover::readBack(const std::string &staged, const Sha256 &expected)
{
    CORE_TRY(const std::unique_ptr<Reader> reader, m_tools.target->openStaged(staged));
    CORE_TRY(const Sha256 found, m_content.of(*reader));
    if (found != expected) return fail(ErrorCode::VerifyFailed, staged, "the copy does not hold what was written");
    return {};
}

// ---- publishing

Result<void> ChunkMover::publish()
{
    // Also when copying had to stop: what is verified need not be copied again, least of all to a full target.
    bool canGoOn = true;
    for (Item &item : m_items) {
        if (item.record.state != MoveState::Verified || item.published || !canGoOn) continue;
        auto published = publishObject(item.record);
        item.published = static_cast<bool>(published);
        if (published) continue;
        canGoOn = !stopsBatch(published.error().error);
        note(item, std::move(published).error());
    }
    if (auto settled = settlePublished(); !settled)
        for (Item &item : m_items)
            if (std::exchange(item.published, false)) note(item, {End::Target, settled.error()});
    for (Item &item : m_items) {
        if (!item.published) continue;
        auto arrived = m_tools.target->stat(item.record.key);
        if (arrived && arrived->signature.size != item.record.signature.size)
            arrived = fail(ErrorCode::VerifyFailed, "size", "the published copy has another size");
        if (arrived) {
            item.arrived = *std::move(arrived);
            continue;
        }
        item.published = false;
        note(item, {End::Target, std::move(arrived).error()});
    }
    return {};
}

ObjectResult<void> ChunkMover::publishObject(const MoveRecord &record)
{
    if (auto same = checkSource(record, "before its copy was published"); !same) return same;
    Driver &source = *m_tools.sources.at(record.source);
    Driver &target = *m_tools.target;
    std::unique_lock placing(m_tools.placing);
    if (auto closed = m_parents.check(record, source, target); !closed) return closed;
    auto published = target.publish(staging(record), record.key);
    if (!published && published.error().code == ErrorCode::NotFound) {
        auto parents = source.parents(record.key);
        if (!parents) return failedAt(End::Source, std::move(parents).error());
        if (auto made = target.makeParents(record.key, *parents); !made)
            return failedAt(End::Target, std::move(made).error());
        published = target.publish(staging(record), record.key);
    }
    placing.unlock();
    if (published) return {};
    if (published.error().code != ErrorCode::AlreadyExists) return failedAt(End::Target, std::move(published).error());
    auto twin = adoptTwin(record, m_tools, m_content);
    if (twin) unstage(record);
    return twin;
}

Result<void> ChunkMover::settlePublished()
{
    std::vector<ObjectKey> keys;
    for (const Item &item : m_items)
        if (item.published) keys.push_back(item.record.key);
    return keys.empty() ? Result<void>() : m_tools.target->settle(keys);
}

Result<void> ChunkMover::switchOver()
{
    std::vector<Item *> ready;
    for (Item &item : m_items)
        if (item.record.state == MoveState::Verified && item.published) ready.push_back(&item);
    auto switched = commitSwitch(ready);
    if (!switched && switched.error().code == ErrorCode::Refused) {
        // The copy at the target that one of them would rely on is being removed by another batch just now.
        for (Item *item : ready) {
            auto alone = commitSwitch(std::span<Item *const>(&item, 1));
            if (alone) continue;
            if (alone.error().code != ErrorCode::Refused) return alone;
            item->published = false;
            note(*item, {End::Target, objectError(item->record, ErrorCode::Busy, alone.error().detail)});
        }
    } else if (!switched) {
        return switched;
    }
    const Instant now = m_tools.clock.now();
    MoveSteps steps(now);
    for (Item &item : m_items) {
        const bool failed = item.failure && !stopsBatch(item.failure->error);
        if (item.record.state != MoveState::Verified || !failed) continue; // or stays verified, to be published later
        unstage(item.record);
        steps.add(item.record, afterCopyFailure(item.before, *item.failure, now));
    }
    CORE_CHECK(steps.commit(m_tools.store, m_tools.tracker));
    return {};
}

Result<void> ChunkMover::commitSwitch(std::span<Item *const> items)
{
    if (items.empty()) return {};
    const Instant now = m_tools.clock.now();
    const bool keep = m_tools.order.relocation == Relocation::CopyOnly;
    const Verdict switched =
        keep ? Verdict{MoveState::Kept, std::nullopt, {}} : Verdict{MoveState::Switched, now + m_tools.order.grace, {}};
    MoveSteps steps(now);
    std::map<BackendId, std::int64_t> bytes;
    for (Item *item : items) {
        const MoveRecord &record = item->record;
        steps.add(item->record, switched);
        steps.transaction().placements.push_back({record.tenant, record.source, record.target, record.key,
                                                  record.signature.size, *record.sha256, record.batch, now});
        bytes[record.source] += record.signature.freed().bytes();
    }
    store::CommitInfo done;
    {
        const std::lock_guard lock(m_tools.switching);
        MoveLedger ledger = m_tools.ledger;
        std::vector<store::UsageRecord> usage;
        for (const auto &[source, moved] : bytes) {
            CORE_TRY(std::optional<store::UsageRecord> record, ledger.book(source, moved, now));
            if (record) usage.push_back(*std::move(record));
        }
        steps.transaction().usage = usage;
        CORE_TRY(done, steps.commit(m_tools.store, m_tools.tracker));
        m_tools.ledger = std::move(ledger);
        for (const store::UsageRecord &record : usage) {
            m_tools.tracker.booked(record.amount);
            if (m_tools.booked) m_tools.booked(record);
        }
    }
    if (m_tools.voided && !done.voided.empty()) m_tools.voided(done.voided);
    catalogueSwitched(items);
    return {};
}

void ChunkMover::catalogueSwitched(std::span<Item *const> items)
{
    Catalogue::Changes changes;
    for (const Item *item : items) {
        if (!item->arrived) continue;
        const MoveRecord &record = item->record;
        // Age never counts from our own migration: the source's last use goes along.
        const auto known = m_tools.catalogue.find(record.source, record.key);
        const bool knows = known && known->has_value();
        changes.puts.push_back({record.target,
                                {record.key, record.tenant, item->arrived->signature,
                                 knows ? (*known)->touchedNs : item->arrived->touchedNs,
                                 knows ? (*known)->evidence : item->arrived->evidence, false}});
        changes.superseded.push_back({record.source, record.key});
    }
    (void)m_tools.catalogue.apply(changes); // a cache: the next scan mends it
}

// ---- giving up sources

Result<void> ChunkMover::release()
{
    if (m_tools.order.relocation == Relocation::CopyOnly) return {};
    std::vector<MoveRelease::Source> sources;
    for (Item &item : m_items)
        sources.push_back({item.record, item.before, item.arrived});
    MoveRelease release(m_tools, m_content);
    CORE_CHECK(release.run(sources));
    if (release.stopped() && !m_stop) m_stop = release.stopped();
    return {};
}

} // namespace greenward::storage
