#include "ui/pages/page.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/plain_text.h"

#include <QEvent>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace greenward::ui {

QString pageName(PageId id)
{
    switch (id) {
    case PageId::Overview:
        return QStringLiteral("overview");
    case PageId::Budgets:
        return QStringLiteral("budgets");
    case PageId::Grid:
        return QStringLiteral("grid");
    case PageId::Placement:
        return QStringLiteral("placement");
    case PageId::Tiering:
        return QStringLiteral("tiering");
    case PageId::Reports:
        return QStringLiteral("reports");
    case PageId::Activity:
        return QStringLiteral("activity");
    case PageId::Settings:
        return QStringLiteral("settings");
    }
    return {};
}

Page::Page(PageId id, const QString &title, const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_title(title)
    , m_context(context)
    , m_messages(new MessageBar)
    , m_header(new PageHeader(title))
    , m_content(new QVBoxLayout)
{
    setObjectName(pageName(id) + QStringLiteral("Page"));
    setAccessibleName(title);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_header);
    layout->addWidget(m_messages);
    layout->addLayout(m_content, 1);
    applyMargins();
    connect(&context.client, &EngineClient::changed, this,
            [this](engine::Area area, const QStringList &) { onChanged(area); });
}

void Page::focusFirst()
{
    // In tab order: the page itself takes no focus.
    for (QWidget *at = nextInFocusChain(); at && at != this; at = at->nextInFocusChain())
        if (isAncestorOf(at) && at->isVisible() && at->isEnabled() && (at->focusPolicy() & Qt::TabFocus)) {
            at->setFocus(Qt::TabFocusReason);
            return;
        }
}

void Page::reload()
{
    if (m_asked > 0) {
        m_again = true;
        return;
    }
    m_dirty = false;
    m_sinceRefresh.start();
    refresh();
    if (m_asked == 0) {
        // Nothing had to be asked: the page is whole as it is.
        m_everLoaded = true;
        Q_EMIT settled();
    }
}

bool Page::isSettled() const
{
    return m_everLoaded && m_asked == 0 && !m_dirty;
}

void Page::watch(std::initializer_list<engine::Area> areas)
{
    m_watched.insert(areas);
}

void Page::submit(engine::Command command, std::function<void(const engine::Outcome &)> succeeded)
{
    beginAsk();
    m_context.client.submit(std::move(command), this,
                            [this, succeeded = std::move(succeeded)](const Result<engine::Outcome> &outcome) {
                                if (!outcome) {
                                    m_messages->showError(outcome.error());
                                } else if (succeeded) {
                                    succeeded(*outcome);
                                }
                                endAsk();
                            });
}

QAction *Page::addPageAction(const QString &iconName, const QString &text, const QKeySequence &shortcut, bool changes,
                             std::function<void()> triggered)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setProperty("iconName", iconName);
    if (!shortcut.isEmpty()) {
        action->setShortcut(shortcut);
        // Only while this page is shown: two pages may use the same keys.
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    }
    addAction(action);
    m_pageActions << action;
    action->setProperty("changes", changes);
    enableAction(action, true);
    connect(action, &QAction::triggered, this, [triggered = std::move(triggered)] { triggered(); });
    return action;
}

void Page::setPrimaryAction(QAction *action)
{
    m_header->addAction(action, true);
}

void Page::addHeaderAction(QAction *action)
{
    m_header->addAction(action, false);
}

void Page::enableAction(QAction *action, bool enabled, const QString &reason)
{
    const bool refused = m_context.readOnly && action->property("changes").toBool();
    action->setEnabled(enabled && !refused);
    action->setToolTip(plainTip(refused ? readOnlyReason() : (enabled ? QString() : reason)));
}

QString Page::readOnlyReason() const
{
    return tr("The data directory is open read-only");
}

void Page::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_dirty) reload();
}

void Page::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) applyMargins();
}

void Page::applyMargins()
{
    layout()->setContentsMargins(grid(this, 3), grid(this, 2.5), grid(this, 3), grid(this, 3));
    layout()->setSpacing(grid(this, 2));
    m_content->setSpacing(grid(this, 2));
}

void Page::onChanged(engine::Area area)
{
    if (!m_watched.contains(area)) return;
    if (!isVisible()) {
        m_dirty = true;
        return;
    }
    const qint64 pause = m_sinceRefresh.isValid() ? m_refreshPause.count() - m_sinceRefresh.elapsed() : 0;
    if (pause <= 0) return reload();
    if (std::exchange(m_refreshDue, true)) return;
    QTimer::singleShot(static_cast<int>(pause), this, [this] {
        m_refreshDue = false;
        reload();
    });
}

void Page::beginAsk()
{
    ++m_asked;
}

void Page::endAsk()
{
    if (--m_asked > 0) return;
    m_everLoaded = true;
    if (m_again) {
        m_again = false;
        reload();
        return;
    }
    Q_EMIT settled();
}

} // namespace greenward::ui
