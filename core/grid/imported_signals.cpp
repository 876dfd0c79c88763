#include "core/grid/imported_signals.h"

#include <algorithm>

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
                                  .cacheFor = std::chrono::seconds{10}};
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

void ImportedSignals::ask(const Want &want, Done done)
{
    ++m_asked;
    done(answer(want));
}

Answer<Found> ImportedSignals::answer(const Want &want) const
{
    const auto all = m_store.list();
    if (!all) return trouble(Trouble::Down, all.error().detail);
    const auto info = std::ranges::find_if(*all, [&](const SeriesInfo &one) {
        return one.key.provider == name() && one.key.zone == want.zone && one.key.signal == want.signal;
    });
    if (info == all->end()) return trouble(Trouble::NotCovered, "nothing was imported for " + want.zone);
    const Instant now = m_clock.now();
    const bool history = want.question == Question::History;
    const auto points =
        m_store.points(info->key, history ? want.from : now - kRecent, history ? want.to : now + milliseconds{1});
    if (!points) return trouble(Trouble::Down, points.error().detail);
    if (points->empty()) return trouble(Trouble::NoDataNow, "nothing was imported for this time");
    Series series{info->key.provider,
                  info->key.zone,
                  info->key.signal,
                  info->gas,
                  info->key.basis,
                  info->licence,
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
