#include "ui/pages/cold_pane.h"

#include "ui/dialogs/policy_dialog.h"
#include "ui/format/quantities.h"
#include "ui/models/cell_model.h"
#include "ui/models/tenant_model.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/note_line.h"
#include "ui/widgets/text_label.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace greenward::ui {

ColdPane::ColdPane(QWidget *parent)
    : QWidget(parent)
    , m_model(new TenantModel(this))
    , m_table(new DataTable(QStringLiteral("tenants"), this))
    , m_eligible(new NoteLine(this))
    , m_planPane(new QWidget(this))
    , m_planTitle(new TextLabel(TextRole::Section, TextLabel::Fit::Elide, this))
    , m_planSummary(new TextLabel(TextRole::Body, TextLabel::Fit::Wrap, this))
    , m_leftOut(new CellModel({{QStringLiteral("reason"), tr("Left out because"), {}},
                               {QStringLiteral("objects"), tr("Objects"), {}, true},
                               {QStringLiteral("size"), tr("Size"), {}, true}},
                              this))
    , m_leftOutTable(new DataTable(QStringLiteral("left-out"), this))
{
    m_table->setObjectName(QStringLiteral("tenantsTable"));
    m_table->setAccessibleName(tr("Cold data by tenant"));
    m_table->setRowModel(m_model);
    m_table->setColumnWidth(QStringLiteral("tenant"), 20);
    m_table->setStretchColumn(QStringLiteral("policy"));
    m_table->setEmptyState(
        new EmptyState(QStringLiteral("cold"), tr("No tenant is known yet"),
                       tr("Add a backend on the Placement page and scan it: its tenants and their cold "
                          "data appear here.")));
    m_eligible->setObjectName(QStringLiteral("eligibleNote"));
    m_planSummary->setObjectName(QStringLiteral("planSummaryLabel"));
    m_leftOutTable->setObjectName(QStringLiteral("leftOutTable"));
    m_leftOutTable->setAccessibleName(tr("What the last plan left out"));
    m_leftOutTable->setRowModel(m_leftOut);
    m_leftOutTable->setStretchColumn(QStringLiteral("reason"));
    m_leftOutTable->setEmptyState(new EmptyState(QStringLiteral("ok"), tr("Nothing was left out"),
                                                 tr("Every object of the tenant is in the batch.")));

    auto *plan = new QVBoxLayout(m_planPane);
    plan->setContentsMargins({});
    plan->addWidget(m_planTitle);
    plan->addWidget(m_planSummary);
    plan->addWidget(m_leftOutTable, 1);
    m_planPane->hide();

    auto *upper = new QWidget(this);
    auto *column = new QVBoxLayout(upper);
    column->setContentsMargins({});
    column->addWidget(m_table, 1);
    column->addWidget(m_eligible);
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(upper);
    split->addWidget(m_planPane);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, fontMetrics().height() / 2, 0, 0);
    layout->addWidget(split);
    connect(m_table, &DataTable::currentKeyChanged, this, [this] {
        showEligible();
        Q_EMIT currentChanged();
    });
}

const engine::TenantRow *ColdPane::current() const
{
    return m_model->find(m_table->currentKey());
}

void ColdPane::showTenants(std::vector<engine::TenantRow> tenants)
{
    const bool first = m_model->totalRows() == 0;
    m_model->merge(std::move(tenants));
    if (first) m_table->sortByColumn(static_cast<int>(TenantModel::Column::MovableSize), Qt::DescendingOrder);
    if (m_table->currentKey().isEmpty() && m_model->rowCount() > 0) m_table->selectKey(m_model->keyAt(0));
    showEligible();
}

void ColdPane::showBackends(std::vector<engine::BackendRow> backends)
{
    m_backends = std::move(backends);
    showEligible();
}

void ColdPane::showEligible()
{
    const engine::TenantRow *tenant = current();
    if (!tenant) return m_eligible->setNote(Tone::Info, {});
    const ScorePoints target = tenant->policy.targetScore;
    const bool any = std::ranges::any_of(m_backends, [&](const engine::BackendRow &row) {
        return row.scored.spec.driver != DriverKind::Profile && row.scored.score.total >= target;
    });
    m_eligible->setNote(any ? Tone::Info : Tone::Warning,
                        tr("%1, target score %2: %3")
                            .arg(format::plain(tenant->tenant.text()), format::score(target),
                                 eligibleText(m_backends, target, locale())));
}

void ColdPane::showPlan(const TenantId &tenant, const engine::PlanOutcome &plan)
{
    m_planTitle->setText(tr("Last plan for %1").arg(format::plain(tenant.text())));
    m_planSummary->setText(format::plain(plan.summary));
    std::vector<CellRow> rows;
    for (const engine::LeftOut &left : plan.leftOut) {
        const QString reason = format::plain(left.reason);
        rows.push_back({reason, {textCell(reason, reason), countCell(left.objects), sizeCell(left.size)}});
    }
    m_leftOut->merge(std::move(rows));
    m_planPane->show();
}

} // namespace greenward::ui
