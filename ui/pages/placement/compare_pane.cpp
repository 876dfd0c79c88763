#include "ui/pages/placement/compare_pane.h"

#include "ui/charts/score_parts_chart.h"
#include "ui/icons/icons.h"
#include "ui/models/backend_model.h"
#include "ui/pages/placement/compare_lines.h"
#include "ui/widgets/name_picker.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

namespace greenward::ui {

ComparePane::ComparePane(const BackendModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_picker(new NamePicker(tr("Backends to compare"), kMost, this))
    , m_table(new QTableWidget(this))
    , m_chart(new ScorePartsChart(this))
    , m_hint(new TextLabel(TextRole::Caption, TextLabel::Fit::Wrap, this))
{
    setObjectName(QStringLiteral("comparePane"));
    m_picker->setObjectName(QStringLiteral("comparePicker"));
    m_hint->setObjectName(QStringLiteral("compareHintLabel"));
    m_table->setObjectName(QStringLiteral("compareTable"));
    m_table->setAccessibleName(tr("Figures side by side"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAlternatingRowColors(true);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 16);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    auto *left = new QWidget(this);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins({});
    leftLayout->addWidget(new TextLabel(tr("Two to six backends"), TextRole::Section, TextLabel::Fit::Elide, left));
    leftLayout->addWidget(m_picker, 1);
    leftLayout->addWidget(m_hint);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_chart);
    auto *right = new QSplitter(Qt::Vertical, this);
    right->setChildrenCollapsible(false);
    right->addWidget(m_table);
    right->addWidget(scroll);
    right->setStretchFactor(0, 3);
    right->setStretchFactor(1, 2);
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(left);
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    split->setSizes({fontMetrics().averageCharWidth() * 30, fontMetrics().averageCharWidth() * 120});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, grid(this, 1), 0, 0);
    layout->addWidget(split);
    connect(m_picker, &NamePicker::changed, this, &ComparePane::compare);
    compare();
}

void ComparePane::refresh(const QStringList &names, Instant now)
{
    m_now = now;
    m_picker->setNames(names);
    if (isVisible()) compare();
}

void ComparePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    compare();
}

void ComparePane::choose(const QStringList &backends)
{
    m_picker->setTicked(backends.mid(0, kMost));
    compare();
}

void ComparePane::compare()
{
    std::vector<engine::BackendRow> rows;
    const QStringList names = m_picker->ticked();
    for (const QString &name : names)
        if (const engine::BackendRow *row = m_model.find(name)) rows.push_back(*row);
    m_hint->setText(rows.size() < 2 ? tr("Tick at least two.")
                    : rows.size() < kMost
                        ? tr("✓ marks the best of a row; “–” is not known.")
                        : tr("✓ marks the best of a row; “–” is not known. No more than six at once."));
    fillTable(rows);
    std::vector<bus::ScoredBackend> scored;
    for (const engine::BackendRow &row : rows)
        scored.push_back(row.scored);
    m_chart->show(scored, locale());
}

void ComparePane::fillTable(const std::vector<engine::BackendRow> &rows)
{
    const std::vector<CompareLine> lines =
        rows.empty() ? std::vector<CompareLine>() : compareLines(rows, m_model, m_now);
    m_table->setRowCount(static_cast<int>(lines.size()));
    m_table->setColumnCount(static_cast<int>(rows.size()));
    QStringList heads;
    for (const engine::BackendRow &row : rows)
        heads << QString::fromStdString(row.scored.spec.id.text());
    m_table->setHorizontalHeaderLabels(heads);
    QStringList names;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const CompareLine &line = lines[static_cast<std::size_t>(row)];
        names << line.name;
        for (int column = 0; column < m_table->columnCount(); ++column) {
            const CompareLine::Value &value = line.values[static_cast<std::size_t>(column)];
            auto *item = new QTableWidgetItem(value.best ? tr("✓ %1").arg(value.text) : value.text);
            QFont font = m_table->font();
            font.setBold(value.best);
            item->setFont(font);
            item->setToolTip(plainTip(value.toolTip.isEmpty() ? value.text : value.toolTip));
            if (value.best) item->setData(Qt::AccessibleTextRole, tr("%1, best of the row").arg(value.text));
            m_table->setItem(row, column, item);
        }
    }
    m_table->setVerticalHeaderLabels(names);
}

} // namespace greenward::ui
