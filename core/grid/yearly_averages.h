#pragma once

#include "core/grid/region_map.h"
#include "core/grid/tables.h"
#include "core/units/figure.h"

#include <map>
#include <string>
#include <utility>

namespace greenward::grid {

/// The lower rungs of the ladder (C-17): a yearly average of the region or zone, else of the country, else the
/// configured default. All are location-based averages. Pure; callable from any thread.
class YearlyAverages final
{
public:
    /// `fallback`: 400 g/kWh unless set otherwise; the world average of 2024 is 473, hence its label.
    YearlyAverages(const Tables &tables, GramsPerKwh fallback);

    /// Always an answer, labelled with the rung it came from.
    GridFigure figureFor(const Place &place) const;
    /// The configured default, labelled as such.
    GridFigure fallbackFigure() const;
    /// Not while another thread asks.
    void setFallback(GramsPerKwh fallback) { m_fallback = fallback; }

private:
    const RegionYear *regionYear(const Place &place) const;

    std::map<std::pair<std::string, std::string>, RegionYear> m_regions; ///< by provider and region
    /// By zone; only zones for which all cloud regions in them carry one and the same figure.
    std::map<std::string, RegionYear> m_zones;
    std::map<std::string, CountryYear> m_countries;
    GramsPerKwh m_fallback;
};

} // namespace greenward::grid
