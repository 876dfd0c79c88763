#include "ui/format/times.h"

#include "ui/format/quantities.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <cstdlib>

namespace greenward::ui::format {
namespace {

using std::chrono::seconds;

QString tr(const char *text)
{
    return QCoreApplication::translate("greenward::ui::format", text);
}

QString withUnit(qint64 number, const char *unit, const QLocale &locale)
{
    return tr(unit).arg(locale.toString(number));
}

struct Span
{
    qint64 seconds;
    const char *unit;
};
constexpr Span kSpans[] = {
    {31'557'600, QT_TRANSLATE_NOOP("greenward::ui::format", "%1 y")},
    {86'400, QT_TRANSLATE_NOOP("greenward::ui::format", "%1 d")},
    {3'600, QT_TRANSLATE_NOOP("greenward::ui::format", "%1 h")},
    {60, QT_TRANSLATE_NOOP("greenward::ui::format", "%1 min")},
    {1, QT_TRANSLATE_NOOP("greenward::ui::format", "%1 s")},
};

/// The largest unit only: ages need no more.
QString roughly(qint64 span, const QLocale &locale)
{
    for (const Span &unit : kSpans)
        if (span >= unit.seconds) return withUnit(span / unit.seconds, unit.unit, locale);
    return withUnit(0, kSpans[4].unit, locale);
}

} // namespace

QDateTime toLocal(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::LocalTime);
}

QString dateTime(Instant at, const QLocale &locale)
{
    return locale.toString(toLocal(at), tr("d MMM yyyy, HH:mm"));
}

QString dateTime(const std::optional<Instant> &at, const QLocale &locale)
{
    return at ? dateTime(*at, locale) : unknown();
}

QString date(Instant at, const QLocale &locale)
{
    return locale.toString(toLocal(at), tr("d MMM yyyy"));
}

QString dateTimeUtc(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
}

QString age(Instant at, Instant now, const QLocale &locale)
{
    const qint64 past = std::chrono::duration_cast<seconds>(now - at).count();
    if (past >= 0 && past < 5) return tr("now");
    const QString span = roughly(std::llabs(past), locale);
    return past >= 0 ? tr("%1 ago").arg(span) : tr("in %1").arg(span);
}

QString duration(seconds span, const QLocale &locale)
{
    qint64 left = span.count();
    if (left < 0) left = 0;
    for (std::size_t at = 0; at < std::size(kSpans); ++at) {
        if (left < kSpans[at].seconds) continue;
        QString first = withUnit(left / kSpans[at].seconds, kSpans[at].unit, locale);
        if (at + 1 == std::size(kSpans)) return first;
        const qint64 rest = left % kSpans[at].seconds / kSpans[at + 1].seconds;
        return rest == 0 ? first : first + QLatin1Char(' ') + withUnit(rest, kSpans[at + 1].unit, locale);
    }
    return withUnit(0, kSpans[4].unit, locale);
}

QString delay(milliseconds span, const QLocale &locale)
{
    if (span.count() < 1000) return tr("%1 ms").arg(locale.toString(static_cast<qlonglong>(span.count())));
    return tr("%1 s").arg(locale.toString(static_cast<double>(span.count()) / 1000.0, 'f', 1));
}

} // namespace greenward::ui::format
