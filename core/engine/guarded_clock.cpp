#include "core/engine/guarded_clock.h"

#include <algorithm>

namespace greenward::engine {
namespace {

constexpr std::int64_t kStepMs = milliseconds(GuardedClock::kStep).count();

std::int64_t millis(Instant at)
{
    return at.time_since_epoch().count();
}

} // namespace

GuardedClock::GuardedClock(std::shared_ptr<const Clock> wall, std::shared_ptr<const ClockWitness> witness,
                           const std::optional<ClockMark> &mark)
    : m_wall(std::move(wall))
    , m_witness(std::move(witness))
{
    const std::int64_t time = millis(m_wall->now());
    if (!mark) {
        believe(time);
        return;
    }
    const std::int64_t marked = millis(mark->time);
    m_last = marked;
    if (mark->bootId == m_witness->bootId()) {
        m_bootAt = marked - mark->sinceBoot.count();
        return;
    }
    const bool isFar = time > marked + milliseconds(kLongestAbsence).count();
    believe(isFar && !m_witness->isSynchronised() ? marked : std::max(time, marked));
}

void GuardedClock::believe(std::int64_t time)
{
    m_bootAt = time - m_witness->sinceBoot().count();
}

GuardedClock::Reading GuardedClock::read() const
{
    // The wall clock first: to be interrupted in between makes it look late by that time, never as if it had jumped.
    const std::int64_t wall = millis(m_wall->now());
    return {wall, m_bootAt.load() + m_witness->sinceBoot().count()};
}

Instant GuardedClock::now() const
{
    const Reading reading = read();
    const std::int64_t time = reading.wall - reading.expected > kStepMs ? reading.expected : reading.wall;
    std::int64_t last = m_last.load();
    while (last < time && !m_last.compare_exchange_weak(last, time)) {
    }
    return Instant{milliseconds(std::max(last, time))};
}

GuardedClock::State GuardedClock::observe()
{
    const std::int64_t told = millis(now());
    const Reading reading = read();
    const milliseconds off{reading.wall - told};
    if (reading.wall - reading.expected > kStepMs) {
        if (!m_witness->isSynchronised()) return {Trust::Held, off};
        believe(reading.wall);
        return {};
    }
    if (told - reading.wall > kStepMs) return {Trust::SetBack, off};
    // While it is behind, what was expected stays: when somebody corrects the clock that is no jump.
    if (reading.wall >= told) believe(reading.wall);
    return {};
}

void GuardedClock::confirm()
{
    const std::int64_t time = millis(m_wall->now());
    believe(time);
    m_last = time;
}

ClockMark GuardedClock::mark() const
{
    const milliseconds sinceBoot = m_witness->sinceBoot();
    return {now(), sinceBoot, m_witness->bootId()};
}

} // namespace greenward::engine
