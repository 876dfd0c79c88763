#pragma once

#include "core/placement/decision.h"

namespace greenward::placement {

/// What a rank rests on. The score knows the first four, the footprint all but renewable and wue.
enum class Input { Renewable, Intensity, Pue, Wue, Medium, Copies };
std::string_view inputName(Input input); ///< "renewable", "intensity", "pue", "wue", "medium", "copies"

/// Where one input of the winner differs from the runner-up's: a step of the waterfall between the two.
struct Step
{
    Input input = Input::Renewable;
    std::string winner; ///< the input itself: "96 %", "184.02 g/kWh", "1.135", "unknown"
    std::string runnerUp;
    /// What the winner gains by it over the runner-up; negative: loses. Hundredths of a point; by footprint ug.
    std::int64_t gain = 0;
};

/// The smallest change of one input of one backend, all else the same, that would make another one win.
struct Flip
{
    BackendId backend; ///< whose input changes
    BackendId winner;  ///< who would then be chosen
    Input input = Input::Renewable;
    std::string from; ///< "1.135"
    std::string to;   ///< "1.18", the first value at which the choice is another one
};

/// The choice under other published coefficients at rest.
struct Sensitivity
{
    std::string coefficients; ///< "Etsy Cloud Jewels: HDD 0.89, SSD 1.52 W/TB"
    BackendId winner;         ///< by grams per TB-month
    GramsCO2e perTerabyteMonth;
    bool same = true; ///< as with the coefficients of the decision
};

/// Winner against one runner-up.
struct Comparison
{
    BackendId runnerUp;
    std::int64_t lead = 0; ///< sum of the steps, in their unit; 0: a tie, decided by grams or id
    std::vector<Step> steps;
    std::string words; ///< one sentence
};

/// Why the choice is what it is. Worked out from the decision alone, so the same today and in a year.
struct Explanation
{
    std::string words;                   ///< a short paragraph
    std::vector<Comparison> comparisons; ///< in rank order, at most five
    std::vector<Flip> flips; ///< of the winner first, then of the runners-up compared; at most one for each input
    std::vector<Sensitivity> sensitivity;
    bool reproduced = true; ///< working it out again from the kept inputs gives the same order and figures
};

Explanation explain(const Decision &decision);
Json toJson(const Explanation &explanation, RankBy rankedBy);

} // namespace greenward::placement
