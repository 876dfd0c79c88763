#pragma once

#include "core/budget/period.h"
#include "core/budget/throttle_curve.h"
#include "core/units/ids.h"

#include <string>
#include <string_view>

namespace greenward::budget {

/// What is the same for every tenant unless its own budget says otherwise.
struct BudgetDefaults
{
    ThrottleCurve curve;
    PeriodKind period = PeriodKind::Month;       ///< of tenants without a budget
    milliseconds reservationTtl{15 * 60 * 1000}; ///< after this an unsettled reservation is charged
    milliseconds refusalNoticeEvery{60 * 1000};  ///< at most one `exhausted` per tenant on refusals (C-05)
    milliseconds futureTolerance{5 * 60 * 1000}; ///< usage dated further ahead is refused
};

/// A tenant's budget as it is stored. What is not set follows the defaults, also when those change (C-10).
struct BudgetConfig
{
    std::optional<GramsCO2e> limit; ///< nothing: unlimited; 0: nothing may be emitted (C-12)
    PeriodRule period;
    std::optional<Percent> soft;
    std::optional<Percent> hard;
    std::optional<milliseconds> minDelay;
    std::optional<milliseconds> maxDelay;
    std::optional<RegionName> region; ///< of energy that names no place (C-15)
    bool shadow = false;              ///< counts what it would have delayed and refused, and lets everything through

    friend bool operator==(const BudgetConfig &, const BudgetConfig &) = default;
};

/// The tenant's own thresholds and delays over the defaults.
ThrottleCurve curveOf(const BudgetConfig &config, const BudgetDefaults &defaults);
/// Limit within range, period rule and resulting curve consistent; the error names the field.
Result<void> checkConfig(const BudgetConfig &config, const BudgetDefaults &defaults);

/// The stored document: {"version":1,"limit_g":"1500.5"|"unlimited","period":"month","anchor":"2026-04-01T00:00:00Z",
/// "soft_pct":"75",...,"shadow":true}; decimals as strings so that no reader rounds them; what is not set is left
/// out.
std::string configJson(const BudgetConfig &config);
/// Reads it back, field by field; unknown members, versions and types are InvalidInput naming `tenant` and the field.
Result<BudgetConfig> configFromJson(std::string_view json, const TenantId &tenant);

} // namespace greenward::budget
