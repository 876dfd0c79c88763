#include "ui/shell/main_window.h"

#include "core/engine/engine.h"
#include "core/engine/engine_host.h"
#include "ui/format/quantities.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/credential_asker.h"
#include "ui/shell/diagnostics.h"
#include "ui/shell/navigation_rail.h"
#include "ui/shell/page_stack.h"
#include "ui/shell/palette_entries.h"
#include "ui/shell/services.h"
#include "ui/shell/shell_menus.h"
#include "ui/shell/shell_state.h"
#include "ui/shell/shortcut_list.h"
#include "ui/shell/start_page.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/window_memory.h"
#include "ui/theme/appearance.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QMenuBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace greenward::ui {
namespace {

/// Narrower than this the rail shows icons only, in characters of the usual text.
constexpr int kNarrow = 170;

} // namespace

MainWindow::MainWindow(const Needs &needs, QWidget *parent)
    : QMainWindow(parent)
    , m_needs(needs)
    , m_infos(allPages())
{
    setObjectName(QStringLiteral("mainWindow"));
    makeLayout();
    m_menus = new ShellMenus(*this, needs.appearance, m_infos);
    m_menus->setServices(bool(needs.services.openDataDirectory), bool(needs.services.openSampleEstate),
                         bool(needs.services.deleteSampleEstate));
    m_palette = new CommandPalette(this);
    connectMenus();
    connectStartPage();
    connect(&needs.appearance, &Appearance::changed, this, &MainWindow::applyCompact);
    restoreWindow(*this);
    showTitle();
}

MainWindow::~MainWindow()
{
    // The program ends: here it is right to wait for the engine.
    takeDownPages();
    m_client.reset();
}

void MainWindow::makeLayout()
{
    m_rail = new NavigationRail(m_infos);
    m_start = new StartPage;
    m_banner = new MessageBar;
    m_strip = new StatusStrip;
    m_centre = new QStackedWidget;
    m_centre->addWidget(m_start);

    auto *bannerFrame = new QVBoxLayout;
    bannerFrame->setContentsMargins(grid(this, 2), 0, grid(this, 2), 0);
    bannerFrame->addWidget(m_banner);
    auto *pageColumn = new QVBoxLayout;
    pageColumn->setSpacing(0);
    pageColumn->addLayout(bannerFrame);
    pageColumn->addWidget(m_centre, 1);
    auto *across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(m_rail);
    across->addLayout(pageColumn, 1);
    auto *central = new QWidget;
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(across, 1);
    layout->addWidget(m_strip);
    setCentralWidget(central);

    m_rail->setEnabled(false);
    connect(m_rail, &NavigationRail::chosen, this, [this](PageId id) { open(id); });
    connect(m_strip, &StatusStrip::cancelAsked, this, &MainWindow::cancelTask);
    connect(m_strip, &StatusStrip::openAsked, this, &MainWindow::openTask);
}

void MainWindow::connectMenus()
{
    connect(m_menus, &ShellMenus::pageChosen, this, [this](PageId id) { open(id); });
    connect(m_menus, &ShellMenus::openDirectoryAsked, this, &MainWindow::askForDirectory);
    connect(m_menus, &ShellMenus::reopenAsked, this,
            [this](bool readOnly) { m_needs.services.openDataDirectory(m_directory, readOnly); });
    connect(m_menus, &ShellMenus::openSampleAsked, this, &MainWindow::openSample);
    connect(m_menus, &ShellMenus::deleteSampleAsked, this, &MainWindow::deleteSample);
    connect(m_menus, &ShellMenus::refreshAsked, this, [this] {
        if (Page *page = currentPage()) page->reload();
    });
    connect(m_menus, &ShellMenus::filterAsked, this, [this] {
        Page *page = currentPage();
        if (page && page->filterField()) page->filterField()->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_menus, &ShellMenus::paletteAsked, this, &MainWindow::showPalette);
    connect(m_menus, &ShellMenus::tasksAsked, m_strip, &StatusStrip::showTasks);
    connect(m_menus, &ShellMenus::compactAsked, this, [this](bool compact) {
        m_compactWish = compact;
        applyCompact();
    });
    connect(m_menus, &ShellMenus::resetLayoutAsked, this, &MainWindow::resetLayout);
    connect(m_menus, &ShellMenus::nextPaneAsked, this, &MainWindow::nextPane);
    connect(m_menus, &ShellMenus::shortcutsAsked, this, [this] {
        auto *list = new ShortcutList(*menuBar(), this);
        list->setAttribute(Qt::WA_DeleteOnClose);
        list->show();
    });
    connect(m_menus, &ShellMenus::diagnosticsAsked, this,
            [this] { QApplication::clipboard()->setText(diagnostics()); });
    connect(m_menus, &ShellMenus::aboutAsked, this, [this] {
        auto *about = new AboutDialog(diagnostics(), this);
        about->setAttribute(Qt::WA_DeleteOnClose);
        about->open();
    });
}

void MainWindow::connectStartPage()
{
    connect(m_start, &StartPage::readOnlyAsked, this, [this] {
        if (m_needs.services.openDataDirectory) m_needs.services.openDataDirectory(m_directory, true);
    });
    connect(m_start, &StartPage::retryAsked, this, [this] {
        if (m_needs.services.openDataDirectory) m_needs.services.openDataDirectory(m_directory, false);
    });
    connect(m_start, &StartPage::otherDirectoryAsked, this, [this] { askForDirectory(false); });
    connect(m_start, &StartPage::sampleAsked, this, &MainWindow::openSample);
}

void MainWindow::showOpening(const QString &directory)
{
    closeSession();
    m_directory = directory;
    m_start->showOpening(directory);
    m_strip->setDirectory(directory);
    showTitle();
}

void MainWindow::showWorking(const QString &what, const QString &detail)
{
    closeSession();
    m_start->showWorking(what, detail);
}

void MainWindow::showProblem(const QString &directory, const Error &error)
{
    closeSession();
    m_directory = directory;
    m_start->showProblem(directory, error);
    m_strip->setDirectory(directory);
    showTitle();
    Q_EMIT settledChanged();
}

void MainWindow::closeSession(std::function<void()> then)
{
    takeDownPages();
    if (m_client) {
        EngineClient::retire(std::move(m_client), std::move(then));
    } else if (then) {
        then();
    }
}

void MainWindow::takeDownPages()
{
    if (!m_client) return;
    m_centre->setCurrentWidget(m_start);
    m_menus->setPageActions({}, false);
    delete m_pages;
    m_pages = nullptr;
    delete m_state;
    m_state = nullptr;
    m_client->disconnect(this);
    m_rail->setEnabled(false);
    m_banner->clear();
    m_problemShown.clear();
    m_strip->setTasks({}, false);
    m_strip->setMode(false, false);
    m_menus->setSession(false, false, false);
}

void MainWindow::openSession(std::unique_ptr<engine::EngineHost> host, const Actor &actor, const QString &directory,
                             bool readOnly)
{
    closeSession();
    m_directory = directory;
    m_readOnly = readOnly;
    m_client = std::make_unique<EngineClient>(std::move(host), actor);
    m_state = new ShellState(*m_client, this);
    m_pages = new PageStack(
        m_infos,
        PageContext{*m_client, m_needs.prompter, m_needs.services, *this, m_needs.clock, m_needs.appearance, readOnly},
        m_centre);
    m_centre->addWidget(m_pages);
    m_centre->setCurrentWidget(m_pages);
    m_rail->setEnabled(true);
    m_menus->setSession(true, readOnly, false);
    m_strip->setDirectory(directory);
    m_strip->setMode(readOnly, false);
    connect(m_state, &ShellState::changed, this, &MainWindow::showState);
    connect(m_client.get(), &EngineClient::idle, this, &MainWindow::settledChanged);
    if (!readOnly) new CredentialAsker(*m_client, this, m_state);
    showTitle();
    open(PageId::Overview);
    m_rail->focusCurrent(Qt::OtherFocusReason);
}

void MainWindow::open(PageId id, const QString &key)
{
    if (!m_pages) return;
    Page *page = m_pages->open(id);
    if (!page) return;
    const QWidget *focus = QApplication::focusWidget();
    m_rail->setCurrent(id);
    if (focus && m_rail->isAncestorOf(focus)) m_rail->focusCurrent(Qt::OtherFocusReason);
    m_menus->setCurrentPage(id);
    m_menus->setPageActions(page->pageActions(), page->filterField() != nullptr);
    connect(page, &Page::settled, this, &MainWindow::settledChanged, Qt::UniqueConnection);
    if (!key.isEmpty()) page->showKey(key);
    showTitle();
}

Page *MainWindow::currentPage() const
{
    return m_pages ? m_pages->currentPage() : nullptr;
}

bool MainWindow::isSettled() const
{
    if (!m_client) return true;
    const Page *page = currentPage();
    return page && page->isSettled() && m_state->isKnown() && m_client->pending() == 0;
}

void MainWindow::showState()
{
    const ShellPicture &picture = m_state->picture();
    m_menus->setSession(true, m_readOnly, picture.sample);
    m_strip->setMode(m_readOnly, picture.sample);
    m_strip->setTasks(picture.tasks, m_readOnly);
    m_rail->setCount(PageId::Tiering, static_cast<int>(picture.pending),
                     tr("%n batch(es) need approval", nullptr, static_cast<int>(picture.pending)));
    m_rail->setCount(PageId::Budgets, static_cast<int>(picture.nearLimit),
                     tr("%n tenant(s) near the limit", nullptr, static_cast<int>(picture.nearLimit)));
    const QString problem = format::plain(picture.status.problem);
    if (problem != m_problemShown) {
        m_problemShown = problem;
        if (problem.isEmpty()) {
            m_banner->clear();
        } else {
            m_banner->show(Tone::Critical, problem);
        }
    }
    showTitle();
}

void MainWindow::showTitle()
{
    QStringList parts;
    if (const Page *page = currentPage()) parts << page->title();
    if (m_state && m_state->picture().sample) parts << tr("Sample estate");
    if (m_client && m_readOnly) parts << tr("read-only");
    parts << QStringLiteral("Greenward");
    setWindowTitle(parts.join(QStringLiteral(" – ")));
}

void MainWindow::showPalette()
{
    m_palette->open(entriesOfMenus(*menuBar()));
    if (!m_client) return;
    m_client->ask(
        [](const engine::Engine &engine) {
            Places places;
            for (const engine::BudgetRow &row : engine.budgets())
                places.tenants.push_back(row.tenant);
            for (const engine::TenantRow &row : engine.tenants())
                if (std::find(places.tenants.begin(), places.tenants.end(), row.tenant) == places.tenants.end())
                    places.tenants.push_back(row.tenant);
            for (const engine::BackendRow &row : engine.backends())
                places.backends.push_back(row.scored.spec.id);
            places.batches = engine.batches();
            return places;
        },
        m_palette, [this](const Places &places) { m_palette->addEntries(entriesOfPlaces(places, *this)); });
}

void MainWindow::nextPane()
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus && m_rail->isAncestorOf(focus)) {
        if (Page *page = currentPage()) page->focusFirst();
    } else if (focus && m_strip->isAncestorOf(focus)) {
        m_rail->focusCurrent(Qt::TabFocusReason);
    } else {
        m_strip->focusTasks();
    }
}

void MainWindow::applyCompact()
{
    const bool narrow = width() < fontMetrics().averageCharWidth() * kNarrow;
    const bool compact = m_compactWish.value_or(narrow);
    m_rail->setCompact(compact);
    m_menus->setCompact(compact);
}

void MainWindow::cancelTask(const Task &task)
{
    if (!m_client) return;
    const auto answered = [this](const Result<engine::Outcome> &outcome) {
        if (!outcome) m_banner->showError(outcome.error());
    };
    if (task.kind == Task::Kind::Scan) {
        if (const auto backend = BackendId::parse(task.key.toStdString()))
            m_client->submit(engine::CancelScan{*backend}, this, answered);
    } else if (const auto batch = parseBatchId(task.key.toStdString())) {
        // What is copied already stays valid; the rest of the batch is given up.
        m_needs.prompter.confirm(this,
                                 {tr("Cancel %1?").arg(task.title),
                                  tr("Objects already moved stay where they are. The others stay at their source."),
                                  tr("Cancel the batch"), true},
                                 [this, batch = *batch, answered] {
                                     if (m_client) m_client->submit(engine::CancelBatch{batch}, this, answered);
                                 });
    }
}

void MainWindow::openTask(const Task &task)
{
    if (task.kind == Task::Kind::Scan) {
        open(PageId::Placement, task.key);
    } else {
        open(PageId::Tiering, task.key);
    }
}

void MainWindow::askForDirectory(bool readOnly)
{
    if (!m_needs.services.openDataDirectory) return;
    m_needs.prompter.askDirectory(
        this, tr("Choose a data directory"), m_directory,
        [this, readOnly](const QString &chosen) { m_needs.services.openDataDirectory(chosen, readOnly); });
}

void MainWindow::openSample()
{
    if (m_needs.services.openSampleEstate) m_needs.services.openSampleEstate();
}

void MainWindow::deleteSample()
{
    m_needs.prompter.confirm(this,
                             {tr("Delete the sample estate?"),
                              tr("All generated sample files and their data directory are deleted: %1. Your own data "
                                 "are not touched. This cannot be undone.")
                                  .arg(m_directory),
                              tr("Delete the sample"), true},
                             [this] { m_needs.services.deleteSampleEstate(); });
}

void MainWindow::resetLayout()
{
    m_compactWish.reset();
    forgetWindow();
    restoreWindow(*this);
    applyCompact();
    for (DataTable *table : findChildren<DataTable *>())
        table->resetLayout();
}

QString MainWindow::diagnostics() const
{
    engine::EngineStatus status;
    if (m_state) status = m_state->picture().status;
    return diagnosticsText(status);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    applyCompact();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    rememberWindow(*this);
    QMainWindow::closeEvent(event);
}

} // namespace greenward::ui
