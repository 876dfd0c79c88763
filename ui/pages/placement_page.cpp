#include "ui/pages/placement_page.h"

#include "core/engine/engine.h"
#include "ui/models/backend_model.h"
#include "ui/pages/placement/backend_desk.h"
#include "ui/pages/placement/backends_pane.h"
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

} // namespace

PlacementPage::PlacementPage(const PageContext &context, QWidget *parent)
    : Page(PageId::Placement, tr("Placement"), context, parent)
{
    header().setSubtitle(tr("Which of your backends is the greenest place for data, and why"));
    m_desk = new BackendDesk(context, messages(), this);
    addActions();
    makeTabs();
    addEditing();
    watch({engine::Area::Backends, engine::Area::Scans, engine::Area::Grid});
    setRefreshPause(kRefreshPause);
    enableActions();
}

void PlacementPage::addActions()
{
    m_add = addPageAction(QStringLiteral("add"), tr("Add backend…"), QKeySequence::New, true, [this] { m_desk->add(); });
    m_addFrom = addPageAction(QStringLiteral("add"), tr("Add from a cloud region…"),
                              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), true,
                              [this] { m_desk->addFromCatalogue(); });
    m_edit = addPageAction(QStringLiteral("edit"), tr("Edit backend…"), QKeySequence(Qt::Key_F2), true,
                           [this] { editCurrent(); });
    m_scan = addPageAction(QStringLiteral("scan"), tr("Scan now"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), true,
                           [this] {
                               if (const engine::BackendRow *row = m_backends->current()) scan(row->scored.spec.id);
                           });
    m_scanAll = addPageAction(QStringLiteral("scan"), tr("Scan all"), {}, true, [this] { scan({}); });
    m_cancelScan = addPageAction(QStringLiteral("cancel"), tr("Cancel scan"), {}, true, [this] {
        if (const engine::BackendRow *row = m_backends->current()) submit(engine::CancelScan{row->scored.spec.id});
    });
    m_remove = addPageAction(QStringLiteral("remove"), tr("Remove backend…"), QKeySequence::Delete, true, [this] {
        if (const engine::BackendRow *row = m_backends->current()) m_desk->remove(*row);
    });
    m_undo = addPageAction(QStringLiteral("undo"), tr("Undo"), QKeySequence::Undo, true,
                           [this] { m_desk->edits().undo(); });
    m_redo = addPageAction(QStringLiteral("retry"), tr("Redo"), QKeySequence::Redo, true,
                           [this] { m_desk->edits().redo(); });
    m_redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    QAction *import =
        addPageAction(QStringLiteral("import"), tr("Import…"), {}, true, [this] { m_desk->import(); });
    QAction *save = addPageAction(QStringLiteral("export"), tr("Export…"), QKeySequence(Qt::CTRL | Qt::Key_E), false,
                                  [this] { m_desk->exportAll(); });
    const QString unable = tr("This program was built without a file writer");
    enableAction(import, bool(context().services.readFile), unable);
    enableAction(save, bool(context().services.writeFile), unable);
    setPrimaryAction(m_add);
    addHeaderAction(m_scan);
    addHeaderAction(m_edit);
}

void PlacementPage::makeTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("placementTabs"));
    m_tabs->setDocumentMode(true);
    m_backends = new BackendsPane(context().readOnly, this);
    m_backends->table().setRowActions({m_edit, m_scan, m_cancelScan, m_remove, m_undo, m_redo});
    header().addTool(&m_backends->filter());
    m_tabs->addTab(m_backends, tr("Backends"));
    content().addWidget(m_tabs, 1);
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
    ask(lookAtBackends, [this](BackendLook look) {
        m_backends->show(std::move(look), context().clock.now());
        enableActions();
    });
}

void PlacementPage::enableActions()
{
    if (!m_backends) return;
    const engine::BackendRow *row = m_backends->current();
    const QString none = tr("Select a backend first");
    const QString profile = tr("A profile is not connected");
    enableAction(m_edit, row, none);
    enableAction(m_remove, row, none);
    const bool connected = row && isConnected(*row);
    enableAction(m_scan, connected && !row->scanning, !row ? none : connected ? tr("It is being scanned") : profile);
    enableAction(m_cancelScan, connected && row->scanning,
                 !row        ? none
                 : connected ? tr("It is not being scanned")
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

void PlacementPage::openBackends()
{
    m_tabs->setCurrentWidget(m_backends);
}

void PlacementPage::showKey(const QString &key)
{
    openBackends();
    if (key == kAddKey) return m_add->trigger();
    m_backends->select(key);
}

} // namespace greenward::ui
