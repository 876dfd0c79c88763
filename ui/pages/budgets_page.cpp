#include "ui/pages/budgets_page.h"

#include "core/engine/engine.h"
#include "ui/bridge/rehearse.h"
#include "ui/dialogs/budget_dialog.h"
#include "ui/dialogs/bulk_budget_dialog.h"
#include "ui/editing/limit_delegate.h"
#include "ui/format/quantities.h"
#include "ui/models/budget_model.h"
#include "ui/pages/budget_detail.h"
#include "ui/pages/budget_transfer.h"
#include "ui/pages/recent_loader.h"
#include "ui/pages/submit_through.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/services.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/sparkline.h"

#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace greenward::ui {
namespace {

/// Usage may change thousands of times a second; people read twice a second at most.
constexpr milliseconds kRefreshPause{500};
constexpr milliseconds kDepthPause{1000};

QString nameOf(const TenantId &tenant)
{
    return QString::fromStdString(tenant.text());
}

} // namespace

BudgetsPage::BudgetsPage(const PageContext &context, QWidget *parent)
    : Page(PageId::Budgets, tr("Budgets"), context, parent)
    , m_model(new BudgetModel(this))
{
    header().setSubtitle(tr("What each tenant may emit in a period, what it has used, and when it will run out"));
    addActions();
    addEditing();
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(makeTable());
    m_detail = new BudgetDetail(!context.readOnly, this);
    connect(m_detail, &BudgetDetail::applyAsked, this, &BudgetsPage::applyProposal);
    m_depthPause.setSingleShot(true);
    connect(&m_depthPause, &QTimer::timeout, this, &BudgetsPage::askDepth);
    split->addWidget(m_detail);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    content().addWidget(split, 1);
    loadRecent();
    watch({engine::Area::Budgets});
    setRefreshPause(kRefreshPause);
    enableActions();
}

void BudgetsPage::addActions()
{
    m_add = addPageAction(QStringLiteral("add"), tr("Add budget…"), QKeySequence::New, true, [this] { addBudget(); });
    m_limit = addPageAction(QStringLiteral("edit"), tr("Change limit"), QKeySequence(Qt::Key_F2), true,
                            [this] { editInPlace(); });
    m_edit = addPageAction(QStringLiteral("edit"), tr("Edit budget…"), QKeySequence(Qt::CTRL | Qt::Key_Return), true,
                           [this] { editSelected(); });
    m_remove = addPageAction(QStringLiteral("remove"), tr("Remove budget…"), QKeySequence::Delete, true,
                             [this] { removeSelected(); });
    m_undo = addPageAction(QStringLiteral("retry"), tr("Undo"), QKeySequence::Undo, true, [this] { m_edits->undo(); });
    m_redo = addPageAction(QStringLiteral("retry"), tr("Redo"), QKeySequence::Redo, true, [this] { m_edits->redo(); });
    m_redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    QAction *import =
        addPageAction(QStringLiteral("import"), tr("Import…"), {}, true, [this] { m_transfer->import(); });
    QAction *save = addPageAction(QStringLiteral("export"), tr("Export…"), QKeySequence(Qt::CTRL | Qt::Key_E), false,
                                  [this] { m_transfer->exportAll(); });
    const QString unable = tr("This program was built without a file writer");
    enableAction(import, bool(context().services.readFile), unable);
    enableAction(save, bool(context().services.writeFile), unable);
    setPrimaryAction(m_add);
    addHeaderAction(m_edit);
}

void BudgetsPage::addEditing()
{
    m_edits = new BudgetEdits(
        submitThrough(context().client),
        [this](std::vector<TenantId> tenants, std::function<void(const BudgetEdits::Budgets &)> take) {
            askRows(std::move(tenants), [take = std::move(take)](const std::vector<engine::BudgetRow> &rows) {
                BudgetEdits::Budgets budgets;
                for (const engine::BudgetRow &row : rows)
                    budgets.push_back(budgetOf(row));
                take(budgets);
            });
        },
        this);
    m_transfer = new BudgetTransfer(context(), *m_edits, messages(), this);
    connect(m_edits, &BudgetEdits::changed, this, &BudgetsPage::enableActions);
    connect(m_edits, &BudgetEdits::refused, this,
            [this](const QString &, const Error &error) { messages().showError(error); });
    connect(m_edits, &BudgetEdits::overtaken, this, [this](const QString &tenant) {
        messages().show(Tone::Warning, tr("The budget of %1 was changed by somebody else since. Nothing was undone.")
                                           .arg(format::plain(tenant.toStdString())));
    });
    connect(m_edits, &BudgetEdits::applied, this, [this](const QString &text, int taken) {
        if (taken == 0) return;
        messages().show(Tone::Good, tr("%1: saved.").arg(text), tr("Undo"), [this] { m_edits->undo(); });
        reload();
    });
}

QWidget *BudgetsPage::makeTable()
{
    using Column = BudgetModel::Column;
    m_table = new DataTable(QStringLiteral("budgets"), this);
    m_table->setObjectName(QStringLiteral("budgetsTable"));
    m_table->setAccessibleName(tr("Budgets"));
    m_table->setRowModel(m_model);
    m_table->setItemDelegateForColumn(static_cast<int>(Column::Use), new GaugeDelegate(m_table));
    m_table->setItemDelegateForColumn(static_cast<int>(Column::Recent), new SparklineDelegate(m_table));
    auto *limits =
        new LimitDelegate([this](const QString &key, const LimitEntry &entry) { takeLimit(key, entry); }, m_table);
    m_table->setItemDelegateForColumn(static_cast<int>(Column::Limit), limits);
    m_table->setColumnWidth(QStringLiteral("tenant"), 20);
    m_table->setColumnWidth(QStringLiteral("use"), 40);
    m_table->setColumnWidth(QStringLiteral("level"), 20);
    m_table->setColumnWidth(QStringLiteral("delay"), 12);
    m_table->setColumnWidth(QStringLiteral("exhausts"), 20);
    m_table->setStretchColumn(QStringLiteral("use"));
    m_table->setDispensableColumns({QStringLiteral("recent"), QStringLiteral("delay"), QStringLiteral("ends")});
    m_table->setRowActions({m_limit, m_edit, m_remove, m_undo, m_redo});
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
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BudgetsPage::enableActions);
    connect(m_table, &DataTable::rowActivated, this, [this] {
        const bool onLimit = m_table->currentIndex().column() == static_cast<int>(Column::Limit);
        onLimit ? editInPlace() : editSelected();
    });
    return m_table;
}

void BudgetsPage::loadRecent()
{
    m_recent = new RecentLoader(
        *m_table, *m_model, context().clock,
        [this](std::vector<TenantId> tenants, Instant since, std::function<void(const RecentLoader::Hours &)> take) {
            ask(
                [tenants = std::move(tenants), since, until = context().clock.now()](const engine::Engine &engine) {
                    RecentLoader::Hours answers;
                    for (const TenantId &tenant : tenants)
                        if (auto hours = engine.usageHours(tenant, since, until))
                            answers.emplace_back(tenant, *std::move(hours));
                    return answers;
                },
                std::move(take));
        },
        this);
}

void BudgetsPage::refresh()
{
    ask([](const engine::Engine &engine) { return engine.budgets(); },
        [this](std::vector<engine::BudgetRow> rows) { showRows(std::move(rows)); });
}

void BudgetsPage::showRows(std::vector<engine::BudgetRow> rows)
{
    m_model->setNow(context().clock.now());
    const bool first = m_model->totalRows() == 0;
    m_model->merge(std::move(rows));
    // The most used come first; later refreshes leave the order to the operator.
    if (first) m_table->sortByColumn(static_cast<int>(BudgetModel::Column::Use), Qt::DescendingOrder);
    if (!m_wanted.isEmpty() && m_table->selectKey(m_wanted)) m_wanted.clear();
    if (m_table->currentKey().isEmpty() && m_model->rowCount() > 0) m_table->selectKey(m_model->keyAt(0));
    first ? m_recent->look() : m_recent->lookSoon();
    enableActions();
    showDetail();
}

void BudgetsPage::showDetail()
{
    const engine::BudgetRow *row = currentRow();
    m_detail->setVisible(m_model->totalRows() > 0);
    if (!row) return m_detail->showNothing();
    m_detail->showBudget(*row, context().clock.now());
    // Another tenant's figures at once; fresher ones of the same tenant not more often than people read.
    const QString key = nameOf(row->tenant);
    if (std::exchange(m_depthOf, key) != key) return askDepth();
    if (!m_depthPause.isActive()) m_depthPause.start(kDepthPause);
}

void BudgetsPage::askDepth()
{
    const engine::BudgetRow *row = currentRow();
    if (!row) return;
    ask(
        [tenant = row->tenant](const engine::Engine &engine) {
            return BudgetDepth{tenant, engine.burnDown(tenant),
                               engine.recentUsage(tenant, BudgetDetail::kRecentOperations),
                               engine.closedPeriods(tenant, BudgetDetail::kClosedPeriods), engine.recommendations()};
        },
        [this](const BudgetDepth &depth) {
            const engine::BudgetRow *shown = currentRow();
            if (shown && shown->tenant == depth.tenant) m_detail->showDepth(depth, context().clock.now());
        });
}

void BudgetsPage::applyProposal(const engine::SetBudget &proposed)
{
    askRows({proposed.tenant}, [this, proposed](const std::vector<engine::BudgetRow> &rows) {
        m_edits->apply(tr("Recommendation for %1").arg(nameOf(proposed.tenant)),
                       {{proposed.tenant, budgetOf(rows.front()), proposed}});
    });
}

void BudgetsPage::showKey(const QString &key)
{
    if (!m_table->selectKey(key)) m_wanted = key;
}

const engine::BudgetRow *BudgetsPage::currentRow() const
{
    return m_model->find(m_table->currentKey());
}

std::vector<TenantId> BudgetsPage::selectedTenants() const
{
    std::vector<TenantId> tenants;
    const QStringList keys = m_table->selectedKeys();
    for (const QString &key : keys)
        if (const engine::BudgetRow *row = m_model->find(key)) tenants.push_back(row->tenant);
    return tenants;
}

void BudgetsPage::askRows(std::vector<TenantId> tenants,
                          std::function<void(const std::vector<engine::BudgetRow> &)> take)
{
    ask(
        [tenants = std::move(tenants)](const engine::Engine &engine) {
            std::vector<engine::BudgetRow> rows;
            rows.reserve(tenants.size());
            for (const TenantId &tenant : tenants)
                rows.push_back(engine.budget(tenant));
            return rows;
        },
        std::move(take));
}

void BudgetsPage::enableActions()
{
    if (!m_table) return;
    const engine::BudgetRow *row = currentRow();
    const QString none = tr("Select a tenant first");
    enableAction(m_limit, row, none);
    enableAction(m_edit, row, none);
    enableAction(m_remove, row && row->budgeted, row ? tr("%1 has no budget").arg(m_table->currentKey()) : none);
    m_undo->setText(m_edits->canUndo() ? tr("Undo “%1”").arg(m_edits->undoText()) : tr("Undo"));
    m_redo->setText(m_edits->canRedo() ? tr("Redo “%1”").arg(m_edits->redoText()) : tr("Redo"));
    enableAction(m_undo, m_edits->canUndo(), tr("Nothing was changed here yet"));
    enableAction(m_redo, m_edits->canRedo(), tr("Nothing was undone"));
}

void BudgetsPage::addBudget()
{
    ask([](const engine::Engine &engine) { return engine.tenants(); },
        [this](const std::vector<engine::TenantRow> &tenants) {
            QStringList names;
            for (const engine::TenantRow &tenant : tenants)
                names.append(nameOf(tenant.tenant));
            for (const engine::BudgetRow &row : m_model->rows()) {
                const QString name = nameOf(row.tenant);
                if (row.budgeted)
                    names.removeAll(name);
                else if (!names.contains(name))
                    names.append(name);
            }
            names.sort(Qt::CaseInsensitive);
            openDialog({}, names);
        });
}

void BudgetsPage::openDialog(const std::optional<engine::BudgetRow> &row, const QStringList &tenants)
{
    // The dialog needs the engine's answer itself, to stay open with a refusal; what was taken becomes a step.
    const auto before = row ? budgetOf(*row) : std::nullopt;
    const auto submitted = [this, before](engine::Command command, QObject *asker, const Answer &answer) {
        std::optional<BudgetChange> change;
        if (const auto *set = std::get_if<engine::SetBudget>(&command)) change = {set->tenant, before, *set};
        context().client.submit(std::move(command), asker,
                                [this, change, answer](const Result<engine::Outcome> &outcome) {
                                    if (outcome && change)
                                        m_edits->remember(tr("Budget of %1").arg(nameOf(change->tenant)), {*change});
                                    answer(outcome);
                                });
    };
    auto *dialog = new BudgetDialog(row, tenants, submitted, rehearsing(), this);
    connect(dialog, &BudgetDialog::saved, this, &BudgetsPage::showKey);
    dialog->open();
}

Rehearse BudgetsPage::rehearsing()
{
    return [&client = context().client, &clock = context().clock](
               std::vector<engine::SetBudget> changes, std::chrono::hours span, QObject *asker, std::stop_token stop,
               std::function<void(const Result<engine::Rehearsal> &)> done) {
        const Instant to = std::chrono::floor<std::chrono::hours>(clock.now()); // whole hours, none in the future
        rehearse(client, {std::move(changes), to - span, to}, asker, std::move(stop), std::move(done));
    };
}

void BudgetsPage::editInPlace()
{
    const int row = m_model->rowOfKey(m_table->currentKey());
    if (row < 0 || !m_limit->isEnabled()) return;
    const QModelIndex cell = m_model->index(row, static_cast<int>(BudgetModel::Column::Limit));
    m_table->scrollTo(cell);
    m_table->edit(cell);
}

void BudgetsPage::takeLimit(const QString &key, const LimitEntry &entry)
{
    const auto tenant = TenantId::parse(key.toStdString());
    if (!tenant) return;
    askRows({*tenant}, [this, key, entry](const std::vector<engine::BudgetRow> &rows) {
        const engine::BudgetRow &row = rows.front();
        const auto before = budgetOf(row);
        engine::SetBudget after = before.value_or(engine::SetBudget{.tenant = row.tenant, .replace = true});
        after.limit = entry.limit;
        if (entry.period && *entry.period != after.period) {
            after.period = *entry.period;
            after.anchor.reset();
        }
        if (before != after) m_edits->apply(tr("Limit of %1").arg(key), {{row.tenant, before, after}});
    });
}

void BudgetsPage::editSelected()
{
    if (!m_edit->isEnabled()) return;
    std::vector<TenantId> tenants = selectedTenants();
    if (const engine::BudgetRow *row = currentRow(); row && tenants.size() < 2) tenants = {row->tenant};
    askRows(std::move(tenants), [this](const std::vector<engine::BudgetRow> &rows) {
        if (rows.size() == 1) return openDialog(rows.front(), {});
        auto *dialog = new BulkBudgetDialog(rows, rehearsing(), this);
        connect(dialog, &BulkBudgetDialog::decided, this, [this](const std::vector<BudgetChange> &changes) {
            m_edits->apply(tr("%n budget(s)", nullptr, static_cast<int>(changes.size())), changes);
        });
        dialog->open();
    });
}

void BudgetsPage::removeSelected()
{
    askRows(selectedTenants(), [this](const std::vector<engine::BudgetRow> &rows) { confirmRemoval(rows); });
}

void BudgetsPage::confirmRemoval(const std::vector<engine::BudgetRow> &rows)
{
    std::vector<BudgetChange> changes;
    GramsCO2e used;
    for (const engine::BudgetRow &row : rows) {
        if (!row.budgeted) continue;
        changes.push_back({row.tenant, budgetOf(row), {}});
        used = used + row.used;
    }
    if (changes.empty()) return;
    const auto count = static_cast<int>(changes.size());
    const QString tenant = format::plain(changes.front().tenant.text());
    const Confirmation question{
        count == 1 ? tr("Remove the budget of %1?").arg(tenant) : tr("Remove %n budget(s)?", nullptr, count),
        tr("Nothing slows these tenants down or stops them any more. The %1 used in this period stay recorded, and "
           "further usage is recorded too. It can be undone.")
            .arg(format::carbon(used)),
        tr("Remove"), true};
    const QString text = count == 1 ? tr("Budget of %1").arg(tenant) : tr("%n budget(s)", nullptr, count);
    context().prompter.confirm(this, question,
                               [this, text, changes = std::move(changes)] { m_edits->apply(text, changes); });
}

} // namespace greenward::ui
