#include "ui/models/grid_model.h"

#include "ui/format/quantities.h"

namespace greenward::ui {
namespace {

std::vector<RowModelBase::Column> columns()
{
    return {{QStringLiteral("region"), GridModel::tr("Region"),
             GridModel::tr("As the backends name it; the box says whether the chart shows it")},
            {QStringLiteral("intensity"), GridModel::tr("g CO₂e/kWh"),
             GridModel::tr("Carbon intensity of electricity now"), true},
            {QStringLiteral("trust"), GridModel::tr("Trust"), GridModel::tr("How the figure came about")},
            {QStringLiteral("age"), GridModel::tr("Age"),
             GridModel::tr("How old the moment is that a live figure is about")},
            {QStringLiteral("provider"), GridModel::tr("Provider"), GridModel::tr("Who published the figure"), false,
         true},
            {QStringLiteral("place"), GridModel::tr("Place"), {}, false, true},
            {QStringLiteral("signal"), GridModel::tr("Signal"),
             GridModel::tr("Figures of different signals are never compared"), false, true},
            {QStringLiteral("origin"), GridModel::tr("Origin"),
             GridModel::tr(
                 "From which rung of the fallback: live, last known, zone's or country's yearly average, default"),
             false, true},
            {QStringLiteral("year"), GridModel::tr("Year"), GridModel::tr("The year a yearly average is about"), true,
             true},
            {QStringLiteral("zone"), GridModel::tr("Zone"), GridModel::tr("Zone of Electricity Maps"), false, true},
            {QStringLiteral("country"), GridModel::tr("Country"), GridModel::tr("ISO 3166-1"), false, true},
            {QStringLiteral("watttime"), GridModel::tr("WattTime region"), {}, false, true},
            {QStringLiteral("backends"), GridModel::tr("Backends"), GridModel::tr("Registered backends in this region"),
             false, true},
            {QStringLiteral("method"), GridModel::tr("Method"), {}, false, true},
            {QStringLiteral("source"), GridModel::tr("Source"), GridModel::tr("Citation with vintage"), false, true},
            {QStringLiteral("licence"), GridModel::tr("Licence"), {}, false, true}};
}

Cell plainCell(const std::string &text)
{
    return text.empty() ? unknownCell() : textCell(format::plain(text));
}

Cell figureCell(const GridFigure &figure, GridModel::Column column, Instant now)
{
    using Column = GridModel::Column;
    switch (column) {
    case Column::Intensity:
        return {.text = format::intensity(figure.value),
                .sort = static_cast<qlonglong>(figure.value.milligrams()),
                .toolTip = format::provenance(figure)};
    case Column::Trust:
        return signCell(format::figureSign(figure), format::plain(figure.note));
    case Column::Age:
        return ageCell(figure.pointTime, now,
                       GridModel::tr("Not about a moment: an average of a year, or the default"));
    case Column::Provider:
        return plainCell(figure.provider);
    case Column::Signal:
        return textCell(format::signalText(figure.signal));
    case Column::Origin:
        return textCell(format::originText(figure.origin));
    case Column::Year:
        return figure.year ? Cell{.text = QString::number(*figure.year), .sort = *figure.year}
                           : unknownCell(GridModel::tr("Not a yearly average"));
    case Column::Method:
        return plainCell(figure.method);
    case Column::Source:
        return plainCell(figure.source);
    case Column::Licence:
        return plainCell(figure.licence);
    default:
        return {};
    }
}

} // namespace

GridModel::GridModel(QObject *parent)
    : RowModel(columns(), parent)
{}

QString GridModel::keyOf(const GridPlace &place) const
{
    return QString::fromStdString(place.row.region.text());
}

Qt::ItemFlags GridModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = RowModel::flags(index);
    return index.column() == static_cast<int>(Column::Region) ? usual | Qt::ItemIsUserCheckable : usual;
}

bool GridModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != static_cast<int>(Column::Region)) return false;
    Q_EMIT shownChanged(keyAt(index.row()), value.toInt() == Qt::Checked);
    return true;
}

QVariant GridModel::value(const GridPlace &place, int column, int role) const
{
    if (column == static_cast<int>(Column::Region)) {
        if (role == Qt::CheckStateRole) return place.shown ? Qt::Checked : Qt::Unchecked;
        if (role == ColorRole) return place.color;
    }
    return isCellRole(role) ? cellOf(place, static_cast<Column>(column)).answer(role) : QVariant();
}

Cell GridModel::cellOf(const GridPlace &place, Column column) const
{
    const engine::GridRow &row = place.row;
    switch (column) {
    case Column::Region:
        return textCell(format::plain(row.region.text()),
                        place.watched ? tr("Watched by itself; no backend lies here") : QString());
    case Column::Place:
        return plainCell(row.place);
    case Column::Zone:
        return plainCell(row.zone);
    case Column::Country:
        return plainCell(row.country);
    case Column::WattTime:
        return plainCell(row.watttimeRegion);
    case Column::Backends: {
        QStringList names;
        for (const BackendId &id : row.backends)
            names.append(QString::fromStdString(id.text()));
        return names.isEmpty() ? unknownCell() : textCell(names.join(tr(", ")));
    }
    case Column::Intensity:
    case Column::Trust:
    case Column::Age:
    case Column::Provider:
    case Column::Signal:
    case Column::Origin:
    case Column::Year:
    case Column::Method:
    case Column::Source:
    case Column::Licence:
        break;
    }
    return place.figure ? figureCell(*place.figure, column, m_now)
                        : unknownCell(tr("No source has told anything about this region under this signal"));
}

} // namespace greenward::ui
