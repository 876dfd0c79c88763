#pragma once

#include "core/placement/decision.h"

#include <functional>

namespace greenward::placement {

/// Everything a decision is taken from. Pure: the same input, the same decision.
struct DecisionInput
{
    Query query;
    RankBy rankBy = RankBy::Score;
    Instant now;
    const Coefficients &coefficients;
    /// A backend by name; UnknownName.
    std::function<Result<BackendSpec>(const BackendId &)> spec;
    /// The grid's answer; asked once for each region and signal.
    std::function<Result<GridFigure>(const RegionName &, Signal)> intensity;
    /// Country of a region, empty when it has none; asked once for each region.
    std::function<std::string(const RegionName &)> country;
    /// Free space, where somebody knows it.
    std::function<std::optional<DataSize>(const BackendId &)> freeSpace;
};

/// One signal for all candidates: when the wanted one is not known for one of them, all are compared by average and a
/// warning says so. InvalidInput as checkQuery; UnknownName naming `candidates` when none of them can be rated.
Result<Decision> decide(const DecisionInput &input);

/// Score and figures of one backend under one intensity.
Result<bus::ScoredBackend> rate(BackendSpec spec, GridFigure intensity, const RestCoefficients &rest);

} // namespace greenward::placement
