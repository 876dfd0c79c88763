#include "ui/models/backend_model.h"

#include "ui/format/quantities.h"
#include "ui/format/times.h"

namespace greenward::ui {
namespace {

std::vector<RowModelBase::Column> columns()
{
    return {
        {QStringLiteral("name"), BackendModel::tr("Backend"), {}},
        {QStringLiteral("kind"), BackendModel::tr("State"),
         BackendModel::tr("Connected backends hold objects; profiles are only compared with")},
        {QStringLiteral("region"), BackendModel::tr("Region"), {}},
        {QStringLiteral("score"), BackendModel::tr("Green score"),
         BackendModel::tr("Of 100: renewable share up to 40, grid intensity 30, PUE 20, water 10. It ranks; it is no "
                          "emission factor.")},
        {QStringLiteral("per-tb-month"), BackendModel::tr("g CO₂e/TB-month"),
         BackendModel::tr("What physically counts: power at rest × 730 h × copies × PUE × grid intensity"), true},
        {QStringLiteral("intensity"), BackendModel::tr("g CO₂e/kWh"),
         BackendModel::tr("Carbon intensity of the region's electricity"), true},
        {QStringLiteral("renewable"), BackendModel::tr("Renewable"),
         BackendModel::tr("Share of the electricity, as claimed"), true},
        {QStringLiteral("pue"), BackendModel::tr("PUE"), BackendModel::tr("Facility energy over IT energy"), true},
        {QStringLiteral("wue"), BackendModel::tr("WUE"), BackendModel::tr("Litres of water per IT kWh"), true, true},
        {QStringLiteral("medium"), BackendModel::tr("Medium"), {}},
        {QStringLiteral("copies"), BackendModel::tr("Copies"), BackendModel::tr("Replicas the backend keeps"), true,
         true},
        {QStringLiteral("objects"), BackendModel::tr("Objects"),
         BackendModel::tr("In the catalogue, as of the last scan"), true},
        {QStringLiteral("size"), BackendModel::tr("Size"), BackendModel::tr("In the catalogue, as of the last scan"),
         true},
        {QStringLiteral("scanned"), BackendModel::tr("Last scan"), BackendModel::tr("End of the last complete scan")},
        {QStringLiteral("location"), BackendModel::tr("Directory"), {}, false, true}};
}

Cell scoreCell(const bus::GreenScore &score)
{
    const QString text = format::score(score.total);
    const QString parts = BackendModel::tr("renewable %1 of 40, intensity %2 of 30, PUE %3 of 20, water %4 of 10")
                              .arg(format::score(score.renewable), format::score(score.intensity),
                                   format::score(score.pue), format::score(score.water));
    const QString toolTip =
        score.provisional
            ? BackendModel::tr("%1. Provisional: the grid intensity behind it is not a live one.").arg(parts)
            : parts;
    return {.text = score.provisional ? BackendModel::tr("%1 ~").arg(text) : text,
            .sort = static_cast<qlonglong>(score.total.millionths()),
            .toolTip = toolTip};
}

} // namespace

BackendModel::BackendModel(QObject *parent)
    : RowModel(columns(), parent)
{}

QString BackendModel::keyOf(const engine::BackendRow &row) const
{
    return QString::fromStdString(row.scored.spec.id.text());
}

QVariant BackendModel::value(const engine::BackendRow &row, int column, int role) const
{
    const auto which = static_cast<Column>(column);
    if (role == ScorePartsRole)
        return which == Column::Score ? QVariant::fromValue(scoreParts(row.scored.score)) : QVariant();
    return isCellRole(role) ? cellOf(row, which).answer(role) : QVariant();
}

Cell BackendModel::cellOf(const engine::BackendRow &row, Column column) const
{
    const BackendSpec &spec = row.scored.spec;
    const bool connected = spec.driver != DriverKind::Profile;
    const QString notConnected = tr("A profile holds no objects.");
    switch (column) {
    case Column::Name:
        return textCell(QString::fromStdString(spec.id.text()), format::plain(spec.source));
    case Column::Kind:
        return signCell(format::healthSign(row), row.health ? format::plain(row.health->problem) : QString());
    case Column::Region:
        return textCell(QString::fromStdString(spec.region.text()));
    case Column::Score:
        return scoreCell(row.scored.score);
    case Column::PerTerabyte:
        return carbonCell(row.scored.perTerabyteMonth);
    case Column::Intensity:
        return {.text = format::intensity(row.scored.intensity.value),
                .sort = static_cast<qlonglong>(row.scored.intensity.value.milligrams()),
                .toolTip = format::provenance(row.scored.intensity)};
    case Column::Renewable:
        return percentCell(spec.renewable);
    case Column::Pue:
        return {.text = format::pue(spec.pue), .sort = static_cast<qlonglong>(spec.pue.millionths())};
    case Column::Wue:
        return spec.wue ? Cell{.text = format::wue(spec.wue), .sort = static_cast<qlonglong>(spec.wue->millionths())}
                        : unknownCell(tr("Unknown, which is not 0: it gives 5 of 10 points."));
    case Column::Medium:
        return textCell(format::mediumText(spec.medium));
    case Column::Copies:
        return {.text = QString::fromStdString(spec.redundancy.text()),
                .sort = static_cast<double>(spec.redundancy.numerator()) / spec.redundancy.denominator()};
    case Column::Objects:
        return connected ? countCell(row.objects) : unknownCell(notConnected);
    case Column::Size:
        return connected ? sizeCell(row.size) : unknownCell(notConnected);
    case Column::Scanned:
        if (row.scanning)
            return {.text = tr("scanning now"),
                    .sort = static_cast<qlonglong>(m_now.time_since_epoch().count()),
                    .tone = Tone::Info,
                    .icon = QStringLiteral("scan")};
        if (!connected) return unknownCell(notConnected);
        return row.scannedAt ? ageCell(row.scannedAt, m_now) : Cell{.text = tr("never"), .tone = Tone::Warning};
    case Column::Location:
        return connected ? textCell(format::plain(spec.location)) : unknownCell(notConnected);
    }
    return {};
}

} // namespace greenward::ui
