#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>

class QPoint;
class QSettings;
class QTableView;

namespace greenward::ui {

class RowModelBase;

/// Which columns a table shows, how wide, in which order and sorted by what: as set up until the operator arranges
/// them, then as arranged, remembered by column id under a name. A child of its table.
class ColumnLayout final : public QObject
{
    Q_OBJECT

public:
    ColumnLayout(const QString &name, QTableView &table);

    /// Not owned; applies the layout.
    void setModel(RowModelBase *model);
    /// Width in digits, when nothing is remembered.
    void setWidth(const QString &columnId, int characters);
    /// This one takes what the others leave.
    void setStretched(const QString &columnId);
    /// Those that go, first to last, while the table is too narrow for all and the operator has arranged nothing.
    void setDispensable(const QStringList &columnIds);
    /// Sorts so until the operator chooses otherwise, now or in an earlier run.
    void sortAtFirst(int column, Qt::SortOrder order);
    /// Back to how it was set up.
    void reset();

    /// All over again, as after another font.
    void apply();
    /// Widths the operator has not chosen: as set up, or as narrow as their content when that does not fit.
    void fit();
    /// fit() when the view has laid out the rows that came: until then they need no width.
    void fitSoon();

private:
    struct Width
    {
        int column = 0;
        int usual = 0;
        int needed = 0; ///< by the heading and the rows in view
    };

    QString idOf(int column) const;
    int columnOf(const QString &columnId) const;
    bool isHiddenAtFirst(int column) const;
    void applyColumn(QSettings &settings, int column);
    void applySort(QSettings &settings);
    std::vector<Width> widths() const;
    /// Hides dispensable ones until the rest fits; answers what remains.
    std::vector<Width> spare(std::vector<Width> all);
    void give(const std::vector<Width> &widths);
    void remember();
    void rememberSort();
    void showMenu(const QPoint &at);
    int room() const;

    QString m_name;
    QTableView &m_table;
    RowModelBase *m_model = nullptr;
    QHash<QString, int> m_widths; ///< column id to characters
    QString m_stretched;
    QStringList m_dispensable;
    bool m_applying = false;
    bool m_fitPending = false;
    bool m_sortChosen = false;
    bool m_chosen = false; ///< the operator has arranged the columns, now or in an earlier run
};

} // namespace greenward::ui
