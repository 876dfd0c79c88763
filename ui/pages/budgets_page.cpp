#include "ui/pages/budgets_page.h"

#include "core/engine/engine.h"
#include "ui/dialogs/budget_dialog.h"
#include "ui/format/quantities.h"
#include "ui/models/budget_model.h"
#include "ui/pages/budget_detail.h"
#include "ui/pages/submit_through.h"
#include "ui/prompts/prompter.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_header.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace greenward::ui {
namespace {

constexpr std::size_t kRecentOperations = 100;

} // namespace

BudgetsPage::BudgetsPage(const PageContext &context, QWidget *parent)
    : Page(PageId::Budgets, tr("Budgets"), context, parent)
    , m_model(new BudgetModel(this))
{
    header().setSubtitle(tr("What each tenant may emit in a period, what it has used, and when it will run out"));
    addActions();
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(makeTable());
    m_detail = new BudgetDetail(this);
    split->addWidget(m_detail);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    content().addWidget(split, 1);
    watch({engine::Area::Budgets});
    enableActions();
}

void BudgetsPage::addActions()
{
    m_add = addPageAction(QStringLiteral("add"), tr("Add budget…"), QKeySequence::New, true, [this] { addBudget(); });
    m_edit = addPageAction(QStringLiteral("edit"), tr("Edit budget…"), QKeySequence(Qt::Key_F2), true,
                           [this] { editCurrent(); });
    m_remove = addPageAction(QStringLiteral("remove"), tr("Remove budget…"), {}, true, [this] { removeCurrent(); });
    setPrimaryAction(m_add);
    addHeaderAction(m_edit);
}

QWidget *BudgetsPage::makeTable()
{
    m_table = new DataTable(QStringLiteral("budgets"), this);
    m_table->setObjectName(QStringLiteral("budgetsTable"));
    m_table->setAccessibleName(tr("Budgets"));
    m_table->setRowModel(m_model);
    m_table->setItemDelegateForColumn(static_cast<int>(BudgetModel::Column::Use), new GaugeDelegate(m_table));
    m_table->setColumnWidth(QStringLiteral("tenant"), 20);
    m_table->setColumnWidth(QStringLiteral("use"), 40);
    m_table->setColumnWidth(QStringLiteral("level"), 20);
    m_table->setColumnWidth(QStringLiteral("delay"), 12);
    m_table->setColumnWidth(QStringLiteral("exhausts"), 20);
    m_table->setStretchColumn(QStringLiteral("use"));
    m_table->setRowActions({m_edit, m_remove});
    auto *empty = new EmptyState(QStringLiteral("budgets"), tr("No budgets yet"),
                                 tr("A budget slows a tenant down near its limit and stops it at the limit. Usage of "
                                    "tenants without one is recorded all the same."));
    empty->addStep(m_add);
    m_table->setEmptyState(empty);
    m_filter = new FilterField(tr("Filter budgets"), this);
    m_filter->attach(m_model, m_table);
    header().addTool(m_filter);
    connect(m_table, &DataTable::currentKeyChanged, this, [this] {
        enableActions();
        showDetail();
    });
    connect(m_table, &DataTable::rowActivated, this, [this] { editCurrent(); });
    return m_table;
}

void BudgetsPage::refresh()
{
    ask([](const engine::Engine &engine) { return engine.budgets(); },
        [this](const std::vector<engine::BudgetRow> &rows) { showRows(rows); });
}

void BudgetsPage::showRows(const std::vector<engine::BudgetRow> &rows)
{
    m_model->setNow(context().clock.now());
    const bool first = m_model->totalRows() == 0;
    m_model->merge(rows);
    // The most used come first; later refreshes leave the order to the operator.
    if (first) m_table->sortByColumn(static_cast<int>(BudgetModel::Column::Use), Qt::DescendingOrder);
    if (!m_wanted.isEmpty() && m_table->selectKey(m_wanted)) m_wanted.clear();
    if (m_table->currentKey().isEmpty() && m_model->rowCount() > 0) m_table->selectKey(m_model->keyAt(0));
    enableActions();
    showDetail();
}

void BudgetsPage::showDetail()
{
    const engine::BudgetRow *row = m_model->find(m_table->currentKey());
    m_detail->setVisible(m_model->totalRows() > 0);
    if (!row) return m_detail->showNothing();
    m_detail->showBudget(*row, context().clock.now());
    ask([tenant = row->tenant, from = row->periodStart,
         to = row->periodEnd](const engine::Engine &engine) { return engine.usageHours(tenant, from, to); },
        [this, asked = *row](const Result<std::vector<store::UsageHour>> &hours) {
            const engine::BudgetRow *shown = m_model->find(m_table->currentKey());
            if (shown && shown->tenant == asked.tenant) m_detail->showUsage(asked, hours, context().clock.now());
        });
    ask([tenant = row->tenant](const engine::Engine &engine) { return engine.recentUsage(tenant, kRecentOperations); },
        [this, tenant = row->tenant](const Result<std::vector<store::UsageRecord>> &records) {
            const engine::BudgetRow *shown = m_model->find(m_table->currentKey());
            if (shown && shown->tenant == tenant) m_detail->showOperations(records, context().clock.now());
        });
}

void BudgetsPage::showKey(const QString &key)
{
    if (!m_table->selectKey(key)) m_wanted = key;
}

void BudgetsPage::enableActions()
{
    const engine::BudgetRow *row = m_model->find(m_table->currentKey());
    enableAction(m_edit, row, tr("Select a tenant first"));
    enableAction(m_remove, row && row->budgeted,
                 row ? tr("%1 has no budget").arg(m_table->currentKey()) : tr("Select a tenant first"));
}

void BudgetsPage::addBudget()
{
    ask([](const engine::Engine &engine) { return engine.tenants(); },
        [this](const std::vector<engine::TenantRow> &tenants) {
            QStringList names;
            for (const engine::TenantRow &tenant : tenants)
                names.append(QString::fromStdString(tenant.tenant.text()));
            for (const engine::BudgetRow &row : m_model->rows()) {
                const QString name = QString::fromStdString(row.tenant.text());
                if (row.budgeted)
                    names.removeAll(name);
                else if (!names.contains(name))
                    names.append(name);
            }
            names.sort(Qt::CaseInsensitive);
            openDialog({}, names);
        });
}

void BudgetsPage::editCurrent()
{
    const engine::BudgetRow *row = m_model->find(m_table->currentKey());
    if (row && m_edit->isEnabled()) openDialog(*row, {});
}

void BudgetsPage::openDialog(const std::optional<engine::BudgetRow> &row, const QStringList &tenants)
{
    auto *dialog = new BudgetDialog(row, tenants, submitThrough(context().client), this);
    connect(dialog, &BudgetDialog::saved, this, &BudgetsPage::showKey);
    dialog->open();
}

void BudgetsPage::removeCurrent()
{
    const engine::BudgetRow *row = m_model->find(m_table->currentKey());
    if (!row) return;
    const QString tenant = format::plain(row->tenant.text());
    const Confirmation question{tr("Remove the budget of %1?").arg(tenant),
                                tr("Nothing slows %1 down or stops it any more. The %2 used in this period stay "
                                   "recorded, and further usage is recorded too.")
                                    .arg(tenant, format::carbon(row->used)),
                                tr("Remove budget"), true};
    context().prompter.confirm(this, question, [this, id = row->tenant] { submit(engine::RemoveBudget{id}); });
}

} // namespace greenward::ui
