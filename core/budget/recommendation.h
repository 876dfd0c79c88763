#pragma once

#include "core/budget/budget_row.h"
#include "core/budget/throttle_history.h"

#include <string>
#include <vector>

namespace greenward::budget {

/// When a tenant counts as throttled often, and how much room a proposal leaves (C-56).
struct RecommendationRules
{
    std::chrono::hours window{24};  ///< 1 hour to 7 days
    std::uint64_t evaluations = 20; ///< fewer say nothing
    Percent rate = 20_percent;      ///< more than this throttled
    Percent margin = 10_percent;    ///< added to what is expected

    friend bool operator==(const RecommendationRules &, const RecommendationRules &) = default;
};

/// Window, counts and shares within range; the error names the field.
Result<void> checkRules(const RecommendationRules &rules);

/// One change of a budget that would help a tenant that is throttled often, with what speaks for it (T-10, B-36).
struct Recommendation
{
    enum class Kind { RaiseLimit, LongerPeriod, SmootherCurve };
    Kind kind = Kind::RaiseLimit;
    std::string reason;   ///< one sentence
    std::string proposal; ///< one sentence
    std::optional<GramsCO2e> limit;
    PeriodKind period = PeriodKind::Month;
    std::optional<Percent> soft; ///< nothing: keep
};

/// The evidence for one tenant.
struct ThrottleEvidence
{
    BudgetRow row;
    ThrottleStatistics lately;          ///< within the window
    std::optional<GramsCO2e> projected; ///< expected at the period's end; nothing: too little is known
    std::optional<GramsCO2e> inLonger;  ///< used in the last length of the next longer period; nothing: unknown
};

/// The period one step longer, and how many of `kind` it holds on average, in millionths. Nothing for a year.
struct LongerPeriod
{
    PeriodKind kind = PeriodKind::Year;
    std::int64_t ratioMillionths = 0;
    std::chrono::hours length{0};
};
std::optional<LongerPeriod> longerThan(PeriodKind kind);

/// What to propose for a tenant that is throttled often; empty when nothing sensible would help (no limit, limit 0).
/// * RaiseLimit: so that what is expected for the period, plus the margin, stays below the soft threshold.
/// * LongerPeriod: the same rate over the next longer period, when the usage of that length stays below the soft
///   threshold of it: then only bursts are throttled.
/// * SmootherCurve: twice the soft band, when more is refused than delayed: the tenant meets the wall unslowed.
std::vector<Recommendation> recommend(const ThrottleEvidence &evidence, const RecommendationRules &rules);

} // namespace greenward::budget
