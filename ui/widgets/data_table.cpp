#include "ui/widgets/data_table.h"

#include "ui/icons/icons.h"
#include "ui/models/row_model_base.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/column_layout.h"
#include "ui/widgets/empty_state.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace greenward::ui {
namespace {

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
    m_columns = new ColumnLayout(layoutName, *this);
    connect(this, &QTableView::doubleClicked, this, [this] { Q_EMIT rowActivated(currentKey()); });
    applyMetrics();
}

DataTable::~DataTable() = default;

void DataTable::setRowModel(RowModelBase *model)
{
    m_model = model;
    setModel(model);
    m_columns->setModel(model);
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
    connect(model, &RowModelBase::countsChanged, m_columns, &ColumnLayout::fitSoon);
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

void DataTable::setColumnWidth(const QString &columnId, int characters)
{
    m_columns->setWidth(columnId, characters);
}

void DataTable::setStretchColumn(const QString &columnId)
{
    m_columns->setStretched(columnId);
}

void DataTable::setDispensableColumns(const QStringList &columnIds)
{
    m_columns->setDispensable(columnIds);
}

void DataTable::resetLayout()
{
    m_columns->reset();
}

void DataTable::sortByColumn(int column, Qt::SortOrder order)
{
    m_columns->sortAtFirst(column, order);
}

void DataTable::setRowActions(const QList<QAction *> &actions)
{
    m_rowActions = actions;
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
    m_columns->fit();
    placeEmptyState();
}

void DataTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row()) Q_EMIT currentKeyChanged(currentKey());
}

void DataTable::applyMetrics()
{
    verticalHeader()->setMinimumSectionSize(fontMetrics().height());
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + grid(this, 1.5));
    horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 4);
    horizontalHeader()->setMinimumHeight(fontMetrics().height() + grid(this, 1.5));
    const int side = fontMetrics().height();
    setIconSize({side, side});
    m_columns->apply();
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
