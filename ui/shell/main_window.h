#pragma once

#include "ui/bridge/engine_client.h"
#include "ui/pages/page_registry.h"
#include "ui/shell/tasks.h"

#include <QMainWindow>

#include <functional>
#include <memory>
#include <optional>

class QStackedWidget;

namespace greenward::ui {

class CommandPalette;
class MessageBar;
class NavigationRail;
class PageStack;
class ShellMenus;
class ShellState;
class StartPage;
class StatusStrip;

/// The frame around the pages: it navigates and shows where one is; what is done is the pages' business. Lives without
/// an engine too, showing why there is none.
class MainWindow final : public QMainWindow, public Navigator
{
    Q_OBJECT

public:
    /// What the window needs for its whole life; the referents outlive it.
    struct Needs
    {
        Appearance &appearance;
        Prompter &prompter;
        const Services &services;
        const Clock &clock;
    };
    explicit MainWindow(const Needs &needs, QWidget *parent = nullptr);
    ~MainWindow() override;

    // ---- without an engine
    void showOpening(const QString &directory);
    void showWorking(const QString &what, const QString &detail);
    void showProblem(const QString &directory, const Error &error);
    /// The pages go at once, the engine as soon as it has stopped; `then` is called when the directory is free, at
    /// once when none is open.
    void closeSession(std::function<void()> then = {});

    // ---- with one
    void openSession(std::unique_ptr<engine::EngineHost> host, const Actor &actor, const QString &directory,
                     bool readOnly);
    bool hasSession() const { return m_client != nullptr; }
    bool isReadOnly() const { return m_readOnly; }
    const QString &directory() const { return m_directory; }
    EngineClient *client() const { return m_client.get(); }

    void open(PageId page, const QString &key = {}) override;
    Page *currentPage() const;
    /// The page is settled, nothing is asked and the frame is up to date.
    bool isSettled() const;

Q_SIGNALS:
    /// isSettled() may have become true.
    void settledChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makeLayout();
    void connectMenus();
    void connectStartPage();
    void takeDownPages();
    void showState();
    void showTitle();
    void showPalette();
    void nextPane();
    void applyCompact();
    void cancelTask(const Task &task);
    void openTask(const Task &task);
    void askForDirectory(bool readOnly);
    void openSample();
    void deleteSample();
    void resetLayout();
    QString diagnostics() const;

    Needs m_needs;
    std::vector<PageInfo> m_infos;
    QString m_directory;
    bool m_readOnly = false;
    std::optional<bool> m_compactWish; ///< nothing: by the window's width
    ShellMenus *m_menus = nullptr;
    NavigationRail *m_rail = nullptr;
    QStackedWidget *m_centre = nullptr; ///< start page or page stack
    StartPage *m_start = nullptr;
    MessageBar *m_banner = nullptr;
    StatusStrip *m_strip = nullptr;
    CommandPalette *m_palette = nullptr;
    QString m_problemShown; ///< the banner closed by hand stays closed until the problem changes
    // The session, in the order it is taken down.
    std::unique_ptr<EngineClient> m_client;
    ShellState *m_state = nullptr;
    PageStack *m_pages = nullptr;
};

} // namespace greenward::ui
