#include "ui/models/candidate_model.h"

#include "ui/format/placement_text.h"
#include "ui/format/quantities.h"

namespace greenward::ui {
namespace {

using Standing = CandidateRow::Standing;

std::vector<RowModelBase::Column> columns()
{
    return {{QStringLiteral("place"), CandidateModel::tr("Place"), {}, true},
            {QStringLiteral("backend"), CandidateModel::tr("Backend"), {}},
            {QStringLiteral("standing"), CandidateModel::tr("Standing"), {}},
            {QStringLiteral("score"), CandidateModel::tr("Score"), CandidateModel::tr("Green score, of 100"), true},
            {QStringLiteral("literal"), CandidateModel::tr("Literal score"),
             CandidateModel::tr("Compatibility: the formula as printed, without bounds"), true, true},
            {QStringLiteral("per-tb-month"), CandidateModel::tr("g CO₂e/TB-month"),
             CandidateModel::tr("What physically counts: power at rest × 730 h × copies × PUE × grid intensity"), true},
            {QStringLiteral("total"), CandidateModel::tr("Total CO₂e"),
             CandidateModel::tr("Writing, network and all months at rest"), true},
            {QStringLiteral("band"), CandidateModel::tr("Low to high"),
             CandidateModel::tr("Of the total, under the lowest and highest published coefficients"), true},
            {QStringLiteral("reason"), CandidateModel::tr("Why not"), {}},
            {QStringLiteral("write"), CandidateModel::tr("Writing"), {}, true},
            {QStringLiteral("network"), CandidateModel::tr("Network"), {}, true},
            {QStringLiteral("rest-month"), CandidateModel::tr("Rest/month"), {}, true},
            {QStringLiteral("rest"), CandidateModel::tr("Rest, all months"), {}, true},
            {QStringLiteral("intensity"), CandidateModel::tr("g CO₂e/kWh"), {}, true},
            {QStringLiteral("country"), CandidateModel::tr("Country"), {}},
            {QStringLiteral("price"), CandidateModel::tr("Price/GB-month"), {}, true},
            {QStringLiteral("latency"), CandidateModel::tr("Latency"), {}}};
}

Cell amountCell(const placement::Amount &amount)
{
    Cell cell = carbonCell(amount.grams);
    cell.toolTip = CandidateModel::tr("%1, %2").arg(format::band(amount), format::energy(amount.energy));
    return cell;
}

Cell standingCell(Standing standing, const QString &reason)
{
    switch (standing) {
    case Standing::Chosen:
        return signCell({CandidateModel::tr("Ranks first"), Tone::Good, QStringLiteral("ok")});
    case Standing::Alternative:
        return signCell({CandidateModel::tr("Alternative"), Tone::Neutral, QStringLiteral("compare")});
    case Standing::Excluded:
        return signCell({CandidateModel::tr("Excluded"), Tone::Faded, QStringLiteral("reject")}, reason);
    case Standing::NotRated:
        return signCell({CandidateModel::tr("Not rated"), Tone::Faded, QStringLiteral("help")}, reason);
    }
    return {};
}

} // namespace

std::vector<CandidateRow> candidateRows(const placement::Decision &decision)
{
    std::vector<CandidateRow> rows;
    rows.reserve(decision.ranked.size() + decision.excluded.size() + decision.notRated.size());
    for (const placement::Candidate &candidate : decision.ranked) {
        const int place = static_cast<int>(rows.size()) + 1;
        rows.push_back(
            {candidate.scored.spec.id, place == 1 ? Standing::Chosen : Standing::Alternative, place, candidate, {}});
    }
    for (const placement::Candidate &candidate : decision.excluded) {
        QStringList reasons;
        for (const std::string &reason : candidate.unmet)
            reasons << format::plain(reason);
        rows.push_back(
            {candidate.scored.spec.id, Standing::Excluded, 0, candidate, reasons.join(QStringLiteral("; "))});
    }
    for (const placement::NotRated &one : decision.notRated)
        rows.push_back({one.backend, Standing::NotRated, 0, {}, format::plain(one.reason)});
    return rows;
}

CandidateModel::CandidateModel(QObject *parent)
    : RowModel(columns(), parent)
{}

QVariant CandidateModel::value(const CandidateRow &row, int column, int role) const
{
    if (!isCellRole(role)) return {};
    const auto which = static_cast<Column>(column);
    const bool faded = row.place == 0 && which != Column::Standing && which != Column::Reason;
    if (role == ToneRole && faded) return static_cast<int>(Tone::Faded);
    return cellOf(row, which).answer(role);
}

QString CandidateModel::searchText(std::size_t at) const
{
    const CandidateRow &row = rows()[at];
    const QString country = row.candidate ? QString::fromStdString(row.candidate->country) : QString();
    return keyOf(row) + QLatin1Char('\n') + country + QLatin1Char('\n') + row.reason;
}

Cell CandidateModel::cellOf(const CandidateRow &row, Column column) const
{
    switch (column) {
    case Column::Place:
        return row.place > 0 ? countCell(static_cast<std::uint64_t>(row.place)) : unknownCell(row.reason);
    case Column::Backend:
        return textCell(keyOf(row));
    case Column::Standing:
        return standingCell(row.standing, row.reason);
    case Column::Reason:
        return textCell(row.reason, row.reason);
    default:
        break;
    }
    if (!row.candidate) return unknownCell(row.reason);
    const placement::Candidate &candidate = *row.candidate;
    const bus::ScoredBackend &scored = candidate.scored;
    switch (column) {
    case Column::Score: {
        const QString score = format::score(scored.score.total);
        return {.text = scored.score.provisional ? tr("%1 ~").arg(score) : score,
                .sort = static_cast<qlonglong>(scored.score.total.millionths()),
                .toolTip =
                    scored.score.provisional ? tr("Provisional: the grid intensity is not a live one.") : QString()};
    }
    case Column::Literal:
        return {.text = format::literalScore(candidate.literal),
                .sort = static_cast<qlonglong>(candidate.literal.millionths())};
    case Column::PerTerabyte:
        return carbonCell(scored.perTerabyteMonth);
    case Column::Total:
        return amountCell(candidate.estimate.total);
    case Column::Band:
        return {.text = tr("%1 to %2")
                            .arg(format::carbon(candidate.estimate.total.low),
                                 format::carbon(candidate.estimate.total.high)),
                .sort = static_cast<qlonglong>(candidate.estimate.total.high.micrograms())};
    case Column::Write:
        return amountCell(candidate.estimate.write);
    case Column::Network:
        return amountCell(candidate.estimate.network);
    case Column::RestMonth:
        return amountCell(candidate.estimate.restMonth);
    case Column::Rest:
        return amountCell(candidate.estimate.rest);
    case Column::Intensity:
        return {.text = format::intensity(scored.intensity.value),
                .sort = static_cast<qlonglong>(scored.intensity.value.milligrams()),
                .toolTip = format::provenance(scored.intensity)};
    case Column::Country:
        return candidate.country.empty() ? unknownCell() : textCell(QString::fromStdString(candidate.country));
    case Column::Price:
        return scored.spec.price ? Cell{.text = format::price(scored.spec.price),
                                        .sort = static_cast<qlonglong>(scored.spec.price->millionths)}
                                 : unknownCell(tr("Unknown, which is not 0."));
    case Column::Latency:
        return scored.spec.latency == LatencyClass::Unknown ? unknownCell(tr("Unknown; it meets no ceiling."))
                                                            : Cell{.text = format::latencyText(scored.spec.latency),
                                                                   .sort = static_cast<int>(scored.spec.latency)};
    case Column::Place:
    case Column::Backend:
    case Column::Standing:
    case Column::Reason:
        break;
    }
    return {};
}

} // namespace greenward::ui
