#pragma once

#include "core/base/clock.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace greenward::engine {

/// What the operating system knows about its clock beside the time. Any thread.
class ClockWitness
{
public:
    virtual ~ClockWitness() = default;
    /// Since this boot, time asleep included; never steps.
    virtual milliseconds sinceBoot() const = 0;
    /// The same from another source, which need not be fast: whoever sets the clocks or makes them stand still (a
    /// library laid over them, a hypervisor) rarely thinks of both. Where the two differ this one counts.
    virtual milliseconds uptime() const { return sinceBoot(); }
    /// Tells two boots apart.
    virtual std::string bootId() const = 0;
    /// The kernel's own clock, if the kernel says that it is right (kept by NTP or the like).
    virtual std::optional<Instant> synchronisedTime() const = 0;
};

/// Where the engine's time stood, to go on from after a restart.
struct ClockMark
{
    Instant time;
    milliseconds sinceBoot{0}; ///< as the guard believed it
    std::string bootId;
    std::optional<Instant> wall = {}; ///< what the wall clock said then, and
    milliseconds uptime{0};           ///< how long the machine had been up
};

/// Engine time: the wall clock as long as it can be believed. It never runs backwards, over restarts neither, so a
/// period that is closed stays closed; and a dead battery or a slip of the hand does not give every tenant a fresh
/// year.
///
/// * Set back: time stands still until the wall clock has caught up. By more than kStep it is `SetBack`, to be told.
/// * Jumped forward by more than kStep without the time since boot to go with it: `Held`. Time goes on from where it
/// was
///   at the pace of the boot clock, until the kernel says that the wall clock is right, somebody confirms it, or the
///   wall clock comes back.
/// * Stands still, or crawls, while the machine goes on: `Stopped`, to be told. Time stands still with it: what is
/// dated
///   keeps its order, and ids are not made of it.
/// * A boot clock that jumps without the machine's uptime is as little believed as a wall clock that does.
/// * After a reboot nothing says how long the machine was off: up to kLongestAbsence is believed.
class GuardedClock final : public Clock
{
public:
    static constexpr std::chrono::minutes kStep{5};
    static constexpr std::chrono::days kLongestAbsence{90};

    GuardedClock(std::shared_ptr<const Clock> wall, std::shared_ptr<const ClockWitness> witness,
                 const std::optional<ClockMark> &mark);

    Instant now() const override;
    std::chrono::nanoseconds monotonic() const override { return m_wall->monotonic(); }

    enum class Trust { Good, SetBack, Held, Stopped };
    struct State
    {
        Trust trust = Trust::Good;
        milliseconds off{0}; ///< wall clock minus engine time; Stopped: minus what the machine's uptime makes of it
        friend bool operator==(const State &, const State &) = default;
    };
    /// Looks whether the wall clock can be believed (again), and follows its slow corrections. Call about every second,
    /// from one thread.
    State observe();
    /// Somebody looked at the wall clock and it is right: engine time is set to it, also backwards.
    void confirm();
    ClockMark mark() const;

private:
    struct Reading
    {
        std::int64_t wall = 0;     ///< ms since 1970
        std::int64_t expected = 0; ///< what the boot clock makes of the last time that was believed
    };
    Reading read() const;
    void believe(std::int64_t time);
    /// Since this boot, in ms: the boot clock as long as it goes with the uptime. Any thread.
    std::int64_t sinceBoot() const;
    void compareClocks(std::int64_t boot) const;
    /// The kernel says that this is the time.
    bool isVouchedFor(std::int64_t wall) const;
    /// How far the wall clock fell behind the uptime while it stood still; nothing: it goes.
    std::optional<milliseconds> lag(std::int64_t wall);

    const std::shared_ptr<const Clock> m_wall;
    const std::shared_ptr<const ClockWitness> m_witness;
    std::atomic<std::int64_t> m_bootAt{0}; ///< ms since 1970 at which, by what was believed last, the machine booted
    mutable std::atomic<std::int64_t> m_last{INT64_MIN}; ///< the latest that was told
    mutable std::atomic<std::int64_t> m_ahead{0};        ///< ms by which the boot clock is ahead of the uptime
    mutable std::atomic<std::int64_t> m_comparedAt{0};   ///< boot clock when it was last compared with the uptime

    /// What lag() compares with: a look at which the wall clock went. Of observe()'s thread.
    struct Anchor
    {
        std::int64_t wall = 0;
        std::int64_t uptime = 0;
        bool ofEarlierRun = false;
    };
    Anchor m_anchor;
};

} // namespace greenward::engine
