#pragma once

#include "core/base/clock.h"

namespace greenward::adapters {

/// The operating system's clock: the only place that reads it.
class SystemClock final : public Clock
{
public:
    Instant now() const override;
    std::chrono::nanoseconds monotonic() const override;
};

} // namespace greenward::adapters
