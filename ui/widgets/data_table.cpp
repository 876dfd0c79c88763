#include "ui/widgets/data_table.h"

#include "ui/icons/icons.h"
#include "ui/models/row_model_base.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/empty_state.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSettings>
#include <QTimer>

#include <algorithm>

namespace greenward::ui {
namespace {

/// Raised when the meaning of what is remembered changes; older layouts are then forgotten.
constexpr int kLayoutVersion = 1;
/// Width of a column nobody has said anything about, in digits.
constexpr int kUsualCharacters = 14;

QString layoutGroup(const QString &name)
{
    return QStringLiteral("tables/%1").arg(name);
}

/// A field of tab- or comma-separated text; quoted where the separator, a quote or a line end would break it.
QString field(QString text, QChar separator)
{
    if (!text.contains(separator) && !text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char('\n'))) return text;
    text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

} // namespace

DataTable::DataTable(const QString &layoutName, QWidget *parent)
    : QTableView(parent)
    , m_layoutName(layoutName)
{
    setObjectName(layoutName + QStringLiteral("TableView"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setAlternatingRowColors(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false); // Tab leaves the table: never a trap
    setCornerButtonEnabled(false);
    setFrameShape(StyledPanel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *headings = horizontalHeader();
    headings->setSectionsMovable(true);
    headings->setHighlightSections(false);
    headings->setResizeContentsPrecision(0); // what is in view tells enough, and costs the same for a million rows
    headings->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(headings, &QHeaderView::customContextMenuRequested, this, &DataTable::showHeaderMenu);
    connect(headings, &QHeaderView::sectionResized, this, [this, headings](int section) {
        // The stretched column follows the others and the window; nobody chose its width.
        if (headings->sectionResizeMode(section) != QHeaderView::Stretch) rememberLayout();
    });
    connect(headings, &QHeaderView::sectionMoved, this, &DataTable::rememberLayout);
    connect(headings, &QHeaderView::sortIndicatorChanged, this, &DataTable::rememberSort);
    connect(this, &QTableView::doubleClicked, this, [this] { Q_EMIT rowActivated(currentKey()); });
    applyMetrics();
}

DataTable::~DataTable() = default;

void DataTable::setRowModel(RowModelBase *model)
{
    m_model = model;
    setModel(model);
    applyLayout();
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_keptSelection = selectedKeys();
        m_keptCurrent = currentKey();
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        QItemSelection kept;
        for (const QString &key : m_keptSelection)
            if (const int row = m_model->rowOfKey(key); row >= 0)
                kept.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
        if (const int row = m_model->rowOfKey(m_keptCurrent); row >= 0)
            selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
        selectionModel()->select(kept, QItemSelectionModel::ClearAndSelect);
    });
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        const int row = currentIndex().row();
        if (row >= first.row() && row <= last.row()) Q_EMIT currentKeyChanged(currentKey());
    });
    connect(model, &RowModelBase::countsChanged, this, &DataTable::updateEmptyState);
    connect(model, &RowModelBase::countsChanged, this, &DataTable::fitColumnsSoon);
    updateEmptyState();
}

void DataTable::setEmptyState(EmptyState *empty)
{
    m_empty = empty;
    empty->setParent(viewport());
    updateEmptyState();
}

QStringList DataTable::selectedKeys() const
{
    QStringList keys;
    if (!m_model) return keys;
    // Walking the ranges, not selectedRows(), which is thousands of times slower on large selections.
    std::vector<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (const int row : rows)
        keys << m_model->keyAt(row);
    return keys;
}

QString DataTable::currentKey() const
{
    return m_model && currentIndex().isValid() ? m_model->keyAt(currentIndex().row()) : QString();
}

bool DataTable::selectKey(const QString &key)
{
    const int row = m_model ? m_model->rowOfKey(key) : -1;
    if (row < 0) return false;
    const int column = std::max(0, horizontalHeader()->logicalIndex(0));
    selectionModel()->setCurrentIndex(m_model->index(row, column),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(currentIndex());
    return true;
}

void DataTable::setRowActions(const QList<QAction *> &actions)
{
    m_rowActions = actions;
}

void DataTable::setColumnWidth(const QString &columnId, int characters)
{
    m_widths.insert(columnId, characters);
    if (m_model) applyLayout();
}

void DataTable::sortByColumn(int column, Qt::SortOrder order)
{
    if (m_sortChosen) return;
    m_applying = true;
    QTableView::sortByColumn(column, order);
    m_applying = false;
}

void DataTable::setStretchColumn(const QString &columnId)
{
    m_stretch = columnId;
    if (m_model) applyLayout();
}

QString DataTable::selectionAsText(QChar separator) const
{
    QString text;
    if (!m_model) return text;
    const QHeaderView *headings = horizontalHeader();
    std::vector<int> columns;
    for (int visual = 0; visual < headings->count(); ++visual)
        if (const int column = headings->logicalIndex(visual); !headings->isSectionHidden(column))
            columns.push_back(column);
    const auto addLine = [&](auto cellText) {
        for (std::size_t at = 0; at < columns.size(); ++at)
            text += (at ? QString(separator) : QString()) + field(cellText(columns[at]), separator);
        text += QLatin1Char('\n');
    };
    addLine([&](int column) { return m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); });
    for (const QString &key : selectedKeys()) {
        const int row = m_model->rowOfKey(key);
        addLine([&](int column) { return m_model->index(row, column).data().toString(); });
    }
    return text;
}

void DataTable::resetLayout()
{
    QSettings().remove(layoutGroup(m_layoutName));
    m_chosen = false;
    m_sortChosen = false;
    if (!m_model) return;
    for (int column = 0; column < horizontalHeader()->count(); ++column)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), column);
    applyLayout();
}

void DataTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) applyMetrics();
}

void DataTable::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu;
    for (QAction *action : m_rowActions)
        menu.addAction(action);
    if (!m_rowActions.isEmpty()) menu.addSeparator();
    QAction *copyRows = menu.addAction(icon(QStringLiteral("copy")), tr("Copy rows"));
    copyRows->setShortcut(QKeySequence::Copy);
    QAction *copyCsv = menu.addAction(tr("Copy rows as CSV"));
    for (QAction *action : {copyRows, copyCsv})
        action->setEnabled(selectionModel() && selectionModel()->hasSelection());
    connect(copyRows, &QAction::triggered, this, [this] { copy(QLatin1Char('\t')); });
    connect(copyCsv, &QAction::triggered, this, [this] { copy(QLatin1Char(',')); });
    menu.exec(event->globalPos());
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy(QLatin1Char('\t'));
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !currentKey().isEmpty()) {
        Q_EMIT rowActivated(currentKey());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    placeEmptyState();
}

void DataTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row()) Q_EMIT currentKeyChanged(currentKey());
}

int DataTable::sectionOf(const QString &columnId) const
{
    for (int column = 0; m_model && column < m_model->columnCount(); ++column)
        if (m_model->headerData(column, Qt::Horizontal, RowModelBase::ColumnIdRole).toString() == columnId)
            return column;
    return -1;
}

void DataTable::applyMetrics()
{
    verticalHeader()->setMinimumSectionSize(fontMetrics().height());
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + grid(this, 1.5));
    horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 4);
    horizontalHeader()->setMinimumHeight(fontMetrics().height() + grid(this, 1.5));
    const int side = fontMetrics().height();
    setIconSize({side, side});
    if (m_model) applyLayout();
}

void DataTable::applyLayout()
{
    m_applying = true;
    QHeaderView *headings = horizontalHeader();
    QSettings settings;
    settings.beginGroup(layoutGroup(m_layoutName));
    m_chosen = settings.value(QStringLiteral("version")).toInt() == kLayoutVersion;
    const int characterWidth = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QString id = m_model->headerData(column, Qt::Horizontal, RowModelBase::ColumnIdRole).toString();
        const bool hidden = m_model->headerData(column, Qt::Horizontal, RowModelBase::ColumnHiddenRole).toBool();
        const int usual = m_widths.value(id, kUsualCharacters);
        const auto kept = [&](const char *what, const QVariant &otherwise) {
            return m_chosen ? settings.value(id + QLatin1Char('/') + QLatin1String(what), otherwise) : otherwise;
        };
        headings->setSectionHidden(column, kept("hidden", hidden).toBool());
        headings->resizeSection(column, characterWidth * kept("characters", usual).toInt());
        headings->setSectionResizeMode(column, id == m_stretch ? QHeaderView::Stretch : QHeaderView::Interactive);
    }
    if (m_chosen) {
        const QStringList order = settings.value(QStringLiteral("order")).toStringList();
        int place = 0;
        for (const QString &id : order)
            if (const int column = sectionOf(id); column >= 0)
                headings->moveSection(headings->visualIndex(column), place++);
    }
    const int sorted = sectionOf(settings.value(QStringLiteral("sort")).toString());
    m_sortChosen = sorted >= 0;
    const bool descending = settings.value(QStringLiteral("descending")).toBool();
    if (m_sortChosen) QTableView::sortByColumn(sorted, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    if (!isSortingEnabled()) {
        // Enabling sorts at once, by whatever the heading says.
        if (!m_sortChosen) headings->setSortIndicator(-1, Qt::AscendingOrder);
        setSortingEnabled(true);
    }
    m_applying = false;
    fitColumns();
}

void DataTable::fitColumnsSoon()
{
    // Not before the view has laid out the rows that came: until then they need no width.
    if (std::exchange(m_fitPending, true)) return;
    QTimer::singleShot(0, this, [this] {
        m_fitPending = false;
        fitColumns();
    });
}

void DataTable::fitColumns()
{
    if (!m_model || m_chosen || m_applying || !isVisible()) return;
    struct Width
    {
        int column = 0;
        int usual = 0;
        int needed = 0; ///< by the heading and the rows in view
    };
    QHeaderView *headings = horizontalHeader();
    const int characterWidth = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    std::vector<Width> widths;
    int roomy = 0;
    int snug = 0;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (headings->isSectionHidden(column)) continue;
        const QString id = m_model->headerData(column, Qt::Horizontal, RowModelBase::ColumnIdRole).toString();
        const int usual = characterWidth * m_widths.value(id, kUsualCharacters);
        // One endless text must not push all the others out of view.
        const int most = usual * 2;
        const int needed = std::min(most, std::max(sizeHintForColumn(column), headings->sectionSizeHint(column)));
        widths.push_back({column, usual, needed});
        roomy += std::max(usual, needed);
        snug += needed;
    }
    const bool fitsRoomy = roomy <= viewport()->width();
    const bool fitsSnug = snug <= viewport()->width();
    const auto wanted = [&](const Width &width) {
        if (fitsRoomy) return std::max(width.usual, width.needed);
        return fitsSnug ? width.needed : std::min(width.usual, width.needed);
    };
    const int stretched = sectionOf(m_stretch);
    int others = 0;
    m_applying = true;
    for (const Width &width : widths) {
        if (width.column == stretched) continue;
        headings->resizeSection(width.column, wanted(width));
        others += wanted(width);
    }
    for (const Width &width : widths) {
        if (width.column != stretched) continue;
        // What is left when that is enough to read it; else the table scrolls.
        const bool enough = others + wanted(width) <= viewport()->width();
        headings->setSectionResizeMode(stretched, enough ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (!enough) headings->resizeSection(stretched, wanted(width));
    }
    m_applying = false;
}

void DataTable::rememberLayout()
{
    if (m_applying || !m_model || !isVisible()) return;
    const QHeaderView *headings = horizontalHeader();
    QSettings settings;
    settings.beginGroup(layoutGroup(m_layoutName));
    m_chosen = true;
    settings.setValue(QStringLiteral("version"), kLayoutVersion);
    QStringList order;
    const int characterWidth = std::max(1, fontMetrics().horizontalAdvance(QLatin1Char('0')));
    for (int visual = 0; visual < headings->count(); ++visual) {
        const int column = headings->logicalIndex(visual);
        const QString id = m_model->headerData(column, Qt::Horizontal, RowModelBase::ColumnIdRole).toString();
        order << id;
        const bool hidden = headings->isSectionHidden(column);
        settings.setValue(id + QStringLiteral("/hidden"), hidden);
        if (!hidden)
            settings.setValue(id + QStringLiteral("/characters"), headings->sectionSize(column) / characterWidth);
    }
    settings.setValue(QStringLiteral("order"), order);
}

void DataTable::rememberSort()
{
    if (m_applying || !m_model || !isVisible()) return;
    m_sortChosen = true;
    const QHeaderView *headings = horizontalHeader();
    QSettings settings;
    settings.beginGroup(layoutGroup(m_layoutName));
    const int sorted = headings->sortIndicatorSection();
    settings.setValue(QStringLiteral("sort"),
                      sorted < 0 ? QString()
                                 : m_model->headerData(sorted, Qt::Horizontal, RowModelBase::ColumnIdRole).toString());
    settings.setValue(QStringLiteral("descending"), headings->sortIndicatorOrder() == Qt::DescendingOrder);
}

void DataTable::showHeaderMenu(const QPoint &at)
{
    if (!m_model) return;
    QMenu menu;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        QAction *choice = menu.addAction(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        choice->setCheckable(true);
        choice->setChecked(!isColumnHidden(column));
        // One column must stay, or there is no heading left to bring the others back with.
        choice->setEnabled(isColumnHidden(column) ||
                           horizontalHeader()->count() - horizontalHeader()->hiddenSectionCount() > 1);
        connect(choice, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            rememberLayout();
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Reset columns")), &QAction::triggered, this, &DataTable::resetLayout);
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

void DataTable::copy(QChar separator) const
{
    if (selectionModel() && selectionModel()->hasSelection())
        QApplication::clipboard()->setText(selectionAsText(separator));
}

void DataTable::updateEmptyState()
{
    const bool none = m_model && m_model->rowCount() == 0;
    const bool filtered = none && m_model->totalRows() > 0;
    if (filtered && !m_noMatch)
        m_noMatch = new EmptyState(QStringLiteral("filter"), tr("Nothing matches the filter"),
                                   tr("Clear the filter with Esc to see all rows."), viewport());
    if (m_noMatch) m_noMatch->setVisible(filtered);
    if (m_empty) m_empty->setVisible(none && !filtered);
    placeEmptyState();
}

void DataTable::placeEmptyState()
{
    for (EmptyState *state : {m_empty, m_noMatch})
        if (state) state->setGeometry(viewport()->rect());
}

} // namespace greenward::ui
