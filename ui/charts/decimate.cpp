#include "ui/charts/decimate.h"

#include <algorithm>

namespace greenward::ui {

QList<QPointF> decimated(std::span<const QPointF> points, qsizetype most)
{
    const auto count = static_cast<qsizetype>(points.size());
    if (count <= std::max<qsizetype>(most, 4)) return QList<QPointF>(points.begin(), points.end());
    const qsizetype buckets = (std::max<qsizetype>(most, 4) - 2) / 2;
    const auto byY = [](const QPointF &a, const QPointF &b) {
        return a.y() < b.y();
    };
    const auto inner = points.subspan(1, points.size() - 2);
    const auto innerCount = count - 2;

    QList<QPointF> kept;
    kept.reserve(2 * buckets + 2);
    kept.append(points.front());
    for (qsizetype bucket = 0; bucket < buckets; ++bucket) {
        const auto first = inner.begin() + bucket * innerCount / buckets;
        const auto last = inner.begin() + (bucket + 1) * innerCount / buckets;
        auto [low, high] = std::minmax_element(first, last, byY);
        if (high < low) std::swap(low, high);
        kept.append(*low);
        if (low != high) kept.append(*high);
    }
    kept.append(points.back());
    return kept;
}

} // namespace greenward::ui
