#include "core/base/utf8.h"
#include "core/engine/parts.h"
#include "core/engine/show/show.h"

#include <algorithm>

namespace greenward::engine {
namespace {

/// What is known of one place an object may lie at.
struct Trace
{
    BackendId backend;
    std::optional<storage::CatalogueObject> row; ///< of the catalogue
    std::optional<store::PlacementRecord> came;  ///< from another place
    std::optional<store::PlacementRecord> went;  ///< to another place
};

/// The full path at a local backend, for people.
std::string pathAt(const Parts &parts, const BackendId &backend, const ObjectKey &key)
{
    const auto spec = parts.placement.spec(backend);
    if (!spec || spec->driver != DriverKind::Local) return {};
    return escapedForDisplay(spec->location + "/" + key.text());
}

Trace &traceAt(std::vector<Trace> &traces, const BackendId &backend)
{
    const auto at =
        std::find_if(traces.begin(), traces.end(), [&](const Trace &one) { return one.backend == backend; });
    if (at != traces.end()) return *at;
    return traces.emplace_back(Trace{backend, {}, {}, {}});
}

/// All places that the catalogue or the record of a move names; with `from`, only where the object first seen there
/// lies.
Result<std::vector<Trace>> tracesOf(const Parts &parts, const std::optional<BackendId> &from, const ObjectKey &key)
{
    std::vector<Trace> traces;
    for (const BackendSpec &spec : parts.placement.connected()) {
        if (from && spec.id != *from) continue;
        CORE_TRY(auto placed, parts.ports.store->placementOf(spec.id, key));
        Trace &first = traceAt(traces, spec.id);
        if (!placed || placed->target == spec.id) continue;
        first.went = placed;
        traceAt(traces, placed->target).came = std::move(placed);
    }
    for (Trace &trace : traces) {
        CORE_TRY(trace.row, parts.storage.catalogue().find(trace.backend, key));
    }
    std::erase_if(traces, [](const Trace &trace) { return !trace.row && !trace.came; });
    return traces;
}

std::string_view stateOf(const Trace &trace, bool only)
{
    if (!trace.row) return "missing";
    if (trace.row->superseded) return "superseded";
    if (trace.came) return trace.row->signature.size == trace.came->size ? "current" : "changed";
    if (trace.went) return "changed"; // or it would be superseded
    return only ? "current" : "unverified";
}

int rankOf(const LocateRow &row)
{
    constexpr std::array<std::string_view, 5> kOrder{"current", "changed", "missing", "superseded", "unverified"};
    return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), row.state) - kOrder.begin());
}

} // namespace

Result<std::vector<LocateRow>> locate(const Parts &parts, const std::optional<BackendId> &backend, const ObjectKey &key)
{
    CORE_TRY(const std::vector<Trace> traces, tracesOf(parts, backend, key));
    if (traces.empty())
        return fail(ErrorCode::NotFound, "key",
                    "no object \"" + escapedForDisplay(key.text()) +
                        "\" is in the catalogue; scan its backend, or check the key");
    std::vector<LocateRow> rows;
    for (const Trace &trace : traces) {
        LocateRow row{.key = key, .backend = trace.backend};
        row.path = pathAt(parts, trace.backend, key);
        row.state = stateOf(trace, traces.size() == 1);
        if (trace.row) row.size = trace.row->signature.size;
        if (trace.came) {
            row.moved = true;
            row.batch = trace.came->batch;
            row.movedAt = trace.came->at;
            row.sha256 = hexText(trace.came->sha256);
        }
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const LocateRow &a, const LocateRow &b) { return rankOf(a) < rankOf(b); });
    return rows;
}

} // namespace greenward::engine
