#pragma once

#include "core/grid/series_store.h"

#include <map>
#include <vector>

namespace greenward::grid {

/// How good forecasts have been, series by series, over the last month. Worked out when asked and kept for an hour:
/// reading a month of forecasts takes tens of milliseconds. Engine thread only.
class ForecastRecord final
{
public:
    /// `store` outlives this object.
    explicit ForecastRecord(const SeriesStore &store)
        : m_store(store)
    {}
    /// By hours ahead; empty while there are too few past forecasts.
    const std::vector<ForecastError> &errors(const SeriesKey &key, Instant now);

private:
    struct Kept
    {
        Instant at;
        std::vector<ForecastError> errors;
    };
    const SeriesStore &m_store;
    std::map<SeriesKey, Kept> m_kept;
};

} // namespace greenward::grid
