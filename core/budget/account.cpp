#include "core/budget/account.h"

#include <algorithm>
#include <utility>

namespace greenward::budget {
namespace {

constexpr unsigned kSoft = 1;
constexpr unsigned kExhausted = 2;
constexpr unsigned kHard = 4;

std::int64_t millis(Instant at)
{
    return at.time_since_epoch().count();
}

Edges edgesOf(unsigned bits)
{
    return {(bits & kSoft) != 0, (bits & kExhausted) != 0, (bits & kHard) != 0};
}

ThrottleLevel levelOf(unsigned bits)
{
    if (bits & kHard) return ThrottleLevel::Hard;
    return bits & kSoft ? ThrottleLevel::Soft : ThrottleLevel::None;
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

bool Account::isOver(Instant now) const
{
    const std::size_t open = generationOf(m_used.load(std::memory_order_acquire));
    return millis(now) >= m_windows[open].end.load(std::memory_order_relaxed);
}

/// Adds to m_taken as far as its range goes; answers how much that was.
std::int64_t Account::take(std::int64_t wanted)
{
    std::int64_t taken = m_taken.load(std::memory_order_relaxed);
    std::int64_t sum = 0;
    do {
        sum = std::min(taken + wanted, kMost); // both are at most 2^62 - 1
    } while (!m_taken.compare_exchange_weak(taken, sum));
    return sum - taken;
}

Account::Added Account::add(GramsCO2e amount, Instant at, Instant now)
{
    if (isOver(now)) rollOver(now);
    const std::int64_t difference = take(amount.micrograms());
    std::uint64_t word = m_used.load(std::memory_order_acquire);
    std::int64_t sum = 0;
    do {
        if (millis(at) < m_windows[generationOf(word)].start.load(std::memory_order_relaxed)) {
            m_taken.fetch_sub(difference);
            const auto used = GramsCO2e::fromMicrograms(amountOf(word));
            return {false, used, levelAt(used), {}};
        }
        sum = std::min(amountOf(word) + difference, kMost);
    } while (!m_used.compare_exchange_weak(word, wordOf(generationOf(word), sum)));
    m_records.fetch_add(1, std::memory_order_relaxed);
    Added added;
    added.used = GramsCO2e::fromMicrograms(sum);
    added.level = levelAt(added.used);
    // Read after the exchange, as setLines() writes before it reads: one of the two sees the other.
    if (sum >= m_nextLine.load()) added.edges = announce(generationOf(word), sum);
    return added;
}

bool Account::admits(GramsCO2e estimate, Instant now) const
{
    const std::int64_t ceiling = m_ceiling.load(std::memory_order_relaxed);
    if (!isOver(now)) return estimate.micrograms() <= ceiling - m_taken.load(std::memory_order_acquire);
    return estimate.micrograms() <= ceiling - m_reserved.load(std::memory_order_acquire);
}

bool Account::fits(GramsCO2e amount) const
{
    return amount.micrograms() <= kMost - m_taken.load(std::memory_order_acquire);
}

bool Account::reserve(GramsCO2e estimate, Instant now)
{
    if (isOver(now)) rollOver(now);
    const std::int64_t ceiling = std::min(m_ceiling.load(std::memory_order_acquire), kMost);
    std::int64_t taken = m_taken.load(std::memory_order_relaxed);
    do {
        if (estimate.micrograms() > ceiling - taken) return false;
    } while (!m_taken.compare_exchange_weak(taken, taken + estimate.micrograms()));
    m_reserved.fetch_add(estimate.micrograms());
    return true;
}

void Account::hold(GramsCO2e estimate, Instant now)
{
    if (isOver(now)) rollOver(now);
    // Fuller first: m_taken is never less than what is taken.
    m_reserved.fetch_add(take(estimate.micrograms()));
}

void Account::release(GramsCO2e estimate)
{
    std::int64_t reserved = m_reserved.load(std::memory_order_relaxed);
    std::int64_t given = 0;
    do {
        given = std::min(estimate.micrograms(), reserved);
    } while (!m_reserved.compare_exchange_weak(reserved, reserved - given));
    m_taken.fetch_sub(given);
}

ThrottleLevel Account::levelAt(GramsCO2e used) const
{
    if (used.micrograms() >= m_hardLine.load(std::memory_order_relaxed)) return ThrottleLevel::Hard;
    return used.micrograms() >= m_softLine.load(std::memory_order_relaxed) ? ThrottleLevel::Soft : ThrottleLevel::None;
}

std::int64_t Account::rollOver(Instant now)
{
    if (!isOver(now)) return 0;
    const std::lock_guard lock(m_mutex);
    if (now < m_period.end) return 0; // another thread was here
    const std::int64_t before = m_period.index;
    openPeriod(periodAt(m_rule, now), 0, 0);
    return m_period.index - before;
}

std::vector<EndedPeriod> Account::takeEnded()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_ended, {});
}

Edges Account::setLines(const Lines &lines)
{
    const std::lock_guard lock(m_mutex);
    m_lines = lines;
    m_ceiling.store(lines.enforced ? lines.exhausted : Lines::kNever);
    m_softLine.store(lines.soft);
    m_hardLine.store(lines.hard);
    m_windows[generation()].announced &= reached(usedNow());
    unsigned fresh = announceReached();
    // Who counted in between saw the old lines.
    while (usedNow() >= m_nextLine.load())
        fresh |= announceReached();
    return edgesOf(fresh);
}

void Account::recount(const PeriodRule &rule, Instant now, GramsCO2e used, std::uint64_t records)
{
    const std::lock_guard lock(m_mutex);
    const unsigned announced = m_windows[generation()].announced;
    const Period period = periodAt(rule, now);
    const bool same = period == m_period && rule == m_rule;
    if (same || rule != m_rule) m_records.store(0); // not over: counted anew, or given up for another window
    m_rule = rule;
    openPeriod(period, std::min(used.micrograms(), kMost), records);
    if (same) m_windows[generation()].announced = announced;
    findNextLine();
}

Account::Counters Account::counters(Instant now) const
{
    const std::lock_guard lock(m_mutex);
    // In this order: what is settled in between is then seen in both.
    const GramsCO2e reserved = GramsCO2e::fromMicrograms(m_reserved.load());
    const GramsCO2e used = GramsCO2e::fromMicrograms(usedNow());
    if (now >= m_period.end) return {periodAt(m_rule, now), {}, reserved, 0};
    return {m_period, used, reserved, m_records.load(std::memory_order_relaxed)};
}

void Account::openPeriod(const Period &period, std::int64_t used, std::uint64_t records)
{
    const std::size_t next = (generation() + 1) % kGenerations;
    m_windows[next].start.store(millis(period.start), std::memory_order_relaxed);
    m_windows[next].end.store(millis(period.end), std::memory_order_relaxed);
    m_windows[next].announced = 0;
    m_nextLine.store(0); // whoever counts next looks at the lines itself
    // Fuller first, emptier afterwards: m_taken is never less than what is taken.
    m_taken.fetch_add(used);
    const std::int64_t closed = amountOf(m_used.exchange(wordOf(next, used)));
    m_taken.fetch_sub(closed);
    if (m_records.exchange(records) > 0) noteEnded(closed);
    m_period = period;
    findNextLine();
}

void Account::noteEnded(std::int64_t used)
{
    const std::size_t ended = (generation() + kGenerations - 1) % kGenerations;
    m_ended.push_back({m_period, m_rule.kind, levelOf(m_windows[ended].announced | reached(used))});
}

unsigned Account::reached(std::int64_t used) const
{
    return (used >= m_lines.soft ? kSoft : 0U) | (used >= m_lines.exhausted ? kExhausted : 0U) |
           (used >= m_lines.hard ? kHard : 0U);
}

/// For a period that was closed in the meantime, too: each thread tells the edge its own addition reached.
Edges Account::announce(std::size_t generation, std::int64_t used)
{
    const std::lock_guard lock(m_mutex);
    if (generation == this->generation()) return edgesOf(announceReached());
    unsigned &announced = m_windows[generation].announced;
    const unsigned fresh = reached(used) & ~announced;
    announced |= fresh;
    return edgesOf(fresh);
}

unsigned Account::announceReached()
{
    unsigned &announced = m_windows[generation()].announced;
    const unsigned fresh = reached(usedNow()) & ~announced;
    announced |= fresh;
    findNextLine();
    return fresh;
}

void Account::findNextLine()
{
    const unsigned announced = m_windows[generation()].announced;
    std::int64_t next = Lines::kNever;
    if (!(announced & kSoft)) next = std::min(next, m_lines.soft);
    if (!(announced & kExhausted)) next = std::min(next, m_lines.exhausted);
    if (!(announced & kHard)) next = std::min(next, m_lines.hard);
    m_nextLine.store(next);
}

} // namespace greenward::budget
