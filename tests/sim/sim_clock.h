#pragma once

#include "core/engine/guarded_clock.h"

#include <atomic>
#include <string>

namespace greenward::sim {

/// The clocks of a machine: a wall clock that may be set or held, and a boot clock that may not. The test's thread
/// moves them between steps; any thread reads.
class SimClock final : public Clock, public engine::ClockWitness
{
public:
    Instant now() const override { return Instant(milliseconds(m_wall.load())); }
    std::chrono::nanoseconds monotonic() const override { return sinceBoot(); }
    milliseconds sinceBoot() const override { return milliseconds(m_sinceBoot.load()); }
    std::string bootId() const override { return "boot-" + std::to_string(m_boots.load()); }
    std::optional<Instant> synchronisedTime() const override
    {
        return synchronised.load() ? std::optional(now()) : std::nullopt;
    }

    void pass(milliseconds time)
    {
        if (!held) m_wall += time.count();
        m_real += time.count();
        m_sinceBoot += time.count();
    }
    void step(milliseconds by) { m_wall += by.count(); }
    void reboot()
    {
        ++m_boots;
        m_sinceBoot = 20'000;
    }
    /// What file systems date their changes with: never the same twice.
    std::int64_t stamp() { return m_wall.load() * 1'000'000 + static_cast<std::int64_t>(m_stamps++ % 1'000'000); }
    /// The time that really passed; only the oracle looks at it.
    Instant real() const { return Instant(milliseconds(m_real)); }

    bool held = false; ///< time passes, the wall clock stands
    std::atomic<bool> synchronised = false;

private:
    static constexpr std::int64_t kStart = 1'780'000'000'000; ///< 2026-05-28
    std::atomic<std::int64_t> m_wall = kStart;
    std::int64_t m_real = kStart;
    std::atomic<std::int64_t> m_sinceBoot = 3'600'000;
    std::atomic<int> m_boots = 1;
    std::atomic<std::uint64_t> m_stamps = 0;
};

} // namespace greenward::sim
