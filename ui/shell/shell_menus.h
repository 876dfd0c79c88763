#pragma once

#include "ui/pages/page_registry.h"

#include <QObject>

#include <functional>
#include <map>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace greenward::ui {

class Appearance;

/// The menu bar: every action of the program has its place here, so that palette and shortcut list can be made from it.
class ShellMenus final : public QObject
{
    Q_OBJECT

public:
    ShellMenus(QMainWindow &window, Appearance &appearance, const std::vector<PageInfo> &pages);

    void setCurrentPage(PageId id);
    /// The actions of the page now shown.
    void setPageActions(const QList<QAction *> &actions, bool hasFilter);
    /// What needs an open data directory or a service is greyed out without it.
    void setSession(bool open, bool readOnly, bool sample);
    void setServices(bool canOpenDirectory, bool canMakeSample, bool canDeleteSample);
    void setCompact(bool compact);

Q_SIGNALS:
    void pageChosen(greenward::ui::PageId id);
    void openDirectoryAsked(bool readOnly);
    void reopenAsked(bool readOnly);
    void openSampleAsked();
    void deleteSampleAsked();
    void refreshAsked();
    void filterAsked();
    void paletteAsked();
    void tasksAsked();
    void compactAsked(bool compact);
    void resetLayoutAsked();
    void nextPaneAsked();
    void shortcutsAsked();
    void diagnosticsAsked();
    void aboutAsked();

private:
    QAction *add(QMenu &menu, const QString &iconName, const QString &text, const QKeySequence &keys,
                 std::function<void()> run);
    void makeFileMenu(QMainWindow &window);
    void makeGoMenu(const std::vector<PageInfo> &pages);
    void makePageMenu();
    void makeViewMenu(Appearance &appearance);
    void makeHelpMenu();
    void applyStates();

    QMainWindow &m_window;
    QMenu *m_page = nullptr;
    QActionGroup *m_pages = nullptr;
    std::map<PageId, QAction *> m_pageActions;
    QAction *m_openDirectory = nullptr;
    QAction *m_reopen = nullptr;
    QAction *m_openSample = nullptr;
    QAction *m_deleteSample = nullptr;
    QAction *m_refresh = nullptr;
    QAction *m_filter = nullptr;
    QAction *m_tasks = nullptr;
    QAction *m_compact = nullptr;
    bool m_open = false;
    bool m_readOnly = false;
    bool m_sample = false;
    bool m_canOpenDirectory = false;
    bool m_canMakeSample = false;
    bool m_canDeleteSample = false;
};

} // namespace greenward::ui
