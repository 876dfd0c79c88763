#include "ui/models/backend_model.h"

#include "ui/format/placement_text.h"
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
        {QStringLiteral("share-basis"), BackendModel::tr("Share means"),
         BackendModel::tr("Shares of different meaning are not strictly comparable"), false, true},
        {QStringLiteral("pue"), BackendModel::tr("PUE"), BackendModel::tr("Facility energy over IT energy"), true},
        {QStringLiteral("wue"), BackendModel::tr("WUE"), BackendModel::tr("Litres of water per IT kWh"), true, true},
        {QStringLiteral("medium"), BackendModel::tr("Medium"), {}},
        {QStringLiteral("copies"), BackendModel::tr("Copies"), BackendModel::tr("Replicas the backend keeps"), true,
         true},
        {QStringLiteral("country"), BackendModel::tr("Country"),
         BackendModel::tr("Where the data lies by law: the residency, else the region's country"), false, true},
        {QStringLiteral("price"), BackendModel::tr("Price/GB-month"),
         BackendModel::tr("List price of keeping a decimal gigabyte for a month"), true, true},
        {QStringLiteral("latency"), BackendModel::tr("Latency"), BackendModel::tr("How long a read waits"), false,
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

/// Where the figures of a backend are from, and what is known to be newer (C-32).
QString sourceText(const BackendSpec &spec)
{
    QString text = spec.source.empty() ? BackendModel::tr("As entered by the operator.")
                   : spec.sourceYear
                       ? BackendModel::tr("%1, %2.").arg(format::plain(spec.source), QString::number(*spec.sourceYear))
                       : BackendModel::tr("%1.").arg(format::plain(spec.source));
    if (!spec.newerHint.empty())
        text += QLatin1Char('\n') + BackendModel::tr("Newer figures exist: %1.").arg(format::plain(spec.newerHint));
    return text;
}

QString shareText(const BackendSpec &spec)
{
    QString text = BackendModel::tr("Means: %1.").arg(format::shareBasisText(spec.shareBasis));
    if (!spec.renewableBasis.empty())
        text +=
            QLatin1Char('\n') + BackendModel::tr("In the source's words: %1.").arg(format::plain(spec.renewableBasis));
    return text + QLatin1Char('\n') + sourceText(spec);
}

Cell priceCell(const BackendSpec &spec)
{
    if (!spec.price) return unknownCell(BackendModel::tr("Unknown, which is not 0."));
    return {.text = format::price(spec.price), .sort = static_cast<qlonglong>(spec.price->millionths)};
}

} // namespace

BackendModel::BackendModel(QObject *parent)
    : RowModel(columns(), parent)
{}

QString BackendModel::keyOf(const engine::BackendRow &row) const
{
    return QString::fromStdString(row.scored.spec.id.text());
}

bool BackendModel::sameKey(const engine::BackendRow &a, const engine::BackendRow &b) const
{
    return a.scored.spec.id == b.scored.spec.id;
}

bool BackendModel::same(const engine::BackendRow &a, const engine::BackendRow &b) const
{
    const auto sameHealth = [](const auto &one, const auto &other) {
        if (!one || !other) return !one && !other;
        return one->reachable == other->reachable && one->writable == other->writable && one->problem == other->problem;
    };
    return a.objects == b.objects && a.size == b.size && a.scannedAt == b.scannedAt && a.scanning == b.scanning &&
           sameHealth(a.health, b.health) && a.scored == b.scored;
}

QString BackendModel::searchText(std::size_t at) const
{
    const engine::BackendRow &row = rows()[at];
    const BackendSpec &spec = row.scored.spec;
    const QChar gap(QLatin1Char('\n'));
    return QString::fromStdString(spec.id.text()) + gap + QString::fromStdString(spec.region.text()) + gap +
           QString::fromStdString(countryOf(spec)) + gap + format::healthSign(row).word + gap +
           format::mediumText(spec.medium) + gap + QString::fromStdString(spec.source);
}

const std::string &BackendModel::countryOf(const BackendSpec &spec) const
{
    static const std::string unknown;
    if (spec.residency) return spec.residency->text();
    const auto found = m_countries.find(spec.region.text());
    return found == m_countries.end() ? unknown : found->second;
}

Cell BackendModel::countryCell(const BackendSpec &spec) const
{
    const std::string &country = countryOf(spec);
    if (country.empty()) return unknownCell(tr("No residency is set, and the region's country is not known."));
    return textCell(QString::fromStdString(country),
                    spec.residency ? tr("Residency, as set.") : tr("The country of its region; no residency is set."));
}

QVariant BackendModel::value(const engine::BackendRow &row, int column, int role) const
{
    const auto which = static_cast<Column>(column);
    if (role == ScorePartsRole)
        return which == Column::Score ? QVariant::fromValue(scoreParts(row.scored.score)) : QVariant();
    if (role == SortRole)
        if (const auto number = sortNumber(row, which)) return *number;
    return isCellRole(role) ? cellOf(row, which).answer(role) : QVariant();
}

std::optional<QVariant> BackendModel::sortNumber(const engine::BackendRow &row, Column column)
{
    const bus::ScoredBackend &scored = row.scored;
    switch (column) {
    case Column::Name:
        return QString::fromStdString(scored.spec.id.text());
    case Column::Region:
        return QString::fromStdString(scored.spec.region.text());
    case Column::Score:
        return static_cast<qlonglong>(scored.score.total.millionths());
    case Column::PerTerabyte:
        return static_cast<qlonglong>(scored.perTerabyteMonth.micrograms());
    case Column::Intensity:
        return static_cast<qlonglong>(scored.intensity.value.milligrams());
    case Column::Renewable:
        return static_cast<qlonglong>(scored.spec.renewable.millionths());
    case Column::Pue:
        return static_cast<qlonglong>(scored.spec.pue.millionths());
    case Column::Kind:
    case Column::ShareBasis:
    case Column::Wue:
    case Column::Medium:
    case Column::Copies:
    case Column::Country:
    case Column::Price:
    case Column::Latency:
    case Column::Objects:
    case Column::Size:
    case Column::Scanned:
    case Column::Location:
        break;
    }
    return std::nullopt;
}

Cell BackendModel::cellOf(const engine::BackendRow &row, Column column) const
{
    const BackendSpec &spec = row.scored.spec;
    const bool connected = spec.driver != DriverKind::Profile;
    const QString notConnected = tr("A profile holds no objects.");
    switch (column) {
    case Column::Name:
        return textCell(QString::fromStdString(spec.id.text()), sourceText(spec));
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
        return {.text = format::percent(spec.renewable),
                .sort = static_cast<qlonglong>(spec.renewable.millionths()),
                .toolTip = shareText(spec)};
    case Column::ShareBasis:
        return textCell(format::shareBasisText(spec.shareBasis), shareText(spec));
    case Column::Pue:
        return {.text = format::pue(spec.pue),
                .sort = static_cast<qlonglong>(spec.pue.millionths()),
                .toolTip = sourceText(spec)};
    case Column::Wue:
        return spec.wue ? Cell{.text = format::wue(spec.wue),
                               .sort = static_cast<qlonglong>(spec.wue->millionths()),
                               .toolTip = sourceText(spec)}
                        : unknownCell(tr("Unknown, which is not 0: it gives 5 of 10 points."));
    case Column::Medium:
        return textCell(format::mediumText(spec.medium));
    case Column::Copies:
        return {.text = QString::fromStdString(spec.redundancy.text()),
                .sort = static_cast<double>(spec.redundancy.numerator()) / spec.redundancy.denominator()};
    case Column::Country:
        return countryCell(spec);
    case Column::Price:
        return priceCell(spec);
    case Column::Latency:
        if (spec.latency == LatencyClass::Unknown) return unknownCell(tr("Unknown; it meets no ceiling."));
        return {.text = format::latencyText(spec.latency), .sort = static_cast<int>(spec.latency)};
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
