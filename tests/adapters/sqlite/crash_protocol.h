#pragma once

#include "core/store/transaction.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>

// What the writer that is killed and the checker that follows agree upon.
//
// Every lane t writes steps 1, 2, 3 ... and step n is one transaction that
//   books n micrograms to tenant "t<t>" (odd steps with key "<n>"), sets document "t<t>" to n,
//   takes the lane's one move to attempt n, and on every eighth step adds an audit row.
// So after any crash all four must tell the same n, it must not be below what was acknowledged, and the sum must be
// n (n + 1) / 2.

namespace greenward::tests::crash {

inline constexpr std::size_t kLanes = 4; ///< three that wait for each answer, and one that sends bursts
inline constexpr int kAuditEvery = 8;
inline constexpr int kHours = 5;

/// Lies in a file that both processes map, so that it outlives the writer.
struct Counters
{
    std::array<std::atomic<std::int64_t>, kLanes> submitted;
    std::array<std::atomic<std::int64_t>, kLanes> acked;
};

class MappedCounters final
{
public:
    /// Creates the file if it is missing.
    explicit MappedCounters(const std::filesystem::path &file);
    ~MappedCounters();
    MappedCounters(const MappedCounters &) = delete;
    MappedCounters &operator=(const MappedCounters &) = delete;
    Counters *operator->() const { return m_counters; }
    void clear();

private:
    Counters *m_counters = nullptr;
};

/// How the writer behaves: well, or wrongly in a way that the checks must notice.
enum class Conduct {
    Honest,
    AckEarly, ///< says yes before the store did
    Split,    ///< writes a step as two transactions
};

/// What the writer's exit code means.
inline constexpr int kDone = 0;
inline constexpr int kNotDurable = 3; ///< the store reported that it cannot write
inline constexpr int kNotOpened = 4;
inline constexpr int kWrong = 5; ///< the store refused a step it had to accept

std::string laneName(std::size_t lane);
store::MoveState stateAfter(std::int64_t step);
/// `move` is the lane's move, once step 1 has made it.
store::Transaction stepOf(std::size_t lane, std::int64_t step, MoveId move);

} // namespace greenward::tests::crash
