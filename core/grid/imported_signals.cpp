#include "core/grid/imported_signals.h"

namespace greenward::grid {
namespace {

using std::chrono::hours;

/// How far back a recorded point may lie and still be the one of now.
constexpr hours kRecent{2};

} // namespace

const SourceKind &ImportedSignals::kind()
{
    static const SourceKind kKind{.id = "import",
                                  .name = "Import",
                                  .defaultUrl = {},
                                  .signals = {Signal::Average, Signal::Marginal},
                                  .credentials = {},
                                  .licence = {},
                                  .enabled = true,
                                  .priority = 90,
                                  .cacheFor = std::chrono::seconds{10},
                                  .overNetwork = false};
    return kKind;
}

bool ImportedSignals::canAnswer(Question question, Signal signal) const
{
    const bool knows = question == Question::Now || question == Question::History;
    return knows && (signal == Signal::Average || signal == Signal::Marginal);
}

std::string ImportedSignals::zoneName(const Place &place)
{
    return place.zone.empty() ? place.name.text() : place.zone;
}

std::optional<std::string> ImportedSignals::zoneOf(const Place &place) const
{
    std::string zone = zoneName(place);
    for (const Signal signal : kind().signals)
        if (m_known.find(kind().name, zone, signal)) return zone;
    return std::nullopt;
}

void ImportedSignals::ask(const Want &want, Done done)
{
    ++m_asked;
    done(answer(want));
}

Answer<Found> ImportedSignals::answer(const Want &want) const
{
    const KnownEntry *entry = m_known.find(kind().name, want.zone, want.signal);
    if (!entry) return trouble(Trouble::NotCovered, "nothing was imported for " + want.zone);
    const Instant now = m_clock.now();
    const bool history = want.question == Question::History;
    const auto points =
        m_store.points(entry->key, history ? want.from : now - kRecent, history ? want.to : now + milliseconds{1});
    if (!points) return trouble(Trouble::Down, points.error().detail);
    if (points->empty()) return trouble(Trouble::NoDataNow, "nothing was imported for this time");
    Series series{entry->key.provider,
                  entry->key.zone,
                  entry->key.signal,
                  entry->gas,
                  entry->key.basis,
                  entry->licence,
                  {},
                  *points,
                  {}};
    if (!history) series.points = {points->back()};
    return Found{std::move(series)};
}

ProviderHealth ImportedSignals::health() const
{
    ProviderHealth health;
    health.configured = true;
    health.requestsLeft = 1; // there is no limit to asking oneself
    health.asked = m_asked;
    return health;
}

} // namespace greenward::grid
