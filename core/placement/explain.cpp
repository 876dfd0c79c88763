#include "core/placement/explain.h"

#include "core/placement/decide.h"
#include "core/placement/score.h"

#include <algorithm>
#include <array>

namespace greenward::placement {
namespace {

constexpr std::size_t kMostRunnersUp = 5;
constexpr std::int64_t kHundredth = 10'000; ///< of a point, in millionths

ScoreInput inputOf(const Candidate &candidate)
{
    return placement::inputOf(candidate.scored.spec, candidate.scored.intensity);
}

std::string valueText(const Candidate &candidate, Input input)
{
    const BackendSpec &spec = candidate.scored.spec;
    switch (input) {
    case Input::Renewable:
        return spec.renewable.text() + " %";
    case Input::Intensity:
        return candidate.scored.intensity.value.gramsText() + " g/kWh";
    case Input::Pue:
        return spec.pue.text();
    case Input::Wue:
        return spec.wue ? spec.wue->text() + " l/kWh" : "unknown";
    case Input::Medium:
        return std::string(mediumName(spec.medium)) + ", " + candidate.scored.restPower.text() + " W/TB";
    case Input::Copies:
        return spec.redundancy.text();
    }
    return {};
}

// ---- steps between two candidates

constexpr std::array<Input, 4> kScoreInputs{Input::Renewable, Input::Intensity, Input::Pue, Input::Wue};

std::array<ScorePoints, 4> partsOf(const Candidate &candidate, RankBy rankedBy)
{
    if (rankedBy == RankBy::Literal) return literalParts(inputOf(candidate));
    const bus::GreenScore &score = candidate.scored.score;
    return {score.renewable, score.intensity, score.pue, score.water};
}

std::vector<Step> scoreSteps(const Candidate &winner, const Candidate &other, RankBy rankedBy)
{
    const auto ours = partsOf(winner, rankedBy);
    const auto theirs = partsOf(other, rankedBy);
    std::vector<Step> steps;
    for (std::size_t i = 0; i < kScoreInputs.size(); ++i)
        steps.push_back({kScoreInputs[i], valueText(winner, kScoreInputs[i]), valueText(other, kScoreInputs[i]),
                         (ours[i].millionths() - theirs[i].millionths()) / kHundredth});
    return steps;
}

/// From the runner-up's footprint to the winner's, one factor after the other; the steps add up to the difference.
std::vector<Step> footprintSteps(const Candidate &winner, const Candidate &other)
{
    WattsPerTerabyte power = other.scored.restPower;
    Redundancy redundancy = other.scored.spec.redundancy;
    Pue pue = other.scored.spec.pue;
    GramsPerKwh intensity = other.scored.intensity.value;
    GramsCO2e before = other.scored.perTerabyteMonth;
    std::vector<Step> steps;
    const auto step = [&](Input input) {
        // The figures were computed with these very factors before: they fit.
        const GramsCO2e after = perTerabyteMonth(power, redundancy, pue, intensity).value_or(before);
        steps.push_back({input, valueText(winner, input), valueText(other, input), (before - after).micrograms()});
        before = after;
    };
    intensity = winner.scored.intensity.value;
    step(Input::Intensity);
    pue = winner.scored.spec.pue;
    step(Input::Pue);
    redundancy = winner.scored.spec.redundancy;
    step(Input::Copies);
    power = winner.scored.restPower;
    step(Input::Medium);
    return steps;
}

std::string amountText(std::int64_t gain, RankBy rankedBy)
{
    return rankedBy == RankBy::Footprint ? roundedGrams(GramsCO2e::fromMicrograms(gain)) + " per TB and month"
                                         : decimalText(gain, 2) + " points";
}

std::string inputWords(Input input)
{
    switch (input) {
    case Input::Renewable:
        return "the renewable share";
    case Input::Intensity:
        return "the grid";
    case Input::Pue:
        return "PUE";
    case Input::Wue:
        return "water";
    case Input::Medium:
        return "the medium";
    case Input::Copies:
        return "copies";
    }
    return {};
}

std::string stepText(const Step &step, RankBy rankedBy)
{
    const std::int64_t size = step.gain < 0 ? -step.gain : step.gain;
    return inputWords(step.input) + " (" + step.winner + " against " + step.runnerUp + ") " +
           (step.gain < 0 ? "loses " : "gains ") + amountText(size, rankedBy);
}

Comparison compare(const Candidate &winner, const Candidate &other, RankBy rankedBy)
{
    Comparison made{other.scored.spec.id, 0, {}, {}};
    made.steps = rankedBy == RankBy::Footprint ? footprintSteps(winner, other) : scoreSteps(winner, other, rankedBy);
    for (const Step &step : made.steps)
        made.lead += step.gain;
    const std::string names = winner.scored.spec.id.text() + " and " + other.scored.spec.id.text();
    if (made.lead == 0)
        made.words = names + " are level" +
                     (rankedBy != RankBy::Footprint && winner.scored.perTerabyteMonth != other.scored.perTerabyteMonth
                          ? "; the lower footprint decides"
                          : "; the name decides");
    else
        made.words = winner.scored.spec.id.text() + " leads " + other.scored.spec.id.text() + " by " +
                     amountText(made.lead, rankedBy);
    std::vector<Step> telling = made.steps;
    std::erase_if(telling, [](const Step &step) { return step.gain == 0; });
    std::ranges::stable_sort(telling, [](const Step &a, const Step &b) { return std::abs(a.gain) > std::abs(b.gain); });
    for (std::size_t i = 0; i < telling.size() && i < 3; ++i)
        made.words += (i == 0 ? ": " : ", ") + stepText(telling[i], rankedBy);
    return made;
}

// ---- what would flip the choice

/// An input as a whole number with its limits, best and worst.
struct Scale
{
    std::int64_t now = 0;
    std::int64_t best = 0;
    std::int64_t worst = 0;
};

Scale scaleOf(const Candidate &candidate, Input input)
{
    constexpr std::int64_t kOne = 1'000'000;
    const BackendSpec &spec = candidate.scored.spec;
    switch (input) {
    case Input::Renewable:
        return {spec.renewable.millionths(), 100 * kOne, 0};
    case Input::Intensity:
        return {candidate.scored.intensity.value.milligrams(), 0, 3'000'000};
    case Input::Pue:
        return {spec.pue.millionths(), kOne, 10 * kOne};
    case Input::Wue:
        // Unknown water counts as much as 1.5 l/kWh.
        return {spec.wue ? spec.wue->millionths() : kOne * 3 / 2, 0, 100 * kOne};
    case Input::Medium:
    case Input::Copies:
        break;
    }
    return {};
}

/// The candidate with one input set to another value and everything that follows from it.
Candidate with(const Candidate &candidate, Input input, std::int64_t value, const RestCoefficients &rest)
{
    BackendSpec spec = candidate.scored.spec;
    GridFigure figure = candidate.scored.intensity;
    if (input == Input::Renewable) spec.renewable = Percent::fromMillionths(value);
    if (input == Input::Pue) spec.pue = Pue::fromMillionths(value);
    if (input == Input::Wue) spec.wue = Wue::fromMillionths(value);
    if (input == Input::Intensity) figure.value = GramsPerKwh::fromMilligrams(value);
    Candidate changed = candidate;
    // Within the limits of Scale every value can be rated.
    if (auto scored = rate(spec, std::move(figure), rest)) changed.scored = *std::move(scored);
    changed.literal = literalScoreCompat(inputOf(changed));
    return changed;
}

/// The value nearest to the present one for which `flips` holds; it holds from there on in that direction.
template<typename Flips>
std::optional<std::int64_t> nearest(std::int64_t now, std::int64_t limit, const Flips &flips)
{
    if (now == limit || !flips(limit)) return std::nullopt;
    std::int64_t holdsNot = now;
    std::int64_t holds = limit;
    while (std::abs(holds - holdsNot) > 1) {
        const std::int64_t middle = holdsNot + (holds - holdsNot) / 2;
        (flips(middle) ? holds : holdsNot) = middle;
    }
    return holds;
}

std::vector<Flip> flipsOf(const Decision &decision)
{
    std::vector<Flip> flips;
    if (decision.ranked.size() < 2) return flips;
    const Candidate &winner = decision.ranked.front();
    const Candidate &second = decision.ranked[1];
    const RestCoefficients &rest = decision.coefficients.rest;
    const auto look = [&](const Candidate &changing, const Candidate &against, Input input, bool better) {
        const Scale scale = scaleOf(changing, input);
        const auto value = nearest(scale.now, better ? scale.best : scale.worst, [&](std::int64_t tried) {
            const Candidate changed = with(changing, input, tried, rest);
            return better ? ranksBefore(changed, against, decision.rankedBy)
                          : ranksBefore(against, changed, decision.rankedBy);
        });
        if (!value) return;
        const BackendId &next = better ? changing.scored.spec.id : against.scored.spec.id;
        flips.push_back({changing.scored.spec.id, next, input, valueText(changing, input),
                         valueText(with(changing, input, *value, rest), input)});
    };
    for (const Input input : kScoreInputs)
        look(winner, second, input, false);
    for (std::size_t i = 1; i < decision.ranked.size() && i <= kMostRunnersUp; ++i)
        for (const Input input : kScoreInputs)
            look(decision.ranked[i], winner, input, true);
    return flips;
}

// ---- other coefficients

RestCoefficients restOf(const RestCoefficients::Pair &pair, const RestCoefficients &base)
{
    RestCoefficients rest = base;
    rest.hdd = {pair.hdd, pair.hdd, pair.hdd};
    rest.ssd = {pair.ssd, pair.ssd, pair.ssd};
    return rest;
}

std::vector<Sensitivity> sensitivityOf(const Decision &decision)
{
    std::vector<Sensitivity> all;
    if (decision.ranked.empty()) return all;
    const auto leastBy = [&](const RestCoefficients &rest) {
        std::optional<bus::ScoredBackend> least;
        for (const Candidate &candidate : decision.ranked) {
            auto rated = rate(candidate.scored.spec, candidate.scored.intensity, rest);
            if (!rated) continue;
            const bool less = !least || std::tie(rated->perTerabyteMonth, rated->spec.id) <
                                            std::tie(least->perTerabyteMonth, least->spec.id);
            if (less) least = *std::move(rated);
        }
        return least;
    };
    const auto add = [&](const RestCoefficient &hdd, const RestCoefficient &ssd, const RestCoefficients &rest) {
        const auto least = leastBy(rest);
        if (!least) return;
        const bool same = all.empty() || all.front().winner == least->spec.id;
        all.push_back({hdd.source + ": hdd " + hdd.value.text() + ", ssd " + ssd.value.text() + " W/TB", least->spec.id,
                       least->perTerabyteMonth, same});
    };
    const RestCoefficients &base = decision.coefficients.rest;
    add(base.hdd.typical, base.ssd.typical, base);
    for (const RestCoefficients::Pair &pair : base.others)
        add(pair.hdd, pair.ssd, restOf(pair, base));
    return all;
}

// ---- the same again

bool reproduces(const Decision &decision)
{
    const auto same = [&](const Candidate &kept) {
        const auto rated = rate(kept.scored.spec, kept.scored.intensity, decision.coefficients.rest);
        if (!rated || *rated != kept.scored || literalScoreCompat(inputOf(kept)) != kept.literal) return false;
        const auto estimated = estimate(*rated, decision.query, decision.coefficients, decision.fromIntensity);
        return estimated && *estimated == kept.estimate;
    };
    const auto inOrder = [&](const std::vector<Candidate> &group) {
        return std::ranges::all_of(group, same) &&
               std::ranges::is_sorted(
                   group, [&](const Candidate &a, const Candidate &b) { return ranksBefore(a, b, decision.rankedBy); });
    };
    return inOrder(decision.ranked) && inOrder(decision.excluded);
}

std::string summary(const Decision &decision, const Explanation &made)
{
    const Candidate *chosen = decision.chosen();
    if (!chosen)
        return "No candidate meets every constraint: " + std::to_string(decision.excluded.size()) + " were excluded, " +
               std::to_string(decision.notRated.size()) + " could not be rated.";
    const bus::ScoredBackend &scored = chosen->scored;
    std::string words = scored.spec.id.text() + " was chosen by " + std::string(rankByName(decision.rankedBy)) +
                        " under the " + std::string(signalName(decision.signal)) + " signal: score " +
                        scored.score.total.text() + ", " + roundedGrams(scored.perTerabyteMonth) +
                        " CO2e per TB and month.";
    if (!made.comparisons.empty()) words += " " + made.comparisons.front().words + ".";
    if (decision.provisional) words += " Provisional: not every intensity is a live one.";
    const auto other = std::ranges::find_if(made.sensitivity, [](const Sensitivity &one) { return !one.same; });
    if (other != made.sensitivity.end())
        words += " With the coefficients of " + other->coefficients + ", " + other->winner.text() +
                 " would have the lowest footprint.";
    return words;
}

} // namespace

std::string_view inputName(Input input)
{
    constexpr std::array<std::string_view, 6> kNames{"renewable", "intensity", "pue", "wue", "medium", "copies"};
    return kNames.at(static_cast<std::size_t>(input));
}

Explanation explain(const Decision &decision)
{
    Explanation made;
    for (std::size_t i = 1; i < decision.ranked.size() && i <= kMostRunnersUp; ++i)
        made.comparisons.push_back(compare(decision.ranked.front(), decision.ranked[i], decision.rankedBy));
    made.flips = flipsOf(decision);
    made.sensitivity = sensitivityOf(decision);
    made.reproduced = reproduces(decision);
    made.words = summary(decision, made);
    return made;
}

} // namespace greenward::placement
