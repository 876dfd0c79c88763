#include "ui/shell/palette_entries.h"

#include "ui/format/quantities.h"
#include "ui/format/words.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>

namespace greenward::ui {
namespace {

struct Palette
{
    Q_DECLARE_TR_FUNCTIONS(Palette)
};

QString bare(QString text)
{
    text.remove(QLatin1Char('&'));
    if (text.endsWith(QChar(0x2026))) text.chop(1); // the ellipsis of "…"
    return text;
}

void addMenu(const QMenu &menu, const QString &kind, std::vector<PaletteEntry> &entries)
{
    for (QAction *action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible()) continue;
        if (const QMenu *inner = action->menu()) {
            addMenu(*inner, bare(action->text()), entries);
            continue;
        }
        PaletteEntry entry;
        entry.iconName = action->property("iconName").toString();
        if (entry.iconName.isEmpty()) entry.iconName = QStringLiteral("command");
        entry.text = QStringLiteral("%1: %2").arg(kind, bare(action->text()));
        entry.kind = Palette::tr("Action");
        entry.shortcut = action->shortcut().toString(QKeySequence::NativeText);
        if (!action->isEnabled())
            entry.disabledReason =
                action->toolTip() == bare(action->text()) ? Palette::tr("Not available now") : action->toolTip();
        entry.run = [action = QPointer<QAction>(action)] {
            if (action) action->trigger();
        };
        entries.push_back(std::move(entry));
    }
}

} // namespace

std::vector<PaletteEntry> entriesOfMenus(const QMenuBar &menus)
{
    std::vector<PaletteEntry> entries;
    for (const QAction *action : menus.actions())
        if (const QMenu *menu = action->menu()) addMenu(*menu, bare(action->text()), entries);
    return entries;
}

std::vector<PaletteEntry> entriesOfPlaces(const Places &places, Navigator &navigator)
{
    std::vector<PaletteEntry> entries;
    for (const TenantId &tenant : places.tenants)
        entries.push_back({QStringLiteral("tenant"),
                           format::plain(tenant.text()),
                           Palette::tr("Tenant"),
                           {},
                           {},
                           [&navigator, key = QString::fromStdString(tenant.text())] {
                               navigator.open(PageId::Budgets, key);
                           }});
    for (const BackendId &backend : places.backends)
        entries.push_back({QStringLiteral("backend"),
                           format::plain(backend.text()),
                           Palette::tr("Backend"),
                           {},
                           {},
                           [&navigator, key = QString::fromStdString(backend.text())] {
                               navigator.open(PageId::Placement, key);
                           }});
    for (const engine::BatchRow &batch : places.batches) {
        const QString key = QString::number(number(batch.id));
        entries.push_back({QStringLiteral("tiering"),
                           Palette::tr("Batch %1: %2 to %3")
                               .arg(key, format::plain(batch.tenant.text()), format::plain(batch.target.text())),
                           format::batchSign(batch.state).word,
                           {},
                           {},
                           [&navigator, key] {
                               navigator.open(PageId::Tiering, key);
                           }});
    }
    return entries;
}

} // namespace greenward::ui
