#pragma once

#include "core/base/clock.h"
#include "core/grid/series_store.h"
#include "core/store/state_store.h"

#include <string>

namespace greenward::app {

inline constexpr const char *kCatalogueFile = "catalog.db";
inline constexpr const char *kSeriesFile = "series.db";
inline constexpr const char *kScanAgain = "scan the backends";
inline constexpr const char *kAskAgain = "ask the sources of grid data again (greenwardctl grid import, grid now)";

/// Which of the files that can be had again were not there, or empty, when the store was opened.
struct MissingFiles
{
    bool catalogue = false;
    bool series = false;
};

/// Keeps in mind that files were lost until what they held is there again, so that not only the first command after it
/// says so: Collection::Setting, "lost_files", with an audit row when one is lost. With the catalogue go the scans that
/// filled it: each backend is one that was never scanned, until it is. `store` may be read-only: then nothing is kept.
/// Answers what is to be told; empty when all is well.
Result<std::string> noteLostFiles(store::StateStore &store, const grid::SeriesStore &series, MissingFiles missing,
                                  Instant now);

} // namespace greenward::app
