#include "ui/pages/budget_detail.h"

#include "ui/charts/burn_down_chart.h"
#include "ui/format/error_text.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"
#include "ui/models/cell_model.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"

#include <QSplitter>
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
    if (row.exhaustsAt)
        return BudgetDetail::tr("At the present rate the limit is reached %1 (%2).")
            .arg(format::age(*row.exhaustsAt, now), format::dateTime(*row.exhaustsAt));
    if (!row.projected) return BudgetDetail::tr("Too little was recorded in this period for a projection.");
    return BudgetDetail::tr("At the present rate %1 of %2 are used when the period ends.")
        .arg(format::carbon(*row.projected), format::carbon(*row.limit));
}

CellRow operationRow(const store::UsageRecord &record, std::size_t at, Instant now)
{
    return {QString::number(at),
            {ageCell(record.at, now), textCell(format::operationText(record.operation)), carbonCell(record.amount),
             textCell(format::qualityText(record.quality))}};
}

} // namespace

BudgetDetail::BudgetDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextRole::Section, TextLabel::Fit::Elide, this))
    , m_summary(new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, this))
    , m_chart(new BurnDownChart(this))
    , m_operations(nullptr)
    , m_operationsTable(nullptr)
{
    setObjectName(QStringLiteral("budgetDetail"));
    m_summary->setObjectName(QStringLiteral("budgetSummaryLabel"));
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_chart);
    split->addWidget(makeOperations());
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_title);
    layout->addWidget(m_summary);
    layout->addWidget(split, 1);
    m_chart->setHeading(tr("Used in this period"));
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
    m_operationsTable = new DataTable(QStringLiteral("budget-operations"), pane);
    m_operationsTable->setObjectName(QStringLiteral("operationsTable"));
    m_operationsTable->setAccessibleName(tr("Recent operations"));
    m_operationsTable->setRowModel(m_operations);
    m_operationsTable->setStretchColumn(QStringLiteral("operation"));
    m_operationsTable->sortByColumn(0, Qt::DescendingOrder);
    m_noOperations = new EmptyState(QStringLiteral("activity"), tr("Nothing booked yet"),
                                    tr("Operations of this tenant appear here as they are recorded."));
    m_operationsTable->setEmptyState(m_noOperations);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins({});
    layout->addWidget(new TextLabel(tr("Recent operations"), TextRole::Section, TextLabel::Fit::Elide, pane));
    layout->addWidget(m_operationsTable, 1);
    return pane;
}

void BudgetDetail::showNothing()
{
    m_title->setText(tr("No budget selected"));
    m_summary->setText(tr("Select a tenant above to see how its allowance is used."));
    m_chart->showNothing(tr("Nothing to draw."));
    m_operations->merge({});
}

void BudgetDetail::showBudget(const engine::BudgetRow &row, Instant now)
{
    m_title->setText(format::plain(row.tenant.text()));
    const QString throttled =
        tr("Since the program started: %1 admission(s) asked, %2 delayed, %3 rejected.", nullptr,
           format::pluralOf(row.evaluations))
            .arg(format::count(row.evaluations), format::count(row.delayed), format::count(row.rejected));
    m_summary->setText(tr("%1 %2").arg(forecastText(row, now), throttled));
}

void BudgetDetail::showUsage(const engine::BudgetRow &row, const Result<std::vector<store::UsageHour>> &hours,
                             Instant now)
{
    if (!hours) return m_chart->showNothing(format::errorText(hours.error()));
    m_chart->show(burnDown(row, *hours, now), locale());
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
