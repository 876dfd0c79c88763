#include "ui/models/row_model_base.h"

#include "ui/icons/icons.h"
#include "ui/widgets/plain_text.h"

#include <QApplication>
#include <QCollator>
#include <QLocale>

#include <algorithm>
#include <numeric>
#include <optional>

namespace greenward::ui {
namespace {

/// What a row sorts by: a number, a text, or nothing, which comes last in both directions.
struct SortKey
{
    std::optional<double> number;
    std::optional<QCollatorSortKey> text;

    bool isKnown() const { return number || text; }
};

SortKey sortKeyOf(const QVariant &value, const QCollator &collator)
{
    SortKey key;
    if (!value.isValid()) return key;
    if (value.typeId() == QMetaType::QString) {
        key.text = collator.sortKey(value.toString());
    } else {
        key.number = value.toDouble();
    }
    return key;
}

int compared(const SortKey &a, const SortKey &b)
{
    if (a.number && b.number) return *a.number < *b.number ? -1 : (*a.number > *b.number ? 1 : 0);
    if (a.text && b.text) return a.text->compare(*b.text);
    return a.number ? -1 : 1; // a column of numbers and words: numbers first
}

} // namespace

RowModelBase::RowModelBase(std::vector<Column> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{}

int RowModelBase::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int RowModelBase::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RowModelBase::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const std::size_t at = sourceAt(index.row());
    switch (role) {
    case Qt::TextAlignmentRole: {
        const bool numeric = m_columns[static_cast<std::size_t>(index.column())].numeric;
        return QVariant::fromValue((numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case KeyRole:
        return keyOfSource(at);
    case Qt::ForegroundRole: {
        const QVariant tone = cell(at, index.column(), ToneRole);
        if (!tone.isValid()) return {};
        return toneInk(static_cast<Tone>(tone.toInt()), QApplication::palette());
    }
    case Qt::DecorationRole: {
        const QVariant name = cell(at, index.column(), IconRole);
        if (!name.isValid()) return {};
        const QVariant tone = cell(at, index.column(), ToneRole);
        return icon(name.toString(), tone.isValid() ? static_cast<Tone>(tone.toInt()) : Tone::Neutral);
    }
    case Qt::ToolTipRole: {
        const QVariant tip = cell(at, index.column(), role);
        return tip.isValid() ? QVariant(plainTip(tip.toString())) : tip;
    }
    default:
        return cell(at, index.column(), role);
    }
}

QVariant RowModelBase::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const Column &column = m_columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::ToolTipRole:
        return column.help.isEmpty() ? QVariant() : QVariant(column.help);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((column.numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ColumnIdRole:
        return column.id;
    case ColumnHiddenRole:
        return column.hiddenAtFirst;
    default:
        return {};
    }
}

void RowModelBase::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    reorder();
}

void RowModelBase::setFilter(const QString &filter)
{
    if (filter == m_filter) return;
    beginResetModel();
    m_filter = filter;
    m_words = filter.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    rebuild();
    endResetModel();
    publishCounts();
}

QString RowModelBase::keyAt(int row) const
{
    return row >= 0 && row < rowCount() ? keyOfSource(sourceAt(row)) : QString();
}

int RowModelBase::rowOfKey(const QString &key) const
{
    bool found = false;
    const std::size_t source = sourceOf(key, found);
    if (!found) return -1;
    const auto at = std::find(m_order.begin(), m_order.end(), source);
    return at == m_order.end() ? -1 : static_cast<int>(at - m_order.begin());
}

QString RowModelBase::searchText(std::size_t at) const
{
    QString text;
    for (int column = 0; column < columnCount(); ++column)
        text += cell(at, column, Qt::DisplayRole).toString() + QLatin1Char('\n');
    return text;
}

bool RowModelBase::passes(std::size_t at) const
{
    if (m_words.isEmpty()) return true;
    const QString text = searchText(at).toCaseFolded();
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QString &word) { return text.contains(word); });
}

void RowModelBase::rebuild()
{
    m_order.clear();
    for (std::size_t at = 0; at < m_sourceCount; ++at)
        if (passes(at)) m_order.push_back(at);
    sortOrder(m_order);
}

void RowModelBase::sortOrder(std::vector<std::size_t> &order) const
{
    if (m_sortColumn < 0 || m_sortColumn >= columnCount()) return;
    // The C locale has no collation of its own: neither numbers nor case would be seen.
    const bool none = QLocale().language() == QLocale::C;
    QCollator collator(none ? QLocale(QLocale::English) : QLocale());
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::vector<SortKey> keys(m_sourceCount);
    for (const std::size_t at : order)
        keys[at] = sortKeyOf(cell(at, m_sortColumn, SortRole), collator);
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    std::stable_sort(order.begin(), order.end(), [&keys, descending](std::size_t a, std::size_t b) {
        if (!keys[a].isKnown() || !keys[b].isKnown()) return keys[a].isKnown();
        const int result = compared(keys[a], keys[b]);
        return descending ? result > 0 : result < 0;
    });
}

void RowModelBase::reorder()
{
    std::vector<std::size_t> order = m_order;
    // Ties keep the order of the source, whatever was sorted before.
    std::sort(order.begin(), order.end());
    sortOrder(order);
    if (order == m_order) return;

    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    std::vector<int> rowOfSource(m_sourceCount, -1);
    for (std::size_t row = 0; row < order.size(); ++row)
        rowOfSource[order[row]] = static_cast<int>(row);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after << createIndex(rowOfSource[sourceAt(index.row())], index.column());
    m_order = std::move(order);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void RowModelBase::takeOut(const std::vector<bool> &gone)
{
    // From the end, one signal per run of neighbours.
    for (std::size_t end = m_order.size(); end > 0;) {
        if (!gone[m_order[end - 1]]) {
            --end;
            continue;
        }
        std::size_t first = end - 1;
        while (first > 0 && gone[m_order[first - 1]])
            --first;
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(end) - 1);
        m_order.erase(m_order.begin() + static_cast<std::ptrdiff_t>(first),
                      m_order.begin() + static_cast<std::ptrdiff_t>(end));
        endRemoveRows();
        end = first;
    }
}

void RowModelBase::renumber(const std::vector<std::size_t> &newIndex, std::size_t newCount)
{
    for (std::size_t &at : m_order)
        at = newIndex[at];
    m_sourceCount = newCount;
    publishCounts();
}

void RowModelBase::announceChanged(const std::vector<std::size_t> &changed)
{
    if (changed.empty()) return;
    std::vector<bool> isChanged(m_sourceCount, false);
    for (const std::size_t at : changed)
        isChanged[at] = true;
    for (std::size_t row = 0; row < m_order.size(); ++row) {
        if (!isChanged[m_order[row]]) continue;
        const std::size_t first = row;
        while (row + 1 < m_order.size() && isChanged[m_order[row + 1]])
            ++row;
        Q_EMIT dataChanged(index(static_cast<int>(first), 0), index(static_cast<int>(row), columnCount() - 1));
    }
}

void RowModelBase::bringIn(std::size_t first, std::size_t count)
{
    if (first == count) return;
    m_sourceCount = count;
    std::vector<std::size_t> fresh;
    for (std::size_t at = first; at < count; ++at)
        if (passes(at)) fresh.push_back(at);
    if (!fresh.empty()) {
        const std::size_t shown = m_order.size();
        beginInsertRows({}, static_cast<int>(shown), static_cast<int>(shown + fresh.size()) - 1);
        m_order.insert(m_order.end(), fresh.begin(), fresh.end());
        endInsertRows();
        reorder();
    }
    publishCounts();
}

void RowModelBase::publishCounts()
{
    const int shown = rowCount();
    const int total = totalRows();
    if (shown == m_shownPublished && total == m_totalPublished) return;
    m_shownPublished = shown;
    m_totalPublished = total;
    Q_EMIT countsChanged(shown, total);
}

} // namespace greenward::ui
