#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/bus/payloads.h"
#include "core/units/object.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace greenward::storage {

/// One object as the catalogue keeps it.
struct CatalogueObject
{
    ObjectKey key;
    TenantId tenant;
    ObjectSignature signature;
    std::int64_t touchedNs = 0; ///< last use: nanoseconds since 1970
    TouchEvidence evidence = TouchEvidence::Modified;
    /// A copy elsewhere took its place; this one waits for its grace time or is kept for good. Never planned again,
    /// until a scan finds it changed: then it is an object like any other.
    bool superseded = false;

    friend bool operator==(const CatalogueObject &, const CatalogueObject &) = default;
};

struct MergeSummary
{
    std::uint64_t seen = 0;
    std::uint64_t added = 0;
    std::uint64_t changed = 0;
    std::uint64_t gone = 0;
    std::int64_t seenBytes = 0; ///< as ObjectSignature::freed()
};

/// One listing on its way into the catalogue. One thread. Dropped without finish(): what was added stays, nothing is
/// taken out, so an interrupted scan leaves a catalogue that is merely older in places.
class CatalogueMerge
{
public:
    virtual ~CatalogueMerge() = default;
    /// In strictly ascending byte order of keys (Internal otherwise). Unchanged rows are not written.
    virtual Result<void> add(const CatalogueObject &object) = 0;
    /// The listing is complete but for what lies at or below `unreadable` (relative paths; an empty one: everything):
    /// rows it did not name are removed, except below those.
    virtual Result<MergeSummary> finish(std::span<const std::string> unreadable) = 0;
};

/// What lies at one backend for one tenant.
struct CatalogueTotal
{
    TenantId tenant;
    BackendId backend;
    std::uint64_t objects = 0; ///< superseded ones included, as in `size`: they still take room
    DataSize size;             ///< all sizes as ObjectSignature::freed()
    std::uint64_t superseded = 0;
    DataSize supersededSize;
    std::uint64_t coldObjects = 0; ///< not superseded, last touched before the day of the threshold
    DataSize coldSize;
};

/// A table's window into one backend, in key order.
struct ObjectPageQuery
{
    BackendId backend;
    std::optional<TenantId> tenant;
    std::string prefix;   ///< raw bytes; empty: all
    std::string afterKey; ///< keyset: keys above this one; empty: from the start
    std::size_t limit = 200;
};

/// The inventory of all backends. A cache of what the disks hold: it can be rebuilt by scanning and may lose its
/// newest changes in a power cut. Callable from any thread.
class Catalogue
{
public:
    virtual ~Catalogue() = default;

    // ---- writing
    virtual Result<std::unique_ptr<CatalogueMerge>> beginMerge(const BackendId &backend) = 0;

    struct Put
    {
        BackendId backend;
        CatalogueObject object;
    };
    struct Supersede
    {
        BackendId backend;
        ObjectKey key;
    };
    struct Remove
    {
        BackendId backend;
        ObjectKey key;
    };
    /// What the mover did; all or nothing. Superseding or removing what is not there is no error.
    struct Changes
    {
        std::vector<Put> puts;
        std::vector<Supersede> superseded;
        std::vector<Remove> removed;
        bool empty() const { return puts.empty() && superseded.empty() && removed.empty(); }
    };
    virtual Result<void> apply(const Changes &changes) = 0;
    /// Everything known about a backend that is no longer registered.
    virtual Result<void> forget(const BackendId &backend) = 0;

    // ---- reading
    /// storage.list: objects of one tenant at one backend that are not superseded, those that free most first. `visit`
    /// runs on the calling thread without any lock held.
    virtual Result<std::uint64_t> list(const bus::ListObjects &request) const = 0;
    virtual Result<std::optional<CatalogueObject>> find(const BackendId &backend, const ObjectKey &key) const = 0;
    virtual Result<std::vector<CatalogueObject>> page(const ObjectPageQuery &query) const = 0;
    /// One row per tenant and backend that holds anything, from a roll-up by day: milliseconds at any size. Cold is
    /// counted in whole UTC days: what was touched on the day of `coldBefore` is not cold yet.
    virtual Result<std::vector<CatalogueTotal>> totals(const std::optional<TenantId> &tenant,
                                                       std::optional<Instant> coldBefore) const = 0;
    virtual Result<std::vector<TenantId>> tenants() const = 0;
};

} // namespace greenward::storage
