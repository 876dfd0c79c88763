#pragma once

#include "core/engine/guarded_clock.h"
#include "core/engine/ports.h"

namespace greenward::engine {

/// The engine's side of its clock: brings the mark of the last run in, writes a new one every minute, and tells in the
/// audit log and in the status when the wall clock cannot be believed. Engine thread only.
class ClockWatch final
{
public:
    /// Puts a GuardedClock in the place of ports.clock, if there is a witness. Before the components are made.
    static Result<std::shared_ptr<GuardedClock>> guard(Ports &ports);

    ClockWatch(std::shared_ptr<GuardedClock> guard, store::StateStore &store);
    /// Call at every tick and, so that the first answers can tell of it, once before them. True when what problem()
    /// says has changed.
    bool tick();
    /// The same for an engine that must not write.
    void look();
    /// For the banner; empty when all is well.
    std::string problem() const;
    /// Engine time becomes wall clock time, with an audit row. Refused when there is nothing to confirm.
    Result<void> confirm(const Actor &by);

private:
    store::Transaction marked() const;
    std::optional<store::AuditEntry> changeOf(const GuardedClock::State &state) const;

    std::shared_ptr<GuardedClock> m_guard; ///< none: the clock is taken as it is
    store::StateStore &m_store;
    GuardedClock::State m_state;
    Instant m_markedAt;
};

} // namespace greenward::engine
