#include "ui/format/words.h"

#include "ui/format/quantities.h"
#include "ui/format/times.h"

#include <QCoreApplication>
#include <QStringList>

namespace greenward::ui::format {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("greenward::ui::format", text);
}

} // namespace

QString periodText(PeriodKind period)
{
    switch (period) {
    case PeriodKind::Hour:
        return tr("Hour");
    case PeriodKind::Day:
        return tr("Day");
    case PeriodKind::Week:
        return tr("Week");
    case PeriodKind::Month:
        return tr("Month");
    case PeriodKind::Quarter:
        return tr("Quarter");
    case PeriodKind::Year:
        return tr("Year");
    }
    return {};
}

QString mediumText(Medium medium)
{
    switch (medium) {
    case Medium::Hdd:
        return tr("Hard disk");
    case Medium::Ssd:
        return tr("SSD");
    case Medium::Tape:
        return tr("Tape");
    case Medium::Generic:
        return tr("Generic");
    }
    return {};
}

QString driverText(DriverKind driver)
{
    switch (driver) {
    case DriverKind::Profile:
        return tr("Profile, not connected");
    case DriverKind::Local:
        return tr("Local directory");
    }
    return {};
}

QString signalText(Signal signal)
{
    switch (signal) {
    case Signal::Average:
        return tr("Average");
    case Signal::Marginal:
        return tr("Marginal");
    case Signal::Percentile:
        return tr("Percentile");
    case Signal::Level:
        return tr("Level");
    }
    return {};
}

QString qualityText(Quality quality)
{
    switch (quality) {
    case Quality::Measured:
        return tr("Measured");
    case Quality::Calculated:
        return tr("Calculated");
    case Quality::Estimated:
        return tr("Estimated");
    case Quality::Default:
        return tr("Default");
    }
    return {};
}

QString originText(Origin origin)
{
    switch (origin) {
    case Origin::Live:
        return tr("live");
    case Origin::LastKnown:
        return tr("last known");
    case Origin::ZoneYearAverage:
        return tr("zone, yearly average");
    case Origin::CountryYearAverage:
        return tr("country, yearly average");
    case Origin::ConfiguredDefault:
        return tr("default from the settings");
    }
    return {};
}

QString relocationText(Relocation relocation)
{
    switch (relocation) {
    case Relocation::Move:
        return tr("Move");
    case Relocation::CopyOnly:
        return tr("Copy only");
    }
    return {};
}

QString leaveBehindText(LeaveBehind leave)
{
    switch (leave) {
    case LeaveBehind::Nothing:
        return tr("Nothing");
    case LeaveBehind::Symlink:
        return tr("Symbolic link");
    case LeaveBehind::Pointer:
        return tr("Pointer file");
    }
    return {};
}

QString scheduleText(const std::string &schedule)
{
    if (schedule == "immediate") return tr("At once");
    if (schedule == "low-carbon") return tr("When the grid is clean");
    if (schedule == "daily") return tr("Daily");
    if (schedule == "weekly") return tr("Weekly");
    return plain(schedule);
}

QString operationText(const std::string &operation)
{
    if (operation == "migration") return tr("Migration");
    if (operation == "manual") return tr("Entered by hand");
    if (operation == "write") return tr("Write");
    if (operation == "read") return tr("Read");
    return plain(operation);
}

QString provenance(const GridFigure &figure, const QLocale &locale)
{
    QString first = tr("%1 signal, %2").arg(signalText(figure.signal), originText(figure.origin));
    if (figure.year) first = tr("%1 of %2").arg(first, QString::number(*figure.year));
    if (!figure.zone.empty()) first = tr("%1, zone %2").arg(first, plain(figure.zone));
    QStringList parts{first, figure.estimated ? tr("estimated") : tr("measured")};
    if (figure.gas == Gas::CO2) parts << tr("CO₂ only, other gases not counted");
    if (figure.pointTime) parts << tr("for %1").arg(dateTime(*figure.pointTime, locale));
    if (figure.fetchedAt) parts << tr("fetched %1").arg(dateTime(*figure.fetchedAt, locale));
    for (const std::string *text : {&figure.method, &figure.source, &figure.licence, &figure.note})
        if (!text->empty()) parts << plain(*text);
    return parts.join(QStringLiteral("; "));
}

QString resolvedRegionText(const engine::GridRow &row, const QLocale &locale)
{
    QString text = plain(row.region.text());
    if (!row.place.empty()) text = tr("%1: %2").arg(text, plain(row.place));
    if (!row.zone.empty()) text = tr("%1 (zone %2)").arg(text, plain(row.zone));
    return tr("%1, %2").arg(text, intensity(row.figure.value, locale));
}

} // namespace greenward::ui::format
