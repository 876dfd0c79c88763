#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/storage/driver.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace greenward::storage {

enum class ScanState { Running, Finished, Cancelled, Failed };
std::string_view scanStateName(ScanState state);

/// Things of one kind that a scan left alone, with the first few of them.
struct LeftAloneCount
{
    static constexpr std::size_t kMostExamples = 20;
    LeftAlone reason = LeftAlone::Symlink;
    std::uint64_t count = 0;
    std::vector<std::string> examples; ///< relative paths, escaped for display
};

/// A directory that could not be read; the catalogue keeps what it knew below it.
struct UnreadablePath
{
    std::string path; ///< relative, escaped for display
    Error error;
};

/// One scan of one backend, running or the last one. A value.
struct ScanRow
{
    static constexpr std::size_t kMostUnreadable = 100;
    explicit ScanRow(BackendId id)
        : backend(std::move(id))
    {}
    BackendId backend;
    ScanState state = ScanState::Running;
    Instant startedAt;
    std::optional<Instant> finishedAt;
    std::uint64_t objects = 0;
    std::int64_t bytes = 0;
    std::uint64_t expectedObjects = 0; ///< what the catalogue held before; 0: first scan
    double objectsPerSecond = 0;       ///< over the whole scan so far
    std::uint64_t added = 0;           ///< these three are known when it has finished
    std::uint64_t changed = 0;
    std::uint64_t gone = 0;
    std::vector<LeftAloneCount> leftAlone;
    std::uint64_t unreadableCount = 0;
    std::vector<UnreadablePath> unreadable; ///< the first ones
    std::optional<Error> error;             ///< why it failed
};

} // namespace greenward::storage
