#include "core/grid/request_budget.h"

#include <algorithm>

namespace greenward::grid {

bool RequestBudget::take(milliseconds now)
{
    if (wait(now).count() > 0) return false;
    m_spentUntil = earned(now) + m_interval;
    return true;
}

int RequestBudget::left(milliseconds now) const
{
    const milliseconds debt = earned(now) - now;
    const auto spent = (debt + m_interval - milliseconds{1}) / m_interval;
    return std::max(0, m_burst - static_cast<int>(spent));
}

milliseconds RequestBudget::wait(milliseconds now) const
{
    const milliseconds allowed = m_interval * (m_burst - 1);
    return std::max(milliseconds{0}, earned(now) - now - allowed);
}

} // namespace greenward::grid
