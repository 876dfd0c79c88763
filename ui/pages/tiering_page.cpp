#include "ui/pages/tiering_page.h"

#include "core/engine/engine.h"
#include "ui/dialogs/approve_dialog.h"
#include "ui/dialogs/policy_dialog.h"
#include "ui/format/batch_text.h"
#include "ui/format/quantities.h"
#include "ui/models/batch_model.h"
#include "ui/models/tenant_model.h"
#include "ui/pages/batch_detail.h"
#include "ui/pages/cold_pane.h"
#include "ui/pages/moves_pane.h"
#include "ui/pages/submit_through.h"
#include "ui/prompts/prompter.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_header.h"

#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace greenward::ui {

TieringPage::TieringPage(const PageContext &context, QWidget *parent)
    : Page(PageId::Tiering, tr("Tiering"), context, parent)
    , m_open(new BatchModel(this))
    , m_over(new BatchModel(this))
    , m_tabs(new QTabWidget(this))
    , m_cold(new ColdPane(this))
    , m_detail(new BatchDetail(this))
{
    header().setSubtitle(tr("Move cold data to greener backends: planned, approved by a person, verified, booked"));
    addDecisionActions();
    addRunActions();
    m_openTable = makeBatchTable(m_open, QStringLiteral("batches"), QStringLiteral("batchesTable"));
    m_overTable = makeBatchTable(m_over, QStringLiteral("history"), QStringLiteral("historyTable"));
    auto *noBatches =
        new EmptyState(QStringLiteral("tiering"), tr("No batch waits or runs"),
                       tr("Plan one from a tenant's cold data: nothing moves before a person has approved it."));
    auto *toCold = new QAction(tr("Show cold data"), this);
    connect(toCold, &QAction::triggered, this, [this] { m_tabs->setCurrentIndex(Cold); });
    noBatches->addStep(toCold);
    m_openTable->setEmptyState(noBatches);
    m_overTable->setEmptyState(new EmptyState(QStringLiteral("tiering"), tr("No history yet"),
                                              tr("Batches that are done, rejected or lapsed are kept here.")));

    m_tabs->setObjectName(QStringLiteral("tieringTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_openTable, tr("Batches"));
    m_tabs->addTab(m_cold, tr("Cold data"));
    m_tabs->addTab(m_overTable, tr("History"));
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_tabs);
    split->addWidget(m_detail);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    content().addWidget(split, 1);
    m_filter = new FilterField(tr("Filter"), this);
    header().addTool(m_filter);
    connectDetail();
    connect(m_tabs, &QTabWidget::currentChanged, this, &TieringPage::showTab);
    connect(m_cold, &ColdPane::currentChanged, this, &TieringPage::enableActions);
    watch({engine::Area::Batches, engine::Area::Policies, engine::Area::Backends, engine::Area::Scans,
           engine::Area::Grid});
    showTab();
}

void TieringPage::addDecisionActions()
{
    m_plan = addPageAction(QStringLiteral("plan"), tr("Plan batch"), QKeySequence::New, true, [this] { plan(); });
    m_editPolicy = addPageAction(QStringLiteral("settings"), tr("Edit policy…"), QKeySequence(Qt::Key_F2), true,
                                 [this] { editPolicy(); });
    m_approve = addPageAction(QStringLiteral("approve"), tr("Approve…"), QKeySequence(Qt::Key_A), true,
                              [this] { approve(false); });
    m_approveSelected = addPageAction(QStringLiteral("approve"), tr("Approve selected objects…"),
                                      QKeySequence(Qt::SHIFT | Qt::Key_A), true, [this] { approve(true); });
    m_reject =
        addPageAction(QStringLiteral("reject"), tr("Reject…"), QKeySequence(Qt::Key_R), true, [this] { reject(); });
    setPrimaryAction(m_approve);
    for (QAction *action : {m_reject, m_plan, m_editPolicy})
        addHeaderAction(action);
}

void TieringPage::addRunActions()
{
    m_run = addPageAction(QStringLiteral("run"), tr("Run"), QKeySequence(Qt::CTRL | Qt::Key_Return), true,
                          [this] { submitForCurrent<engine::RunBatch>(); });
    m_pause = addPageAction(QStringLiteral("pause"), tr("Pause"), QKeySequence(Qt::CTRL | Qt::Key_Period), true,
                            [this] { submitForCurrent<engine::PauseBatch>(); });
    m_cancel = addPageAction(QStringLiteral("cancel"), tr("Cancel batch…"), {}, true, [this] { cancel(); });
    m_retry = addPageAction(QStringLiteral("retry"), tr("Retry failed"), {}, true,
                            [this] { submitForCurrent<engine::RetryBatch>(); });
    m_release =
        addPageAction(QStringLiteral("release"), tr("Release sources now…"), {}, true, [this] { releaseNow(); });
}

DataTable *TieringPage::makeBatchTable(BatchModel *model, const QString &layoutName, const QString &name)
{
    auto *table = new DataTable(layoutName, this);
    table->setObjectName(name);
    table->setAccessibleName(model == m_open ? tr("Batches that wait or run") : tr("Batches that are over"));
    table->setRowModel(model);
    table->setItemDelegateForColumn(static_cast<int>(BatchModel::Column::Progress), new GaugeDelegate(table));
    table->setColumnWidth(QStringLiteral("number"), 10);
    table->setColumnWidth(QStringLiteral("route"), 28);
    table->setColumnWidth(QStringLiteral("own-cost"), 28);
    table->setColumnWidth(QStringLiteral("net-saving"), 14);
    table->setColumnWidth(QStringLiteral("break-even"), 16);
    table->setColumnWidth(QStringLiteral("state"), 20);
    table->setColumnWidth(QStringLiteral("progress"), 24);
    table->setStretchColumn(QStringLiteral("route"));
    table->setDispensableColumns(
        {QStringLiteral("rate"), QStringLiteral("left"), QStringLiteral("size"), QStringLiteral("objects")});
    table->setRowActions({m_approve, m_reject, m_run, m_pause, m_cancel, m_retry, m_release});
    connect(table, &DataTable::currentKeyChanged, this, [this] {
        enableActions();
        showDetail();
    });
    return table;
}

void TieringPage::connectDetail()
{
    MovesPane &moves = m_detail->moves();
    moves.setRowActions({m_approveSelected});
    connect(&moves, &MovesPane::selectionChanged, this, &TieringPage::enableActions);
    connect(&moves, &MovesPane::pageWanted, this, [this](const store::StateStore::MoveQuery &query) {
        ask([query](const engine::Engine &engine) { return engine.moves(query); },
            [this, query](const Result<std::vector<store::MoveRecord>> &page) {
                m_detail->moves().showMoves(query, page, context().clock.now());
            });
    });
}

void TieringPage::refresh()
{
    ask([](const engine::Engine &engine) { return engine.batches(); },
        [this](const std::vector<engine::BatchRow> &batches) { showBatches(batches); });
    ask([](const engine::Engine &engine) { return engine.tenants(); },
        [this](const std::vector<engine::TenantRow> &tenants) {
            m_cold->showTenants(tenants);
            const auto movable =
                std::ranges::count_if(tenants, [](const engine::TenantRow &row) { return row.movableObjects > 0; });
            m_tabs->setTabText(Cold, movable > 0 ? tr("Cold data (%1)").arg(movable) : tr("Cold data"));
            if (!m_wanted.isEmpty() && m_cold->table().selectKey(m_wanted)) m_wanted.clear();
            enableActions();
        });
    ask([](const engine::Engine &engine) { return engine.backends(); },
        [this](const std::vector<engine::BackendRow> &backends) { m_cold->showBackends(backends); });
}

void TieringPage::showBatches(const std::vector<engine::BatchRow> &batches)
{
    std::vector<engine::BatchRow> open;
    std::vector<engine::BatchRow> over;
    for (const engine::BatchRow &batch : batches)
        (format::isOver(batch.state) ? over : open).push_back(batch);
    for (BatchModel *model : {m_open, m_over})
        model->setNow(context().clock.now());
    // A batch that ended moves to the history; whoever looks at it goes along.
    const QString shown = current() ? QString::number(number(current()->id)) : QString();
    const auto openCount = static_cast<int>(open.size());
    m_open->merge(std::move(open));
    m_over->merge(std::move(over));
    m_tabs->setTabText(Batches, openCount > 0 ? tr("Batches (%1)").arg(openCount) : tr("Batches"));
    if (m_firstRows) {
        m_firstRows = false;
        for (DataTable *table : {m_openTable, m_overTable})
            table->sortByColumn(static_cast<int>(BatchModel::Column::Number), Qt::DescendingOrder);
        if (openCount == 0 && m_wanted.isEmpty()) m_tabs->setCurrentIndex(Cold);
    }
    if (!m_wanted.isEmpty() && selectBatch(m_wanted)) m_wanted.clear();
    if (!shown.isEmpty() && m_tabs->currentIndex() == Batches && m_over->find(shown)) selectBatch(shown);
    for (DataTable *table : {m_openTable, m_overTable}) {
        if (table->currentKey().isEmpty() && table->rowModel()->rowCount() > 0)
            table->selectKey(table->rowModel()->keyAt(0));
    }
    enableActions();
    showDetail();
}

void TieringPage::showTab()
{
    const int tab = m_tabs->currentIndex();
    DataTable &table = tab == Cold ? m_cold->table() : *batchTable();
    m_filter->setPlaceholderText(tab == Cold ? tr("Filter tenants") : tr("Filter batches"));
    m_filter->attach(table.rowModel(), &table);
    enableActions();
    showDetail();
}

DataTable *TieringPage::batchTable() const
{
    switch (m_tabs->currentIndex()) {
    case Batches:
        return m_openTable;
    case History:
        return m_overTable;
    default:
        return nullptr;
    }
}

const engine::BatchRow *TieringPage::current() const
{
    const DataTable *table = batchTable();
    if (!table) return nullptr;
    return (table == m_openTable ? m_open : m_over)->find(table->currentKey());
}

void TieringPage::showDetail()
{
    const engine::BatchRow *batch = current();
    m_detail->setVisible(batchTable() && batchTable()->rowModel()->totalRows() > 0);
    if (!batch) return m_detail->showNothing();
    m_detail->showBatch(*batch, context().clock.now());
    m_detail->moves().setBatch(batch->id, batch->figures.objects);
    // The list comes without the counts per state, which cost a query each.
    ask([id = batch->id](const engine::Engine &engine) { return engine.batch(id); },
        [this, id = batch->id](const Result<engine::BatchRow> &whole) {
            if (!whole || !current() || current()->id != id) return;
            m_whole = *whole;
            m_detail->showBatch(*whole, context().clock.now());
            enableActions();
        });
}

void TieringPage::enableActions()
{
    const engine::TenantRow *tenant = m_tabs->currentIndex() == Cold ? m_cold->current() : nullptr;
    const engine::BatchRow *batch = current();
    // The counts per state come later than the row.
    if (batch && m_whole && m_whole->id == batch->id) batch = &*m_whole;
    const QString noTenant = tr("Select a tenant on the Cold data tab first");
    enableAction(m_plan, tenant, noTenant);
    enableAction(m_editPolicy, tenant || batch, noTenant);
    const auto forBatch = [&](QAction *action, bool fits, const QString &reason) {
        enableAction(action, batch && fits, batch ? reason : tr("Select a batch first"));
    };
    const std::string state = batch ? batch->state : std::string();
    const bool decide = format::canDecide(state);
    forBatch(m_approve, decide, tr("It does not wait for approval"));
    forBatch(m_reject, decide, tr("It does not wait for approval"));
    forBatch(m_approveSelected, decide && !m_detail->moves().selected().empty(),
             tr("Select objects of a batch that waits for approval"));
    forBatch(m_run, format::canRun(state), tr("Only an approved, waiting or paused batch can run"));
    forBatch(m_pause, format::canPause(state), tr("It is not running"));
    forBatch(m_cancel, format::canCancel(state), tr("It is not approved, or over"));
    forBatch(m_retry, batch && format::canRetry(*batch), tr("Nothing has failed"));
    forBatch(m_release, batch && format::canRelease(*batch), tr("No source is in its grace time"));
}

bool TieringPage::selectBatch(const QString &key)
{
    for (const auto &[tab, table] : {std::pair{Batches, m_openTable}, std::pair{History, m_overTable}}) {
        if (!table->selectKey(key)) continue;
        m_tabs->setCurrentIndex(tab);
        return true;
    }
    return false;
}

void TieringPage::showKey(const QString &key)
{
    if (selectBatch(key)) return;
    if (m_cold->table().selectKey(key)) return m_tabs->setCurrentIndex(Cold);
    m_wanted = key;
}

void TieringPage::plan()
{
    const engine::TenantRow *tenant = m_cold->current();
    if (!tenant) return;
    submit(engine::PlanBatch{tenant->tenant},
           [this, id = tenant->tenant](const engine::Outcome &outcome) { planned(id, outcome); });
}

void TieringPage::planned(const TenantId &tenant, const engine::Outcome &outcome)
{
    if (!outcome.plan) return;
    m_cold->showPlan(tenant, *outcome.plan);
    const QString summary = format::plain(outcome.plan->summary);
    if (!outcome.plan->batch) return messages().show(Tone::Warning, summary);
    messages().show(Tone::Good, summary, tr("What was left out"), [this] { m_tabs->setCurrentIndex(Cold); });
    showKey(QString::number(number(*outcome.plan->batch)));
}

void TieringPage::showWarnings(const engine::Outcome &outcome)
{
    QStringList warnings;
    for (const std::string &warning : outcome.warnings)
        warnings.append(format::plain(warning));
    if (!warnings.isEmpty()) messages().show(Tone::Warning, warnings.join(QStringLiteral("\n")));
}

void TieringPage::editPolicy()
{
    const engine::BatchRow *batch = current();
    const engine::TenantRow *row = m_tabs->currentIndex() == Cold ? m_cold->current() : nullptr;
    if (!row && !batch) return;
    const TenantId tenant = row ? row->tenant : batch->tenant;
    using Shown = std::pair<engine::PolicyRow, std::vector<engine::BackendRow>>;
    ask(
        [tenant](const engine::Engine &engine) {
            return Shown{engine.policyOf(tenant), engine.backends()};
        },
        [this](const Shown &shown) {
            auto *dialog = new PolicyDialog(shown.first, shown.second, submitThrough(context().client), this);
            connect(dialog, &CommandDialog::taken, this, &TieringPage::showWarnings);
            dialog->open();
        });
}

void TieringPage::approve(bool onlySelected)
{
    const engine::BatchRow *batch = current();
    if (!batch) return;
    std::optional<ApprovalPart> part;
    if (onlySelected) {
        part.emplace();
        for (const store::MoveRecord &move : m_detail->moves().selected()) {
            part->moves.push_back(move.id);
            part->size = part->size + move.signature.size;
        }
        if (part->moves.empty()) return;
    }
    ask([tenant = batch->tenant](const engine::Engine &engine) { return engine.policyOf(tenant); },
        [this, batch = *batch, part](const engine::PolicyRow &policy) {
            auto *dialog =
                new ApproveDialog(batch, policy, part, QString::fromStdString(context().client.actor().text()),
                                  submitThrough(context().client), this);
            connect(dialog, &CommandDialog::taken, this, &TieringPage::showWarnings);
            dialog->open();
        });
}

void TieringPage::reject()
{
    const engine::BatchRow *batch = current();
    if (!batch) return;
    context().prompter.askText(this, tr("Reject batch %1?").arg(number(batch->id)),
                               tr("Reason, kept with the decision"), tr("Reject batch"),
                               [this, id = batch->id](const QString &reason) {
                                   submit(engine::RejectBatch{id, reason.toStdString()});
                               });
}

void TieringPage::cancel()
{
    const engine::BatchRow *batch = current();
    if (!batch) return;
    const QString consequences = tr("Of %2, %1 are moved already and stay where they are now. Copies under way "
                                    "are taken back; the rest stays at its source.")
                                     .arg(format::count(batch->moved), format::objects(batch->figures.objects));
    context().prompter.confirm(this,
                               {tr("Cancel batch %1?").arg(number(batch->id)), consequences, tr("Cancel batch"), true},
                               [this, id = batch->id] { submit(engine::CancelBatch{id}); });
}

void TieringPage::releaseNow()
{
    if (!m_whole) return;
    const engine::BatchRow *batch = &*m_whole;
    std::uint64_t objects = 0;
    DataSize size;
    for (const store::MoveTotal &total : batch->totals) {
        if (total.state != store::MoveState::Switched) continue;
        objects += total.objects;
        size = size + total.size;
    }
    context().prompter.confirm(
        this,
        {tr("Delete %n source(s) before their grace time ends?", nullptr, static_cast<int>(objects)),
         tr("%1 are deleted from %2. Each has a verified copy at the target. This cannot be undone.")
             .arg(format::dataSize(size), format::batchRoute(*batch)),
         tr("Release sources"), true},
        [this, id = batch->id] { submit(engine::ReleaseNow{id}); });
}

template<typename Command>
void TieringPage::submitForCurrent()
{
    const engine::BatchRow *batch = current();
    if (!batch) return;
    submit(Command{batch->id}, [this](const engine::Outcome &outcome) { showWarnings(outcome); });
}

} // namespace greenward::ui
