#pragma once

#include "core/base/clock.h"
#include "core/bus/payloads.h"
#include "core/storage/move_progress.h"
#include "core/store/records.h"

#include <array>
#include <deque>
#include <mutex>
#include <span>

namespace greenward::storage {

/// Counts a batch as its objects go from state to state, so that nobody has to ask the store. Callable from any
/// thread.
class MoveTracker final
{
public:
    explicit MoveTracker(const bus::MigrateBatch &order);

    /// Starts over from what the store holds.
    void load(std::span<const store::MoveTotal> totals, GramsCO2e booked);
    /// A run begins: rates and failures count from here.
    void begin(std::chrono::nanoseconds monotonic);

    // ---- told by the workers, after the journal has it
    void stepped(const store::MoveRecord &before, store::MoveState to, const std::string &reason, Instant at);
    void copied(std::int64_t bytes);
    void booked(GramsCO2e amount);
    /// Something waits until then.
    void due(Instant at);
    /// Nothing is to be done before, whatever else is due.
    void waitUntil(Instant at);

    std::uint64_t failuresInRun() const;
    std::uint64_t objects() const;
    std::optional<Instant> nextDue() const;
    /// Neither switched nor at rest.
    std::uint64_t unfinished() const;
    /// Switched, source not released yet.
    std::uint64_t unreleased() const;
    BatchProgress progress(BatchPhase phase, std::string why, std::chrono::nanoseconds monotonic) const;

private:
    static constexpr std::size_t kStates = static_cast<std::size_t>(store::MoveState::Cancelled) + 1;
    struct Count
    {
        std::uint64_t objects = 0;
        std::int64_t bytes = 0;
    };
    std::uint64_t stuck() const;
    Count &count(store::MoveState state) { return m_counts[static_cast<std::size_t>(state)]; }
    Count sum(std::initializer_list<store::MoveState> states) const;
    void estimate(BatchProgress &progress, std::chrono::nanoseconds elapsed) const;

    bus::MigrateBatch m_order;
    mutable std::mutex m_mutex; ///< guards all below
    std::array<Count, kStates> m_counts{};
    std::deque<MoveProblem> m_problems;
    std::uint64_t m_failures = 0;
    std::uint64_t m_stuck = 0; ///< switched, and removing the source failed once at least; since load()
    std::int64_t m_copied = 0;
    std::uint64_t m_switchedInRun = 0;
    std::chrono::nanoseconds m_begin{0};
    std::optional<Instant> m_nextDue;
    GramsCO2e m_booked;
};

} // namespace greenward::storage
