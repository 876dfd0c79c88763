#pragma once

#include "core/budget/period.h"
#include "core/budget/throttle_curve.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>

namespace greenward::budget {

/// What a change of the counter reached for the first time in its period.
struct Edges
{
    bool soft = false;
    bool exhausted = false;
    bool hard = false;
    bool any() const { return soft || exhausted || hard; }
};

/// The counter of one tenant: what is used and reserved in the open period. Callable from any thread; counting and
/// asking are lock-free, everything rare (reserving, rolling over, new lines, an edge) takes the mutex.
///
/// One 64-bit word holds used + reserved in its lower 62 bits and, above them, the open period's number modulo 4. So
/// rolling over is one exchange of that word, and an addition that was worked out against a period that is closed
/// since fails to be stored and is worked out again: no amount ever lands in the wrong period. (It would take a thread
/// that sleeps through exactly four periods between two instructions, and finds the same amount.)
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
        Edges edges;
    };
    /// Counts what happened at `at`, always, also past every line. Rolls over first when `now` is past the period.
    Added add(GramsCO2e amount, Instant at, Instant now);
    /// Whether used + reserved + estimate stays within the ceiling. Counts nothing.
    bool admits(GramsCO2e estimate) const;
    /// Whether `amount` can be added without passing kMost.
    bool fits(GramsCO2e amount) const;

    // ---- with the mutex
    /// Sets `estimate` aside, or says no. No two calls together ever pass the ceiling.
    bool reserve(GramsCO2e estimate, Instant now);
    /// Ends a reservation, or part of one, by giving `estimate` back.
    void release(GramsCO2e estimate);
    /// Moves on to the period of `now`, carrying what is reserved. Never back: a clock that was set back keeps the
    /// open period open. Answers how many periods it went on.
    std::int64_t rollOver(Instant now);

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
    /// As they are at `now`, consistent with one another; a period that is over counts as rolled over.
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
    };

    static std::int64_t amountOf(std::uint64_t word) { return static_cast<std::int64_t>(word & kAmountMask); }
    static std::size_t generationOf(std::uint64_t word) { return word >> kGenerationShift; }
    static std::uint64_t wordOf(std::size_t generation, std::int64_t amount);

    // The following expect m_mutex to be held.
    void openPeriod(const Period &period, std::int64_t used, std::uint64_t records);
    void change(std::int64_t difference);
    std::int64_t usedNow() const;
    unsigned reached(std::int64_t used) const;
    Edges announceReached();
    void findNextLine();

    std::atomic<std::uint64_t> m_word{0};
    std::atomic<std::int64_t> m_ceiling{Lines::kNever};
    std::atomic<std::int64_t> m_nextLine{Lines::kNever}; ///< lowest line not announced yet
    std::atomic<std::int64_t> m_reserved{0};             ///< changed under the mutex only
    std::atomic<std::uint64_t> m_records{0};
    std::array<Window, kGenerations> m_windows;

    mutable std::mutex m_mutex;
    PeriodRule m_rule;
    Period m_period;
    Lines m_lines;
    unsigned m_announced = 0; ///< bits kSoft, kExhausted, kHard
};

} // namespace greenward::budget
