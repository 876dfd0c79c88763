#include "core/grid/series.h"

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

} // namespace greenward::grid
