#pragma once

#include <QStringList>
#include <QTableView>

namespace greenward::ui {

class ColumnLayout;
class EmptyState;
class RowModelBase;

/// A table set up the house's way: row height from the font, whole rows selected, sorting by heading, headings with a
/// column chooser in their context menu, Ctrl+C copies the selection as tab-separated text with headings (CSV in the
/// menu), columns remembered under `layoutName` (see ColumnLayout), selection kept by key across resets.
class DataTable final : public QTableView
{
    Q_OBJECT

public:
    explicit DataTable(const QString &layoutName, QWidget *parent = nullptr);
    ~DataTable() override;

    /// Not owned. Applies hidden columns and the remembered layout.
    void setRowModel(RowModelBase *model);
    RowModelBase *rowModel() const { return m_model; }
    /// Shown instead of the rows while the model holds none (taken over), or none pass the filter (our own).
    void setEmptyState(EmptyState *empty);

    /// Keys of selected rows in shown order; of the current row; empty when there is none.
    QStringList selectedKeys() const;
    QString currentKey() const;
    /// Selects and scrolls to the row; false when it is not shown.
    bool selectKey(const QString &key);
    /// Entries of the context menu above Copy; the actions stay the caller's.
    void setRowActions(const QList<QAction *> &actions);
    /// Width in digits, when nothing is remembered. One column should stretch instead.
    void setColumnWidth(const QString &columnId, int characters);
    void setStretchColumn(const QString &columnId);
    /// Those that go, first to last, while the window is too narrow and the operator has arranged nothing.
    void setDispensableColumns(const QStringList &columnIds);
    void resetLayout();
    using QTableView::setColumnWidth;
    /// How rows are sorted until the operator chooses otherwise, now or in an earlier run.
    void sortByColumn(int column, Qt::SortOrder order);

    QString selectionAsText(QChar separator) const;

Q_SIGNALS:
    /// Current row or its content may have changed: for detail panes.
    void currentKeyChanged(const QString &key);
    /// Return or double click on a row.
    void rowActivated(const QString &key);

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void applyMetrics();
    void copy(QChar separator) const;
    void updateEmptyState();
    void placeEmptyState();

    ColumnLayout *m_columns = nullptr; ///< a child
    RowModelBase *m_model = nullptr;
    QList<QAction *> m_rowActions;
    EmptyState *m_empty = nullptr;
    EmptyState *m_noMatch = nullptr;
    QStringList m_keptSelection; ///< across a model reset
    QString m_keptCurrent;
};

} // namespace greenward::ui
