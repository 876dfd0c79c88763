#include "core/budget/throttle_gate.h"

#include <condition_variable>
#include <mutex>

namespace greenward::budget {
namespace {

Unexpected<Error> cancelled()
{
    return fail(ErrorCode::Cancelled, "wait", "interrupted");
}

} // namespace

bool waitUnlessStopped(milliseconds delay, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any woken;
    std::unique_lock lock(mutex);
    woken.wait_for(lock, stop, delay, [] { return false; });
    return !stop.stop_requested();
}

Result<bus::BudgetVerdict> ThrottleGate::throttleIfNeeded(const TenantId &tenant, GramsCO2e estimate,
                                                          const std::stop_token &stop) const
{
    if (stop.stop_requested()) return cancelled();
    CORE_TRY(const bus::BudgetVerdict verdict, m_decide(tenant, estimate));
    if (verdict.result == ThrottleResult::Delayed && !m_wait(verdict.delay, stop)) return cancelled();
    return verdict;
}

} // namespace greenward::budget
