#pragma once

#include <QLineEdit>

class QTimer;

namespace greenward::ui {

class DataTable;
class RowModelBase;

/// The quick filter above a table: '/' or Ctrl+F focuses it (the shell sees to that), Escape clears it and returns to
/// the table, Down goes into the table. Shows "12 of 300" while it filters. Waits 150 ms for the typing to end.
class FilterField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterField(const QString &placeholder, QWidget *parent = nullptr);

    /// Filters this model and moves the focus to this table.
    void attach(RowModelBase *model, QWidget *table);
    /// At once, without the typing pause.
    void setFilter(const QString &text);

Q_SIGNALS:
    void filterChanged(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void apply();
    void showCounts(int shown, int total);
    void applyMargins();

    QTimer *m_pause;
    RowModelBase *m_model = nullptr;
    QWidget *m_table = nullptr;
    QString m_counts;
};

} // namespace greenward::ui
