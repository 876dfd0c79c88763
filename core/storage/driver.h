#pragma once

#include "core/base/digest.h"
#include "core/base/error.h"
#include "core/bus/payloads.h"
#include "core/storage/place.h"
#include "core/storage/traits.h"
#include "core/units/backend_spec.h"
#include "core/units/object.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace greenward::storage {

/// An object as a driver sees it right now.
struct ObjectInfo
{
    ObjectKey key;
    ObjectSignature signature;
    std::int64_t touchedNs = 0; ///< last use: nanoseconds since 1970
    TouchEvidence evidence = TouchEvidence::Modified;
};

/// Why a thing met by a scan is no object of ours. It is counted, shown, and never touched.
enum class LeftAlone {
    Symlink,
    Device,
    Fifo,
    Socket,
    OtherKind,     ///< something the operating system has and this list has not
    Reserved,      ///< Greenward's own: staging, release and pointer files
    TooLong,       ///< its path is longer than a key may be
    NoTenant,      ///< lies above the level that names the tenant
    TenantName,    ///< the directory that names the tenant is not a usable name
    OtherMount,    ///< a directory on which something else is mounted: a place of its own
    OtherBackend,  ///< a directory that holds the marker of a backend
    HardLinked,    ///< has other names as well, so that removing this one would free nothing
    DataDirectory, ///< a data directory of Greenward: its store moves with its program only
    Excluded,      ///< its name is one of the backend's exclusions; a directory with all below it
};
std::string_view leftAloneName(LeftAlone reason);

/// Which file it is, on file systems of which each file is seen under one identity whatever the path.
struct FileIdentity
{
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

/// Receives a listing. Called on the thread that lists.
class ListSink
{
public:
    virtual ~ListSink() = default;
    /// Objects come in ascending byte order of their keys. An error ends the listing with that error.
    virtual Result<void> object(const ObjectInfo &info) = 0;
    /// `path` is relative, in raw bytes, and not necessarily a valid key.
    virtual void leftAlone(std::string_view path, LeftAlone reason) = 0;
    /// Nothing is known about what lies at or below `path` (relative, raw bytes; empty: the whole backend).
    virtual void unreadable(std::string_view path, const Error &why) = 0;
    /// Whether anything of this name is left alone as Excluded.
    virtual bool excludes(std::string_view /*name*/) const { return false; }
};

/// One open object, read from its start. Reading leaves the time of last access alone where the system allows it.
class Reader
{
public:
    virtual ~Reader() = default;
    /// Bytes read; 0 at the end.
    virtual Result<std::size_t> read(std::span<std::byte> into) = 0;
    /// At a hole: goes to its end and answers how many bytes, all zero, that was. 0: at data, at the end, or nobody can
    /// tell; read() goes on.
    virtual Result<std::int64_t> skipHole() { return std::int64_t{0}; }
    /// As they were when it was opened, before the first read.
    virtual const ObjectTraits &traits() const = 0;
};

/// One staged copy being written. Dropped before finish(): the staged copy is incomplete and worthless.
class Writer
{
public:
    virtual ~Writer() = default;
    virtual Result<void> write(std::span<const std::byte> bytes) = 0;
    /// The next `bytes` are zero and take no space where the target can help it.
    virtual Result<void> skip(std::int64_t bytes) = 0;
    /// Whether the copy could be given these traits, found out before anything is written to it: an error is what
    /// finish() would answer.
    virtual Result<void> prepare(const ObjectTraits &traits) = 0;
    /// Gives the copy exactly these traits, looks that it has them, and closes it. It is durable only after
    /// Driver::settleStaged(). Unsupported: the target cannot keep one of them, or this program may not set it.
    virtual Result<void> finish(const ObjectTraits &traits) = 0;
};

/// How a source is given up.
struct ReleaseOrder
{
    ObjectSignature signature; ///< the source is set aside only while it still looks like this, but for its change time
    std::string token;         ///< names the set-aside file: unique per move, letters, digits and '-'
    LeaveBehind leave = LeaveBehind::Nothing;
    std::string linkTarget; ///< Symlink: what it points to
    std::string pointer;    ///< Pointer: content of "<key>.moved.json"
};

/// A source that has left its name and is not gone yet: by its name nobody finds it any more. Owned by whoever decides
/// about it. Dropped without remove() or putBack() it stays aside, as after a crash: see Driver::undoRelease().
class SetAside
{
public:
    virtual ~SetAside() = default;
    /// What it carries besides its content, as it is now.
    virtual const ObjectTraits &traits() const = 0;
    /// The system itself vouches that its content is that of the ordered version: its change time is the ordered one,
    /// and nobody had it open for writing since that was compared. False where no system can (network, union and
    /// user-space file systems, after a crash, other people's files): then only reading it again tells.
    virtual bool isVouchedFor() const = 0;
    /// Its content, from the start.
    virtual Result<std::unique_ptr<Reader>> open() const = 0;
    /// Gone for good, with what the order wants left behind in its place; durably so after Driver::settle().
    /// SourceChanged: somebody opened it for writing or changed it meanwhile. On any error it is still there, set
    /// aside.
    virtual Result<void> remove() = 0;
    /// Gives it its name back. SourceChanged: something new has that name by now, and it lies beside that.
    virtual Result<void> putBack() = 0;
};

/// One connected backend. Every function is callable from any thread and may block on the device; none keeps a lock
/// while it reads, writes or flushes content. Names are bytes; symlinks are never followed below the root.
///
/// Durability: what settleStaged() and settle() confirmed survives a power cut.
class Driver : public Place
{
public:
    /// Reachable, writable, free space. Never fails: a problem is part of the answer.
    virtual bus::BackendHealth probe(Instant now) const = 0;

    // ---- looking
    /// Every object, in key order. Cancelled when `stop` is requested; an error of the root is returned, an error
    /// below it goes to the sink.
    virtual Result<void> list(ListSink &sink, std::stop_token stop) const = 0;
    /// NotFound: no such object (while the backend itself is there). Unsupported: there, but no regular object.
    /// Unreachable: the backend is gone, nothing is known about the object.
    virtual Result<ObjectInfo> stat(const ObjectKey &key) const = 0;
    virtual Result<std::unique_ptr<Reader>> open(const ObjectKey &key) const = 0;
    /// Nothing where the same file may be seen under several identities (union, user-space, network file systems).
    virtual Result<std::optional<FileIdentity>> identity(const ObjectKey &key) const = 0;
    /// Of each directory of `key`, outermost first, as far as they are there.
    virtual Result<std::vector<DirectoryTraits>> parents(const ObjectKey &key) const = 0;
    /// What a symlink at another backend must hold to lead to `key`; nothing if none can.
    virtual std::optional<std::string> linkTo(const ObjectKey &key) const = 0;

    // ---- receiving a copy: staged under a private name first, final name last
    /// `name`: letters, digits and '-'. A leftover of the same name is replaced.
    virtual Result<std::unique_ptr<Writer>> stage(const std::string &name) = 0;
    /// Makes finished copies durable, many at the price of a few. NoSpace when they do not fit after all.
    virtual Result<void> settleStaged(std::span<const std::string> names) = 0;
    /// Read back from the device as far as the system can be made to, not from the cache. NotFound: not staged.
    virtual Result<std::unique_ptr<Reader>> openStaged(const std::string &name) const = 0;
    /// Success also when nothing is there.
    virtual Result<void> unstage(const std::string &name) = 0;
    /// Gives the staged copy its final name, at once or not at all. AlreadyExists: something has that name and was
    /// left as it is. NotFound: a directory on the way is missing, see makeParents().
    virtual Result<void> publish(const std::string &name, const ObjectKey &key) = 0;
    /// Makes the directories of `key` that are missing, with these traits, outermost first. Unsupported: one cannot
    /// have them here.
    virtual Result<void> makeParents(const ObjectKey &key, std::span<const DirectoryTraits> traits) = 0;
    /// Makes published and released names durable, also those whose directory is gone by now.
    virtual Result<void> settle(std::span<const ObjectKey> keys) = 0;

    // ---- the last look
    /// Content, attributes and names of these objects survive a power cut from here on, whoever wrote them. NotFound:
    /// one is gone. Unreachable: the backend's path leads elsewhere by now.
    virtual Result<void> flush(std::span<const ObjectKey> keys) = 0;
    /// As open(), for an object that was flushed: read back from the device as far as the system can be made to. After
    /// a failed flush memory goes on showing what was never written, and the next flush says all is well.
    virtual Result<std::unique_ptr<Reader>> openFlushed(const ObjectKey &key) const = 0;
    /// Whether the file that setAside() or plant() of some backend made beside `key` is seen here as well: then the two
    /// backends are views of one place. Asked by the backend's own path. Unreachable: that leads elsewhere by now.
    virtual Result<bool> showsMark(const ObjectKey &key, const std::string &token) const = 0;
    /// An empty file of ours beside `key`, to be looked for elsewhere. Replaces one of the same token.
    virtual Result<void> plant(const ObjectKey &key, const std::string &token) = 0;
    /// Success also when nothing is there.
    virtual Result<void> unplant(const ObjectKey &key, const std::string &token) = 0;

    // ---- giving up a source
    /// Whether the source could be given up in this way, asked before anything is copied. Unsupported and NoPermission
    /// say what is in the way.
    virtual Result<void> mayRelease(const ObjectKey &key, LeaveBehind leave) const = 0;
    /// Takes the source's name away. SourceChanged: it has another size, time or inode than ordered, or somebody has it
    /// open for writing; it is still there, whole, under its name. Unsupported: it has other names as well (hard
    /// links), so that removing this one would free nothing. NotFound: already gone, which is also what a repeat after
    /// a crash answers. Left set aside by a crash: that file, whatever it holds; it is not vouched for.
    virtual Result<std::unique_ptr<SetAside>> setAside(const ObjectKey &key, const ReleaseOrder &order) = 0;
    /// Removes the directories in which these released objects lay, where nothing is left in them; not those that make
    /// the tenants. What cannot be removed stays.
    virtual void removeEmptied(std::span<const ObjectKey> keys) = 0;
    /// After a crash, when the source must stay after all: gives it its name back. Success also when there is nothing
    /// to undo. SourceChanged: something else has that name by now.
    virtual Result<void> undoRelease(const ObjectKey &key, const std::string &token) = 0;
};

/// Connects backends. UnknownName, NoPermission, InvalidInput ... name the field `path`.
class DriverFactory
{
public:
    virtual ~DriverFactory() = default;
    virtual Result<std::shared_ptr<Driver>> connect(const BackendSpec &spec) const = 0;
};

/// Which tenant an object of `spec` belongs to: the named tenant, else the directory at `tenantLevel`.
/// NotFound: it lies above that level. InvalidInput: the directory is no usable tenant name.
Result<TenantId> tenantOf(const BackendSpec &spec, const ObjectKey &key);

} // namespace greenward::storage
