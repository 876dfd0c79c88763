#pragma once

#include "core/grid/series_store.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace greenward::grid {

/// What is in memory of one series: its newest point, its newest forecast, and whose it is.
struct KnownEntry
{
    SeriesKey key;
    Gas gas = Gas::CO2e;
    std::string licence;
    std::optional<SeriesPoint> newest; ///< about now or, when that is not told, about the latest time before it
    std::optional<Instant> fetchedAt;  ///< of `newest`; nothing: before this start
    std::vector<SeriesPoint> forecast; ///< the newest one, as finely as it came
    std::optional<Instant> issuedAt;   ///< of the forecast
    std::vector<std::string> warnings; ///< of the newest answer
};

/// Which series there are, by provider, zone and signal, and the newest of each. Engine thread only.
class KnownSeries final
{
public:
    /// Takes up what the store holds: last known figures survive a restart.
    Result<void> load(const SeriesStore &store);
    void accept(const Series &series, Instant now);
    /// Nothing: never heard of.
    const KnownEntry *find(const std::string &provider, const std::string &zone, Signal signal) const;

private:
    using Key = std::tuple<std::string, std::string, Signal>;
    std::map<Key, KnownEntry> m_entries;
};

/// The point that says most about `now`: the newest observed one while it is not older than `patience`, else the
/// forecast of this moment. Nothing: all points lie in the future.
std::optional<SeriesPoint> pointOfNow(const std::vector<SeriesPoint> &points, Instant now,
                                      milliseconds patience = std::chrono::minutes{30});

/// The figure of a point, with everything that is known of where it came from. Its origin is for the ladder to say.
GridFigure figureOf(const KnownEntry &entry, const SeriesPoint &point);

} // namespace greenward::grid
