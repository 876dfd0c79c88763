#include "core/storage/place.h"

#include "core/base/json_fields.h"
#include "core/base/time_text.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <cstdint>

namespace greenward::storage {
namespace {

constexpr std::int64_t kVersion = 1;
constexpr JsonLimits kLimits{.bytes = 65'536};

std::string accepting(const BackendId &backend)
{
    return "; if it was replaced on purpose: greenwardctl backend accept " + backend.text();
}

bool isInside(const std::string &outer, const std::string &inner)
{
    if (outer == inner || outer == "/") return true;
    return inner.size() > outer.size() && inner.starts_with(outer) && inner[outer.size()] == '/';
}

bool isMarkId(std::string_view text)
{
    return text.size() == 32 && std::all_of(text.begin(), text.end(),
                                            [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// Both know it, and it differs.
bool differ(const std::string &a, const std::string &b)
{
    return !a.empty() && !b.empty() && a != b;
}

bool isAnotherVolume(const FileSystemFacts &expected, const FileSystemFacts &found)
{
    if (!expected.uuid.empty() && !found.uuid.empty()) return expected.uuid != found.uuid;
    return expected.type == found.type && differ(expected.fsid, found.fsid);
}

} // namespace

bool overlap(const Extent &a, const Extent &b)
{
    if (a.kind != b.kind || a.chain.empty() || b.chain.empty()) return false;
    const auto holds = [](const Extent &outer, const Extent &inner) {
        return std::find(inner.chain.begin(), inner.chain.end(), outer.chain.front()) != inner.chain.end();
    };
    if (holds(a, b) || holds(b, a)) return true;
    if (a.volume.empty() || a.volume != b.volume) return false;
    return isInside(a.insideVolume, b.insideVolume) || isInside(b.insideVolume, a.insideVolume);
}

std::string FileSystemFacts::text() const
{
    std::string words = type.empty() ? "an unknown file system" : type;
    if (!uuid.empty())
        words += ", uuid " + uuid;
    else if (!fsid.empty())
        words += ", id " + fsid;
    if (!inside.empty()) words += ", at " + inside + " in it";
    return words;
}

// ---- texts

std::string markJson(const PlaceMark &mark)
{
    return jsonText(Json{{"format", "greenward-backend"},
                         {"version", kVersion},
                         {"id", mark.id},
                         {"backend", mark.backend},
                         {"marked_at", toRfc3339(mark.at)}}) +
           "\n";
}

Result<PlaceMark> parseMark(std::string_view text)
{
    CORE_TRY(const Json json, parseJson(text, kPlaceMarkName, kLimits));
    const auto read = [&]() -> Result<PlaceMark> {
        CORE_TRY(const JsonFields fields, JsonFields::of(json, kPlaceMarkName));
        CORE_TRY(const std::string format, fields.text("format"));
        CORE_CHECK(fields.integer("version", 1, INT64_MAX)); // later ones have an id as well
        PlaceMark mark;
        CORE_TRY(mark.id, fields.text("id"));
        CORE_TRY(mark.backend, fields.text("backend"));
        CORE_TRY(mark.at, fields.time("marked_at"));
        if (format != "greenward-backend" || !isMarkId(mark.id))
            return fail(ErrorCode::BadReply, kPlaceMarkName, "is no marker");
        return mark;
    };
    auto mark = read();
    if (!mark)
        return fail(ErrorCode::BadReply, kPlaceMarkName,
                    "is no marker of a backend (" + mark.error().subject + ": " + mark.error().detail + ")");
    return mark;
}

std::string placeJson(const PlaceRecord &record)
{
    return jsonText(Json{{"version", kVersion},
                         {"mark", record.mark},
                         {"made", record.made},
                         {"type", record.fileSystem.type},
                         {"uuid", record.fileSystem.uuid},
                         {"fsid", record.fileSystem.fsid},
                         {"inside", record.fileSystem.inside},
                         {"since", toRfc3339(record.since)}});
}

Result<PlaceRecord> parsePlace(std::string_view text)
{
    CORE_TRY(const Json json, parseJson(text, "place", kLimits));
    CORE_TRY(const JsonFields fields, JsonFields::of(json, "place"));
    PlaceRecord record;
    CORE_TRY(record.mark, fields.text("mark"));
    CORE_TRY(record.made, fields.flag("made"));
    CORE_TRY(record.since, fields.time("since"));
    record.fileSystem = {fields.textOr("type", ""), fields.textOr("uuid", ""), fields.textOr("fsid", ""),
                         fields.textOr("inside", "")};
    if (!record.mark.empty() && !isMarkId(record.mark))
        return fail(ErrorCode::StoreDamaged, "place, mark", "\"" + record.mark + "\" is no id");
    return record;
}

// ---- the same place?

Result<void> checkMark(const BackendId &backend, const PlaceRecord &record, const std::optional<PlaceMark> &found)
{
    if (record.mark.empty() || (found && found->id == record.mark)) return {};
    const std::string name(kPlaceMarkName);
    const std::string subject = "backend " + backend.text();
    if (!found)
        return fail(ErrorCode::Unreachable, subject,
                    "the marker " + name + " with id " + record.mark +
                        " is not at its root; is its disk mounted? Nothing is read or written there until it is back" +
                        accepting(backend));
    return fail(ErrorCode::Unreachable, subject,
                "another place is there: its marker has id " + found->id + " (of a backend \"" +
                    escapedForDisplay(found->backend) + "\"), expected is " + record.mark + "; mount the right disk" +
                    accepting(backend));
}

Result<void> checkPlace(const BackendId &backend, const PlaceRecord &record, const PlaceFacts &facts)
{
    CORE_CHECK(checkMark(backend, record, facts.mark));
    const FileSystemFacts &expected = record.fileSystem;
    const FileSystemFacts &found = facts.fileSystem;
    const auto other = [&](const std::string &why) {
        return fail(ErrorCode::Unreachable, "backend " + backend.text(),
                    why + ": expected " + expected.text() + ", found " + found.text() + accepting(backend));
    };
    if (isAnotherVolume(expected, found))
        return other(record.mark.empty()
                         ? "another file system is there; is its disk mounted?"
                         : "its marker " + record.mark + " lies on another file system: is this a copy of the disk?");
    if (!record.mark.empty()) return {};
    if (differ(expected.type, found.type) || differ(expected.inside, found.inside))
        return other("another place is there; is its disk mounted?");
    return {};
}

} // namespace greenward::storage
