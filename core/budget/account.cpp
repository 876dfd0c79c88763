#include "core/budget/account.h"

#include <algorithm>

namespace greenward::budget {
namespace {

constexpr unsigned kSoft = 1;
constexpr unsigned kExhausted = 2;
constexpr unsigned kHard = 4;

std::int64_t millis(Instant at)
{
    return at.time_since_epoch().count();
}

std::int64_t sumUpToMost(std::int64_t a, std::int64_t b)
{
    // Both are at most 2^62 - 1, so the sum fits.
    return std::min(a + b, Account::kMost);
}

} // namespace

std::uint64_t Account::wordOf(std::size_t generation, std::int64_t amount)
{
    return (std::uint64_t{generation} << kGenerationShift) | static_cast<std::uint64_t>(amount);
}

Account::Account(const PeriodRule &rule, Instant now)
    : m_rule(rule)
{
    openPeriod(periodAt(rule, now), 0, 0);
}

Account::Added Account::add(GramsCO2e amount, Instant at, Instant now)
{
    std::uint64_t word = m_word.load(std::memory_order_acquire);
    std::int64_t sum = 0;
    do {
        const Window &window = m_windows[generationOf(word)];
        if (millis(now) >= window.end.load(std::memory_order_relaxed)) {
            rollOver(now);
            word = m_word.load(std::memory_order_acquire);
        }
        if (millis(at) < m_windows[generationOf(word)].start.load(std::memory_order_relaxed))
            return {false, GramsCO2e::fromMicrograms(amountOf(word) - m_reserved.load()), {}};
        sum = sumUpToMost(amountOf(word), amount.micrograms());
    } while (!m_word.compare_exchange_weak(word, wordOf(generationOf(word), sum), std::memory_order_acq_rel,
                                           std::memory_order_acquire));
    m_records.fetch_add(1, std::memory_order_relaxed);
    Added added;
    added.used = GramsCO2e::fromMicrograms(sum - m_reserved.load(std::memory_order_relaxed));
    if (sum < m_nextLine.load(std::memory_order_acquire)) return added;
    const std::lock_guard lock(m_mutex);
    added.edges = announceReached();
    return added;
}

bool Account::admits(GramsCO2e estimate) const
{
    const std::int64_t free =
        m_ceiling.load(std::memory_order_relaxed) - amountOf(m_word.load(std::memory_order_acquire));
    return estimate.micrograms() <= free;
}

bool Account::fits(GramsCO2e amount) const
{
    return amount.micrograms() <= kMost - amountOf(m_word.load(std::memory_order_acquire));
}

bool Account::reserve(GramsCO2e estimate, Instant now)
{
    rollOver(now);
    const std::lock_guard lock(m_mutex);
    std::uint64_t word = m_word.load(std::memory_order_acquire);
    const std::int64_t ceiling = std::min(m_ceiling.load(std::memory_order_relaxed), kMost);
    do {
        if (estimate.micrograms() > ceiling - amountOf(word)) return false;
    } while (!m_word.compare_exchange_weak(word, word + static_cast<std::uint64_t>(estimate.micrograms()),
                                           std::memory_order_acq_rel, std::memory_order_acquire));
    m_reserved.fetch_add(estimate.micrograms(), std::memory_order_relaxed);
    return true;
}

void Account::release(GramsCO2e estimate)
{
    const std::lock_guard lock(m_mutex);
    const std::int64_t given = std::min(estimate.micrograms(), m_reserved.load(std::memory_order_relaxed));
    change(-given);
    m_reserved.fetch_sub(given, std::memory_order_relaxed);
}

std::int64_t Account::rollOver(Instant now)
{
    if (millis(now) < m_windows[generationOf(m_word.load(std::memory_order_acquire))].end.load()) return 0;
    const std::lock_guard lock(m_mutex);
    if (now < m_period.end) return 0; // another thread was here
    const std::int64_t before = m_period.index;
    openPeriod(periodAt(m_rule, now), 0, 0);
    return m_period.index - before;
}

Edges Account::setLines(const Lines &lines)
{
    const std::lock_guard lock(m_mutex);
    m_lines = lines;
    m_ceiling.store(lines.enforced ? lines.exhausted : Lines::kNever, std::memory_order_release);
    m_announced &= reached(usedNow());
    return announceReached();
}

void Account::recount(const PeriodRule &rule, Instant now, GramsCO2e used, std::uint64_t records)
{
    const std::lock_guard lock(m_mutex);
    m_rule = rule;
    const unsigned announced = m_announced;
    const Period period = periodAt(rule, now);
    const bool same = period == m_period;
    openPeriod(period, std::min(used.micrograms(), kMost), records);
    if (same) m_announced = announced;
    findNextLine();
}

Account::Counters Account::counters(Instant now) const
{
    const std::lock_guard lock(m_mutex);
    const GramsCO2e reserved = GramsCO2e::fromMicrograms(m_reserved.load(std::memory_order_relaxed));
    if (now >= m_period.end) return {periodAt(m_rule, now), {}, reserved, 0};
    return {m_period, GramsCO2e::fromMicrograms(usedNow()), reserved, m_records.load(std::memory_order_relaxed)};
}

void Account::openPeriod(const Period &period, std::int64_t used, std::uint64_t records)
{
    const std::size_t next = (generationOf(m_word.load(std::memory_order_relaxed)) + 1) % kGenerations;
    m_period = period;
    m_windows[next].start.store(millis(period.start), std::memory_order_relaxed);
    m_windows[next].end.store(millis(period.end), std::memory_order_relaxed);
    m_announced = 0;
    m_records.store(records, std::memory_order_relaxed);
    m_nextLine.store(0, std::memory_order_relaxed); // whoever counts next looks at the lines itself
    m_word.store(wordOf(next, sumUpToMost(used, m_reserved.load(std::memory_order_relaxed))),
                 std::memory_order_release);
    findNextLine();
}

void Account::change(std::int64_t difference)
{
    std::uint64_t word = m_word.load(std::memory_order_acquire);
    while (!m_word.compare_exchange_weak(word, wordOf(generationOf(word), amountOf(word) + difference),
                                         std::memory_order_acq_rel, std::memory_order_acquire)) {
    }
}

std::int64_t Account::usedNow() const
{
    return amountOf(m_word.load(std::memory_order_acquire)) - m_reserved.load(std::memory_order_relaxed);
}

unsigned Account::reached(std::int64_t used) const
{
    return (used >= m_lines.soft ? kSoft : 0U) | (used >= m_lines.exhausted ? kExhausted : 0U) |
           (used >= m_lines.hard ? kHard : 0U);
}

Edges Account::announceReached()
{
    const unsigned fresh = reached(usedNow()) & ~m_announced;
    m_announced |= fresh;
    findNextLine();
    return {(fresh & kSoft) != 0, (fresh & kExhausted) != 0, (fresh & kHard) != 0};
}

void Account::findNextLine()
{
    std::int64_t next = Lines::kNever;
    if (!(m_announced & kSoft)) next = std::min(next, m_lines.soft);
    if (!(m_announced & kExhausted)) next = std::min(next, m_lines.exhausted);
    if (!(m_announced & kHard)) next = std::min(next, m_lines.hard);
    m_nextLine.store(next, std::memory_order_release);
}

} // namespace greenward::budget
