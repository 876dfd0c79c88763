#include "ui/widgets/column_layout.h"

#include "ui/models/row_model_base.h"

#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <numeric>

namespace greenward::ui {
namespace {

/// Raised when the meaning of what is remembered changes; older layouts are then forgotten.
constexpr int kLayoutVersion = 1;
/// Width of a column nobody has said anything about, in digits.
constexpr int kUsualCharacters = 14;

QString groupOf(const QString &name)
{
    return QStringLiteral("tables/%1").arg(name);
}

int characterWidth(const QWidget &widget)
{
    return std::max(1, widget.fontMetrics().horizontalAdvance(QLatin1Char('0')));
}

} // namespace

ColumnLayout::ColumnLayout(const QString &name, QTableView &table)
    : QObject(&table)
    , m_name(name)
    , m_table(table)
{
    QHeaderView *headings = table.horizontalHeader();
    connect(headings, &QHeaderView::customContextMenuRequested, this, &ColumnLayout::showMenu);
    connect(headings, &QHeaderView::sectionResized, this, [this, headings](int section) {
        // The stretched column follows the others and the window; nobody chose its width.
        if (headings->sectionResizeMode(section) != QHeaderView::Stretch) remember();
    });
    connect(headings, &QHeaderView::sectionMoved, this, &ColumnLayout::remember);
    connect(headings, &QHeaderView::sortIndicatorChanged, this, &ColumnLayout::rememberSort);
}

void ColumnLayout::setModel(RowModelBase *model)
{
    m_model = model;
    apply();
}

void ColumnLayout::setWidth(const QString &columnId, int characters)
{
    m_widths.insert(columnId, characters);
    apply();
}

void ColumnLayout::setStretched(const QString &columnId)
{
    m_stretched = columnId;
    apply();
}

void ColumnLayout::setDispensable(const QStringList &columnIds)
{
    m_dispensable = columnIds;
    apply();
}

void ColumnLayout::sortAtFirst(int column, Qt::SortOrder order)
{
    if (m_sortChosen) return;
    m_applying = true;
    m_table.QTableView::sortByColumn(column, order);
    m_applying = false;
}

void ColumnLayout::reset()
{
    QSettings().remove(groupOf(m_name));
    m_chosen = false;
    m_sortChosen = false;
    if (!m_model) return;
    QHeaderView *headings = m_table.horizontalHeader();
    for (int column = 0; column < headings->count(); ++column)
        headings->moveSection(headings->visualIndex(column), column);
    apply();
}

QString ColumnLayout::idOf(int column) const
{
    return m_model->headerData(column, Qt::Horizontal, RowModelBase::ColumnIdRole).toString();
}

int ColumnLayout::columnOf(const QString &columnId) const
{
    for (int column = 0; m_model && column < m_model->columnCount(); ++column)
        if (idOf(column) == columnId) return column;
    return -1;
}

bool ColumnLayout::isHiddenAtFirst(int column) const
{
    return m_model->headerData(column, Qt::Horizontal, RowModelBase::ColumnHiddenRole).toBool();
}

void ColumnLayout::apply()
{
    if (!m_model) return;
    m_applying = true;
    QSettings settings;
    settings.beginGroup(groupOf(m_name));
    m_chosen = settings.value(QStringLiteral("version")).toInt() == kLayoutVersion;
    for (int column = 0; column < m_model->columnCount(); ++column)
        applyColumn(settings, column);
    QHeaderView *headings = m_table.horizontalHeader();
    if (m_chosen) {
        const QStringList order = settings.value(QStringLiteral("order")).toStringList();
        int place = 0;
        for (const QString &id : order)
            if (const int column = columnOf(id); column >= 0)
                headings->moveSection(headings->visualIndex(column), place++);
    }
    applySort(settings);
    m_applying = false;
    fit();
}

void ColumnLayout::applyColumn(QSettings &settings, int column)
{
    const QString id = idOf(column);
    const auto kept = [&](const char *what, const QVariant &otherwise) {
        return m_chosen ? settings.value(id + QLatin1Char('/') + QLatin1String(what), otherwise) : otherwise;
    };
    QHeaderView *headings = m_table.horizontalHeader();
    headings->setSectionHidden(column, kept("hidden", isHiddenAtFirst(column)).toBool());
    const int characters = kept("characters", m_widths.value(id, kUsualCharacters)).toInt();
    headings->resizeSection(column, characterWidth(m_table) * characters);
    headings->setSectionResizeMode(column, id == m_stretched ? QHeaderView::Stretch : QHeaderView::Interactive);
}

void ColumnLayout::applySort(QSettings &settings)
{
    const int sorted = columnOf(settings.value(QStringLiteral("sort")).toString());
    m_sortChosen = sorted >= 0;
    const bool descending = settings.value(QStringLiteral("descending")).toBool();
    if (m_sortChosen) m_table.QTableView::sortByColumn(sorted, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    if (m_table.isSortingEnabled()) return;
    // Enabling sorts at once, by whatever the heading says.
    if (!m_sortChosen) m_table.horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table.setSortingEnabled(true);
}

void ColumnLayout::fitSoon()
{
    if (std::exchange(m_fitPending, true)) return;
    QTimer::singleShot(0, this, [this] {
        m_fitPending = false;
        fit();
    });
}

void ColumnLayout::fit()
{
    if (!m_model || m_chosen || m_applying || !m_table.isVisible()) return;
    m_applying = true;
    // A hidden column tells no width.
    for (const QString &id : m_dispensable)
        if (const int column = columnOf(id); column >= 0 && !isHiddenAtFirst(column))
            m_table.horizontalHeader()->setSectionHidden(column, false);
    give(spare(widths()));
    // Does at once what the headings would do later, when it would look like the operator's doing.
    static_cast<void>(m_table.horizontalHeader()->length());
    m_applying = false;
}

int ColumnLayout::room() const
{
    return m_table.viewport()->width();
}

std::vector<ColumnLayout::Width> ColumnLayout::widths() const
{
    const QHeaderView *headings = m_table.horizontalHeader();
    std::vector<Width> widths;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (isHiddenAtFirst(column)) continue;
        const int usual = characterWidth(m_table) * m_widths.value(idOf(column), kUsualCharacters);
        // One endless text must not push all the others out of view.
        const int most = usual * 2;
        const int rows = static_cast<const QAbstractItemView &>(m_table).sizeHintForColumn(column);
        widths.push_back({column, usual, std::min(most, std::max(rows, headings->sectionSizeHint(column)))});
    }
    return widths;
}

std::vector<ColumnLayout::Width> ColumnLayout::spare(std::vector<Width> all)
{
    const auto snug = [&all] {
        return std::accumulate(all.begin(), all.end(), 0,
                               [](int sum, const Width &width) { return sum + width.needed; });
    };
    QHeaderView *headings = m_table.horizontalHeader();
    for (const QString &id : m_dispensable) {
        if (snug() <= room()) break;
        const int column = columnOf(id);
        if (column < 0 || isHiddenAtFirst(column)) continue;
        headings->setSectionHidden(column, true);
        std::erase_if(all, [column](const Width &width) { return width.column == column; });
    }
    return all;
}

void ColumnLayout::give(const std::vector<Width> &widths)
{
    int roomy = 0;
    int snug = 0;
    for (const Width &width : widths) {
        roomy += std::max(width.usual, width.needed);
        snug += width.needed;
    }
    const auto wanted = [&](const Width &width) {
        if (roomy <= room()) return std::max(width.usual, width.needed);
        return snug <= room() ? width.needed : std::min(width.usual, width.needed);
    };
    QHeaderView *headings = m_table.horizontalHeader();
    const int stretched = columnOf(m_stretched);
    int others = 0;
    for (const Width &width : widths) {
        if (width.column == stretched) continue;
        headings->resizeSection(width.column, wanted(width));
        others += wanted(width);
    }
    for (const Width &width : widths) {
        if (width.column != stretched) continue;
        // What is left when that is enough to read it; else the table scrolls.
        const bool enough = others + wanted(width) <= room();
        headings->setSectionResizeMode(stretched, enough ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (!enough) headings->resizeSection(stretched, wanted(width));
    }
}

void ColumnLayout::remember()
{
    if (m_applying || !m_model || !m_table.isVisible()) return;
    const QHeaderView *headings = m_table.horizontalHeader();
    QSettings settings;
    settings.beginGroup(groupOf(m_name));
    m_chosen = true;
    settings.setValue(QStringLiteral("version"), kLayoutVersion);
    QStringList order;
    for (int visual = 0; visual < headings->count(); ++visual) {
        const int column = headings->logicalIndex(visual);
        const QString id = idOf(column);
        order << id;
        const bool hidden = headings->isSectionHidden(column);
        settings.setValue(id + QStringLiteral("/hidden"), hidden);
        if (!hidden)
            settings.setValue(id + QStringLiteral("/characters"),
                              headings->sectionSize(column) / characterWidth(m_table));
    }
    settings.setValue(QStringLiteral("order"), order);
}

void ColumnLayout::rememberSort()
{
    if (m_applying || !m_model || !m_table.isVisible()) return;
    m_sortChosen = true;
    const QHeaderView *headings = m_table.horizontalHeader();
    QSettings settings;
    settings.beginGroup(groupOf(m_name));
    const int sorted = headings->sortIndicatorSection();
    settings.setValue(QStringLiteral("sort"), sorted < 0 ? QString() : idOf(sorted));
    settings.setValue(QStringLiteral("descending"), headings->sortIndicatorOrder() == Qt::DescendingOrder);
}

void ColumnLayout::showMenu(const QPoint &at)
{
    if (!m_model) return;
    const QHeaderView *headings = m_table.horizontalHeader();
    QMenu menu;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        QAction *choice = menu.addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        choice->setCheckable(true);
        choice->setChecked(!m_table.isColumnHidden(column));
        // One column must stay, or there is no heading left to bring the others back with.
        choice->setEnabled(m_table.isColumnHidden(column) || headings->count() - headings->hiddenSectionCount() > 1);
        connect(choice, &QAction::toggled, this, [this, column](bool shown) {
            m_table.setColumnHidden(column, !shown);
            remember();
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Reset columns")), &QAction::triggered, this, &ColumnLayout::reset);
    menu.exec(headings->mapToGlobal(at));
}

} // namespace greenward::ui
