#include "ui/shell/shell_menus.h"

#include "ui/icons/icons.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/plain_text.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace greenward::ui {

ShellMenus::ShellMenus(QMainWindow &window, Appearance &appearance, const std::vector<PageInfo> &pages)
    : QObject(&window)
    , m_window(window)
{
    makeFileMenu(window);
    makeGoMenu(pages);
    makePageMenu();
    makeViewMenu(appearance);
    makeHelpMenu();
    applyStates();
}

QAction *ShellMenus::add(QMenu &menu, const QString &iconName, const QString &text, const QKeySequence &keys,
                         std::function<void()> run)
{
    QAction *action = menu.addAction(text);
    if (!iconName.isEmpty()) {
        action->setIcon(icon(iconName));
        action->setProperty("iconName", iconName);
    }
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    return action;
}

void ShellMenus::makeFileMenu(QMainWindow &window)
{
    QMenu &menu = *window.menuBar()->addMenu(tr("&File"));
    m_openDirectory = add(menu, QStringLiteral("folder"), tr("&Open data directory…"), QKeySequence::Open,
                          [this] { Q_EMIT openDirectoryAsked(false); });
    m_reopen =
        add(menu, QStringLiteral("lock"), tr("Open &read-only"), {}, [this] { Q_EMIT reopenAsked(!m_readOnly); });
    menu.addSeparator();
    m_openSample =
        add(menu, QStringLiteral("sample"), tr("Open the &sample estate"), {}, [this] { Q_EMIT openSampleAsked(); });
    m_deleteSample = add(menu, QStringLiteral("remove"), tr("&Delete the sample estate…"), {},
                         [this] { Q_EMIT deleteSampleAsked(); });
    menu.addSeparator();
    QAction *quit = add(menu, QStringLiteral("close"), tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q),
                        [&window] { window.close(); });
    quit->setMenuRole(QAction::QuitRole);
}

void ShellMenus::makeGoMenu(const std::vector<PageInfo> &pages)
{
    QMenu &menu = *m_window.menuBar()->addMenu(tr("&Go"));
    m_pages = new QActionGroup(this);
    int number = 1;
    for (const PageInfo &page : pages) {
        const QKeySequence keys =
            number <= 9 ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)) : QKeySequence();
        QAction *action = add(menu, page.iconName, page.title, keys, [this, id = page.id] { Q_EMIT pageChosen(id); });
        action->setCheckable(true);
        m_pages->addAction(action);
        m_pageActions.emplace(page.id, action);
        ++number;
    }
    menu.addSeparator();
    QAction *palette = add(menu, QStringLiteral("command"), tr("&Command palette…"), QKeySequence(Qt::CTRL | Qt::Key_K),
                           [this] { Q_EMIT paletteAsked(); });
    palette->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence(Qt::CTRL | Qt::Key_P)});
    m_tasks = add(menu, QStringLiteral("task"), tr("&Tasks…"), QKeySequence(Qt::CTRL | Qt::Key_J),
                  [this] { Q_EMIT tasksAsked(); });
    add(menu, QStringLiteral("chevron-right"), tr("&Next pane"), QKeySequence(Qt::Key_F6),
        [this] { Q_EMIT nextPaneAsked(); });
}

void ShellMenus::makePageMenu()
{
    m_page = m_window.menuBar()->addMenu(tr("&Page"));
    m_page->setToolTipsVisible(true);
    m_refresh = new QAction(icon(QStringLiteral("refresh")), tr("&Refresh"), this);
    m_refresh->setProperty("iconName", QStringLiteral("refresh"));
    m_refresh->setShortcut(QKeySequence(Qt::Key_F5));
    connect(m_refresh, &QAction::triggered, this, &ShellMenus::refreshAsked);
    m_filter = new QAction(icon(QStringLiteral("filter")), tr("&Filter…"), this);
    m_filter->setProperty("iconName", QStringLiteral("filter"));
    m_filter->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_Slash)});
    connect(m_filter, &QAction::triggered, this, &ShellMenus::filterAsked);
    setPageActions({}, false);
}

void ShellMenus::makeViewMenu(Appearance &appearance)
{
    QMenu &menu = *m_window.menuBar()->addMenu(tr("&View"));
    QMenu &themes = *menu.addMenu(icon(QStringLiteral("theme")), tr("&Theme"));
    auto *group = new QActionGroup(this);
    const auto addTheme = [&](const QString &text, Theme theme) {
        QAction *action =
            add(themes, QStringLiteral("theme"), text, {}, [&appearance, theme] { appearance.setTheme(theme); });
        action->setCheckable(true);
        group->addAction(action);
        const auto follow = [action, &appearance, theme] {
            action->setChecked(appearance.theme() == theme);
        };
        connect(&appearance, &Appearance::changed, action, follow);
        follow();
    };
    addTheme(tr("&System"), Theme::System);
    addTheme(tr("&Light"), Theme::Light);
    addTheme(tr("&Dark"), Theme::Dark);
    addTheme(tr("&High contrast"), Theme::HighContrast);
    menu.addSeparator();
    QAction *larger = add(menu, QStringLiteral("add"), tr("&Larger text"), QKeySequence::ZoomIn,
                          [&appearance] { appearance.stepText(1); });
    larger->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    add(menu, {}, tr("&Smaller text"), QKeySequence(Qt::CTRL | Qt::Key_Minus),
        [&appearance] { appearance.stepText(-1); });
    add(menu, {}, tr("&Usual text size"), QKeySequence(Qt::CTRL | Qt::Key_0),
        [&appearance] { appearance.setTextPercent(100); });
    menu.addSeparator();
    m_compact = menu.addAction(tr("&Compact navigation"));
    m_compact->setCheckable(true);
    m_compact->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    connect(m_compact, &QAction::triggered, this, &ShellMenus::compactAsked);
    add(menu, QStringLiteral("undo"), tr("&Reset layout"), {}, [this] { Q_EMIT resetLayoutAsked(); });
}

void ShellMenus::makeHelpMenu()
{
    QMenu &menu = *m_window.menuBar()->addMenu(tr("&Help"));
    QAction *keys = add(menu, QStringLiteral("help"), tr("&Keyboard shortcuts…"), QKeySequence(Qt::Key_F1),
                        [this] { Q_EMIT shortcutsAsked(); });
    keys->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)});
    add(menu, QStringLiteral("copy"), tr("Copy &diagnostics"), {}, [this] { Q_EMIT diagnosticsAsked(); });
    add(menu, QStringLiteral("info"), tr("&About Greenward…"), {}, [this] {
        Q_EMIT aboutAsked();
    })->setMenuRole(QAction::AboutRole);
}

void ShellMenus::setCurrentPage(PageId id)
{
    if (const auto at = m_pageActions.find(id); at != m_pageActions.end()) at->second->setChecked(true);
}

void ShellMenus::setPageActions(const QList<QAction *> &actions, bool hasFilter)
{
    // clear() deletes the separators, which are the menu's, and leaves the actions, which are not.
    m_page->clear();
    m_page->addActions(actions);
    if (!actions.isEmpty()) m_page->addSeparator();
    m_page->addAction(m_filter);
    m_page->addAction(m_refresh);
    m_filter->setEnabled(hasFilter);
}

void ShellMenus::setSession(bool open, bool readOnly, bool sample)
{
    m_open = open;
    m_readOnly = readOnly;
    m_sample = sample;
    applyStates();
}

void ShellMenus::setServices(bool canOpenDirectory, bool canMakeSample, bool canDeleteSample)
{
    m_canOpenDirectory = canOpenDirectory;
    m_canMakeSample = canMakeSample;
    m_canDeleteSample = canDeleteSample;
    applyStates();
}

void ShellMenus::setCompact(bool compact)
{
    m_compact->setChecked(compact);
}

void ShellMenus::applyStates()
{
    for (const auto &[id, action] : m_pageActions)
        action->setEnabled(m_open);
    m_refresh->setEnabled(m_open);
    m_tasks->setEnabled(m_open);
    m_openDirectory->setEnabled(m_canOpenDirectory);
    m_reopen->setEnabled(m_open && m_canOpenDirectory);
    m_reopen->setText(m_readOnly ? tr("Open for &writing") : tr("Open &read-only"));
    m_openSample->setEnabled(m_canMakeSample && !m_sample);
    m_deleteSample->setEnabled(m_canDeleteSample && m_sample);
    m_deleteSample->setToolTip(plainTip(m_sample ? QString() : tr("The sample estate is not open")));
}

} // namespace greenward::ui
