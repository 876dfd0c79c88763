#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/units/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// A place is more than its path: a disk that is not mounted leaves a directory of the same path, and one directory can
// be reached by many paths. So each backend's root carries a marker with an id of its own, and beside it is kept what
// the file system says of itself.

namespace greenward::storage {

/// The marker at the root of each backend. Reserved like all names of ours.
inline constexpr std::string_view kPlaceMarkName = ".greenward-backend";

/// Where a backend lies, so that two registrations of one place are noticed. `chain` identifies the place itself
/// first, then everything it lies in.
struct Extent
{
    std::string kind;     ///< "local"
    std::string location; ///< canonical: an absolute path without symlinks
    std::vector<std::string> chain;
    std::string volume;       ///< the file system it lies on, as long as that stays mounted; empty: unknown
    std::string insideVolume; ///< absolute path from that file system's own root, whatever of it is mounted where
};
/// True when the two are the same place or one lies inside the other, by whatever mounts they are reached.
bool overlap(const Extent &a, const Extent &b);

/// What the marker holds.
struct PlaceMark
{
    std::string id;      ///< random, 32 hex digits
    std::string backend; ///< what it was called when it was marked; only shown
    Instant at;

    friend bool operator==(const PlaceMark &, const PlaceMark &) = default;
};
std::string markJson(const PlaceMark &mark);
/// BadReply for anything that is no marker of ours.
Result<PlaceMark> parseMark(std::string_view text);

/// What a file system says of itself that is still so after the next mount. Empty: it does not say, or not reliably.
struct FileSystemFacts
{
    std::string type;   ///< "ext4", "fuse.mergerfs"
    std::string uuid;   ///< of its volume
    std::string fsid;   ///< hex; only of kinds that make it of their volume's own id
    std::string inside; ///< Extent::insideVolume, escaped for display

    std::string text() const; ///< "ext4, uuid 3e6b..., at /srv/data"
    friend bool operator==(const FileSystemFacts &, const FileSystemFacts &) = default;
};

/// What is found at a place.
struct PlaceFacts
{
    std::optional<PlaceMark> mark;
    FileSystemFacts fileSystem;
};

/// What is kept with a backend, to know its place again.
struct PlaceRecord
{
    std::string mark;  ///< id; empty: it could not be written (read-only), so only the file system tells
    bool made = false; ///< we wrote the marker, so we take it away when the backend is removed
    FileSystemFacts fileSystem;
    Instant since;

    friend bool operator==(const PlaceRecord &, const PlaceRecord &) = default;
};
std::string placeJson(const PlaceRecord &record);
Result<PlaceRecord> parsePlace(std::string_view text);

/// Unreachable, saying what was expected, what was found and what to do, unless `facts` are those of the recorded
/// place. The marker decides; the file system decides alone only where there is no marker, and speaks against a marker
/// only when it names another volume: then the marker is a copy.
Result<void> checkPlace(const BackendId &backend, const PlaceRecord &record, const PlaceFacts &facts);
/// The same for the marker alone. Empty `found`: there is none.
Result<void> checkMark(const BackendId &backend, const PlaceRecord &record, const std::optional<PlaceMark> &found);

/// The side of a driver that knows its place. Every function is callable from any thread, but expect() only before the
/// driver is shared.
class Place
{
public:
    virtual ~Place() = default;

    virtual const Extent &extent() const = 0;
    /// BadReply: something else of ours lies under the marker's name.
    virtual Result<PlaceFacts> placeFacts() const = 0;
    /// From now on the place must be this one. Unreachable, as checkPlace() says, when it is not.
    virtual Result<void> expectPlace(const BackendId &backend, const PlaceRecord &record) = 0;
    /// Whether the backend's path leads, right now, to the directory that is held open and whether that is the expected
    /// place. Cheap enough for every object. Unreachable: no, and what to do.
    virtual Result<void> confirmPlace() const = 0;

    /// Writes a marker with a new id, durably. Nothing is replaced: AlreadyExists.
    virtual Result<PlaceMark> markPlace(const BackendId &backend, Instant now) = 0;
    /// Takes the marker away if it is this one.
    virtual Result<void> unmarkPlace(const std::string &id) = 0;

    // ---- canaries: a file of a name nobody knows, seen elsewhere, is a view of one place
    /// Makes one at the root and answers its name. Canaries that were left lying for an hour go.
    virtual Result<std::string> plantCanary() = 0;
    virtual void removeCanary(const std::string &name) = 0;
    /// The directory below the root in which a reserved file of that name is seen ("" for the root itself), looking at
    /// a bounded number of directories, top ones first.
    virtual Result<std::optional<std::string>> findReserved(const std::string &name) const = 0;
};

} // namespace greenward::storage
