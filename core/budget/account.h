#pragma once

#include "core/budget/period.h"
#include "core/budget/throttle_curve.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <vector>

namespace greenward::budget {

/// What a change of the counter reached for the first time in its period.
struct Edges
{
    bool soft = false;
    bool exhausted = false;
    bool hard = false;
    bool any() const { return soft || exhausted || hard; }
};

/// A period that is over and in which something was counted: what the ledger does not know about it.
struct EndedPeriod
{
    Period period;
    PeriodKind kind = PeriodKind::Month;
    ThrottleLevel peak = ThrottleLevel::None; ///< the highest level it reached
};

/// The counter of one tenant: what is used and reserved in the open period. Callable from any thread; counting, asking
/// and reserving are lock-free, what is rare (rolling over, new lines, an edge) takes the mutex.
///
/// Two words. `m_used` holds what is used in its lower 62 bits and, above them, the open period's number modulo 4: an
/// addition worked out against a period that is closed since fails to be stored and is worked out again, so no amount
/// ever lands in the wrong period. (It would take a thread that sleeps through exactly four periods between two
/// instructions, and finds the same amount.) `m_taken` is used + reserved, which admission compares with the ceiling:
/// it grows before m_used does and shrinks after it, so at every moment it is at least what is truly taken, and no
/// admission ever passes the ceiling.
class alignas(64) Account final
{
public:
    /// The largest amount of a period; additions beyond it stop there.
    static constexpr std::int64_t kMost = kLargestCarbon.micrograms();

    Account(const PeriodRule &rule, Instant now);

    // ---- lock-free
    struct Added
    {
        bool counted = true; ///< false: `at` is before the open period
        GramsCO2e used;      ///< afterwards
        ThrottleLevel level = ThrottleLevel::None;
        Edges edges;
    };
    /// Counts what happened at `at`, always, also past every line. Rolls over first when `now` is past the period.
    Added add(GramsCO2e amount, Instant at, Instant now);
    /// Whether used + reserved + estimate stays within the ceiling. Counts nothing.
    bool admits(GramsCO2e estimate, Instant now) const;
    /// Whether `amount` can be added without passing kMost.
    bool fits(GramsCO2e amount) const;
    /// Sets `estimate` aside, or says no. No two calls together ever pass the ceiling.
    bool reserve(GramsCO2e estimate, Instant now);
    /// Sets `estimate` aside whatever the ceiling says: it was admitted before, by an earlier process.
    void hold(GramsCO2e estimate, Instant now);
    /// Ends a reservation, or part of one, by giving `estimate` back. Never more than was reserved.
    void release(GramsCO2e estimate);
    bool isLimited() const { return m_ceiling.load(std::memory_order_relaxed) != Lines::kNever; }
    ThrottleLevel levelAt(GramsCO2e used) const;

    // ---- with the mutex
    /// Moves on to the period of `now`, carrying what is reserved. Never back: a clock that was set back keeps the
    /// open period open. Answers how many periods it went on.
    std::int64_t rollOver(Instant now);
    /// The periods that ended since the last call, oldest first; those without usage are left out.
    std::vector<EndedPeriod> takeEnded();

    /// Sets the lines. States not reached any more may be announced again; those reached for the first time are
    /// answered.
    Edges setLines(const Lines &lines);
    /// Sets period and usage as the ledger says.
    void recount(const PeriodRule &rule, Instant now, GramsCO2e used, std::uint64_t records);

    struct Counters
    {
        Period period;
        GramsCO2e used;
        GramsCO2e reserved;
        std::uint64_t records = 0;
    };
    /// As they are at `now`; a period that is over counts as rolled over. An amount that is being settled by another
    /// thread may stand in both for a moment, never in neither.
    Counters counters(Instant now) const;

private:
    static constexpr int kGenerationShift = 62;
    static constexpr std::uint64_t kAmountMask = (std::uint64_t{1} << kGenerationShift) - 1;
    static constexpr std::size_t kGenerations = 4;

    /// What belongs to one period; found by the generation in the word.
    struct Window
    {
        std::atomic<std::int64_t> start{0}; ///< ms since 1970
        std::atomic<std::int64_t> end{0};
        unsigned announced = 0; ///< bits kSoft, kExhausted, kHard; guarded by m_mutex
    };

    static std::int64_t amountOf(std::uint64_t word) { return static_cast<std::int64_t>(word & kAmountMask); }
    static std::size_t generationOf(std::uint64_t word) { return word >> kGenerationShift; }
    static std::uint64_t wordOf(std::size_t generation, std::int64_t amount);

    bool isOver(Instant now) const;
    std::int64_t take(std::int64_t wanted);
    Edges announce(std::size_t generation, std::int64_t used);

    // The following expect m_mutex to be held.
    void openPeriod(const Period &period, std::int64_t used, std::uint64_t records);
    void noteEnded(std::int64_t used);
    std::size_t generation() const { return generationOf(m_used.load(std::memory_order_relaxed)); }
    std::int64_t usedNow() const { return amountOf(m_used.load()); }
    unsigned reached(std::int64_t used) const;
    unsigned announceReached();
    void findNextLine();

    std::atomic<std::int64_t> m_taken{0};
    std::atomic<std::uint64_t> m_used{0};
    std::atomic<std::int64_t> m_ceiling{Lines::kNever};
    std::atomic<std::int64_t> m_nextLine{Lines::kNever}; ///< lowest line not announced yet
    std::atomic<std::int64_t> m_reserved{0};
    std::atomic<std::uint64_t> m_records{0};
    std::atomic<std::int64_t> m_softLine{Lines::kNever};
    std::atomic<std::int64_t> m_hardLine{Lines::kNever};
    std::array<Window, kGenerations> m_windows;

    mutable std::mutex m_mutex;
    PeriodRule m_rule;
    Period m_period;
    Lines m_lines;
    std::vector<EndedPeriod> m_ended;
};

} // namespace greenward::budget
