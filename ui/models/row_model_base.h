#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace greenward::ui {

/// The Qt half of RowModel: which rows are shown in which order. Sorting and filtering permute indices; no proxy
/// stands between data and view. Meant for up to some 50,000 rows on the GUI thread.
///
/// Live changes leave rows where they are, so that nothing jumps under the pointer; sort() or new rows order again.
class RowModelBase : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole + 1, ///< number or text to sort by; an invalid variant is "unknown" and sorts last.
                                     ///< Every sortable column answers it
        KeyRole,                     ///< the row's key as text
        GaugeRole,                   ///< GaugeValue (ui/widgets/gauge.h)
        ToneRole,                    ///< int of Tone: ink of the text
        IconRole,                    ///< icon name (ui/icons), shown before the text
        SubtextRole,                 ///< second, fainter line
        RecentRole,                  ///< const RecentUse * (ui/models/recent_use.h), nullptr while not known
        ColumnIdRole,                ///< headers: stable id of the column for remembered layouts
        ColumnHiddenRole,            ///< headers: bool, hidden until the operator chooses it
    };

    /// One column: `id` is stable (layouts are remembered by it), `numeric` ones are right-aligned.
    struct Column
    {
        QString id;
        QString title;
        QString help; ///< tool tip of the heading: what it is and its unit
        bool numeric = false;
        bool hiddenAtFirst = false;
    };

    explicit RowModelBase(std::vector<Column> columns, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const final;
    /// Stable; ties keep their order; unknown values last either way.
    void sort(int column, Qt::SortOrder order) final;

    /// Every word must occur (case folded) in the row's text. Empty shows all.
    void setFilter(const QString &filter);
    const QString &filter() const { return m_filter; }

    int totalRows() const { return static_cast<int>(m_sourceCount); }
    QString keyAt(int row) const;
    /// Row shown for the key, -1 when there is none or it is filtered out.
    int rowOfKey(const QString &key) const;

Q_SIGNALS:
    /// Rows shown or held changed in number: for "12 of 300" and empty states.
    void countsChanged(int shown, int total);

protected:
    // What the typed half answers about the source row `at`.
    virtual QVariant cell(std::size_t at, int column, int role) const = 0;
    virtual QString keyOfSource(std::size_t at) const = 0;
    /// The source row of a key.
    virtual std::size_t sourceOf(const QString &key, bool &found) const = 0;
    /// What the filter looks into; by default all columns' text.
    virtual QString searchText(std::size_t at) const;

    std::size_t sourceAt(int row) const { return m_order[static_cast<std::size_t>(row)]; }

    // The typed half's merge, in this order.
    /// Removes the source rows for which `gone` is set from what is shown; the source still holds them.
    void takeOut(const std::vector<bool> &gone);
    /// The source has dropped them: row i is now row newIndex[i].
    void renumber(const std::vector<std::size_t> &newIndex, std::size_t newCount);
    /// Source rows that changed in place: repaints them; those no longer passing the filter stay until it is set again.
    void announceChanged(const std::vector<std::size_t> &changed);
    /// Source rows [first, count) are new: shows those passing the filter, in sorted place.
    void bringIn(std::size_t first, std::size_t count);

private:
    bool passes(std::size_t at) const;
    void rebuild();
    void sortOrder(std::vector<std::size_t> &order) const;
    void reorder();
    void publishCounts();

    std::vector<Column> m_columns;
    std::vector<std::size_t> m_order; ///< shown rows, as source indices
    std::size_t m_sourceCount = 0;
    QString m_filter;
    QStringList m_words; ///< of the filter, folded
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    int m_shownPublished = -1;
    int m_totalPublished = -1;
};

} // namespace greenward::ui
