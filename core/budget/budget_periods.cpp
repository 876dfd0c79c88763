#include "core/base/time_text.h"
#include "core/budget/budget_entry.h"

// Periods that are over: each with usage becomes one row that never changes again.

namespace greenward::budget {

void BudgetComponent::noteEnded(const Entry &entry, const EndedPeriod &ended)
{
    m_ended.push_back({.tenant = entry.tenant,
                       .kind = ended.kind,
                       .start = ended.period.start,
                       .end = ended.period.end,
                       .limit = entry.config.limit,
                       .peak = ended.peak,
                       .at = m_clock.now(),
                       .reconstructed = false});
}

void BudgetComponent::closeEnded()
{
    if (m_ended.empty()) return;
    store::Transaction transaction;
    transaction.closings = m_ended;
    // What cannot be written now is tried again at the next tick; after a restart the ledger tells what is missing.
    if (m_store.commit(std::move(transaction))) m_ended.clear();
}

Result<std::optional<std::string>> BudgetComponent::verifyCounters()
{
    std::promise<Result<std::optional<std::string>>> promise;
    auto answer = promise.get_future();
    // On the committer thread, where all that is durable is counted and nothing else.
    m_store.submit({}, [&](const Result<store::CommitInfo> &flushed) {
        promise.set_value(flushed ? compareCounters() : Unexpected{flushed.error()});
    });
    return answer.get();
}

Result<std::optional<std::string>> BudgetComponent::compareCounters() const
{
    const Instant now = m_clock.now();
    std::vector<store::UsageWindow> windows;
    std::vector<Account::Counters> counters;
    for (const auto &[tenant, entry] : m_entries) {
        counters.push_back(entry->account.counters(now));
        windows.push_back({tenant, counters.back().period.start, counters.back().period.end});
    }
    CORE_TRY(const auto sums, m_store.usageSums(windows));
    for (std::size_t i = 0; i < windows.size(); ++i)
        if (counters[i].used != sums[i].amount || counters[i].records != sums[i].records)
            return std::optional(shown(windows[i].tenant) + ": counted " + counters[i].used.gramsText() + " g in " +
                                 std::to_string(counters[i].records) + " records since " + toRfc3339(windows[i].from) +
                                 ", recorded " + sums[i].amount.gramsText() + " g in " +
                                 std::to_string(sums[i].records));
    return std::optional<std::string>{};
}

/// Periods that ended while nobody was there, or whose end the last process did not live to write. However many passed:
/// only those with usage are looked at.
Result<void> BudgetComponent::catchUpPeriods(Instant now)
{
    if (m_store.health().readOnly) return {};
    std::vector<store::UsageWindow> windows;
    windows.reserve(m_entries.size());
    for (const auto &[tenant, entry] : m_entries)
        windows.push_back(windowOf(tenant, entry->config.period, now));
    CORE_TRY(const auto hours, m_store.unclosedHours(windows));
    std::optional<Period> last;
    const Entry *of = nullptr;
    for (const store::UnclosedHour &hour : hours) {
        const Entry &entry = entryOf(hour.tenant);
        const Period period = periodAt(entry.config.period, hour.hour);
        if (of == &entry && last == period) continue;
        of = &entry;
        last = period;
        noteEnded(entry, {period, entry.config.period.kind, ThrottleLevel::None});
        m_ended.back().reconstructed = true;
    }
    closeEnded();
    return {};
}

} // namespace greenward::budget
