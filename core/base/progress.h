#pragma once

#include <cstdint>
#include <functional>

namespace greenward {

/// How far long work has come. `total` 0 means "not known yet". Counts are of objects, sizes in bytes.
struct Progress
{
    std::uint64_t done = 0;
    std::uint64_t total = 0;
    std::int64_t doneBytes = 0;
    std::int64_t totalBytes = 0;
    std::uint64_t failed = 0;
};

/// Called from the thread that works, at most some ten times a second; must not block.
using ProgressSink = std::function<void(const Progress &)>;

} // namespace greenward
