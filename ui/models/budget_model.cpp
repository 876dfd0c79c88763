#include "ui/models/budget_model.h"

#include "ui/format/quantities.h"
#include "ui/format/times.h"

namespace greenward::ui {
namespace {

double fractionOf(GramsCO2e part, GramsCO2e whole)
{
    return static_cast<double>(part.micrograms()) / static_cast<double>(whole.micrograms());
}

double fraction(Percent percent)
{
    return static_cast<double>(percent.millionths()) / 100e6;
}

Cell useCell(const engine::BudgetRow &row)
{
    const GaugeValue gauge = budgetGauge(row);
    Cell cell{.text = gauge.text, .toolTip = gaugeSentence(gauge)};
    if (row.fill) cell.sort = static_cast<qlonglong>(row.fill->millionths());
    return cell;
}

Cell levelCell(const engine::BudgetRow &row)
{
    const format::Sign sign = format::levelSign(row);
    if (!row.shadow) return signCell(sign);
    return {.text = BudgetModel::tr("%1, %2").arg(sign.word, BudgetModel::tr("counted only")),
            .sort = sign.word,
            .toolTip = BudgetModel::tr("Shadow mode: everything passes, and what would have been delayed or rejected "
                                       "is counted"),
            .tone = Tone::Faded,
            .icon = sign.icon};
}

Cell recentCell(const RecentUse *recent)
{
    if (!recent) return {};
    // For screen readers and the filter; sighted people see the bars.
    const GramsCO2e peak = GramsCO2e::fromMicrograms(static_cast<std::int64_t>(recent->peak * 1e6F));
    return {.text = {},
            .sort = recent->peak,
            .toolTip = BudgetModel::tr("At most %1 in six hours").arg(format::carbon(peak))};
}

Cell delayCell(const engine::BudgetRow &row)
{
    if (row.delay.count() == 0) return {.text = BudgetModel::tr("none"), .sort = 0, .tone = Tone::Faded};
    return {.text = format::delay(row.delay), .sort = static_cast<qlonglong>(row.delay.count())};
}

Cell exhaustsCell(const engine::BudgetRow &row)
{
    if (row.exhausted) return {.text = BudgetModel::tr("reached"), .sort = 0, .tone = Tone::Critical};
    if (row.exhaustsAt) return timeCell(row.exhaustsAt);
    if (!row.limit) return unknownCell(BudgetModel::tr("Without a limit it never does."));
    return {.text = BudgetModel::tr("not in this period"), .tone = Tone::Faded};
}

std::vector<RowModelBase::Column> columns()
{
    return {
        {QStringLiteral("tenant"), BudgetModel::tr("Tenant"), {}},
        {QStringLiteral("use"), BudgetModel::tr("Use"),
         BudgetModel::tr("Used part of the limit in this period; the marks are the soft and the hard threshold and the "
                         "projection to the period's end")},
        {QStringLiteral("used"), BudgetModel::tr("Used"), BudgetModel::tr("Grams CO₂e booked in this period"), true},
        {QStringLiteral("limit"), BudgetModel::tr("Limit"), BudgetModel::tr("Grams CO₂e allowed in each period"), true},
        {QStringLiteral("period"), BudgetModel::tr("Period"), BudgetModel::tr("Of the UTC calendar")},
        {QStringLiteral("ends"), BudgetModel::tr("Ends"), BudgetModel::tr("When usage starts at zero again")},
        {QStringLiteral("level"), BudgetModel::tr("Level"), BudgetModel::tr("What the tenant's operations meet now")},
        {QStringLiteral("recent"), BudgetModel::tr("Last 7 days"),
         BudgetModel::tr("CO₂e booked in steps of six hours; each row has a scale of its own")},
        {QStringLiteral("delay"), BudgetModel::tr("Delay now"), BudgetModel::tr("What an operation would wait"), true},
        {QStringLiteral("exhausts"), BudgetModel::tr("Runs out"),
         BudgetModel::tr("When the limit is reached at the present rate")},
        {QStringLiteral("soft"), BudgetModel::tr("Soft"),
         BudgetModel::tr("Percent of the limit from which operations are slowed down"), true, true},
        {QStringLiteral("hard"), BudgetModel::tr("Hard"),
         BudgetModel::tr("Percent of the limit above which operations are rejected"), true, true},
        {QStringLiteral("reserved"), BudgetModel::tr("Reserved"),
         BudgetModel::tr("Grams CO₂e admitted but not settled yet"), true, true},
        {QStringLiteral("delayed"), BudgetModel::tr("Delayed"),
         BudgetModel::tr("Operations slowed down since the program started"), true, true},
        {QStringLiteral("rejected"), BudgetModel::tr("Rejected"),
         BudgetModel::tr("Operations refused since the program started"), true, true}};
}

} // namespace

GaugeValue budgetGauge(const engine::BudgetRow &row, const QLocale &locale)
{
    const format::Sign sign = format::levelSign(row);
    GaugeValue gauge{.word = sign.word, .tone = sign.tone};
    if (!row.limit) {
        gauge.text = BudgetModel::tr("unlimited");
        gauge.word.clear();
        return gauge;
    }
    gauge.text = format::percent(row.fill, locale);
    if (row.limit->micrograms() <= 0) return gauge;
    gauge.used = fractionOf(row.used, *row.limit);
    if (row.projected) gauge.projected = fractionOf(*row.projected, *row.limit);
    gauge.soft = fraction(row.soft);
    gauge.hard = fraction(row.hard);
    return gauge;
}

BudgetModel::BudgetModel(QObject *parent)
    : RowModel(columns(), parent)
{}

QString BudgetModel::keyOf(const engine::BudgetRow &row) const
{
    return QString::fromStdString(row.tenant.text());
}

QVariant BudgetModel::value(const engine::BudgetRow &row, int column, int role) const
{
    const auto which = static_cast<Column>(column);
    if (role == RecentRole) return which == Column::Recent ? QVariant::fromValue(recent(keyOf(row))) : QVariant();
    if (role == Qt::EditRole)
        return which != Column::Limit ? QVariant() : row.limit ? format::carbonTyped(*row.limit) : tr("unlimited");
    if (role == GaugeRole) return which == Column::Use ? QVariant::fromValue(budgetGauge(row)) : QVariant();
    return isCellRole(role) ? cellOf(row, which).answer(role) : QVariant();
}

void BudgetModel::setRecent(const QString &tenant, const RecentUse &recent)
{
    m_recent[tenant.toStdString()] = recent;
    const int row = rowOfKey(tenant);
    if (row < 0) return;
    const QModelIndex cell = index(row, static_cast<int>(Column::Recent));
    Q_EMIT dataChanged(cell, cell, {RecentRole});
}

const RecentUse *BudgetModel::recent(const QString &tenant) const
{
    const auto at = m_recent.find(tenant.toStdString());
    return at == m_recent.end() ? nullptr : &at->second;
}

Qt::ItemFlags BudgetModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = RowModel::flags(index);
    return index.column() == static_cast<int>(Column::Limit) ? usual | Qt::ItemIsEditable : usual;
}

QString BudgetModel::searchText(std::size_t at) const
{
    const engine::BudgetRow &row = rows()[at];
    const QChar apart = QLatin1Char('\n');
    return QString(keyOf(row) + apart + format::periodText(row.period) + apart + format::levelSign(row).word + apart +
                   (row.shadow ? tr("counted only") : QString()));
}

Cell BudgetModel::cellOf(const engine::BudgetRow &row, Column column) const
{
    switch (column) {
    case Column::Tenant:
        return textCell(format::plain(row.tenant.text()));
    case Column::Use:
        return useCell(row);
    case Column::Used:
        return carbonCell(row.used);
    case Column::Limit:
        return row.limit ? carbonCell(*row.limit) : Cell{.text = tr("unlimited"), .tone = Tone::Faded};
    case Column::Period:
        return {.text = format::periodText(row.period), .sort = static_cast<int>(row.period)};
    case Column::Ends:
        return ageCell(row.periodEnd, m_now);
    case Column::Level:
        return levelCell(row);
    case Column::Recent:
        return recentCell(recent(keyOf(row)));
    case Column::Delay:
        return delayCell(row);
    case Column::Exhausts:
        return exhaustsCell(row);
    case Column::Soft:
        return percentCell(row.soft);
    case Column::Hard:
        return percentCell(row.hard);
    case Column::Reserved:
        return carbonCell(row.reserved);
    case Column::Delayed:
        return countCell(row.delayed);
    case Column::Rejected:
        return countCell(row.rejected);
    }
    return {};
}

} // namespace greenward::ui
