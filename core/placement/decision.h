#pragma once

#include "core/base/json_text.h"
#include "core/placement/estimate.h"

#include <string>
#include <vector>

namespace greenward::placement {

/// One backend as it stood when the decision was taken.
struct Candidate
{
    bus::ScoredBackend scored;
    std::string country; ///< ISO 3166-1 alpha-2 where the data would lie; empty: not known
    ScorePoints literal; ///< compatibility: the printed formula, unclamped; nothing else ranks by it
    Estimate estimate;
    std::vector<std::string> unmet; ///< constraints it does not meet, one sentence each; empty: it may be chosen

    friend bool operator==(const Candidate &, const Candidate &) = default;
};

/// A candidate that has no figures, and why. It is never given invented ones (C-35).
struct NotRated
{
    BackendId backend;
    std::string reason;

    friend bool operator==(const NotRated &, const NotRated &) = default;
};

/// Why this backend (P-09, P-11), with everything needed to explain it and to work it out again. A value.
struct Decision
{
    DecisionId id{}; ///< 0: weighed, but not taken
    Instant at;
    std::string by; ///< who asked; empty when weighed only
    Query query;
    RankBy rankedBy = RankBy::Score;
    Signal signal = Signal::Average; ///< the one signal all were compared by (C-23); may differ from the query's
    std::optional<GramsPerKwh> fromIntensity{}; ///< where the data comes from, under the same signal
    bool provisional = false;                   ///< not every intensity was a live one (C-30)
    std::vector<Candidate> ranked;              ///< best first; the first is chosen. Empty: none meets the constraints
    std::vector<Candidate> excluded;            ///< rated, but not allowed; best first
    std::vector<NotRated> notRated;
    std::vector<std::string> warnings; ///< one sentence each
    Coefficients coefficients;

    const Candidate *chosen() const { return ranked.empty() ? nullptr : &ranked.front(); }
};

/// Those the decision's figures rest on, one line each: value, unit, source.
std::vector<std::string> coefficientLines(const Decision &decision);

/// For sentences, which need no micrograms: "109.42 g".
std::string roundedGrams(GramsCO2e amount);

/// Better first: by `rankBy`, ties by grams per TB-month, then id (C-35).
bool ranksBefore(const Candidate &a, const Candidate &b, RankBy rankBy);

/// The stored document and its answer. Reads back as the same value; BadReply names the member.
Json toJson(const Decision &decision);
Result<Decision> decisionFromJson(const Json &json);

} // namespace greenward::placement
