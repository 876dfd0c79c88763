#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/progress.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace greenward::app {

/// One file of the sample estate, as it shall be.
struct SampleFile
{
    std::string backend; ///< directory under the root
    std::string tenant;
    std::string name; ///< below the tenant, with directories
    std::uint64_t bytes = 0;
    std::chrono::hours idle{0}; ///< last touched that long ago
};

/// Names of the tenants, the same in files and commands.
extern const std::vector<std::string> kSampleTenants;

/// The whole list, the same for the same seed.
std::vector<SampleFile> sampleFiles(unsigned seed);
/// Makes them under `root`: sparse, so that they take little room, with both their times set back from `now`.
Result<void> plantSampleFiles(const std::filesystem::path &root, const std::vector<SampleFile> &files, Instant now,
                              const std::stop_token &stop, const ProgressSink &progress);

} // namespace greenward::app
