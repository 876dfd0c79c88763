#include "ui/charts/chart_panel.h"

#include "ui/widgets/plain_text.h"

#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLegend>
#include <QStackedWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace greenward::ui {

ChartPanel::ChartPanel(QWidget *parent)
    : QWidget(parent)
    , m_colors(chartColors(palette()))
    , m_top(new QHBoxLayout)
    , m_heading(plainLabel({}, this))
    , m_tableButton(new QToolButton(this))
    , m_stack(new QStackedWidget(this))
    , m_chart(new QChart)
    , m_view(new QChartView(m_chart, this))
    , m_tableView(new QTableWidget(this))
    , m_nothing(plainLabel({}, this))
{
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setTextFormat(Qt::PlainText);
    m_tableButton->setObjectName(QStringLiteral("showAsTableButton"));
    m_tableButton->setText(tr("Show as table"));
    m_tableButton->setCheckable(true);
    m_tableButton->setAutoRaise(true);
    connect(m_tableButton, &QToolButton::toggled, this, &ChartPanel::showTable);

    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setMargins(QMargins(4, 4, 4, 4));
    m_chart->setBackgroundRoundness(0);
    m_chart->layout()->setContentsMargins(0, 0, 0, 0); // stands flush with what is around it
    m_chart->legend()->setAlignment(Qt::AlignBottom);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::StrongFocus);
    paintChart(*m_chart, m_colors);

    m_tableView->setObjectName(QStringLiteral("chartTable"));
    m_tableView->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tableView->verticalHeader()->hide();
    m_tableView->horizontalHeader()->setStretchLastSection(true);
    m_tableView->setAlternatingRowColors(true);

    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setObjectName(QStringLiteral("chartNothingLabel"));
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_tableView);
    m_stack->addWidget(m_nothing);
    m_stack->setCurrentWidget(m_nothing);

    m_top->addWidget(m_heading, 1);
    m_top->addWidget(m_tableButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(m_top);
    layout->addWidget(m_stack, 1);
    m_tableButton->setVisible(false);
}

void ChartPanel::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    m_tableView->setAccessibleName(heading);
}

bool ChartPanel::showsTable() const
{
    return m_stack->currentWidget() == m_tableView;
}

void ChartPanel::present(ChartTable table, const QString &sentence)
{
    presentLater([table = std::move(table)] { return table; }, sentence);
}

void ChartPanel::addTool(QWidget *tool)
{
    m_top->insertWidget(m_top->count() - 1, tool);
}

void ChartPanel::refreshTable()
{
    if (m_hasFigures && showsTable()) fillTable();
}

void ChartPanel::presentLater(std::function<ChartTable()> makeTable, const QString &sentence)
{
    m_makeTable = std::move(makeTable);
    m_hasFigures = true;
    // Subclasses add their axes after the panel was made: now they are there to be coloured.
    paintChart(*m_chart, m_colors);
    recolour();
    m_view->setAccessibleName(sentence);
    m_tableButton->setVisible(true);
    showTable(m_tableButton->isChecked());
}

void ChartPanel::presentNothing(const QString &why)
{
    m_makeTable = {};
    m_hasFigures = false;
    m_nothing->setText(why);
    m_tableButton->setVisible(false);
    m_stack->setCurrentWidget(m_nothing);
}

void ChartPanel::showTable(bool table)
{
    if (!m_hasFigures) return;
    if (table) fillTable();
    m_stack->setCurrentWidget(table ? static_cast<QWidget *>(m_tableView) : m_view);
}

void ChartPanel::fillTable()
{
    const ChartTable table = m_makeTable();
    m_tableView->setColumnCount(static_cast<int>(table.headers.size()));
    m_tableView->setHorizontalHeaderLabels(table.headers);
    m_tableView->setRowCount(static_cast<int>(table.rows.size()));
    for (int row = 0; row < m_tableView->rowCount(); ++row) {
        const QStringList &texts = table.rows[static_cast<std::size_t>(row)];
        for (int column = 0; column < texts.size(); ++column) {
            m_tableView->setItem(row, column, new QTableWidgetItem(texts[column]));
        }
    }
    m_tableView->resizeColumnsToContents();
}

void ChartPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    m_colors = chartColors(palette());
    paintChart(*m_chart, m_colors);
    recolour();
}

} // namespace greenward::ui
