#pragma once

#include "core/base/clock.h"

namespace greenward::grid {

/// How often a provider may be asked: `burst` at once, then one each `interval`. Times are monotonic. One thread.
class RequestBudget final
{
public:
    /// Neither below 1.
    RequestBudget(int burst, milliseconds interval)
        : m_burst(burst)
        , m_interval(interval)
    {}

    /// Takes one if there is one.
    bool take(milliseconds now);
    /// How many may go now.
    int left(milliseconds now) const;
    /// How long until one may go; 0: now.
    milliseconds wait(milliseconds now) const;

private:
    // The moment at which all that was taken is earned again (GCRA): one number, nothing to refill.
    milliseconds earned(milliseconds now) const { return m_spentUntil > now ? m_spentUntil : now; }

    int m_burst;
    milliseconds m_interval;
    milliseconds m_spentUntil{0};
};

} // namespace greenward::grid
