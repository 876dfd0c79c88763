#pragma once

#include <chrono>

namespace greenward {

/// A moment of UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using std::chrono::milliseconds;

/// The only source of time (C-73). Simulation and replay hand in their own; only adapters/os/SystemClock reads the
/// operating system. Callable from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    /// Never runs backwards; for durations and rates only.
    virtual std::chrono::nanoseconds monotonic() const = 0;
};

} // namespace greenward
