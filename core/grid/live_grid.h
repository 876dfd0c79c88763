#pragma once

#include "core/grid/fetcher.h"
#include "core/grid/follower.h"
#include "core/grid/observations.h"
#include "core/grid/region_mappings.h"
#include "core/grid/sources.h"

namespace greenward::grid {

/// What sources say about places, as far as it is known, and the asking for more. Engine thread only; nothing here
/// waits for the network.
class LiveGrid final : public Observations
{
public:
    /// `factory` and `credentials` may be nothing; all outlive this object.
    LiveGrid(bus::Bus &bus, const Clock &clock, SeriesStore &store, ProviderFactory *factory,
             CredentialStore *credentials);
    LiveGrid(const LiveGrid &) = delete;
    LiveGrid &operator=(const LiveGrid &) = delete;

    /// Takes up what the store holds.
    Result<void> load() { return m_known.load(m_store); }

    // ---- observations
    std::vector<Observation> newest(const Place &place, Signal signal) const override;
    std::optional<GridFigure> ofHour(const Place &place, Signal signal, Instant hour) const override;
    std::string troubles(const Place &place, Signal signal, std::string_view provider) const override;

    // ---- what is known
    /// The series to show of a place: the preferred source's that has something recent, else the preferred one that has
    /// anything. Nothing: nobody has said anything yet.
    struct Shown
    {
        const Source *source = nullptr;
        const KnownEntry *entry = nullptr;
    };
    std::optional<Shown> shown(const Place &place, Signal signal) const;
    /// Sources that are switched on and cover the place under this signal, by preference.
    std::vector<SourceZone> covering(const Place &place, Question question, Signal signal) const;
    /// What that source calls the place; nothing: not mapped.
    std::optional<std::string> zoneOf(const Source &source, const Place &place) const;

    // ---- what is set up
    Sources &sources() { return m_sources; }
    const Sources &sources() const { return m_sources; }
    const std::map<std::string, RegionMapping> &mappings() const { return m_mappings; }
    const RegionMapping *mapping(const Place &place) const;
    /// Without zones and coordinates: the region is what the tables say again.
    void useMapping(const Place &place, RegionMapping mapping);

    // ---- asking
    Fetcher &fetcher() { return m_fetcher; }
    const Fetcher &fetcher() const { return m_fetcher; }
    SeriesStore &store() const { return m_store; }
    const KnownSeries &known() const { return m_known; }
    /// What accounts may ask, as far as it was told. `done` is called once, later, also when nothing was told.
    void askAccess(const std::string &source, const std::function<void(Answer<std::vector<ZoneAccess>>)> &done);
    struct Access
    {
        Instant at;
        std::vector<ZoneAccess> zones;
    };
    /// Nothing: not told yet.
    const Access *access(const std::string &source) const;
    /// Puts recorded signals into the store and takes them up. Answers how many points were new or changed.
    Result<std::uint64_t> import(const Series &series);
    /// Retries and what waits for a request budget; with `followed` also keeps those places up to date. Call about
    /// every 200 ms.
    void tick(const std::vector<Place> &followed);
    /// Sources or names were set up anew: everything is asked for again, by whoever is asked now.
    void beginAnew();

private:
    bool hasConfigured(Signal signal) const;
    void followAccess();

    const Clock &m_clock;
    SeriesStore &m_store;
    KnownSeries m_known;
    Sources m_sources;
    std::map<std::string, RegionMapping> m_mappings; ///< by the place's full name
    Fetcher m_fetcher;
    Follower m_follower;
    std::map<std::string, Access> m_access;          ///< by source
    std::map<std::string, milliseconds> m_accessDue; ///< by source; steady
    milliseconds m_nextForget{0};
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< gone with this object
};

/// The one name of a place however it was written: "aws:us-east-1" for "us-east-1".
std::string fullName(const Place &place);

} // namespace greenward::grid
