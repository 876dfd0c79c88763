#pragma once

#include "core/budget/recommendation.h"
#include "core/units/intensity.h"

#include <string>

namespace greenward::budget {

/// What the operator may set for all budgets at once.
struct BudgetSettings
{
    RecommendationRules recommendations;
    std::string file; ///< of the mirror; empty: in the data directory
    GramsPerKwh defaultIntensity = GramsPerKwh::fromMilligrams(400'000); ///< when nothing better is known (B-35, C-17)

    friend bool operator==(const BudgetSettings &, const BudgetSettings &) = default;
};

/// Every figure within range, the file an absolute path; the error names the field.
Result<void> checkSettings(const BudgetSettings &settings);
/// The stored document; decimals as strings.
std::string settingsJson(const BudgetSettings &settings);
Result<BudgetSettings> settingsFromJson(std::string_view json);

} // namespace greenward::budget
