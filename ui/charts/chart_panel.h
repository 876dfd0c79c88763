#pragma once

#include "ui/charts/chart_colors.h"

#include <QStringList>
#include <QWidget>

#include <functional>
#include <vector>

class QChart;
class QHBoxLayout;
class QChartView;
class QLabel;
class QStackedWidget;
class QTableWidget;
class QToolButton;

namespace greenward::ui {

/// The numbers of a chart as text, for readers who cannot use the picture and for copying.
struct ChartTable
{
    QStringList headers;
    std::vector<QStringList> rows;
};

/// A heading, a chart, and the same figures as a table behind a "Show as table" button. The chart speaks one sentence
/// to screen readers. Without figures it says why in place of an empty frame. Never animated, never OpenGL.
class ChartPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ChartPanel(QWidget *parent = nullptr);

    void setHeading(const QString &heading);
    bool showsTable() const;

protected:
    QChart &chart() const { return *m_chart; }
    const ChartColors &colors() const { return m_colors; }
    QChartView &view() const { return *m_view; }

    /// The figures stand: show them, with what a screen reader says.
    void present(ChartTable table, const QString &sentence);
    /// The same, when the table is long or changes often: made whenever it is about to be shown.
    void presentLater(std::function<ChartTable()> makeTable, const QString &sentence);
    /// The figures of presentLater() changed.
    void refreshTable();
    /// A small button in the heading line.
    void addTool(QWidget *tool);
    /// There are none, and why.
    void presentNothing(const QString &why);

    /// Paint series with colors(); called when the palette changed and by subclasses after building.
    virtual void recolour() = 0;
    void changeEvent(QEvent *event) override;

private:
    void showTable(bool table);
    void fillTable();

    ChartColors m_colors;
    std::function<ChartTable()> m_makeTable;
    QHBoxLayout *m_top;
    QLabel *m_heading;
    QToolButton *m_tableButton;
    QStackedWidget *m_stack;
    QChart *m_chart; ///< owned by m_view
    QChartView *m_view;
    QTableWidget *m_tableView;
    QLabel *m_nothing;
    bool m_hasFigures = false;
};

} // namespace greenward::ui
