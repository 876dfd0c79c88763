#pragma once

#include "core/base/clock.h"
#include "core/engine/change_feed.h"
#include "core/engine/commands.h"
#include "ui/bridge/engine_client.h"

#include <QAction>
#include <QElapsedTimer>
#include <QList>
#include <QWidget>

#include <functional>
#include <initializer_list>
#include <set>
#include <vector>

class QVBoxLayout;

namespace greenward::ui {

class Appearance;
class FilterField;
class MessageBar;
class PageHeader;
class Prompter;
struct Services;

enum class PageId { Overview, Budgets, Grid, Placement, Tiering, Reports, Activity, Settings };

/// As the key of a jump: begin to add something there.
inline const QString kAddKey = QStringLiteral("+");

/// Lets a page send the operator to the cause of a number without knowing the window.
class Navigator
{
public:
    virtual ~Navigator() = default;
    /// Shows the page and, if given, the row `key` (tenant, backend, region or batch number).
    virtual void open(PageId page, const QString &key = {}) = 0;
};

/// What every page may use. The referents outlive the pages.
struct PageContext
{
    EngineClient &client;
    Prompter &prompter;
    const Services &services;
    Navigator &navigator;
    const Clock &clock;
    Appearance &appearance;
    bool readOnly = false; ///< offer no change, and say why
};

/// One task of the operator: a header with title and actions, a message bar, and the content below. Made on its first
/// visit. Refreshes itself when an area it watches changed: at once while shown, else when it is shown next.
class Page : public QWidget
{
    Q_OBJECT

public:
    Page(PageId id, const QString &title, const PageContext &context, QWidget *parent = nullptr);

    PageId id() const { return m_id; }
    const QString &title() const { return m_title; }
    /// Actions for the Page menu, the header and the palette, in order.
    const QList<QAction *> &pageActions() const { return m_pageActions; }
    /// The field '/' and Ctrl+F go to; nullptr when the page has none.
    virtual FilterField *filterField() const { return nullptr; }
    /// Selects what `key` names; called after the jump, perhaps before the first rows are there.
    virtual void showKey(const QString &key) { Q_UNUSED(key) }
    /// Gives the keyboard to the first control of the content.
    virtual void focusFirst();
    /// Asks the engine for everything shown.
    void reload();
    /// The first rows are shown and nothing asked is unanswered: a picture taken now is whole.
    virtual bool isSettled() const;

Q_SIGNALS:
    /// isSettled() became true.
    void settled();

protected:
    /// ask() for everything shown; called by reload().
    virtual void refresh() = 0;

    /// Once, in the constructor: which changes make this page refresh.
    void watch(std::initializer_list<engine::Area> areas);
    /// The least time between two refreshes that changes give rise to; a burst of changes is shown together. 0 at
    /// first.
    void setRefreshPause(milliseconds pause) { m_refreshPause = pause; }
    /// As EngineClient::ask with this page as context, counted for isSettled().
    template<typename Question, typename Answered>
    void ask(Question question, Answered answered)
    {
        beginAsk();
        m_context.client.ask(std::move(question), this, [this, answered = std::move(answered)](auto &&value) {
            answered(std::forward<decltype(value)>(value));
            endAsk();
        });
    }
    /// As EngineClient::submit with this page as context; a refusal goes to the message bar. `succeeded` may be empty.
    void submit(engine::Command command, std::function<void(const engine::Outcome &)> succeeded = {});

    /// An action in the Page menu and the palette; `iconName` of ui/icons. Those that change something are disabled
    /// with the reason when read-only: set them enabled through enableAction.
    QAction *addPageAction(const QString &iconName, const QString &text, const QKeySequence &shortcut, bool changes,
                           std::function<void()> triggered);
    /// The page's one filled button in the header.
    void setPrimaryAction(QAction *action);
    /// enableAction(action, false, tr("Select a batch first")): the reason is its tool tip. Read-only goes before.
    void enableAction(QAction *action, bool enabled, const QString &reason = {});
    /// A second, plain button for an action in the header.
    void addHeaderAction(QAction *action);

    const PageContext &context() const { return m_context; }
    MessageBar &messages() const { return *m_messages; }
    PageHeader &header() const { return *m_header; }
    /// Where the page puts its content, below header and message bar. Margins are set.
    QVBoxLayout &content() const { return *m_content; }
    QString readOnlyReason() const;

    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyMargins();
    void onChanged(engine::Area area);
    void beginAsk();
    void endAsk();

    PageId m_id;
    QString m_title;
    PageContext m_context;
    std::set<engine::Area> m_watched;
    QList<QAction *> m_pageActions;
    MessageBar *m_messages;
    PageHeader *m_header;
    QVBoxLayout *m_content;
    milliseconds m_refreshPause{0};
    QElapsedTimer m_sinceRefresh;
    bool m_refreshDue = false; ///< a refresh waits for the pause to end
    int m_asked = 0;
    bool m_dirty = true; ///< refresh when shown
    bool m_everLoaded = false;
    bool m_again = false; ///< changed while the last refresh was under way
};

/// Stable name for files and settings: "overview".
QString pageName(PageId id);

} // namespace greenward::ui
