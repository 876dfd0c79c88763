#include "ui/charts/intensity_table.h"

#include "ui/charts/readings.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

namespace greenward::ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(IntensityText)
};

milliseconds rowStep(std::span<const IntensityLine> lines, Instant from, Instant to)
{
    using std::chrono::minutes;
    constexpr std::array kSteps{minutes{5},   minutes{15},  minutes{30},   minutes{60},
                                minutes{180}, minutes{360}, minutes{1440}, minutes{7 * 1440}};
    milliseconds finest = kSteps.back();
    for (const IntensityLine &line : lines)
        for (const Trace &trace : line.traces)
            finest = std::min(finest, trace.step);
    for (const minutes step : kSteps)
        if (step >= finest && (to - from) / step <= kMostTableRows) return step;
    return std::max<milliseconds>(kSteps.back(), (to - from) / kMostTableRows);
}

QString cellText(const IntensityLine &line, Instant at, const QLocale &locale)
{
    const auto reading = readingAt(line, at);
    if (!reading) return {};
    const QString amount = locale.toString(static_cast<double>(reading->value), 'f', 1);
    return reading->kind == SampleKind::Measured ? amount : Words::tr("%1 (%2)").arg(amount, kindWord(reading->kind));
}

} // namespace

ChartTable intensityTable(std::span<const IntensityLine> lines, Instant from, Instant to, const QLocale &locale)
{
    ChartTable table{{Words::tr("time (UTC)")}, {}};
    for (const IntensityLine &line : lines)
        table.headers << Words::tr("%1, g/kWh").arg(line.name);
    const milliseconds step = rowStep(lines, from, to);
    const auto since = from.time_since_epoch();
    for (Instant at{(since / step) * step}; at < to; at += step) {
        if (at < from) continue;
        QStringList row{locale.toString(QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC),
                                        QLocale::ShortFormat)};
        for (const IntensityLine &line : lines)
            row << cellText(line, at, locale);
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace greenward::ui
