#include "core/placement/explain.h"

namespace greenward::placement {
namespace {

Json gainJson(std::int64_t gain, RankBy rankedBy)
{
    return rankedBy == RankBy::Footprint ? jsonDecimal(gain, 6) : jsonDecimal(gain, 2);
}

Json comparisonJson(const Comparison &comparison, RankBy rankedBy)
{
    Json steps = Json::array();
    for (const Step &step : comparison.steps)
        steps.push_back({{"input", inputName(step.input)},
                         {"winner", step.winner},
                         {"runner_up", step.runnerUp},
                         {"gain", gainJson(step.gain, rankedBy)}});
    return {{"runner_up", comparison.runnerUp.text()},
            {"lead", gainJson(comparison.lead, rankedBy)},
            {"unit", rankedBy == RankBy::Footprint ? "g_per_tb_month" : "points"},
            {"steps", std::move(steps)},
            {"words", comparison.words}};
}

} // namespace

Json toJson(const Explanation &explanation, RankBy rankedBy)
{
    Json comparisons = Json::array();
    for (const Comparison &comparison : explanation.comparisons)
        comparisons.push_back(comparisonJson(comparison, rankedBy));
    Json flips = Json::array();
    for (const Flip &flip : explanation.flips)
        flips.push_back({{"backend", flip.backend.text()},
                         {"input", inputName(flip.input)},
                         {"from", flip.from},
                         {"to", flip.to},
                         {"winner", flip.winner.text()}});
    Json sensitivity = Json::array();
    for (const Sensitivity &one : explanation.sensitivity)
        sensitivity.push_back({{"coefficients", one.coefficients},
                               {"lowest_footprint", one.winner.text()},
                               {"carbon_g_per_tb_month", jsonDecimal(one.perTerabyteMonth.micrograms(), 6)},
                               {"same", one.same}});
    return {{"words", explanation.words},
            {"comparisons", std::move(comparisons)},
            {"flips", std::move(flips)},
            {"sensitivity", std::move(sensitivity)},
            {"reproduced", explanation.reproduced}};
}

} // namespace greenward::placement
