#pragma once

#include "core/base/error.h"
#include "tests/sim/dice.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace greenward::sim {

/// Lets exactly one thread of a simulated process run at a time and decides by the dice which one, so that a seed
/// always gives the same life, and puts a stop, a mishap or a death between any two of its calls to the outside.
///
/// The engine thread is the test's own. While it works (a command, a tick, something that was posted to it) all others
/// wait at their next call to the outside; in drain() it waits for them. A dead process goes on running, but whatever
/// it calls fails and changes nothing, as if nobody were there: that is how a kill looks from outside.
class Lockstep final
{
public:
    Lockstep(Dice dice, Trace &trace)
        : m_dice(dice)
        , m_trace(trace)
    {}

    /// A new process: alive; the calling thread is its engine thread.
    void begin();
    /// Work for the engine thread, from any thread.
    void post(std::function<void()> work);
    /// Does what was posted and lets the others run until none is at work. `atWork`: how many runs and scans there are,
    /// each of which has one thread that calls the outside.
    void drain(const std::function<std::size_t()> &atWork);

    /// Before each call to the outside that changes or looks at the world. An error: the process is dead; the call must
    /// have no effect.
    Result<void> step(const std::string &what);
    /// For calls that only look, and that threads without a turn make too.
    Result<void> look() const;

    /// `what` happens before the `after`-th step from now, in the thread that makes it.
    void plan(std::uint64_t after, std::function<void()> what);
    void forgetPlans();
    /// From within a planned happening: the system refuses this call, for want of memory, handles ...
    void refuse(Error error);
    /// From within a planned happening, or between commands.
    void kill();
    bool isDead() const;
    std::uint64_t steps() const;

    /// Called after each step's turn was given, before the step: the world as it is now.
    std::function<void()> watch;

private:
    struct Ticket
    {
        const std::string *what = nullptr;
        bool go = false;
    };
    void choose();
    void happen(std::unique_lock<std::mutex> &lock);
    static Unexpected<Error> dead();

    Dice m_dice;
    Trace &m_trace;
    mutable std::mutex m_mutex; ///< guards all below
    std::condition_variable m_changed;
    std::thread::id m_engine;
    std::deque<std::function<void()>> m_queue;
    std::vector<Ticket *> m_parked;
    std::size_t m_expected = 0;
    bool m_engineWaits = false;
    bool m_dead = false;
    std::optional<Error> m_refusal;
    std::uint64_t m_steps = 0;
    std::multimap<std::uint64_t, std::function<void()>> m_plans;
};

} // namespace greenward::sim
