#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

#include <filesystem>
#include <stop_token>

// A small estate to look at before one has data of one's own: three backends as directories, ten tenants, budgets in
// every state, an approved and finished move and batches that wait. Everything in it went through the real engine.

namespace greenward::app {

/// The user's own place for it, apart from the real data directory.
std::filesystem::path sampleRoot();
/// The data directory inside.
std::filesystem::path sampleDataDirectory(const std::filesystem::path &root);
/// Made completely, not given up half-way.
bool sampleIsComplete(const std::filesystem::path &root);

/// Makes it under `root`, replacing one that was left half-made. The same every time but for dates, which are counted
/// back from now. Takes some seconds; call it from a worker. AlreadyExists: `root` holds something else.
Result<void> makeSampleEstate(const std::filesystem::path &root, const std::stop_token &stop,
                              const ProgressSink &progress);

/// Deletes it, and nothing else: Refused when `root` is not marked as a sample estate. Nobody may have it open.
Result<void> deleteSampleEstate(const std::filesystem::path &root);

} // namespace greenward::app
