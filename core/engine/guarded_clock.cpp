#include "core/engine/guarded_clock.h"

#include <algorithm>
#include <cstdlib>

namespace greenward::engine {
namespace {

constexpr std::int64_t kStepMs = milliseconds(GuardedClock::kStep).count();
// A clock that is being corrected may stand for a moment, so a look every second is not enough; one that says the very
// same millisecond to two processes is none that goes (an uptime may be rounded to 10 ms).
constexpr std::int64_t kStillMs = 10'000;
constexpr std::int64_t kStillOverStartsMs = 20;
// An uptime is rounded and read a moment later; a longer difference is one of the clocks.
constexpr std::int64_t kApartMs = 1'000;
constexpr std::int64_t kCompareEveryMs = 10'000;
constexpr std::int64_t kSlowest = 10; // a tenth of the machine's pace: clocks are slewed by parts of a thousand

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
    compareClocks(m_witness->sinceBoot().count());
    m_anchor = {time, m_witness->uptime().count(), false};
    if (mark && mark->wall && mark->bootId == m_witness->bootId())
        m_anchor = {millis(*mark->wall), mark->uptime.count(), true};
    if (!mark) {
        believe(time);
        return;
    }
    const std::int64_t marked = millis(mark->time);
    m_last = marked;
    // A container that was started anew keeps the boot id, and its uptime begins again.
    if (mark->bootId == m_witness->bootId() && mark->sinceBoot.count() <= sinceBoot()) {
        m_bootAt = marked - mark->sinceBoot.count();
        return;
    }
    const bool isFar = time > marked + milliseconds(kLongestAbsence).count();
    believe(isFar && !isVouchedFor(time) ? marked : std::max(time, marked));
}

void GuardedClock::believe(std::int64_t time)
{
    m_bootAt = time - sinceBoot();
}

void GuardedClock::compareClocks(std::int64_t boot) const
{
    const std::int64_t ahead = boot - m_witness->uptime().count();
    if (std::abs(ahead - m_ahead) > kApartMs) m_ahead = std::abs(ahead) > kApartMs ? ahead : 0;
    m_comparedAt = boot;
}

std::int64_t GuardedClock::sinceBoot() const
{
    const std::int64_t boot = m_witness->sinceBoot().count();
    // The uptime is slow to read: now and then, and before a leap is believed.
    if (std::abs(boot - m_comparedAt) > kCompareEveryMs) compareClocks(boot);
    return boot - m_ahead;
}

bool GuardedClock::isVouchedFor(std::int64_t wall) const
{
    const auto time = m_witness->synchronisedTime();
    return time && std::abs(millis(*time) - wall) <= kStepMs;
}

GuardedClock::Reading GuardedClock::read() const
{
    // The wall clock first: to be interrupted in between makes it look late by that time, never as if it had jumped.
    const std::int64_t wall = millis(m_wall->now());
    return {wall, m_bootAt.load() + sinceBoot()};
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
        if (!isVouchedFor(reading.wall)) return {Trust::Held, off};
        believe(reading.wall);
        return {};
    }
    if (told - reading.wall > kStepMs) return {Trust::SetBack, off};
    if (const auto behind = lag(reading.wall)) return {Trust::Stopped, -*behind};
    // While it is behind, what was expected stays: when somebody corrects the clock that is no jump.
    if (reading.wall >= told) believe(reading.wall);
    return {};
}

std::optional<milliseconds> GuardedClock::lag(std::int64_t wall)
{
    const std::int64_t uptime = m_witness->uptime().count();
    const std::int64_t passed = uptime - m_anchor.uptime;
    const std::int64_t gone = wall - m_anchor.wall;
    const std::int64_t enough = m_anchor.ofEarlierRun && gone == 0 ? kStillOverStartsMs : kStillMs;
    // Less than nothing: it was set back, which is another matter.
    const bool stands = gone >= 0 && gone * kSlowest < std::max<std::int64_t>(passed, 1);
    if (stands && passed >= enough) return milliseconds{passed - gone};
    if (!stands) m_anchor = {wall, uptime, false};
    return std::nullopt;
}

void GuardedClock::confirm()
{
    const std::int64_t time = millis(m_wall->now());
    believe(time);
    m_last = time;
}

ClockMark GuardedClock::mark() const
{
    const milliseconds passed{sinceBoot()};
    return {now(), passed, m_witness->bootId(), m_wall->now(), m_witness->uptime()};
}

} // namespace greenward::engine
