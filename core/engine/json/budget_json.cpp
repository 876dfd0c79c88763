#include "core/engine/json/rows_json.h"

#include "core/base/time_text.h"
#include "core/engine/json/figures.h"

// Rows about budgets.

namespace greenward::engine {

Json toJson(const bus::BudgetVerdict &verdict)
{
    return {{"result", resultName(verdict.result)},
            {"level", levelName(verdict.level)},
            {"delay_ms", verdict.delay.count()},
            {"can_proceed", verdict.canProceed},
            {"exhausted", verdict.exhausted},
            {"used_g", grams(verdict.used)},
            {"limit_g", grams(verdict.limit)},
            {"remaining_g", grams(verdict.remaining)},
            {"fill_pct", decimal(verdict.fill)},
            {"period_end", toRfc3339(verdict.periodEnd)},
            {"shadow", verdict.shadow},
            {"would_be", resultName(verdict.wouldBe)},
            {"would_delay_ms", verdict.wouldDelay.count()}};
}

namespace {

/// Which figures the tenant's own budget sets; the others follow the defaults.
Json ownNames(const BudgetRow &row)
{
    Json names = Json::array();
    if (row.ownSoft) names.push_back("soft_pct");
    if (row.ownHard) names.push_back("hard_pct");
    if (row.ownMinDelay) names.push_back("min_delay_ms");
    if (row.ownMaxDelay) names.push_back("max_delay_ms");
    return names;
}

} // namespace

Json toJson(const BudgetRow &row)
{
    return {{"tenant", row.tenant.text()},
            {"budgeted", row.budgeted},
            {"unlimited", !row.limit.has_value()},
            {"limit_g", grams(row.limit)},
            {"period", periodName(row.period)},
            {"period_start", toRfc3339(row.periodStart)},
            {"period_end", toRfc3339(row.periodEnd)},
            {"anchor", jsonTime(row.anchor)},
            {"used_g", grams(row.used)},
            {"reserved_g", grams(row.reserved)},
            {"soft_pct", decimal(row.soft)},
            {"hard_pct", decimal(row.hard)},
            {"min_delay_ms", row.minDelay.count()},
            {"max_delay_ms", row.maxDelay.count()},
            {"own", ownNames(row)},
            {"shadow", row.shadow},
            {"region", row.region ? Json(row.region->text()) : Json(nullptr)},
            {"fill_pct", decimal(row.fill)},
            {"level", levelName(row.level)},
            {"delay_ms", row.delay.count()},
            {"exhausted", row.exhausted},
            {"projected_g", grams(row.projected)},
            {"exhausts_at", jsonTime(row.exhaustsAt)},
            {"forecast_basis", basisName(row.forecastBasis)},
            {"forecast_from", jsonTime(row.forecastFrom)},
            {"projected_low_g", grams(row.projectedLow)},
            {"projected_high_g", grams(row.projectedHigh)},
            {"exhausts_earliest", jsonTime(row.exhaustsEarliest)},
            {"exhausts_latest", jsonTime(row.exhaustsLatest)},
            {"evaluations", row.evaluations},
            {"allowed", row.allowed},
            {"delayed", row.delayed},
            {"rejected", row.rejected},
            {"added_waiting_ms", row.addedWaiting.count()},
            {"would_delay", row.wouldDelay},
            {"would_reject", row.wouldReject},
            {"would_wait_ms", row.wouldWait.count()}};
}

std::string_view recommendationName(Recommendation::Kind kind)
{
    switch (kind) {
    case Recommendation::Kind::RaiseLimit:
        return "raise_limit";
    case Recommendation::Kind::LongerPeriod:
        return "longer_period";
    case Recommendation::Kind::SmootherCurve:
        return "smoother_curve";
    }
    return "raise_limit";
}

Json toJson(const Recommendation &row)
{
    return {{"tenant", row.tenant.text()},
            {"kind", recommendationName(row.kind)},
            {"reason", row.reason},
            {"proposal", row.proposal},
            {"proposed",
             {{"limit_g", grams(row.proposed.limit)},
              {"period", periodName(row.proposed.period)},
              {"soft_pct", decimal(row.proposed.soft)}}},
            {"since", toRfc3339(row.since)},
            {"evaluations", row.evaluations},
            {"delayed", row.delayed},
            {"rejected", row.rejected},
            {"throttled_pct", decimal(row.throttled)}};
}

Json toJson(const store::ClosedPeriod &period)
{
    const store::PeriodClosing &closing = period.closing;
    return {{"tenant", closing.tenant.text()},
            {"period", periodName(closing.kind)},
            {"period_start", toRfc3339(closing.start)},
            {"period_end", toRfc3339(closing.end)},
            {"limit_g", grams(closing.limit)},
            {"used_g", grams(period.used)},
            {"records", period.records},
            {"late_g", grams(period.late)},
            {"late_records", period.lateRecords},
            {"highest_level", closing.reconstructed ? Json(nullptr) : Json(levelName(closing.peak))},
            {"closed_at", toRfc3339(closing.at)}};
}

Json toJson(const ReservationRow &row)
{
    return {{"id", row.id},
            {"tenant", row.tenant.text()},
            {"estimate_g", grams(row.estimate)},
            {"operation", row.operation},
            {"made_at", toRfc3339(row.madeAt)},
            {"expires", toRfc3339(row.expires)}};
}

Json toJson(const BudgetSettingsRow &row)
{
    return {{"throttle_window_h", row.throttleWindow.count()},
            {"throttle_evaluations", row.throttleEvaluations},
            {"throttle_rate_pct", decimal(row.throttleRate)},
            {"margin_pct", decimal(row.margin)},
            {"file", orNull(row.file)},
            {"default_intensity_g_per_kwh", intensity(row.defaultIntensity)}};
}

} // namespace greenward::engine
