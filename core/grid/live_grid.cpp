#include "core/grid/live_grid.h"

#include "core/grid/imported_signals.h"

#include <algorithm>

namespace greenward::grid {
namespace {

using std::chrono::hours;

/// Beyond an answer's own time, until it is asked for again and a little longer.
constexpr std::chrono::minutes kGrace{5};
/// A series whose newest point is older than that is shown only when there is none fresher.
constexpr hours kRecent{6};
// What is kept: two years of points (174 MB for 50 regions at 5 minutes), the forecasts of a quarter; hours for good.
constexpr hours kKeepPoints{24 * 731};
constexpr hours kKeepForecasts{24 * 92};
constexpr milliseconds kForgetEvery{hours{6}};
constexpr milliseconds kAccessEvery{hours{24}};

} // namespace

std::string fullName(const Place &place)
{
    if (place.kind == PlaceKind::CloudRegion) return place.provider + ":" + place.cloudRegion;
    return place.name.text();
}

LiveGrid::LiveGrid(bus::Bus &bus, const Clock &clock, SeriesStore &store, ProviderFactory *factory,
                   CredentialStore *credentials)
    : m_clock(clock)
    , m_store(store)
    , m_sources(factory, credentials)
    , m_fetcher(
          m_sources, store, m_known, bus, clock,
          [this](const Place &place, Question question, Signal signal) { return covering(place, question, signal); })
    , m_follower(m_fetcher, clock)
{
    m_sources.setListener([this] { beginAnew(); });
    m_sources.add(ImportedSignals::kind(), std::make_unique<ImportedSignals>(store, m_known, clock));
}

std::optional<std::string> LiveGrid::zoneOf(const Source &source, const Place &place) const
{
    if (const RegionMapping *own = mapping(place))
        if (const auto zone = own->zones.find(source.kind.id); zone != own->zones.end()) return zone->second;
    if (!source.provider) return std::nullopt;
    return source.provider->zoneOf(place);
}

std::vector<SourceZone> LiveGrid::covering(const Place &place, Question question, Signal signal) const
{
    std::vector<SourceZone> all;
    for (const auto &source : m_sources.all()) {
        if (!source->settings.enabled || !source->provider) continue;
        if (!source->provider->canAnswer(question, signal)) continue;
        if (auto zone = zoneOf(*source, place)) all.push_back({source.get(), *std::move(zone)});
    }
    return all;
}

std::vector<Observation> LiveGrid::newest(const Place &place, Signal signal) const
{
    std::vector<Observation> all;
    for (const SourceZone &one : covering(place, Question::Now, signal)) {
        const KnownEntry *entry = m_known.find(one.source->kind.name, one.zone, signal);
        if (!entry || !entry->newest) continue;
        all.push_back(
            {figureOf(*entry, *entry->newest), entry->newest->length, one.source->settings.cacheFor + kGrace});
    }
    return all;
}

std::optional<GridFigure> LiveGrid::ofHour(const Place &place, Signal signal, Instant hour) const
{
    for (const SourceZone &one : covering(place, Question::Now, signal)) {
        const KnownEntry *entry = m_known.find(one.source->kind.name, one.zone, signal);
        if (!entry) continue;
        const auto means = m_store.hours(entry->key, hour, hour + hours{1});
        if (!means || means->empty()) continue;
        GridFigure figure = figureOf(*entry, {hour, hours{1}, means->front().value, PointKind::Measured, {}, {}});
        figure.method += (figure.method.empty() ? "" : "; ") + std::string("mean of the hour");
        figure.quality = Quality::Calculated;
        figure.fetchedAt.reset();
        return figure;
    }
    return std::nullopt;
}

std::string LiveGrid::troubles(const Place &place, Signal signal, std::string_view provider) const
{
    std::string text;
    for (const SourceZone &one : covering(place, Question::Now, signal)) {
        if (one.source->kind.name == provider) break;
        const auto refusal = m_fetcher.refusal(one.source->kind.id, one.zone, signal, Question::Now);
        if (!refusal || refusal->problem.trouble == Trouble::NotCovered) continue;
        // Averages come from elsewhere as well: a key nobody has is no trouble.
        if (refusal->problem.trouble == Trouble::NoCredentials && signal == Signal::Average) continue;
        text += (text.empty() ? "" : "; ") + one.source->kind.name + ": " + refusal->problem.detail;
    }
    return text;
}

std::optional<LiveGrid::Shown> LiveGrid::shown(const Place &place, Signal signal) const
{
    std::optional<Shown> any;
    for (const SourceZone &one : covering(place, Question::Now, signal)) {
        const KnownEntry *entry = m_known.find(one.source->kind.name, one.zone, signal);
        if (!entry || !entry->newest) continue;
        if (m_clock.now() - entry->newest->from <= kRecent) return Shown{one.source, entry};
        if (!any) any = Shown{one.source, entry};
    }
    return any;
}

const RegionMapping *LiveGrid::mapping(const Place &place) const
{
    const auto found = m_mappings.find(fullName(place));
    return found == m_mappings.end() ? nullptr : &found->second;
}

void LiveGrid::useMapping(const Place &place, RegionMapping mapping)
{
    if (mapping.zones.empty() && !mapping.at)
        m_mappings.erase(fullName(place));
    else
        m_mappings.insert_or_assign(fullName(place), std::move(mapping));
    beginAnew();
}

Result<std::uint64_t> LiveGrid::import(const Series &series)
{
    CORE_TRY(const std::uint64_t changed, m_store.put(series));
    m_known.accept(series, m_clock.now());
    return changed;
}

void LiveGrid::askAccess(const std::string &source, const std::function<void(Answer<std::vector<ZoneAccess>>)> &done)
{
    Source *asked = m_sources.find(source);
    if (!asked || !asked->provider) {
        done(trouble(Trouble::NotSupported, "\"" + source + "\" is switched off"));
        return;
    }
    asked->provider->askAccess(
        [this, alive = std::weak_ptr(m_alive), source, done](Answer<std::vector<ZoneAccess>> answer) {
            if (alive.expired()) return;
            if (answer) m_access.insert_or_assign(source, Access{m_clock.now(), *answer});
            done(std::move(answer));
        });
}

const LiveGrid::Access *LiveGrid::access(const std::string &source) const
{
    const auto found = m_access.find(source);
    return found == m_access.end() ? nullptr : &found->second;
}

/// Once a day, and anew when something was set up: plans change rarely.
void LiveGrid::followAccess()
{
    const auto now = std::chrono::duration_cast<milliseconds>(m_clock.monotonic());
    for (const auto &source : m_sources.all()) {
        if (!source->provider || source->kind.credentials.empty() || !source->provider->health().configured) continue;
        const auto [due, isNew] = m_accessDue.try_emplace(source->kind.id, now);
        if (due->second > now) continue;
        due->second = now + kAccessEvery;
        askAccess(source->kind.id, [](const Answer<std::vector<ZoneAccess>> &) {});
    }
}

void LiveGrid::beginAnew()
{
    m_fetcher.forget();
    m_follower.begin();
    m_accessDue.clear();
}

bool LiveGrid::hasConfigured(Signal signal) const
{
    return std::ranges::any_of(m_sources.all(), [&](const auto &source) {
        return source->provider && source->settings.enabled && source->provider->canAnswer(Question::Now, signal) &&
               source->provider->health().configured;
    });
}

void LiveGrid::tick(const std::vector<Place> &followed)
{
    m_sources.tick();
    m_fetcher.tick();
    std::vector<Signal> signals;
    for (const Signal signal : {Signal::Average, Signal::Marginal})
        if (hasConfigured(signal)) signals.push_back(signal);
    m_follower.tick(followed, signals);
    if (!followed.empty()) followAccess();
    const auto now = std::chrono::duration_cast<milliseconds>(m_clock.monotonic());
    if (followed.empty() || now < m_nextForget) return;
    m_nextForget = now + kForgetEvery;
    // What cannot be forgotten now can be another time.
    static_cast<void>(m_store.forget(m_clock.now() - kKeepPoints, m_clock.now() - kKeepForecasts));
}

} // namespace greenward::grid
