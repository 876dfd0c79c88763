#pragma once

#include "core/base/clock.h"

#include <atomic>

namespace greenward::tests {

/// A clock that stands still until a test moves it. Any thread.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Instant start)
        : m_now(start)
    {}
    Instant now() const override { return m_now.load(); }
    std::chrono::nanoseconds monotonic() const override { return m_now.load().time_since_epoch(); }
    void advance(std::chrono::milliseconds by) { m_now.store(m_now.load() + by); }

private:
    std::atomic<Instant> m_now;
};

} // namespace greenward::tests
