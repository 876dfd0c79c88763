#include "core/grid/breaker.h"

#include <algorithm>
#include <utility>

namespace greenward::grid {

bool Breaker::mayAsk(milliseconds now)
{
    if (!m_openUntil) return true;
    if (now < *m_openUntil || m_onTrial) return false;
    m_onTrial = true;
    return true;
}

void Breaker::succeeded()
{
    m_failures = 0;
    m_pause = milliseconds{0};
    m_openUntil.reset();
    m_onTrial = false;
}

void Breaker::failed(milliseconds now)
{
    ++m_failures;
    const bool trialFailed = std::exchange(m_onTrial, false);
    if (!trialFailed && m_failures < m_settings.failures) return;
    if (m_openUntil && !trialFailed) return; // one that was under way when it opened
    m_pause = m_pause.count() == 0 ? m_settings.pause : std::min(m_pause * 2, m_settings.longestPause);
    m_openUntil = now + m_pause;
}

void Breaker::undecided()
{
    m_onTrial = false;
}

Breaker::State Breaker::state(milliseconds now) const
{
    if (!m_openUntil) return State::Closed;
    return m_onTrial || now >= *m_openUntil ? State::Trial : State::Open;
}

} // namespace greenward::grid
