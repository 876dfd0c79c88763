#include "core/grid/known_series.h"

#include <algorithm>

namespace greenward::grid {

std::optional<SeriesPoint> pointOfNow(const std::vector<SeriesPoint> &points, Instant now, milliseconds patience)
{
    const SeriesPoint *observed = nullptr;
    const SeriesPoint *expected = nullptr;
    for (const SeriesPoint &point : points) {
        if (point.from > now) continue;
        const SeriesPoint *&best = point.kind == PointKind::Forecast ? expected : observed;
        if (!best || point.from >= best->from) best = &point;
    }
    const bool forecastCoversNow = expected && now < expected->from + std::max(expected->length, milliseconds{1});
    if (observed && (!forecastCoversNow || now - (observed->from + observed->length) <= patience)) return *observed;
    if (expected) return *expected;
    return std::nullopt;
}

GridFigure figureOf(const KnownEntry &entry, const SeriesPoint &point)
{
    GridFigure figure;
    figure.value = point.value;
    figure.signal = entry.key.signal;
    figure.gas = entry.gas;
    figure.estimated = point.kind != PointKind::Measured;
    figure.quality = figure.estimated ? Quality::Estimated : Quality::Measured;
    figure.zone = entry.key.zone;
    figure.provider = entry.key.provider;
    figure.method = entry.key.basis;
    const std::string how = point.kind == PointKind::Forecast ? "forecast for this moment" : point.method;
    if (!how.empty()) figure.method += (figure.method.empty() ? "" : "; ") + how;
    figure.source = entry.key.provider;
    figure.licence = entry.licence;
    figure.pointTime = point.from;
    figure.fetchedAt = entry.fetchedAt;
    return figure;
}

Result<void> KnownSeries::load(const SeriesStore &store)
{
    CORE_TRY(const std::vector<SeriesInfo> all, store.list());
    for (const SeriesInfo &info : all) {
        KnownEntry entry{info.key, info.gas, info.licence, {}, {}, {}, {}, {}};
        if (info.last) {
            CORE_TRY(const auto points, store.points(info.key, *info.last, *info.last + milliseconds{1}));
            if (!points.empty()) entry.newest = points.back();
        }
        m_entries.insert_or_assign({info.key.provider, info.key.zone, info.key.signal}, std::move(entry));
    }
    return {};
}

void KnownSeries::accept(const Series &series, Instant now)
{
    KnownEntry &entry = m_entries[{series.provider, series.zone, series.signal}];
    entry.key = keyOf(series);
    entry.gas = series.gas;
    entry.licence = series.licence;
    entry.warnings = series.warnings;
    const auto point = pointOfNow(series.points, now);
    if (point && (!entry.newest || point->from >= entry.newest->from)) {
        entry.newest = point;
        entry.fetchedAt = now;
    }
    if (!series.issuedAt || (entry.issuedAt && *series.issuedAt < *entry.issuedAt)) return;
    std::vector<SeriesPoint> forecast;
    std::ranges::copy_if(series.points, std::back_inserter(forecast),
                         [](const SeriesPoint &one) { return one.kind == PointKind::Forecast; });
    // The answer about this moment alone is no forecast, and takes none away.
    if (forecast.size() < 2) return;
    entry.forecast = std::move(forecast);
    entry.issuedAt = series.issuedAt;
}

const KnownEntry *KnownSeries::find(const std::string &provider, const std::string &zone, Signal signal) const
{
    const auto found = m_entries.find({provider, zone, signal});
    return found == m_entries.end() ? nullptr : &found->second;
}

} // namespace greenward::grid
