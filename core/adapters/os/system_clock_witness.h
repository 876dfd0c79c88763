#pragma once

#include "core/engine/guarded_clock.h"

namespace greenward::adapters {

/// What Linux says about its clock: CLOCK_BOOTTIME, the boot id, and whether the kernel's clock is synchronised.
class SystemClockWitness final : public engine::ClockWitness
{
public:
    SystemClockWitness();
    milliseconds sinceBoot() const override;
    std::string bootId() const override { return m_bootId; }
    bool isSynchronised() const override;

private:
    std::string m_bootId;
};

} // namespace greenward::adapters
