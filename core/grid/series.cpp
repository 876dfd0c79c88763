#include "core/grid/series.h"

#include "core/grid/series_store.h"

namespace greenward::grid {

std::string_view pointKindName(PointKind kind)
{
    switch (kind) {
    case PointKind::Measured:
        return "measured";
    case PointKind::Estimated:
        return "estimated";
    case PointKind::Forecast:
        return "forecast";
    }
    return "?";
}

SeriesKey keyOf(const Series &series)
{
    return {series.provider, series.zone, series.signal, series.basis};
}

} // namespace greenward::grid
