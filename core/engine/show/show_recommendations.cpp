#include "core/engine/show/show.h"

#include "core/engine/parts.h"

namespace greenward::engine {
namespace {

constexpr std::int64_t kWhole = 100'000'000; // 100 % in millionths of a percent

Recommendation::Kind kindOf(budget::Recommendation::Kind kind)
{
    switch (kind) {
    case budget::Recommendation::Kind::RaiseLimit:
        return Recommendation::Kind::RaiseLimit;
    case budget::Recommendation::Kind::LongerPeriod:
        return Recommendation::Kind::LongerPeriod;
    case budget::Recommendation::Kind::SmootherCurve:
        return Recommendation::Kind::SmootherCurve;
    }
    return Recommendation::Kind::RaiseLimit;
}

/// What the tenant used in the last length of the next longer period; nothing when that cannot be known.
std::optional<GramsCO2e> usedInLonger(const Parts &parts, const TenantId &tenant, PeriodKind kind)
{
    const auto longer = budget::longerThan(kind);
    if (!longer) return std::nullopt;
    const Instant now = parts.clock().now();
    const Instant end = std::chrono::ceil<std::chrono::hours>(now);
    const auto hours = parts.ports.store->usageHours(tenant, end - longer->length, end);
    if (!hours) return std::nullopt;
    Int128 sum = 0;
    for (const store::UsageHour &hour : *hours)
        sum += hour.amount.micrograms();
    if (sum > kLargestCarbon.micrograms()) return std::nullopt;
    return GramsCO2e::fromMicrograms(static_cast<std::int64_t>(sum));
}

} // namespace

std::vector<Recommendation> showRecommendations(const Parts &parts)
{
    const budget::RecommendationRules &rules = parts.settings.recommendations;
    const Instant since = parts.clock().now() - rules.window;
    std::vector<Recommendation> rows;
    for (const auto &[tenant, lately] : parts.throttle.throttledOften(since, rules.evaluations, rules.rate)) {
        budget::BudgetRow row = parts.budgets.row(tenant);
        const auto longer = usedInLonger(parts, tenant, row.config.period.kind);
        const auto expected = parts.forecasts.of(row).atEnd;
        const budget::ThrottleEvidence evidence{std::move(row), lately, expected, longer};
        for (const budget::Recommendation &one : budget::recommend(evidence, rules)) {
            Recommendation shown{.tenant = tenant, .proposed = {.tenant = tenant}};
            shown.kind = kindOf(one.kind);
            shown.reason = one.reason;
            shown.proposal = one.proposal;
            shown.proposed.limit = one.limit;
            shown.proposed.period = one.period;
            shown.proposed.soft = one.soft;
            shown.since = since;
            shown.evaluations = lately.evaluations;
            shown.delayed = lately.delayed + lately.wouldDelay;
            shown.rejected = lately.rejected + lately.wouldReject;
            shown.throttled = Percent::fromMillionths(static_cast<std::int64_t>(
                divideRounded(Int128{lately.throttled()} * kWhole, Int128{lately.evaluations})));
            rows.push_back(std::move(shown));
        }
    }
    return rows;
}

BudgetSettingsRow showBudgetSettings(const Parts &parts)
{
    const budget::RecommendationRules &rules = parts.settings.recommendations;
    return {rules.window, rules.evaluations,   rules.rate,
            rules.margin, parts.settings.file, parts.settings.defaultIntensity};
}

} // namespace greenward::engine
