#include "core/storage/move_tracker.h"

#include "core/storage/move_rules.h"

#include <algorithm>

namespace greenward::storage {

using store::MoveState;

MoveTracker::MoveTracker(const bus::MigrateBatch &order)
    : m_order(order)
{}

void MoveTracker::load(std::span<const store::MoveTotal> totals, GramsCO2e booked)
{
    const std::lock_guard lock(m_mutex);
    m_counts = {};
    m_stuck = 0;
    for (const store::MoveTotal &total : totals) {
        count(total.state).objects += total.objects;
        count(total.state).bytes += total.size.bytes();
    }
    m_booked = booked;
}

void MoveTracker::begin(std::chrono::nanoseconds monotonic)
{
    const std::lock_guard lock(m_mutex);
    m_begin = monotonic;
    m_failures = 0;
    m_copied = 0;
    m_switchedInRun = 0;
    m_nextDue.reset();
}

void MoveTracker::stepped(const store::MoveRecord &before, MoveState to, const std::string &reason, Instant at)
{
    const std::lock_guard lock(m_mutex);
    const std::int64_t bytes = before.signature.freed().bytes();
    --count(before.state).objects;
    count(before.state).bytes -= bytes;
    ++count(to).objects;
    count(to).bytes += bytes;
    if (!isMoved(before.state) && isMoved(to)) ++m_switchedInRun;
    // A reason to be switched again is why the source could not go.
    if (before.state == MoveState::Switched && !before.reason.empty() && m_stuck > 0) --m_stuck;
    if (to == MoveState::Switched && !reason.empty()) ++m_stuck;
    if (to == MoveState::RetryWait || to == MoveState::Failed) ++m_failures;
    if (reason.empty()) return;
    m_problems.push_front({at, before.key, std::string(store::moveStateName(to)), reason});
    if (m_problems.size() > BatchProgress::kMostProblems) m_problems.pop_back();
}

void MoveTracker::copied(std::int64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_copied += bytes;
}

void MoveTracker::booked(GramsCO2e amount)
{
    const std::lock_guard lock(m_mutex);
    m_booked = m_booked + amount;
}

void MoveTracker::due(Instant at)
{
    const std::lock_guard lock(m_mutex);
    m_nextDue = m_nextDue ? std::min(*m_nextDue, at) : at;
}

void MoveTracker::waitUntil(Instant at)
{
    const std::lock_guard lock(m_mutex);
    m_nextDue = at;
}

std::uint64_t MoveTracker::failuresInRun() const
{
    const std::lock_guard lock(m_mutex);
    return m_failures;
}

std::uint64_t MoveTracker::objects() const
{
    const std::lock_guard lock(m_mutex);
    std::uint64_t all = 0;
    for (const Count &one : m_counts)
        all += one.objects;
    return all;
}

std::optional<Instant> MoveTracker::nextDue() const
{
    const std::lock_guard lock(m_mutex);
    return m_nextDue;
}

MoveTracker::Count MoveTracker::sum(std::initializer_list<MoveState> states) const
{
    Count sum;
    for (const MoveState state : states) {
        sum.objects += m_counts[static_cast<std::size_t>(state)].objects;
        sum.bytes += m_counts[static_cast<std::size_t>(state)].bytes;
    }
    return sum;
}

std::uint64_t MoveTracker::unfinished() const
{
    const std::lock_guard lock(m_mutex);
    return sum({MoveState::Planned, MoveState::Copying, MoveState::Verified, MoveState::RetryWait}).objects;
}

std::uint64_t MoveTracker::unreleased() const
{
    const std::lock_guard lock(m_mutex);
    return sum({MoveState::Switched, MoveState::Releasing}).objects;
}

BatchProgress MoveTracker::progress(BatchPhase phase, std::string why, std::chrono::nanoseconds monotonic) const
{
    BatchProgress progress(m_order.batch, m_order.tenant, m_order.target);
    progress.phase = phase;
    progress.why = std::move(why);
    const std::lock_guard lock(m_mutex);
    for (const Count &one : m_counts) {
        progress.objects += one.objects;
        progress.size = progress.size + DataSize::fromBytes(one.bytes);
    }
    const Count moved = sum({MoveState::Switched, MoveState::Releasing, MoveState::Done, MoveState::Kept});
    progress.moved = moved.objects;
    progress.movedSize = DataSize::fromBytes(moved.bytes);
    progress.released = sum({MoveState::Done}).objects;
    progress.kept = sum({MoveState::Kept}).objects;
    progress.stuck = stuck();
    progress.skipped = sum({MoveState::Skipped}).objects;
    progress.stale = sum({MoveState::Stale}).objects;
    progress.failed = sum({MoveState::Failed}).objects;
    progress.cancelled = sum({MoveState::Cancelled}).objects;
    progress.retrying = sum({MoveState::RetryWait}).objects;
    progress.copiedBytes = m_copied;
    progress.booked = m_booked;
    progress.problems.assign(m_problems.begin(), m_problems.end());
    if (phase == BatchPhase::Waiting) progress.nextDue = m_nextDue;
    if (phase == BatchPhase::Running) estimate(progress, monotonic - m_begin);
    return progress;
}

std::uint64_t MoveTracker::stuck() const
{
    // Without a grace time a source that is there after the run is one that could not be removed, a restart earlier
    // too.
    return m_order.grace.count() == 0 ? sum({MoveState::Switched}).objects : m_stuck;
}

void MoveTracker::estimate(BatchProgress &progress, std::chrono::nanoseconds elapsed) const
{
    const double seconds = std::chrono::duration<double>(elapsed).count();
    if (seconds <= 0) return;
    progress.bytesPerSecond = static_cast<double>(m_copied) / seconds;
    progress.objectsPerSecond = static_cast<double>(m_switchedInRun) / seconds;
    if (m_switchedInRun == 0) return;
    const Count open = sum({MoveState::Planned, MoveState::Copying, MoveState::Verified, MoveState::RetryWait});
    const double byCount = static_cast<double>(open.objects) / progress.objectsPerSecond;
    const double byBytes =
        progress.bytesPerSecond > 0 ? static_cast<double>(open.bytes) / progress.bytesPerSecond : byCount;
    constexpr double kMost = 10.0 * 365 * 86400;
    progress.remaining = std::chrono::seconds(static_cast<std::int64_t>(std::min(std::max(byCount, byBytes), kMost)));
}

} // namespace greenward::storage
