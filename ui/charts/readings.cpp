#include "ui/charts/readings.h"

#include "ui/format/times.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace greenward::ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(IntensityText)
};

ReadingRow rowFor(const IntensityItem &item, std::size_t at, const Reading &reading, Instant now, const QLocale &locale)
{
    const IntensityLine &line = item.lines()[at];
    const auto value = static_cast<double>(reading.value);
    const QString amount = locale.toString(value, 'f', value < 100 ? 1 : 0);
    ReadingRow row;
    row.color = item.colorOf(at);
    row.name = line.name;
    row.value = Words::tr("%1 g, %2").arg(amount, kindWord(reading.kind));
    // A forecast has no age: it is about the future, or was.
    row.detail = reading.kind == SampleKind::Forecast
                     ? line.source
                     : Words::tr("%1, %2").arg(line.source, format::age(reading.at, now, locale));
    row.y = item.mapOf(line.axis).y(value);
    row.emphasised = line.key == item.emphasis();
    return row;
}

} // namespace

QString kindWord(SampleKind kind)
{
    switch (kind) {
    case SampleKind::Measured:
        return Words::tr("measured");
    case SampleKind::Estimated:
        return Words::tr("estimated");
    case SampleKind::Forecast:
        return Words::tr("forecast");
    }
    return {};
}

QString momentText(Instant at, const QLocale &locale)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
    return Words::tr("%1 UTC").arg(locale.toString(time, QStringLiteral("ddd d MMM, HH:mm")));
}

Readings readingsAt(const IntensityItem &item, Instant moment, double nearY, Instant now, const QLocale &locale)
{
    Readings found;
    for (std::size_t at = 0; at < item.lines().size(); ++at)
        if (const auto reading = readingAt(item.lines()[at], moment))
            found.rows.push_back(rowFor(item, at, *reading, now, locale));
    const auto distance = [nearY](const ReadingRow &row) {
        return row.emphasised ? -1.0 : std::abs(row.y - nearY);
    };
    std::ranges::stable_sort(found.rows, {}, distance);
    if (found.rows.size() > kMostReadings) {
        found.leftOut = static_cast<int>(found.rows.size() - kMostReadings);
        found.rows.resize(kMostReadings);
    }
    std::ranges::stable_sort(found.rows, {}, [](const ReadingRow &row) { return row.emphasised ? -1e9 : row.y; });
    return found;
}

} // namespace greenward::ui
