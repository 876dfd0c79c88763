#pragma once

#include "core/base/clock.h"

namespace greenward::engine {

/// Stands still until it is set; never runs backwards. One thread.
class ReplayClock final : public Clock
{
public:
    Instant now() const override { return m_now; }
    std::chrono::nanoseconds monotonic() const override { return m_now.time_since_epoch(); }
    void set(Instant now)
    {
        if (now > m_now) m_now = now;
    }

private:
    Instant m_now{};
};

} // namespace greenward::engine
