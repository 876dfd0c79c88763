#include "core/storage/twin.h"

namespace greenward::storage {
namespace {

using End = ObjectFailure::End;
using store::MoveRecord;

ObjectResult<void> refused(const MoveRecord &record, std::string why)
{
    return failedAt(End::Target, objectError(record, ErrorCode::AlreadyExists, std::move(why)));
}

/// A mark made beside the source must not be seen at the target: in a union, bound or network mount of the source's own
/// place the same file has another inode number there, and only what happens to the place tells.
ObjectResult<void> seeNoMark(const MoveRecord &record, Driver &source, const Driver &target, const std::string &token)
{
    if (auto planted = source.plant(record.key, token); !planted)
        return refused(record, "the target holds this object already, and whether that is another file than the source "
                               "cannot be told: " +
                                   planted.error().detail);
    const auto seen = target.showsMark(record.key, token);
    const auto removed = source.unplant(record.key, token);
    if (!seen) return failedAt(End::Target, seen.error());
    if (*seen) return refused(record, "source and target are views of one place, so this is the source itself");
    if (!removed) return failedAt(End::Source, removed.error());
    return {};
}

ObjectResult<void> proveAnotherFile(const MoveRecord &record, Driver &source, const Driver &target,
                                    const std::string &token)
{
    const auto here = source.identity(record.key);
    if (!here) return failedAt(End::Source, here.error());
    const auto there = target.identity(record.key);
    if (!there) return failedAt(End::Target, there.error());
    if (!*here || !*there) return seeNoMark(record, source, target, token);
    if (**here == **there) return refused(record, "source and target are one file");
    return {};
}

ObjectResult<void> compare(const MoveRecord &record, const Driver &source, const Driver &target, ContentHash &content)
{
    auto original = source.open(record.key);
    if (!original) return failedAt(End::Source, std::move(original).error());
    auto reader = target.openFlushed(record.key);
    if (!reader) return failedAt(End::Target, std::move(reader).error());
    auto found = content.of(**reader);
    if (!found) return failedAt(End::Target, std::move(found).error());
    if (*found != record.sha256) return refused(record, "the target holds something else of this name");
    if (auto same = sameRights((*original)->traits(), (*reader)->traits()); !same)
        return refused(record, "the target holds the same content under other rights: " + same.error().detail);
    return {};
}

} // namespace

ObjectResult<void> adoptTwin(const MoveRecord &record, MoveTools &tools, ContentHash &content)
{
    Driver &target = *tools.target;
    const auto present = target.stat(record.key);
    const bool inTheWay = !present && (present.error().code == ErrorCode::Unsupported ||
                                       present.error().code == ErrorCode::NotFound); // a file above it
    if (inTheWay || (present && present->signature.size != record.signature.size))
        return refused(record, "the target holds something else of this name");
    if (!present) return failedAt(End::Target, present.error());
    auto source = tools.sourceOf(record);
    if (!source) return failedAt(End::Source, std::move(source).error());
    if (auto other = proveAnotherFile(record, **source, target, tools.staging(record) + "-mark"); !other) return other;
    // Before it is compared: what an earlier flush failed to write is still seen in memory, and only there.
    if (auto flushed = target.flush(std::span(&record.key, 1)); !flushed)
        return failedAt(End::Target, std::move(flushed).error());
    return compare(record, **source, target, content);
}

} // namespace greenward::storage
