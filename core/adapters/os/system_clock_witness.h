#pragma once

#include "core/engine/guarded_clock.h"

namespace greenward::adapters {

/// What Linux says about its clock: CLOCK_BOOTTIME, /proc/uptime, the boot id, and whether the kernel's clock is
/// synchronised.
class SystemClockWitness final : public engine::ClockWitness
{
public:
    SystemClockWitness();
    milliseconds sinceBoot() const override;
    /// From /proc/uptime, to 10 ms: a library that stands in for the clock functions does not reach it.
    milliseconds uptime() const override;
    std::string bootId() const override { return m_bootId; }
    /// From adjtimex, which no library stands in for either.
    std::optional<Instant> synchronisedTime() const override;

private:
    std::string m_bootId;
};

} // namespace greenward::adapters
