#include "core/engine/show/show.h"

#include "core/engine/parts.h"

#include <algorithm>

namespace greenward::engine {
namespace {

std::vector<std::string> notesOf(const storage::ScanRow &scan)
{
    constexpr std::size_t kMost = 40;
    constexpr std::size_t kOfOneKind = 5; // so that each kind is seen
    std::vector<std::string> notes;
    for (const storage::UnreadablePath &path : scan.unreadable) {
        if (notes.size() == kMost / 2) break;
        notes.push_back("not readable: " + path.path + ": " + path.error.detail);
    }
    for (const storage::LeftAloneCount &left : scan.leftAlone) {
        const std::string kind(storage::leftAloneName(left.reason));
        const std::size_t shown = std::min(left.examples.size(), kOfOneKind);
        for (std::size_t i = 0; i < shown; ++i)
            notes.push_back(kind + " left alone: " + left.examples[i]);
        if (left.count > shown) notes.push_back(kind + " left alone: " + std::to_string(left.count - shown) + " more");
    }
    if (notes.size() > kMost) notes.resize(kMost);
    return notes;
}

ScanRow rowOf(const storage::ScanRow &scan)
{
    ScanRow row{.backend = scan.backend};
    row.running = scan.state == storage::ScanState::Running;
    row.complete = scan.state == storage::ScanState::Finished && scan.unreadableCount == 0;
    row.startedAt = scan.startedAt;
    row.endedAt = scan.finishedAt;
    row.objects = scan.objects;
    row.size = DataSize::fromBytes(scan.bytes);
    row.objectsPerSecond = scan.objectsPerSecond;
    row.added = scan.added;
    row.changed = scan.changed;
    row.gone = scan.gone;
    for (const storage::LeftAloneCount &left : scan.leftAlone) {
        row.leftAlone += left.count;
        row.leftAloneBy.emplace_back(storage::leftAloneName(left.reason), left.count);
    }
    row.notes = notesOf(scan);
    if (scan.error)
        row.problem = scan.error->detail;
    else if (scan.unreadableCount > 0)
        row.problem =
            std::to_string(scan.unreadableCount) + " directories could not be read; nothing below them was changed";
    return row;
}

const ScanRow *scanOf(const std::vector<ScanRow> &scans, const BackendId &id)
{
    const auto found = std::find_if(scans.begin(), scans.end(), [&](const ScanRow &row) { return row.backend == id; });
    return found == scans.end() ? nullptr : &*found;
}

} // namespace

std::vector<ScanRow> showScans(const Parts &parts)
{
    std::vector<ScanRow> rows;
    for (const storage::ScanRow &scan : parts.storage.scans())
        rows.push_back(rowOf(scan));
    return rows;
}

std::vector<BackendRow> showBackends(const Parts &parts)
{
    const std::vector<ScanRow> scans = showScans(parts);
    std::map<BackendId, storage::CatalogueTotal> sums;
    const auto totals = parts.storage.catalogue().totals(std::nullopt, std::nullopt);
    if (totals)
        for (const storage::CatalogueTotal &total : *totals) {
            auto [at, fresh] = sums.try_emplace(total.backend, total);
            if (fresh) continue;
            at->second.objects += total.objects;
            at->second.size = at->second.size + total.size;
        }
    std::vector<BackendRow> rows;
    const auto scores = parts.placement.scores(Signal::Average);
    if (!scores) return rows;
    for (const bus::ScoredBackend &scored : *scores) {
        BackendRow row{.scored = scored};
        const BackendId &id = scored.spec.id;
        if (scored.spec.driver != DriverKind::Profile) {
            row.health = parts.healthOf(id);
            if (const auto place = parts.storage.place(id))
                row.place = PlaceRow{place->mark, place->fileSystem.text(), place->since};
        }
        if (const auto sum = sums.find(id); sum != sums.end()) {
            row.objects = sum->second.objects;
            row.size = sum->second.size;
        }
        if (const ScanRow *scan = scanOf(scans, id)) {
            row.scanning = scan->running;
            if (!scan->running) row.scannedAt = scan->endedAt;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace greenward::engine
