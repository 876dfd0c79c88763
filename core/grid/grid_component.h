#pragma once

#include "core/base/clock.h"
#include "core/bus/bus.h"
#include "core/grid/observations.h"
#include "core/grid/region_map.h"
#include "core/grid/tables.h"
#include "core/grid/yearly_averages.h"

#include <chrono>
#include <vector>

namespace greenward::grid {

struct GridSettings
{
    GramsPerKwh fallback = GramsPerKwh::fromMilligrams(400'000); ///< C-17
    std::chrono::seconds staleLimit{std::chrono::hours{2}};      ///< older figures are not used at all (C-25)
};

/// One region in use and what its name was resolved to.
struct RegionRow
{
    Place place;
    GridFigure figure;
    std::vector<BackendId> backends;
};

/// Carbon intensity of places. Answers sustainability.carbon.intensity.current by the ladder live, last known, zone
/// year, country year, default; one signal is never swapped for another (C-23). Engine thread only.
class GridComponent final
{
public:
    /// `observations` (nothing: only yearly averages) outlive the component.
    GridComponent(bus::Bus &bus, const Clock &clock, const Tables &tables, const GridSettings &settings,
                  const Observations *observations = nullptr);
    GridComponent(const GridComponent &) = delete;
    GridComponent &operator=(const GridComponent &) = delete;

    /// The last rung: the configured default, for energy without a place.
    GridFigure defaultFigure() const;
    void setDefault(GramsPerKwh intensity) { m_averages.setFallback(intensity); }
    /// InvalidInput naming `region`: see RegionMap::resolve. NotFound: no source for a signal other than average.
    /// `at` (nothing: now) in an hour that is over gets that hour's mean where it is stored, else a yearly figure,
    /// never today's.
    Result<GridFigure> intensity(const RegionName &region, Signal signal,
                                 std::optional<Instant> at = std::nullopt) const;
    Result<RegionRow> lookUp(const RegionName &region, Signal signal = Signal::Average) const;
    /// The regions of all rated backends (asked on sustainability.placement.scores), by name.
    std::vector<RegionRow> rows() const;
    std::vector<RegionName> knownRegions() const { return m_map.known(); }
    const RegionMap &map() const { return m_map; }

private:
    std::optional<GridFigure> observed(const Place &place, Signal signal, std::optional<Instant> at) const;
    std::optional<GridFigure> ofNow(const Place &place, Signal signal) const;
    std::string troubles(const Place &place, Signal signal, std::string_view provider = {}) const;

    bus::Bus &m_bus;
    const Clock &m_clock;
    GridSettings m_settings;
    RegionMap m_map;
    YearlyAverages m_averages;
    const Observations *m_observations;
    Subscription m_responder;
};

} // namespace greenward::grid
