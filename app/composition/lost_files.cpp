#include "app/composition/lost_files.h"

#include "core/base/json_reader.h"

#include <algorithm>
#include <set>

namespace greenward::app {
namespace {

using store::Collection;

constexpr std::string_view kDocument = "lost_files";

/// What was lost and is not there again.
struct Lost
{
    std::set<std::string> unscanned; ///< backends whose objects the catalogue knew
    bool series = false;

    bool any() const { return series || !unscanned.empty(); }
    friend bool operator==(const Lost &, const Lost &) = default;
};

std::string jsonOf(const Lost &lost)
{
    return jsonText(Json{{kCatalogueFile, lost.unscanned}, {kSeriesFile, lost.series}});
}

/// What cannot be read was lost by nobody: the file it tells of is there again, or is noticed anew.
Lost lostBefore(const std::vector<store::Document> &settings)
{
    Lost lost;
    const auto known = std::ranges::find(settings, kDocument, &store::Document::id);
    if (known == settings.end()) return lost;
    const Json json = parseJson(known->json, kDocument).value_or(Json());
    if (!json.is_object()) return lost;
    if (const auto at = json.find(kCatalogueFile); at != json.end() && at->is_array())
        for (const Json &backend : *at)
            if (backend.is_string()) lost.unscanned.insert(backend.get<std::string>());
    if (const auto at = json.find(kSeriesFile); at != json.end() && at->is_boolean()) lost.series = at->get<bool>();
    return lost;
}

std::set<std::string> idsOf(const std::vector<store::Document> &documents)
{
    std::set<std::string> ids;
    for (const store::Document &one : documents)
        ids.insert(one.id);
    return ids;
}

std::string told(const Lost &lost)
{
    std::string text;
    if (!lost.unscanned.empty()) {
        text = "the object catalogue (catalog.db) was lost and begun anew; ";
        text += kScanAgain;
        text += ":";
        for (const std::string &backend : lost.unscanned)
            text += " " + backend;
    }
    if (!lost.series) return text;
    text += text.empty() ? "" : "; ";
    return text + "what was stored of the grid (series.db) was lost and begun anew; " + kAskAgain;
}

} // namespace

Result<std::string> noteLostFiles(store::StateStore &store, const grid::SeriesStore &series, MissingFiles missing,
                                  Instant now)
{
    CORE_TRY(const auto settings, store.documents(Collection::Setting));
    const Lost before = lostBefore(settings);
    if (!before.any() && !missing.catalogue && !missing.series) return std::string(); // as at nearly every start
    CORE_TRY(const auto scans, store.documents(Collection::Scan));
    CORE_TRY(const auto backends, store.documents(Collection::Backend));
    const std::set<std::string> scanned = idsOf(scans);
    const std::set<std::string> registered = idsOf(backends);
    Lost lost = before;
    store::Transaction transaction;
    const auto audit = [&](const char *file) {
        transaction.audit.push_back({now, "greenward", "file.lost", file, "{}"});
    };
    if (missing.catalogue && !scanned.empty()) {
        lost.unscanned.insert(scanned.begin(), scanned.end());
        for (const std::string &backend : scanned)
            transaction.remove(Collection::Scan, backend);
        audit(kCatalogueFile);
    } else {
        std::erase_if(lost.unscanned,
                      [&](const std::string &one) { return scanned.contains(one) || !registered.contains(one); });
    }
    if (missing.series) {
        if (!before.series) audit(kSeriesFile);
        lost.series = true;
    } else if (lost.series) {
        CORE_TRY(const auto kept, series.list());
        lost.series = kept.empty();
    }
    if (lost != before && !store.health().readOnly) {
        if (lost.any())
            transaction.put(Collection::Setting, std::string(kDocument), jsonOf(lost));
        else
            transaction.remove(Collection::Setting, std::string(kDocument));
        CORE_TRY(const store::CommitInfo kept, store.commit(std::move(transaction)));
        static_cast<void>(kept);
    }
    return told(lost);
}

} // namespace greenward::app
