#include "ui/shell/shortcut_list.h"

#include "ui/models/row_model.h"
#include "ui/shell/palette_entries.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/filter_field.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace greenward::ui {
namespace {

struct ShortcutRow
{
    QString action;
    QString keys;
    friend bool operator==(const ShortcutRow &, const ShortcutRow &) = default;
};

class ShortcutModel final : public RowModel<ShortcutRow>
{
public:
    explicit ShortcutModel(QObject *parent)
        : RowModel({{QStringLiteral("keys"), ShortcutList::tr("Keys"), {}, false, false},
                    {QStringLiteral("action"), ShortcutList::tr("Action"), {}, false, false}},
                   parent)
    {}

protected:
    QString keyOf(const ShortcutRow &row) const override { return row.action; }
    QVariant value(const ShortcutRow &row, int column, int role) const override
    {
        if (role != Qt::DisplayRole && role != SortRole) return {};
        return column == 0 ? row.keys : row.action;
    }
};

std::vector<ShortcutRow> shortcutRows(const QMenuBar &menus)
{
    std::vector<ShortcutRow> rows;
    for (const PaletteEntry &entry : entriesOfMenus(menus))
        if (!entry.shortcut.isEmpty()) rows.push_back({entry.text, entry.shortcut});
    rows.push_back({ShortcutList::tr("Table: copy rows with headings"), QStringLiteral("Ctrl+C")});
    rows.push_back({ShortcutList::tr("Table: filter"), QStringLiteral("/")});
    rows.push_back({ShortcutList::tr("Filter: clear and return to the table"), QStringLiteral("Esc")});
    rows.push_back({ShortcutList::tr("Window: next pane"), QStringLiteral("F6")});
    return rows;
}

} // namespace

ShortcutList::ShortcutList(const QMenuBar &menus, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setObjectName(QStringLiteral("shortcutList"));
    auto *model = new ShortcutModel(this);
    model->merge(shortcutRows(menus));
    auto *table = new DataTable(QStringLiteral("shortcuts"));
    table->setColumnWidth(QStringLiteral("keys"), 22);
    table->setStretchColumn(QStringLiteral("action"));
    table->setRowModel(model);
    table->setAccessibleName(tr("Keyboard shortcuts"));
    auto *filter = new FilterField(tr("Filter shortcuts"));
    filter->attach(model, table);
    auto *close = new ActionButton(tr("Close"), ActionButton::Look::Primary);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(grid(this, 2), grid(this, 2), grid(this, 2), grid(this, 2));
    layout->setSpacing(grid(this, 1.5));
    layout->addWidget(filter);
    layout->addWidget(table, 1);
    layout->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 78, fontMetrics().height() * 30);
}

} // namespace greenward::ui
