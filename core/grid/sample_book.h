#pragma once

#include "core/grid/observations.h"

#include <map>
#include <utility>

namespace greenward::grid {

/// One observation of a place, as a file or a program hands it in.
struct GridSample
{
    RegionName region;
    GridFigure figure; ///< with pointTime and fetchedAt
};

/// Keeps handed-in samples by place and signal and answers with the newest: observations that are fed instead of
/// fetched. Engine thread only.
class SampleBook final : public Observations
{
public:
    /// A second sample for the same place, signal and point time takes the first one's place. InvalidInput without a
    /// point time; one older than a day before the newest is dropped.
    Result<void> accept(const Place &place, GridFigure figure);

    std::vector<Observation> newest(const Place &place, Signal signal) const override;
    /// Samples are moments, not hours.
    std::optional<GridFigure> ofHour(const Place &, Signal, Instant) const override { return std::nullopt; }
    std::string troubles(const Place &, Signal, std::string_view) const override { return {}; }

private:
    std::map<std::pair<std::string, Signal>, std::map<Instant, GridFigure>> m_samples;
};

} // namespace greenward::grid
