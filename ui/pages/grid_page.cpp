#include "ui/pages/grid_page.h"

#include "core/engine/engine.h"
#include "ui/charts/region_bars_chart.h"
#include "ui/models/grid_model.h"
#include "ui/pages/region_tester.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/text_label.h"

#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace greenward::ui {

GridPage::GridPage(const PageContext &context, QWidget *parent)
    : Page(PageId::Grid, tr("Grid"), context, parent)
    , m_model(new GridModel(this))
{
    header().setSubtitle(tr("Carbon intensity of electricity where your data lies"));
    m_toBackends = addPageAction(QStringLiteral("placement"), tr("Go to backends"), {}, false,
                                 [this] { this->context().navigator.open(PageId::Placement); });
    content().addWidget(new TextLabel(
        tr("Live grid providers are not connected in this version: the figures are published yearly averages, else the "
           "default of the settings. They tell regions apart; they do not follow the weather or the hour."),
        TextRole::Caption, TextLabel::Fit::Wrap, this));
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(makeTable());
    split->addWidget(makeLower());
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    content().addWidget(split, 1);
    watch({engine::Area::Grid, engine::Area::Backends});
}

QWidget *GridPage::makeTable()
{
    m_table = new DataTable(QStringLiteral("grid"), this);
    m_table->setObjectName(QStringLiteral("gridTable"));
    m_table->setAccessibleName(tr("Regions in use"));
    m_table->setRowModel(m_model);
    m_table->setColumnWidth(QStringLiteral("place"), 22);
    m_table->setColumnWidth(QStringLiteral("trust"), 16);
    m_table->setColumnWidth(QStringLiteral("origin"), 26);
    m_table->setStretchColumn(QStringLiteral("backends"));
    auto *empty = new EmptyState(QStringLiteral("grid"), tr("No region is in use"),
                                 tr("Regions appear here with the backends that lie in them."));
    empty->addStep(m_toBackends);
    m_table->setEmptyState(empty);
    m_filter = new FilterField(tr("Filter regions"), this);
    m_filter->attach(m_model, m_table);
    header().addTool(m_filter);
    connect(m_table, &DataTable::rowActivated, this, [this](const QString &key) {
        const engine::GridRow *row = m_model->find(key);
        if (row && !row->backends.empty())
            context().navigator.open(PageId::Placement, QString::fromStdString(row->backends.front().text()));
    });
    return m_table;
}

QWidget *GridPage::makeLower()
{
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    // As high as its regions need; more than fit are scrolled to.
    auto *scroll = new QScrollArea(split);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_chart = new RegionBarsChart(scroll);
    scroll->setWidget(m_chart);
    m_chart->setHeading(tr("Regions compared, dirtiest first"));
    m_tester = new RegionTester(split);
    split->addWidget(scroll);
    split->addWidget(m_tester);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    connect(m_tester, &RegionTester::looked, this, [this](const QString &name) {
        const auto region = RegionName::parse(name.toStdString());
        if (!region) return;
        ask([region = *region](const engine::Engine &engine) { return engine.lookUpRegion(region); },
            [this, name](const Result<engine::GridRow> &answer) { m_tester->showAnswer(name, answer); });
    });
    return split;
}

void GridPage::refresh()
{
    ask([](const engine::Engine &engine) { return engine.grid(); },
        [this](const std::vector<engine::GridRow> &rows) { showRows(rows); });
    // The names come from shipped tables and never change while the program runs.
    if (m_regionsAsked) return;
    m_regionsAsked = true;
    ask([](const engine::Engine &engine) { return engine.knownRegions(); },
        [this](const std::vector<RegionName> &regions) { m_tester->setKnownRegions(regions); });
}

void GridPage::showRows(const std::vector<engine::GridRow> &rows)
{
    const bool first = m_model->totalRows() == 0;
    m_model->merge(rows);
    if (first) m_table->sortByColumn(static_cast<int>(GridModel::Column::Intensity), Qt::DescendingOrder);
    if (!m_wanted.isEmpty() && m_table->selectKey(m_wanted)) m_wanted.clear();
    std::vector<engine::GridRow> averages;
    for (const engine::GridRow &row : rows) {
        // Another signal means another thing and may not stand beside these (C-23).
        if (row.figure.signal == Signal::Average) averages.push_back(row);
    }
    m_chart->show(std::move(averages), locale());
}

void GridPage::showKey(const QString &key)
{
    if (!m_table->selectKey(key)) m_wanted = key;
}

} // namespace greenward::ui
