#include "ui/pages/placement_page.h"

#include "core/engine/engine.h"
#include "ui/models/backend_model.h"
#include "ui/pages/placement/backend_desk.h"
#include "ui/pages/placement/backends_pane.h"
#include "ui/pages/placement/compare_pane.h"
#include "ui/pages/placement/decisions_pane.h"
#include "ui/pages/placement/what_if_pane.h"
#include "ui/shell/services.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_header.h"

#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace greenward::ui {
namespace {

/// Grid figures and scans change many backends at once; people need not see each.
constexpr milliseconds kRefreshPause{1000};
constexpr std::size_t kLeastCompared = 2;
/// A key that names a decision instead of a backend: "decision:12".
const QString kDecisionKey = QStringLiteral("decision:");

} // namespace

/// Everything the page shows, of one moment. Sorted where nobody waits for it.
struct PlacementLook
{
    BackendLook backends;
    WhatIfChoices choices;
    QStringList names; ///< of all backends
};

namespace {

PlacementLook lookAtPlacement(const engine::Engine &engine)
{
    PlacementLook look{lookAtBackends(engine), {}, {}};
    look.choices.ranking = look.backends.rankBy;
    for (const engine::TenantRow &row : engine.tenants())
        look.choices.tenants.push_back(row.tenant);
    for (const engine::BackendRow &row : look.backends.rows) {
        look.choices.all.push_back(row.scored.spec.id);
        if (isConnected(row)) look.choices.connected.push_back(row.scored.spec.id);
    }
    std::ranges::sort(look.choices.all);
    std::ranges::sort(look.choices.connected);
    for (const BackendId &id : look.choices.all)
        look.names << QString::fromStdString(id.text());
    return look;
}

} // namespace

PlacementPage::PlacementPage(const PageContext &context, QWidget *parent)
    : Page(PageId::Placement, tr("Placement"), context, parent)
{
    header().setSubtitle(tr("Which of your backends is the greenest place for data, and why"));
    m_desk = new BackendDesk(context, messages(), this);
    addActions();
    makeTabs();
    addEditing();
    watch({engine::Area::Backends, engine::Area::Scans, engine::Area::Grid, engine::Area::Decisions});
    setRefreshPause(kRefreshPause);
    enableActions();
}

void PlacementPage::addActions()
{
    m_add =
        addPageAction(QStringLiteral("add"), tr("Add backend…"), QKeySequence::New, true, [this] { m_desk->add(); });
    m_addFrom =
        addPageAction(QStringLiteral("add"), tr("Add from a cloud region…"),
                      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), true, [this] { m_desk->addFromCatalogue(); });
    m_edit = addPageAction(QStringLiteral("edit"), tr("Edit backend…"), QKeySequence(Qt::Key_F2), true,
                           [this] { editCurrent(); });
    m_toCompare = addPageAction(QStringLiteral("compare"), tr("Compare selected"), QKeySequence(Qt::CTRL | Qt::Key_M),
                                false, [this] { compareSelected(); });
    m_toWhatIf = addPageAction(QStringLiteral("placement"), tr("Where should data lie?"),
                               QKeySequence(Qt::CTRL | Qt::Key_I), false, [this] { askAboutSelected(); });
    m_toDecisions = addPageAction(QStringLiteral("activity"), tr("Decisions"), {}, false,
                                  [this] { m_tabs->setCurrentWidget(m_decisions); });
    m_scan = addPageAction(QStringLiteral("scan"), tr("Scan now"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), true,
                           [this] {
                               if (const engine::BackendRow *row = m_backends->current()) scan(row->scored.spec.id);
                           });
    m_scanAll = addPageAction(QStringLiteral("scan"), tr("Scan all"), {}, true, [this] { scan({}); });
    m_cancelScan = addPageAction(QStringLiteral("cancel"), tr("Cancel scan"), {}, true, [this] {
        if (const engine::BackendRow *row = m_backends->current()) submit(engine::CancelScan{row->scored.spec.id});
    });
    m_acceptPlace = addPageAction(QStringLiteral("check"), tr("Accept place…"), {}, true, [this] {
        if (const engine::BackendRow *row = m_backends->current()) m_desk->acceptPlace(*row);
    });
    m_remove = addPageAction(QStringLiteral("remove"), tr("Remove backend…"), QKeySequence::Delete, true, [this] {
        if (const engine::BackendRow *row = m_backends->current()) m_desk->remove(*row);
    });
    m_undo =
        addPageAction(QStringLiteral("undo"), tr("Undo"), QKeySequence::Undo, true, [this] { m_desk->edits().undo(); });
    m_redo = addPageAction(QStringLiteral("retry"), tr("Redo"), QKeySequence::Redo, true,
                           [this] { m_desk->edits().redo(); });
    m_redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    QAction *import = addPageAction(QStringLiteral("import"), tr("Import…"), {}, true, [this] { m_desk->import(); });
    QAction *save = addPageAction(QStringLiteral("export"), tr("Export…"), QKeySequence(Qt::CTRL | Qt::Key_E), false,
                                  [this] { m_desk->exportAll(); });
    const QString unable = tr("This program was built without a file writer");
    enableAction(import, bool(context().services.readFile), unable);
    enableAction(save, bool(context().services.writeFile), unable);
    setPrimaryAction(m_add);
    addHeaderAction(m_toCompare);
    addHeaderAction(m_scan);
    addHeaderAction(m_edit);
}

void PlacementPage::makeTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("placementTabs"));
    m_tabs->setDocumentMode(true);
    m_backends = new BackendsPane(context().readOnly, this);
    m_backends->table().setRowActions(
        {m_edit, m_toCompare, m_toWhatIf, m_scan, m_cancelScan, m_acceptPlace, m_remove, m_undo, m_redo});
    m_backends->setNextSteps({m_add, m_addFrom});
    header().addTool(&m_backends->filter());
    m_tabs->addTab(m_backends, tr("Backends"));
    content().addWidget(m_tabs, 1);
    addPanes();
    connect(m_backends, &BackendsPane::selectionMayHaveChanged, this, &PlacementPage::enableActions);
    connect(m_backends, &BackendsPane::activated, m_edit, &QAction::trigger);
    connect(m_backends, &BackendsPane::cancelAsked, this, [this](const QString &backend) {
        if (const auto id = BackendId::parse(backend.toStdString())) submit(engine::CancelScan{*id});
    });
    connect(m_backends, &BackendsPane::rankingChosen, this, [this](placement::RankBy rankBy) {
        submit(engine::SetPlacementRanking{rankBy}, [this](const engine::Outcome &) { reload(); });
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        m_backends->filter().setVisible(m_tabs->currentWidget() == m_backends);
        enableActions();
    });
}

void PlacementPage::addPanes()
{
    m_compare = new ComparePane(m_backends->model(), this);
    m_whatIf = new WhatIfPane(context(), this);
    m_decisions = new DecisionsPane(context(), m_toWhatIf, this);
    m_tabs->addTab(m_compare, tr("Compare"));
    m_tabs->addTab(m_whatIf, tr("What if"));
    m_tabs->addTab(m_decisions, tr("Decisions"));
    const auto fail = [this](const Error &error) {
        messages().showError(error);
    };
    connect(m_whatIf, &WhatIfPane::decided, this, &PlacementPage::showDecided);
    connect(m_whatIf, &WhatIfPane::failed, this, fail);
    connect(m_decisions, &DecisionsPane::decided, this, &PlacementPage::showDecided);
    connect(m_decisions, &DecisionsPane::failed, this, fail);
}

void PlacementPage::addEditing()
{
    connect(&m_desk->edits(), &BackendEdits::changed, this, &PlacementPage::enableActions);
    connect(&m_desk->edits(), &BackendEdits::turned, this, &PlacementPage::reload);
    connect(m_desk, &BackendDesk::saved, this, [this](const QString &backend) { showKey(backend); });
}

FilterField *PlacementPage::filterField() const
{
    return m_tabs->currentWidget() == m_backends ? &m_backends->filter() : nullptr;
}

void PlacementPage::refresh()
{
    ask(lookAtPlacement, [this](PlacementLook look) { showLook(std::move(look)); });
}

void PlacementPage::showLook(PlacementLook look)
{
    const Instant now = context().clock.now();
    m_backends->show(std::move(look.backends), now);
    m_compare->refresh(look.names, now);
    m_whatIf->setChoices(std::move(look.choices));
    m_decisions->refresh();
    enableActions();
}

void PlacementPage::compareSelected()
{
    QStringList names;
    for (const BackendId &id : m_backends->selected())
        names << QString::fromStdString(id.text());
    m_compare->choose(names);
    m_tabs->setCurrentWidget(m_compare);
}

void PlacementPage::askAboutSelected()
{
    const std::vector<BackendId> selected = m_backends->selected();
    if (m_tabs->currentWidget() == m_backends && selected.size() >= kLeastCompared) m_whatIf->choose(selected);
    m_tabs->setCurrentWidget(m_whatIf);
}

void PlacementPage::showDecided(const placement::Decision &decision)
{
    const placement::Candidate *chosen = decision.chosen();
    const QString recorded = tr("Decision %1 is recorded: %2.").arg(number(decision.id));
    messages().show(chosen ? Tone::Good : Tone::Warning,
                    recorded.arg(chosen ? QString::fromStdString(chosen->scored.spec.id.text())
                                        : tr("no backend meets the constraints")),
                    tr("Show"), [this, id = decision.id] { openDecision(id); });
    m_decisions->refresh();
}

void PlacementPage::openDecision(DecisionId id)
{
    m_decisions->select(id);
    m_tabs->setCurrentWidget(m_decisions);
}

void PlacementPage::enableActions()
{
    if (!m_backends) return;
    // Keys like Delete must not reach a backend that nobody sees.
    const bool here = m_tabs->currentWidget() == m_backends;
    const engine::BackendRow *row = here ? m_backends->current() : nullptr;
    const QString none = here ? tr("Select a backend first") : tr("Go to the backends first");
    const QString profile = tr("A profile is not connected");
    enableAction(m_edit, row, none);
    enableAction(m_remove, row, none);
    const std::size_t selected = m_backends->selected().size();
    enableAction(m_toCompare, here && selected >= kLeastCompared && selected <= ComparePane::kMost,
                 here ? tr("Select two to six backends, with Ctrl or Shift") : none);
    const bool connected = row && isConnected(*row);
    enableAction(m_scan, connected && !row->scanning, !row ? none : connected ? tr("It is being scanned") : profile);
    enableAction(m_cancelScan, connected && row->scanning,
                 !row        ? none
                 : connected ? tr("It is not being scanned")
                             : profile);
    enableAction(m_acceptPlace, connected && row->health && !row->health->reachable,
                 !row        ? none
                 : connected ? tr("Its place is the one it had")
                             : profile);
    enableAction(m_scanAll, std::ranges::any_of(m_backends->model().rows(), isConnected),
                 tr("No backend is connected"));
    const BackendEdits &edits = m_desk->edits();
    m_undo->setText(edits.canUndo() ? tr("Undo “%1”").arg(edits.undoText()) : tr("Undo"));
    m_redo->setText(edits.canRedo() ? tr("Redo “%1”").arg(edits.redoText()) : tr("Redo"));
    enableAction(m_undo, edits.canUndo(), tr("Nothing was changed here yet"));
    enableAction(m_redo, edits.canRedo(), tr("Nothing was undone"));
}

void PlacementPage::editCurrent()
{
    if (const engine::BackendRow *row = m_backends->current()) m_desk->edit(row->scored.spec);
}

void PlacementPage::scan(const std::optional<BackendId> &backend)
{
    submit(engine::StartScan{backend});
}

void PlacementPage::showKey(const QString &key)
{
    if (key.startsWith(kDecisionKey)) {
        if (const auto id = parseDecisionId(key.mid(kDecisionKey.size()).toStdString())) openDecision(*id);
        return;
    }
    m_tabs->setCurrentWidget(m_backends);
    if (key == kAddKey) return m_add->trigger();
    m_backends->select(key);
}

} // namespace greenward::ui
