#include "ui/models/batch_model.h"

#include "ui/format/batch_text.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"

#include <cmath>

namespace greenward::ui {
namespace {

std::vector<RowModelBase::Column> columns()
{
    return {
        {QStringLiteral("number"), BatchModel::tr("Batch"), {}, true},
        {QStringLiteral("tenant"), BatchModel::tr("Tenant"), {}},
        {QStringLiteral("route"), BatchModel::tr("From → to"), {}},
        {QStringLiteral("objects"), BatchModel::tr("Objects"), {}, true},
        {QStringLiteral("size"), BatchModel::tr("Size"), {}, true},
        {QStringLiteral("own-cost"), BatchModel::tr("Own cost"),
         BatchModel::tr("CO₂e of moving itself: expected, and the band by how far the bytes travel"), true},
        {QStringLiteral("net-saving"), BatchModel::tr("Net saving"),
         BatchModel::tr("CO₂e over the policy's lifetime, own cost taken off; the pessimistic figure is in the detail"),
         true},
        {QStringLiteral("break-even"), BatchModel::tr("Pays back"),
         BatchModel::tr("When the saving has made good the own cost"), true},
        {QStringLiteral("state"), BatchModel::tr("State"), {}},
        {QStringLiteral("progress"), BatchModel::tr("Progress"), BatchModel::tr("Objects switched to the target")},
        {QStringLiteral("rate"), BatchModel::tr("Rate"), BatchModel::tr("While it runs"), true},
        {QStringLiteral("left"), BatchModel::tr("Time left"), BatchModel::tr("While it runs, at the present rate"),
         true},
        {QStringLiteral("created"), BatchModel::tr("Planned"), {}, false, true},
        {QStringLiteral("created-by"), BatchModel::tr("Planned by"), {}, false, true},
        {QStringLiteral("decided"), BatchModel::tr("Decided"), {}, false, true},
        {QStringLiteral("decided-by"), BatchModel::tr("Decided by"), {}, false, true},
        {QStringLiteral("expires"), BatchModel::tr("Lapses"), BatchModel::tr("When the plan or the approval lapses"),
         false, true},
        {QStringLiteral("booked"), BatchModel::tr("Booked"),
         BatchModel::tr("Own emissions booked to the tenant's budget so far"), true, true}};
}

QString ownCostShort(const engine::PlanFigures &figures)
{
    QString cost = format::carbon(figures.ownCost);
    if (figures.ownCostLow == figures.ownCostHigh) return cost;
    return BatchModel::tr("%1 (%2–%3)")
        .arg(cost, format::carbon(figures.ownCostLow), format::carbon(figures.ownCostHigh));
}

Cell breakEvenCell(const engine::PlanFigures &figures)
{
    Cell cell{.text = format::breakEven(figures, QLocale())};
    if (figures.breakEvenDays) cell.sort = static_cast<qlonglong>(*figures.breakEvenDays);
    return cell;
}

} // namespace

GaugeValue batchProgress(const engine::BatchRow &row, const QLocale &locale)
{
    GaugeValue gauge{.tone = format::batchSign(row.state).tone};
    const std::uint64_t handled = row.moved + row.failed + row.skipped;
    if (row.figures.objects == 0) return gauge;
    gauge.used = static_cast<double>(handled) / static_cast<double>(row.figures.objects);
    gauge.text = BatchModel::tr("%1 %").arg(locale.toString(std::floor(*gauge.used * 100), 'f', 0));
    gauge.word =
        BatchModel::tr("%1 of %2").arg(format::count(handled, locale), format::objects(row.figures.objects, locale));
    return gauge;
}

BatchModel::BatchModel(QObject *parent)
    : RowModel(columns(), parent)
{}

QString BatchModel::keyOf(const engine::BatchRow &row) const
{
    return QString::number(number(row.id));
}

QVariant BatchModel::value(const engine::BatchRow &row, int column, int role) const
{
    const auto which = static_cast<Column>(column);
    if (role == GaugeRole)
        return which == Column::Progress && row.state != "planned" ? QVariant::fromValue(batchProgress(row))
                                                                   : QVariant();
    return isCellRole(role) ? cellOf(row, which).answer(role) : QVariant();
}

Cell BatchModel::cellOf(const engine::BatchRow &row, Column column) const
{
    switch (column) {
    case Column::Number:
        return {.text = QString::number(number(row.id)), .sort = static_cast<qlonglong>(number(row.id))};
    case Column::Tenant:
        return textCell(format::plain(row.tenant.text()));
    case Column::Route:
        return textCell(format::batchRoute(row));
    case Column::Objects:
        return countCell(row.figures.objects);
    case Column::Size:
        return sizeCell(row.figures.size);
    case Column::OwnCost: {
        Cell cell = carbonCell(row.figures.ownCost);
        cell.text = ownCostShort(row.figures);
        return cell;
    }
    case Column::NetSaving: {
        Cell cell = carbonCell(row.figures.netSaving);
        cell.toolTip = format::netSaving(row.figures, QLocale());
        return cell;
    }
    case Column::BreakEven:
        return breakEvenCell(row.figures);
    case Column::State:
        return signCell(format::batchSign(row.state), format::plain(row.stateReason));
    case Column::Progress: {
        if (row.state == "planned") return unknownCell(tr("It has not begun: it waits for approval."));
        const GaugeValue gauge = batchProgress(row);
        return {.text = gauge.text, .sort = gauge.used ? QVariant(*gauge.used) : QVariant(), .toolTip = gauge.word};
    }
    case Column::Rate:
        return row.bytesPerSecond > 0 ? Cell{.text = format::byteRate(row.bytesPerSecond), .sort = row.bytesPerSecond}
                                      : unknownCell(tr("It is not running."));
    case Column::Left:
        return row.eta ? Cell{.text = format::duration(*row.eta), .sort = static_cast<qlonglong>(row.eta->count())}
                       : unknownCell(tr("It is not running."));
    case Column::Created:
        return ageCell(row.createdAt, m_now);
    case Column::CreatedBy:
        return textCell(format::plain(row.createdBy));
    case Column::Decided:
        return ageCell(row.decidedAt, m_now, tr("Nobody has decided yet."));
    case Column::DecidedBy:
        return row.decidedBy.empty() ? unknownCell() : textCell(format::plain(row.decidedBy));
    case Column::Expires:
        return ageCell(row.expiresAt, m_now);
    case Column::Booked:
        return carbonCell(row.booked);
    }
    return {};
}

} // namespace greenward::ui
