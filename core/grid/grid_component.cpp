#include "core/grid/grid_component.h"

#include <map>

namespace greenward::grid {

GridComponent::GridComponent(bus::Bus &bus, const Clock &clock, const Tables &tables, const GridSettings &settings,
                             std::vector<IntensitySource *> sources)
    : m_bus(bus)
    , m_clock(clock)
    , m_settings(settings)
    , m_map(tables)
    , m_averages(tables, settings.fallback)
    , m_sources(std::move(sources))
    , m_responder(bus.respond<bus::CurrentIntensity>(
          [this](const bus::CurrentIntensity &request) { return intensity(request.region, request.signal, request.at); }))
{}

GridFigure GridComponent::defaultFigure() const
{
    return m_averages.fallbackFigure();
}

Result<GridFigure> GridComponent::intensity(const RegionName &region, Signal signal, std::optional<Instant> at) const
{
    CORE_TRY(const Place place, m_map.resolve(region));
    const bool recent = !at || m_clock.now() - *at <= m_settings.staleLimit;
    if (auto observed = recent ? fromSources(place, signal) : std::nullopt) return *std::move(observed);
    // Yearly figures are averages; in the place of another signal they would be a different quantity (C-23).
    if (signal != Signal::Average)
        return fail(ErrorCode::NotFound, "signal",
                    "no source for signal " + std::string(signalName(signal)) + " of region " + region.text() +
                        "; only average is known without a live provider");
    return m_averages.figureFor(place);
}

Result<RegionRow> GridComponent::lookUp(const RegionName &region) const
{
    CORE_TRY(Place place, m_map.resolve(region));
    CORE_TRY(GridFigure figure, intensity(region, Signal::Average));
    return RegionRow{std::move(place), std::move(figure), {}};
}

std::vector<RegionRow> GridComponent::rows() const
{
    const auto scored = m_bus.request(bus::PlacementScores{Signal::Average});
    if (!scored) return {};
    std::map<RegionName, RegionRow> byRegion;
    for (const bus::ScoredBackend &backend : *scored) {
        const RegionName &region = backend.spec.region;
        auto at = byRegion.find(region);
        if (at == byRegion.end()) {
            auto row = lookUp(region);
            if (!row) continue;
            at = byRegion.emplace(region, *std::move(row)).first;
        }
        at->second.backends.push_back(backend.spec.id);
    }
    std::vector<RegionRow> out;
    out.reserve(byRegion.size());
    for (auto &[region, row] : byRegion)
        out.push_back(std::move(row));
    return out;
}

std::optional<GridFigure> GridComponent::fromSources(const Place &place, Signal signal) const
{
    const Instant now = m_clock.now();
    for (const IntensitySource *source : m_sources) {
        if (!source->isAvailable()) continue;
        auto figure = source->latest(place, signal);
        if (!figure || figure->signal != signal || !figure->pointTime) continue;
        const auto age = now - *figure->pointTime;
        if (age > m_settings.staleLimit) continue;
        figure->origin = age <= m_settings.freshFor ? Origin::Live : Origin::LastKnown;
        return figure;
    }
    return std::nullopt;
}

} // namespace greenward::grid
