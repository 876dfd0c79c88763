#include "ui/pages/budget_detail.h"

#include "ui/charts/burn_down_chart.h"
#include "ui/format/error_text.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"
#include "ui/format/words.h"
#include "ui/models/cell_model.h"
#include "ui/pages/throttle_pane.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"

#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace greenward::ui {
namespace {

/// The forecast in one sentence: what the chart shows, for those who do not read charts.
QString forecastText(const engine::BudgetRow &row, Instant now)
{
    if (!row.limit) return BudgetDetail::tr("Unlimited: usage is recorded, nothing is delayed or rejected.");
    if (row.exhausted)
        return BudgetDetail::tr("The limit is reached. Usage starts at zero again %1.")
            .arg(format::age(row.periodEnd, now));
    if (row.exhaustsAt) {
        QString when = BudgetDetail::tr("At the present rate the limit is reached %1 (%2).")
                                 .arg(format::age(*row.exhaustsAt, now), format::dateTime(*row.exhaustsAt));
        if (!row.exhaustsEarliest) return when;
        const QString latest =
            row.exhaustsLatest ? format::dateTime(*row.exhaustsLatest) : BudgetDetail::tr("perhaps not in this period");
        return BudgetDetail::tr("%1 Four times in five between %2 and %3.")
            .arg(when, format::dateTime(*row.exhaustsEarliest), latest);
    }
    if (!row.projected)
        return row.forecastFrom ? BudgetDetail::tr("Too little was recorded for a forecast; enough is expected %1.")
                                      .arg(format::age(*row.forecastFrom, now))
                                : BudgetDetail::tr("Too little was recorded in this period for a projection.");
    QString end = BudgetDetail::tr("At the present rate %1 of %2 are used when the period ends.")
                            .arg(format::carbon(*row.projected), format::carbon(*row.limit));
    if (!row.projectedLow || !row.projectedHigh) return end;
    return BudgetDetail::tr("%1 Four times in five between %2 and %3.")
        .arg(end, format::carbon(*row.projectedLow), format::carbon(*row.projectedHigh));
}

CellRow operationRow(const store::UsageRecord &record, std::size_t at, Instant now)
{
    return {QString::number(at),
            {ageCell(record.at, now), textCell(format::operationText(record.operation)), carbonCell(record.amount),
             textCell(format::qualityText(record.quality))}};
}

QString usedText(const store::ClosedPeriod &period)
{
    const QString used = format::carbon(period.used);
    return period.lateRecords == 0 ? used : BudgetDetail::tr("%1, late %2").arg(used, format::carbon(period.late));
}

CellRow periodRow(const store::ClosedPeriod &period)
{
    const store::PeriodClosing &closing = period.closing;
    const GramsCO2e whole = period.used + period.late;
    const bool over = closing.limit && whole > *closing.limit;
    Cell limit =
        closing.limit ? carbonCell(*closing.limit) : Cell{.text = BudgetDetail::tr("unlimited"), .tone = Tone::Faded};
    Cell used = carbonCell(whole);
    used.text = usedText(period);
    Cell end =
        signCell(over ? format::Sign{BudgetDetail::tr("Over the limit"), Tone::Critical, QStringLiteral("critical")}
                      : format::Sign{BudgetDetail::tr("Kept"), Tone::Good, QStringLiteral("ok")});
    if (!closing.limit) end = textCell(format::unknown());
    if (closing.reconstructed)
        end.toolTip = BudgetDetail::tr("Closed after the fact: the limit is that of the closing");
    return {QString::number(closing.start.time_since_epoch().count()),
            {timeCell(closing.start), textCell(format::periodText(closing.kind)), used, limit, end}};
}

/// What does not fit scrolls instead of being cut.
QWidget *scrolled(QWidget *inner, const QString &name)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(name);
    area->setWidget(inner);
    return area;
}

} // namespace

BudgetDetail::BudgetDetail(bool mayChange, QWidget *parent)
    : QWidget(parent)
    , m_mayChange(mayChange)
    , m_title(new TextLabel(TextRole::Section, TextLabel::Fit::Elide, this))
    , m_summary(new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, this))
    , m_chart(new BurnDownChart(this))
    , m_tabs(new QTabWidget(this))
    , m_throttle(new ThrottlePane(this))
{
    setObjectName(QStringLiteral("budgetDetail"));
    m_summary->setObjectName(QStringLiteral("budgetSummaryLabel"));
    m_tabs->setObjectName(QStringLiteral("budgetTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(scrolled(m_throttle, tr("Throttling")), tr("Throttling"));
    m_tabs->addTab(makePeriods(), tr("Periods"));
    m_tabs->addTab(makeOperations(), tr("Operations"));
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_chart);
    split->addWidget(m_tabs);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_title);
    layout->addWidget(m_summary);
    layout->addWidget(split, 1);
    m_chart->setHeading(tr("Used in this period"));
    connect(m_throttle, &ThrottlePane::applyAsked, this, &BudgetDetail::applyAsked);
    showNothing();
}

QWidget *BudgetDetail::makeOperations()
{
    auto *pane = new QWidget(this);
    m_operations = new CellModel({{QStringLiteral("at"), tr("When"), {}},
                                  {QStringLiteral("operation"), tr("Operation"), {}},
                                  {QStringLiteral("amount"), tr("Booked"), tr("CO₂e of this operation"), true},
                                  {QStringLiteral("quality"), tr("Quality"), tr("How good the figure is")}},
                                 this);
    auto *table = new DataTable(QStringLiteral("budget-operations"), pane);
    table->setObjectName(QStringLiteral("operationsTable"));
    table->setAccessibleName(tr("Recent operations"));
    table->setRowModel(m_operations);
    table->setStretchColumn(QStringLiteral("operation"));
    table->sortByColumn(0, Qt::DescendingOrder);
    m_noOperations = new EmptyState(QStringLiteral("activity"), tr("Nothing booked yet"),
                                    tr("Operations of this tenant appear here as they are recorded."));
    table->setEmptyState(m_noOperations);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins({});
    layout->addWidget(table, 1);
    return pane;
}

QWidget *BudgetDetail::makePeriods()
{
    auto *pane = new QWidget(this);
    m_periods =
        new CellModel({{QStringLiteral("start"), tr("From"), {}},
                       {QStringLiteral("kind"), tr("Period"), {}},
                       {QStringLiteral("used"), tr("Used"), tr("Late: recorded after the period was closed"), true},
                       {QStringLiteral("limit"), tr("Limit"), tr("In force when the period ended"), true},
                       {QStringLiteral("end"), tr("Outcome"), {}}},
                      this);
    auto *table = new DataTable(QStringLiteral("budget-periods"), pane);
    table->setObjectName(QStringLiteral("periodsTable"));
    table->setAccessibleName(tr("Closed periods"));
    table->setRowModel(m_periods);
    table->setStretchColumn(QStringLiteral("end"));
    table->sortByColumn(0, Qt::DescendingOrder);
    m_noPeriods = new EmptyState(QStringLiteral("activity"), tr("No period has ended yet"),
                                 tr("What was used in a period is kept here for good when it ends."));
    table->setEmptyState(m_noPeriods);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins({});
    layout->addWidget(table, 1);
    return pane;
}

void BudgetDetail::showNothing()
{
    m_title->setText(tr("No budget selected"));
    m_summary->setText(tr("Select a tenant above to see how its allowance is used."));
    m_chart->showNothing(tr("Nothing to draw."));
    m_throttle->showNothing();
    m_operations->merge({});
    m_periods->merge({});
}

void BudgetDetail::showBudget(const engine::BudgetRow &row, Instant now)
{
    m_title->setText(format::plain(row.tenant.text()));
    m_summary->setText(forecastText(row, now));
    m_throttle->showStatistics(row);
}

void BudgetDetail::showDepth(const BudgetDepth &depth, Instant now)
{
    if (depth.burnDown) {
        showBudget(depth.burnDown->budget, now);
        m_chart->show(*depth.burnDown, locale());
    } else {
        m_chart->showNothing(format::errorText(depth.burnDown.error()));
    }
    std::vector<engine::Recommendation> own = depth.recommendations;
    std::erase_if(own, [&](const auto &one) { return one.tenant != depth.tenant; });
    m_throttle->showRecommendations(own, now, m_mayChange);
    showOperations(depth.operations, now);
    showPeriods(depth.periods);
}

void BudgetDetail::showPeriods(const Result<std::vector<store::ClosedPeriod>> &periods)
{
    if (!periods) return m_noPeriods->setText(tr("Could not be read"), format::errorText(periods.error()));
    std::vector<CellRow> rows;
    rows.reserve(periods->size());
    for (const store::ClosedPeriod &period : *periods)
        rows.push_back(periodRow(period));
    m_periods->merge(std::move(rows));
}

void BudgetDetail::showOperations(const Result<std::vector<store::UsageRecord>> &records, Instant now)
{
    if (!records) return m_noOperations->setText(tr("Could not be read"), format::errorText(records.error()));
    std::vector<CellRow> rows;
    rows.reserve(records->size());
    for (const store::UsageRecord &record : *records)
        rows.push_back(operationRow(record, rows.size(), now));
    m_operations->merge(std::move(rows));
}

} // namespace greenward::ui
