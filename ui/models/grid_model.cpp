#include "ui/models/grid_model.h"

#include "ui/format/quantities.h"

namespace greenward::ui {
namespace {

std::vector<RowModelBase::Column> columns()
{
    return {
        {QStringLiteral("region"), GridModel::tr("Region"), GridModel::tr("As the backends name it")},
        {QStringLiteral("place"), GridModel::tr("Place"), {}},
        {QStringLiteral("intensity"), GridModel::tr("g CO₂e/kWh"), GridModel::tr("Carbon intensity of electricity"),
         true},
        {QStringLiteral("signal"), GridModel::tr("Signal"),
         GridModel::tr("Figures of different signals are never compared")},
        {QStringLiteral("trust"), GridModel::tr("Trust"), GridModel::tr("How the figure came about")},
        {QStringLiteral("origin"), GridModel::tr("Origin"),
         GridModel::tr(
             "From which rung of the fallback: live, last known, zone's or country's yearly average, default")},
        {QStringLiteral("provider"), GridModel::tr("Provider"), GridModel::tr("Who published the figure")},
        {QStringLiteral("year"), GridModel::tr("Year"), GridModel::tr("The year a yearly average is about"), true},
        {QStringLiteral("zone"), GridModel::tr("Zone"), GridModel::tr("Zone of Electricity Maps")},
        {QStringLiteral("country"), GridModel::tr("Country"), GridModel::tr("ISO 3166-1")},
        {QStringLiteral("watttime"), GridModel::tr("WattTime region"), {}, false, true},
        {QStringLiteral("backends"), GridModel::tr("Backends"), GridModel::tr("Registered backends in this region")},
        {QStringLiteral("method"), GridModel::tr("Method"), {}, false, true},
        {QStringLiteral("source"), GridModel::tr("Source"), GridModel::tr("Citation with vintage"), false, true},
        {QStringLiteral("licence"), GridModel::tr("Licence"), {}, false, true}};
}

Cell plainCell(const std::string &text)
{
    return text.empty() ? unknownCell() : textCell(format::plain(text));
}

} // namespace

GridModel::GridModel(QObject *parent)
    : RowModel(columns(), parent)
{}

QString GridModel::keyOf(const engine::GridRow &row) const
{
    return QString::fromStdString(row.region.text());
}

QVariant GridModel::value(const engine::GridRow &row, int column, int role) const
{
    return isCellRole(role) ? cellOf(row, static_cast<Column>(column)).answer(role) : QVariant();
}

Cell GridModel::cellOf(const engine::GridRow &row, Column column)
{
    const GridFigure &figure = row.figure;
    switch (column) {
    case Column::Region:
        return textCell(format::plain(row.region.text()));
    case Column::Place:
        return plainCell(row.place);
    case Column::Intensity:
        return {.text = format::intensity(figure.value),
                .sort = static_cast<qlonglong>(figure.value.milligrams()),
                .toolTip = format::provenance(figure)};
    case Column::Signal:
        return textCell(format::signalText(figure.signal));
    case Column::Trust:
        return signCell(format::figureSign(figure), format::plain(figure.note));
    case Column::Origin:
        return textCell(format::originText(figure.origin));
    case Column::Provider:
        return plainCell(figure.provider);
    case Column::Year:
        return figure.year ? Cell{.text = QString::number(*figure.year), .sort = *figure.year}
                           : unknownCell(tr("Not a yearly average"));
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
    case Column::Method:
        return plainCell(figure.method);
    case Column::Source:
        return plainCell(figure.source);
    case Column::Licence:
        return plainCell(figure.licence);
    }
    return {};
}

} // namespace greenward::ui
