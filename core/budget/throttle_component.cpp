#include "core/budget/throttle_component.h"

#include "core/base/json_text.h"
#include "core/base/utf8.h"

#include <algorithm>

namespace greenward::budget {
namespace {

constexpr std::chrono::nanoseconds kWriteEvery = std::chrono::minutes{1};
constexpr std::chrono::nanoseconds kAuditEvery = std::chrono::minutes{1};
constexpr Int128 kWhole = 100'000'000; // 100 % in millionths of a percent

/// a/b against c/d without dividing.
bool hasHigherRate(const ThrottleStatistics &a, const ThrottleStatistics &b)
{
    return Int128{a.throttled()} * Int128{b.evaluations} > Int128{b.throttled()} * Int128{a.evaluations};
}

} // namespace

ThrottleComponent::ThrottleComponent(bus::Bus &bus, store::StateStore &store, const Clock &clock,
                                     Enforcement enforcement)
    : m_bus(bus)
    , m_store(store)
    , m_clock(clock)
    , m_enforcement(std::move(enforcement))
    , m_writtenAt(clock.monotonic())
{}

ThrottleComponent::~ThrottleComponent()
{
    // Nobody is left to tell; the counts of the last minute are all that may be lost.
    static_cast<void>(flush());
}

Result<void> ThrottleComponent::load()
{
    CORE_TRY(const auto documents, m_store.documents(store::Collection::Throttle));
    for (const store::Document &document : documents) {
        CORE_TRY(const TenantId tenant, TenantId::parse(document.id));
        CORE_TRY(ThrottleHistory history, ThrottleHistory::fromJson(document.json, tenant));
        m_histories.insert_or_assign(tenant, std::move(history));
    }
    return {};
}

Result<bus::BudgetVerdict> ThrottleComponent::decide(const TenantId &tenant, GramsCO2e estimate)
{
    if (estimate < GramsCO2e{})
        return fail(ErrorCode::InvalidInput, "estimate", estimate.gramsText() + " g is negative");
    auto answer = m_bus.request(bus::EvaluateBudget{tenant, estimate});
    if (!answer) {
        noteFallback("throttle.direct", tenant, answer.error());
        answer = m_enforcement.evaluate(tenant, estimate);
    }
    if (!answer) {
        noteFallback("throttle.unchecked", tenant, answer.error());
        answer = bus::BudgetVerdict{};
    }
    const Instant now = m_clock.now();
    m_histories[tenant].count(*answer, now);
    m_unwritten.insert(tenant);
    if (answer->result == ThrottleResult::Rejected) m_enforcement.refused(tenant, estimate);
    if (answer->result != ThrottleResult::Allowed)
        m_bus.publish(bus::ThrottleApplied{tenant, answer->result, answer->level, answer->delay, now});
    return answer;
}

ThrottleStatistics ThrottleComponent::statistics(const TenantId &tenant) const
{
    const auto found = m_histories.find(tenant);
    return found == m_histories.end() ? ThrottleStatistics{} : found->second.total();
}

std::vector<ThrottleComponent::Standout> ThrottleComponent::throttledOften(Instant from, std::uint64_t fewest,
                                                                           Percent rate) const
{
    std::vector<Standout> found;
    for (const auto &[tenant, history] : m_histories) {
        const ThrottleStatistics lately = history.since(from);
        if (lately.evaluations < fewest || lately.evaluations == 0) continue;
        if (Int128{lately.throttled()} * kWhole <= Int128{lately.evaluations} * rate.millionths()) continue;
        found.push_back({tenant, lately});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Standout &a, const Standout &b) { return hasHigherRate(a.lately, b.lately); });
    return found;
}

void ThrottleComponent::tick()
{
    if (m_clock.monotonic() - m_writtenAt < kWriteEvery) return;
    // One that cannot be written now is written at a later look.
    static_cast<void>(flush());
}

Result<void> ThrottleComponent::flush()
{
    m_writtenAt = m_clock.monotonic();
    if (m_unwritten.empty()) return {};
    store::Transaction transaction;
    for (const TenantId &tenant : m_unwritten)
        transaction.put(store::Collection::Throttle, tenant.text(), m_histories.at(tenant).json());
    CORE_CHECK(m_store.commit(std::move(transaction)));
    m_unwritten.clear();
    return {};
}

void ThrottleComponent::noteFallback(const std::string &what, const TenantId &tenant, const Error &error)
{
    const auto now = m_clock.monotonic();
    const auto last = m_lastAudited.find(what);
    if (last != m_lastAudited.end() && now - last->second < kAuditEvery) return;
    m_lastAudited.insert_or_assign(what, now);
    store::Transaction transaction;
    const Json body{{"code", errorCodeName(error.code)}, {"subject", error.subject}, {"detail", error.detail}};
    transaction.audit.push_back(
        {m_clock.now(), "greenward", what, "tenant " + escapedForDisplay(tenant.text()), jsonText(body)});
    // The operation does not wait for the disk; a store that cannot write says so elsewhere.
    m_store.submit(std::move(transaction), [](const Result<store::CommitInfo> &) {});
}

} // namespace greenward::budget
