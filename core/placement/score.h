#pragma once

#include "core/bus/payloads.h"
#include "core/placement/query.h"

#include <array>

namespace greenward::placement {

/// What a score is computed from.
struct ScoreInput
{
    Percent renewable;
    GramsPerKwh intensity;
    Pue pue;
    std::optional<Wue> wue;
    bool live = false; ///< the intensity is a live one; else the score is provisional (C-30)
};

/// What a backend under this intensity is scored from.
ScoreInput inputOf(const BackendSpec &spec, const GridFigure &intensity);

/// InvalidInput naming the field: share outside 0-100, PUE below 1, WUE below 0, intensity below 0.
Result<void> checkScoreInput(const ScoreInput &input);

/// The specified score (P-02) with each part clamped to its weight before they are added (C-29):
///   renewable x 0.4 + (1 - g/kWh / 1000) x 30 + (2 - PUE) x 20 + (WUE known ? (2 - WUE) x 10 : 5)
/// 0 to 100 in whole hundredths; the four parts add up to the total. It ranks and is no emission factor.
bus::GreenScore greenScore(const ScoreInput &input);

/// Compatibility only: the same formula as literally printed in the specification, without clamping: -56 to 110.
/// For comparison with other implementations; only who asks for it by name is ranked by it.
ScorePoints literalScoreCompat(const ScoreInput &input);
/// Its four unclamped terms: renewable share, intensity, PUE, water. Their sum is the literal score but for rounding.
std::array<ScorePoints, 4> literalParts(const ScoreInput &input);

/// Compatibility only (C-40): "score 100 is 0 % fossil, score 0 is 100 %, times 400 g/kWh". Not an emission factor:
/// it calls us-central1 82 g/kWh where 413 are measured. Nothing computes savings with it.
GramsPerKwh intensityFromScoreCompat(ScorePoints score);

/// g CO2e per kept TB and month of 730 h (C-31): W/TB x 730 x redundancy x PUE x g/kWh / 1000. Rounded to the
/// microgram.
Result<GramsCO2e> perTerabyteMonth(WattsPerTerabyte power, Redundancy redundancy, Pue pue, GramsPerKwh intensity);

/// Better first: by `rankBy`, ties by grams per TB-month, then id (C-35).
bool ranksBefore(const bus::ScoredBackend &a, const bus::ScoredBackend &b, RankBy rankBy);

} // namespace greenward::placement
