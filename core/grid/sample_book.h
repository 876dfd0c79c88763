#pragma once

#include "core/grid/intensity_source.h"

#include <map>
#include <string>
#include <utility>

namespace greenward::grid {

/// One reading of a place's intensity, from a provider, a file or a replay: value, signal, zone, point time and
/// provenance are in the figure. `region` is what the place was asked by.
struct GridSample
{
    RegionName region;
    GridFigure figure; ///< pointTime set; `origin` is judged by age when it is asked for
};

/// Keeps the samples of the last day by place and signal and answers with the newest: a source of intensity that is
/// fed instead of fetching. Engine thread only.
class SampleBook final : public IntensitySource
{
public:
    explicit SampleBook(std::string name)
        : m_name(std::move(name))
    {}

    /// A second sample for the same place, signal and point time takes the first one's place. InvalidInput without a
    /// point time; one older than a day before the newest is dropped.
    Result<void> accept(const Place &place, GridFigure figure);

    std::string_view name() const override { return m_name; }
    bool isAvailable() const override { return true; }
    std::optional<GridFigure> latest(const Place &place, Signal signal) const override;
    /// Nothing to fetch.
    void refresh(const Place &, Signal) override {}
    void setListener(Listener listener) override { m_listener = std::move(listener); }

private:
    static std::string keyOf(const Place &place);

    std::string m_name;
    std::map<std::pair<std::string, Signal>, std::map<Instant, GridFigure>> m_samples;
    Listener m_listener;
};

} // namespace greenward::grid
