#include "core/grid/yearly_averages.h"

#include <set>

namespace greenward::grid {
namespace {

/// Who published a yearly figure, as its citation begins: "Ember yearly electricity data via ..." -> "Ember".
std::string publisherOf(const std::string &source)
{
    return source.find("Ember") != std::string::npos ? "Ember" : source.substr(0, source.find_first_of(",;("));
}

/// "lifecycle; production; country": the figure is the whole country's, whatever region it stands beside.
bool isCountryWide(const RegionYear &row)
{
    return row.basis.ends_with("country") || row.basis.ends_with("territory");
}

/// A life cycle average of exactly 0 cannot be, water power too was built once: it is a hole in the table (C-28).
bool isPublished(const std::optional<GramsPerKwh> &value)
{
    return value && *value > GramsPerKwh();
}

GridFigure yearly(GramsPerKwh value, int year, const std::string &basis, const std::string &source,
                  const std::string &licence)
{
    GridFigure figure;
    figure.value = value;
    figure.quality = Quality::Estimated;
    figure.provider = publisherOf(source);
    figure.method = basis;
    figure.source = source;
    figure.licence = licence;
    figure.year = year;
    figure.note = "yearly average, not a live figure";
    return figure;
}

} // namespace

YearlyAverages::YearlyAverages(const Tables &tables, GramsPerKwh fallback)
    : m_fallback(fallback)
{
    std::set<std::string> disputed;
    for (const RegionYear &row : tables.regionYears) {
        if (!isPublished(row.value)) continue;
        m_regions.try_emplace({row.provider, row.region}, row);
        const auto [zone, isNew] = m_zones.try_emplace(row.zone, row);
        if (!isNew && zone->second.value != row.value) disputed.insert(row.zone);
    }
    // Two states with different figures can share one zone: then neither is the zone's.
    for (const std::string &zone : disputed)
        m_zones.erase(zone);
    m_zones.erase("");
    for (const CountryYear &row : tables.countryYears)
        if (isPublished(row.value)) m_countries.try_emplace(row.country, row);
}

const RegionYear *YearlyAverages::regionYear(const Place &place) const
{
    if (const auto at = m_regions.find({place.provider, place.cloudRegion}); at != m_regions.end()) return &at->second;
    // A country named by itself has its own row in the country table, which is the better source.
    if (place.kind == PlaceKind::Country) return nullptr;
    if (const auto at = m_zones.find(place.zone); at != m_zones.end()) return &at->second;
    return nullptr;
}

GridFigure YearlyAverages::figureFor(const Place &place) const
{
    if (const RegionYear *row = regionYear(place)) {
        GridFigure figure = yearly(*row->value, row->year, row->basis, row->source, row->licence);
        figure.origin = isCountryWide(*row) ? Origin::CountryYearAverage : Origin::ZoneYearAverage;
        figure.zone = isCountryWide(*row) ? row->country : row->zone;
        return figure;
    }
    if (const auto at = m_countries.find(place.country); at != m_countries.end()) {
        const CountryYear &row = at->second;
        GridFigure figure = yearly(*row.value, row.year, row.basis + "; country", row.source, row.licence);
        figure.origin = Origin::CountryYearAverage;
        figure.zone = row.country;
        return figure;
    }
    return fallbackFigure();
}

GridFigure YearlyAverages::fallbackFigure() const
{
    GridFigure figure;
    figure.value = m_fallback;
    figure.quality = Quality::Default;
    figure.origin = Origin::ConfiguredDefault;
    figure.provider = "setting";
    figure.method = "configured default";
    figure.source = "configured default of " + m_fallback.gramsText() + " g/kWh";
    figure.note = "default, may under-report";
    return figure;
}

} // namespace greenward::grid
