#include "core/budget/recommendation.h"

#include <algorithm>
#include <array>

namespace greenward::budget {
namespace {

constexpr Int128 kWhole = 100'000'000; // 100 % in millionths of a percent
constexpr Int128 kMillion = 1'000'000;

/// "1.25 kg": the largest unit in which it is at least 1, to three decimals.
std::string words(GramsCO2e amount)
{
    struct Unit
    {
        Int128 micrograms;
        const char *name;
    };
    constexpr std::array kUnits{Unit{1'000'000'000'000, " t"}, Unit{1'000'000'000, " kg"}, Unit{1'000'000, " g"}};
    for (const Unit &unit : kUnits)
        if (amount.micrograms() >= unit.micrograms || unit.micrograms == kMillion)
            return decimalText(divideRounded(Int128{amount.micrograms()} * 1000, unit.micrograms), 3) + unit.name;
    return {};
}

std::string shareWords(std::uint64_t part, std::uint64_t all)
{
    return decimalText(divideRounded(Int128{part} * 1000, Int128{all}), 1) + " %";
}

/// Up to the next number of two digits and zeros: a limit somebody would have written.
GramsCO2e roundedUp(Int128 micrograms)
{
    Int128 step = 1;
    while (micrograms / step >= 100)
        step *= 10;
    const Int128 rounded = (micrograms + step - 1) / step * step;
    return GramsCO2e::fromMicrograms(static_cast<std::int64_t>(std::min(rounded, Int128{kLargestCarbon.micrograms()})));
}

std::string reasonOf(const ThrottleEvidence &evidence, const RecommendationRules &rules)
{
    const ThrottleStatistics &lately = evidence.lately;
    const bool shadow = evidence.row.config.shadow;
    std::string text = std::to_string(lately.throttled()) + " of " + std::to_string(lately.evaluations) + " (" +
                       shareWords(lately.throttled(), lately.evaluations) + ") operations in the last " +
                       std::to_string(rules.window.count()) + " h ";
    text += shadow ? "would have been throttled: " : "were throttled: ";
    text += std::to_string(lately.delayed + lately.wouldDelay) + " delayed, " +
            std::to_string(lately.rejected + lately.wouldReject) + " refused; " + words(evidence.row.used) + " of " +
            words(*evidence.row.config.limit) + " a " + std::string(periodName(evidence.row.config.period.kind)) +
            " is used";
    return text;
}

std::optional<Recommendation> raisedLimit(const ThrottleEvidence &evidence, const RecommendationRules &rules)
{
    const BudgetRow &row = evidence.row;
    const GramsCO2e expected = std::max(row.used, evidence.projected.value_or(row.used));
    const Int128 withMargin = Int128{expected.micrograms()} * (kWhole + rules.margin.millionths()) / kWhole;
    const GramsCO2e limit = roundedUp(withMargin * kWhole / row.curve.soft.millionths() + 1);
    if (limit <= *row.config.limit) return std::nullopt;
    Recommendation change;
    change.kind = Recommendation::Kind::RaiseLimit;
    change.limit = limit;
    change.period = row.config.period.kind;
    change.proposal = "raise the limit from " + words(*row.config.limit) + " to " + words(limit) + " a " +
                      std::string(periodName(change.period)) + ": the " + words(expected) +
                      (evidence.projected ? " expected" : " used so far") + ", plus " + rules.margin.text() +
                      " %, then stay below the soft threshold of " + row.curve.soft.text() + " %";
    return change;
}

std::optional<Recommendation> longerPeriod(const ThrottleEvidence &evidence)
{
    const BudgetRow &row = evidence.row;
    const auto longer = longerThan(row.config.period.kind);
    if (!longer || !evidence.inLonger || row.config.period.anchor) return std::nullopt;
    const Int128 scaled = Int128{row.config.limit->micrograms()} * longer->ratioMillionths / kMillion;
    if (scaled > kLargestCarbon.micrograms()) return std::nullopt;
    if (Int128{evidence.inLonger->micrograms()} * kWhole >= scaled * row.curve.soft.millionths()) return std::nullopt;
    Recommendation change;
    change.kind = Recommendation::Kind::LongerPeriod;
    change.limit = GramsCO2e::fromMicrograms(static_cast<std::int64_t>(scaled));
    change.period = longer->kind;
    change.proposal = "count by the " + std::string(periodName(longer->kind)) + " at the same rate, " +
                      words(*change.limit) + ": in the last " + std::to_string(longer->length.count()) + " h only " +
                      words(*evidence.inLonger) + " were used, so it is bursts that are throttled";
    return change;
}

std::optional<Recommendation> smootherCurve(const ThrottleEvidence &evidence)
{
    const BudgetRow &row = evidence.row;
    const ThrottleStatistics &lately = evidence.lately;
    if (lately.rejected + lately.wouldReject <= lately.delayed + lately.wouldDelay) return std::nullopt;
    const std::int64_t hard = row.curve.hard.millionths();
    const std::int64_t band = std::max(hard - row.curve.soft.millionths(), hard / 10);
    const Percent soft = Percent::fromMillionths(std::max(hard / 4, hard - 2 * band));
    if (soft >= row.curve.soft) return std::nullopt;
    Recommendation change;
    change.kind = Recommendation::Kind::SmootherCurve;
    change.limit = row.config.limit;
    change.period = row.config.period.kind;
    change.soft = soft;
    change.proposal = "slow down from " + soft.text() + " % instead of " + row.curve.soft.text() +
                      " %: more is refused than delayed, so the budget is used up before the delays take hold";
    return change;
}

} // namespace

Result<void> checkRules(const RecommendationRules &rules)
{
    if (rules.window < std::chrono::hours{1} || rules.window > ThrottleHistory::kLongest)
        return fail(ErrorCode::InvalidInput, "window",
                    std::to_string(rules.window.count()) + " h is not within 1 h to 7 days");
    if (rules.evaluations < 1 || rules.evaluations > 1'000'000)
        return fail(ErrorCode::InvalidInput, "evaluations",
                    std::to_string(rules.evaluations) + " is not within 1 to 1000000");
    if (rules.rate < Percent{} || rules.rate > 100_percent)
        return fail(ErrorCode::InvalidInput, "rate", rules.rate.text() + " % is not within 0 to 100 %");
    if (rules.margin < Percent{} || rules.margin > 1000_percent)
        return fail(ErrorCode::InvalidInput, "margin", rules.margin.text() + " % is not within 0 to 1000 %");
    return {};
}

std::optional<LongerPeriod> longerThan(PeriodKind kind)
{
    constexpr std::chrono::hours day{24};
    switch (kind) {
    case PeriodKind::Hour:
        return LongerPeriod{PeriodKind::Day, 24'000'000, day};
    case PeriodKind::Day:
        return LongerPeriod{PeriodKind::Week, 7'000'000, 7 * day};
    case PeriodKind::Week: // 30.436875 days to the mean month of the calendar
        return LongerPeriod{PeriodKind::Month, 4'348'125, 31 * day};
    case PeriodKind::Month:
        return LongerPeriod{PeriodKind::Quarter, 3'000'000, 92 * day};
    case PeriodKind::Quarter:
        return LongerPeriod{PeriodKind::Year, 4'000'000, 366 * day};
    case PeriodKind::Year:
        return std::nullopt;
    }
    return std::nullopt;
}

std::vector<Recommendation> recommend(const ThrottleEvidence &evidence, const RecommendationRules &rules)
{
    const auto &limit = evidence.row.config.limit;
    if (!limit || *limit == GramsCO2e{} || evidence.lately.evaluations == 0) return {};
    std::vector<Recommendation> changes;
    for (auto &change : {raisedLimit(evidence, rules), longerPeriod(evidence), smootherCurve(evidence)})
        if (change) changes.push_back(*change);
    for (Recommendation &change : changes)
        change.reason = reasonOf(evidence, rules);
    return changes;
}

} // namespace greenward::budget
