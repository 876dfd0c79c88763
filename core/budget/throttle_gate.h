#pragma once

#include "core/bus/payloads.h"

#include <functional>
#include <stop_token>

namespace greenward::budget {

/// Waits `delay` on the calling thread. False as soon as `stop` is requested.
bool waitUnlessStopped(milliseconds delay, const std::stop_token &stop);

/// `ThrottleIfNeeded` for whoever does the work (T-02, T-04 to T-07): asks, waits if it is told to, answers. Any
/// thread that may wait, never the engine's: `decide` brings the question to the engine.
class ThrottleGate final
{
public:
    using Decide = std::function<Result<bus::BudgetVerdict>(const TenantId &, GramsCO2e)>;
    /// False: the waiting was broken off.
    using Wait = std::function<bool(milliseconds, const std::stop_token &)>;

    explicit ThrottleGate(Decide decide, Wait wait = waitUnlessStopped)
        : m_decide(std::move(decide))
        , m_wait(std::move(wait))
    {}

    /// Allowed: at once. Delayed: after the recommended delay. Rejected: at once, and the caller handles it.
    /// Cancelled when `stop` was requested before or during the wait; asked before, nothing is counted.
    Result<bus::BudgetVerdict> throttleIfNeeded(const TenantId &tenant, GramsCO2e estimate,
                                                const std::stop_token &stop) const;

private:
    Decide m_decide;
    Wait m_wait;
};

} // namespace greenward::budget
