#include "core/grid/grid_component.h"

#include <map>

namespace greenward::grid {

GridComponent::GridComponent(bus::Bus &bus, const Clock &clock, const Tables &tables, const GridSettings &settings,
                             const Observations *observations)
    : m_bus(bus)
    , m_clock(clock)
    , m_settings(settings)
    , m_map(tables)
    , m_averages(tables, settings.fallback)
    , m_observations(observations)
    , m_responder(bus.respond<bus::CurrentIntensity>([this](const bus::CurrentIntensity &request) {
        return intensity(request.region, request.signal, request.at);
    }))
{}

GridFigure GridComponent::defaultFigure() const
{
    return m_averages.fallbackFigure();
}

Result<GridFigure> GridComponent::intensity(const RegionName &region, Signal signal, std::optional<Instant> at) const
{
    CORE_TRY(const Place place, m_map.resolve(region));
    if (auto figure = observed(place, signal, at)) return *std::move(figure);
    // Yearly figures are averages; in the place of another signal they would be a different quantity (C-23).
    const std::string why = troubles(place, signal);
    if (signal != Signal::Average)
        return fail(ErrorCode::NotFound, "signal",
                    "no source for signal " + std::string(signalName(signal)) + " of region " + region.text() + "; " +
                        (why.empty() ? "only average is known without a live provider" : why));
    GridFigure figure = m_averages.figureFor(place);
    if (!at && !why.empty()) figure.note += (figure.note.empty() ? "" : "; ") + why;
    return figure;
}

Result<RegionRow> GridComponent::lookUp(const RegionName &region, Signal signal) const
{
    CORE_TRY(Place place, m_map.resolve(region));
    CORE_TRY(GridFigure figure, intensity(region, signal));
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

/// What was observed for then; of an hour that is over only that hour itself will do.
std::optional<GridFigure> GridComponent::observed(const Place &place, Signal signal, std::optional<Instant> at) const
{
    if (!m_observations) return std::nullopt;
    const Instant now = m_clock.now();
    if (at) {
        const Instant hour = std::chrono::floor<std::chrono::hours>(*at);
        if (hour < std::chrono::floor<std::chrono::hours>(now))
            if (auto figure = m_observations->ofHour(place, signal, hour)) {
                figure->origin = Origin::Live;
                return figure;
            }
        if (now - *at > m_settings.staleLimit) return std::nullopt;
    }
    return ofNow(place, signal);
}

/// The first live one; else the one that is about the latest time, within the limit.
std::optional<GridFigure> GridComponent::ofNow(const Place &place, Signal signal) const
{
    const Instant now = m_clock.now();
    std::optional<GridFigure> lastKnown;
    for (const Observation &one : m_observations->newest(place, signal)) {
        if (one.figure.signal != signal || !one.figure.pointTime) continue;
        const auto age = now - (*one.figure.pointTime + one.length);
        if (age <= one.freshFor) {
            GridFigure live = one.figure;
            live.origin = Origin::Live;
            const std::string why = troubles(place, signal, live.provider);
            if (!why.empty()) live.note += (live.note.empty() ? "" : "; ") + why;
            return live;
        }
        if (age > m_settings.staleLimit) continue;
        if (lastKnown && *lastKnown->pointTime >= *one.figure.pointTime) continue;
        lastKnown = one.figure;
    }
    if (!lastKnown) return std::nullopt;
    lastKnown->origin = Origin::LastKnown;
    const std::string why = troubles(place, signal);
    if (!why.empty()) lastKnown->note += (lastKnown->note.empty() ? "" : "; ") + why;
    return lastKnown;
}

std::string GridComponent::troubles(const Place &place, Signal signal, std::string_view provider) const
{
    return m_observations ? m_observations->troubles(place, signal, provider) : std::string();
}

} // namespace greenward::grid
