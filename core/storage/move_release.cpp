#include "core/storage/move_release.h"

#include "core/base/time_text.h"
#include "core/base/utf8.h"
#include "core/storage/move_chunk.h"
#include "core/storage/move_steps.h"

#include <nlohmann/json.hpp>

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

Result<ReleaseOrder> orderFor(const MoveRecord &record, const MoveTools &tools)
{
    ReleaseOrder order{record.signature, tools.staging(record), tools.order.leaveBehind, {}, {}};
    if (order.leave == LeaveBehind::Symlink) {
        const auto link = tools.target->linkTo(record.key);
        if (!link)
            return fail(ErrorCode::Unsupported, "leave-behind", "no symlink can lead to the target; the source stays");
        order.linkTarget = *link;
    }
    if (order.leave == LeaveBehind::Pointer) order.pointer = pointerText(record, tools.clock.now());
    return order;
}

} // namespace

MoveRelease::MoveRelease(MoveTools &tools, ContentHash &content)
    : m_tools(tools)
    , m_content(content)
{}

Result<void> MoveRelease::run(std::span<const Source> sources)
{
    CORE_CHECK(intend(sources));
    for (const Source &source : sources)
        if (source.record.state == MoveState::Releasing) m_leaving.emplace_back().source = &source;
    for (Leaving &leaving : m_leaving)
        setAside(leaving);
    for (Leaving &leaving : m_leaving)
        findCopy(leaving);
    flushCopies();
    for (Leaving &leaving : m_leaving)
        look(leaving);
    for (Leaving &leaving : m_leaving)
        finish(leaving);
    settleSources();
    return journal();
}

Result<void> MoveRelease::intend(std::span<const Source> sources)
{
    const Instant now = m_tools.clock.now();
    std::vector<MoveRecord *> due;
    for (const Source &source : sources)
        if (source.record.state == MoveState::Switched && !m_tools.stop.stop_requested() &&
            isDue(source.record, now, m_tools.ignoreGrace))
            due.push_back(&source.record);
    MoveSteps intents(now);
    for (MoveRecord *record : due)
        intents.add(*record, MoveState::Releasing);
    auto journalled = intents.commit(m_tools.store, m_tools.tracker);
    if (journalled || journalled.error().code != ErrorCode::Refused) {
        CORE_CHECK(std::move(journalled));
        return {};
    }
    // Another batch came to rely on some of these sources meanwhile: those stay.
    for (MoveRecord *record : due) {
        MoveSteps one(now);
        one.add(*record, MoveState::Releasing);
        auto alone = one.commit(m_tools.store, m_tools.tracker);
        if (!alone && alone.error().code != ErrorCode::Refused) return Unexpected{std::move(alone).error()};
    }
    return {};
}

void MoveRelease::setAside(Leaving &leaving)
{
    const MoveRecord &record = leaving.source->record;
    if (auto may = m_tools.holds.check(record.source, Relocation::Move); !may) {
        leaving.failure = std::move(may).error();
        return;
    }
    const auto order = orderFor(record, m_tools);
    auto source = m_tools.sourceOf(record);
    if (!order || !source) {
        leaving.failure = order ? source.error() : order.error();
        return;
    }
    auto aside = (*source)->setAside(record.key, *order);
    if (aside)
        leaving.aside = *std::move(aside);
    else if (aside.error().code == ErrorCode::NotFound)
        leaving.remark = "the source was gone already";
    else
        leaving.failure = aside.error();
}

void MoveRelease::findCopy(Leaving &leaving)
{
    if (leaving.failure) return;
    auto found = findCopyAt(*m_tools.target, leaving);
    if (leaving.isLastCopy) {
        // Perhaps it moved on meanwhile, and whoever moved it was done first: then the copy is where it went.
        if (Driver *next = movedOn(leaving.source->record)) {
            leaving.isLastCopy = false;
            found = findCopyAt(*next, leaving);
        }
    }
    if (!found) leaving.failure = std::move(found).error();
}

Driver *MoveRelease::movedOn(const MoveRecord &record) const
{
    const auto placed = m_tools.store.placementOf(record.source, record.key);
    if (!placed || !*placed || (*placed)->target == record.target || (*placed)->target == record.source) return nullptr;
    const auto at = m_tools.sources.find((*placed)->target);
    return at == m_tools.sources.end() ? nullptr : at->second.get();
}

Result<void> MoveRelease::findCopyAt(Driver &holder, Leaving &leaving)
{
    const MoveRecord &record = leaving.source->record;
    CORE_TRY(const bool isSeen, holder.showsMark(record.key, m_tools.staging(record)));
    if (isSeen) {
        leaving.isLastCopy = true;
        return Unexpected{
            objectError(record, ErrorCode::Unsupported,
                        "source and target are views of one place: there is no second copy, so the source "
                        "stays")};
    }
    auto present = holder.stat(record.key);
    if (!present) {
        leaving.isLastCopy = present.error().code == ErrorCode::NotFound;
        return Unexpected{std::move(present).error()};
    }
    const auto &arrived = leaving.source->arrived;
    leaving.isFlushed = arrived && arrived->signature == present->signature;
    leaving.holder = &holder;
    return {};
}

void MoveRelease::flushCopies()
{
    std::map<Driver *, std::vector<Leaving *>> unflushed;
    for (Leaving &leaving : m_leaving)
        if (!leaving.failure && !leaving.isFlushed) unflushed[leaving.holder].push_back(&leaving);
    for (const auto &[holder, all] : unflushed) {
        std::vector<ObjectKey> keys;
        for (const Leaving *leaving : all)
            keys.push_back(leaving->source->record.key);
        const auto flushed = holder->flush(keys);
        if (flushed) continue;
        for (Leaving *leaving : all)
            leaving->failure = flushed.error();
    }
}

void MoveRelease::look(Leaving &leaving)
{
    if (leaving.failure) return;
    auto seen = lookAtCopy(leaving);
    if (seen) seen = lookAtSource(leaving);
    if (!seen) leaving.failure = std::move(seen).error();
}

Result<void> MoveRelease::lookAtCopy(const Leaving &leaving)
{
    const MoveRecord &record = leaving.source->record;
    const Driver &holder = *leaving.holder;
    CORE_TRY(const std::unique_ptr<Reader> reader,
             leaving.isFlushed ? holder.open(record.key) : holder.openFlushed(record.key));
    CORE_TRY(const Sha256 found, m_content.of(*reader));
    if (found != record.sha256)
        return Unexpected{objectError(record, ErrorCode::VerifyFailed,
                                      "the target no longer holds what was verified there; the source stays")};
    if (!leaving.aside) return {};
    return sameRights(leaving.aside->traits(), reader->traits());
}

Result<void> MoveRelease::lookAtSource(const Leaving &leaving)
{
    if (!leaving.aside || leaving.aside->isVouchedFor()) return {};
    CORE_TRY(const std::unique_ptr<Reader> reader, leaving.aside->open());
    CORE_TRY(const Sha256 found, m_content.of(*reader));
    if (found == leaving.source->record.sha256) return {};
    return Unexpected{
        objectError(leaving.source->record, ErrorCode::SourceChanged, "its content changed since it was copied")};
}

void MoveRelease::finish(Leaving &leaving)
{
    if (!leaving.failure && leaving.aside) {
        if (auto removed = leaving.aside->remove(); !removed) leaving.failure = std::move(removed).error();
    }
    if (!leaving.failure) return;
    if (stopsBatch(*leaving.failure) && !m_stop) m_stop = leaving.failure;
    giveBack(leaving);
    // The newest content, or the only one, is at the source: readers must be sent there again.
    if (leaving.isLastCopy || leaving.failure->code == ErrorCode::SourceChanged) placeBack(leaving);
}

void MoveRelease::giveBack(Leaving &leaving)
{
    const MoveRecord &record = leaving.source->record;
    Result<void> back;
    if (leaving.aside) {
        back = leaving.aside->putBack();
    } else if (const auto source = m_tools.sourceOf(record)) {
        back = (*source)->undoRelease(record.key, m_tools.staging(record)); // set aside before a crash
    }
    if (back) return;
    leaving.failure->detail += "; " + back.error().detail;
    if (back.error().code == ErrorCode::SourceChanged) return; // lies beside what took its name
    // Whatever is decided about this object, it has no name: that must not be the end of it.
    leaving.isUnsettled = true;
    if (!m_stop) m_stop = std::move(back).error();
}

void MoveRelease::placeBack(Leaving &leaving)
{
    const MoveRecord &record = leaving.source->record;
    const auto source = m_tools.sourceOf(record);
    if (!source) return;
    const auto info = (*source)->stat(record.key);
    auto reader = (*source)->open(record.key);
    if (!info || !reader) return;
    const auto digest = m_content.of(**reader);
    if (!digest) return;
    leaving.placement = store::PlacementRecord{record.tenant,        record.source, record.source, record.key,
                                               info->signature.size, *digest,       record.batch,  m_tools.clock.now()};
    leaving.found = Catalogue::Put{
        record.source, {record.key, record.tenant, info->signature, info->touchedNs, info->evidence, false}};
}

void MoveRelease::settleSources()
{
    std::map<BackendId, std::vector<Leaving *>> changed;
    for (Leaving &leaving : m_leaving)
        if (!leaving.failure || leaving.aside) changed[leaving.source->record.source].push_back(&leaving);
    for (const auto &[source, all] : changed) {
        const auto driver = m_tools.sources.find(source);
        if (driver == m_tools.sources.end()) continue;
        std::vector<ObjectKey> keys;
        std::vector<ObjectKey> gone;
        for (const Leaving *leaving : all) {
            keys.push_back(leaving->source->record.key);
            if (!leaving->failure) gone.push_back(leaving->source->record.key);
        }
        driver->second->removeEmptied(gone);
        const auto settled = driver->second->settle(keys);
        if (settled) continue;
        // The names are gone; should a power cut bring one back, a scan finds it. But a source that got its name back
        // must have it for good before the journal forgets that it was set aside.
        m_stop = settled.error();
        for (Leaving *leaving : all)
            leaving->isUnsettled = leaving->failure.has_value();
    }
}

Result<void> MoveRelease::journal()
{
    const Instant now = m_tools.clock.now();
    MoveSteps steps(now);
    Catalogue::Changes changes;
    for (Leaving &leaving : m_leaving) {
        MoveRecord &record = leaving.source->record;
        // Stays Releasing: looked at again next time.
        if (leaving.isUnsettled || (leaving.failure && stopsBatch(*leaving.failure))) continue;
        const Verdict verdict = !leaving.failure ? Verdict{MoveState::Done, std::nullopt, leaving.remark}
                                : leaving.isLastCopy
                                    ? Verdict{MoveState::Kept, std::nullopt, reasonText(*leaving.failure)}
                                    : afterReleaseFailure(leaving.source->before, *leaving.failure, now);
        steps.add(record, verdict);
        if (leaving.placement) steps.transaction().placements.push_back(*leaving.placement);
        if (leaving.found) changes.puts.push_back(*std::move(leaving.found));
        if (!leaving.failure) changes.removed.push_back({record.source, record.key});
    }
    CORE_CHECK(steps.commit(m_tools.store, m_tools.tracker));
    (void)m_tools.catalogue.apply(changes); // a cache: the next scan mends it
    return {};
}

} // namespace greenward::storage
