#include "ui/charts/region_bars_chart.h"

#include "ui/widgets/plain_text.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QFontMetrics>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QPen>
#include <QValueAxis>

#include <algorithm>

namespace greenward::ui {
namespace {

double gramsOf(const engine::GridRow &row)
{
    return static_cast<double>(row.figure.value.milligrams()) / 1000.0;
}

/// 0 measured, 1 estimated, 2 default.
int kindOf(const GridFigure &figure)
{
    if (figure.origin == Origin::ConfiguredDefault) return 2;
    return figure.estimated ? 1 : 0;
}

} // namespace

RegionBarsChart::RegionBarsChart(QWidget *parent)
    : ChartPanel(parent)
    , m_regions(new QBarCategoryAxis)
    , m_intensity(new QValueAxis)
    , m_bars(new QHorizontalStackedBarSeries)
    , m_measured(new QBarSet(tr("measured")))
    , m_estimated(new QBarSet(tr("estimated (hatched)")))
    , m_default(new QBarSet(tr("default, may under-report (crossed)")))
{
    m_bars->append(QList<QBarSet *>{m_measured, m_estimated, m_default});
    m_bars->setBarWidth(0.6);
    m_intensity->setTitleText(tr("g CO₂e per kWh"));
    m_intensity->setLabelFormat(QStringLiteral("%.0f"));
    chart().addAxis(m_regions, Qt::AlignLeft);
    chart().addAxis(m_intensity, Qt::AlignBottom);
    chart().addSeries(m_bars);
    m_bars->attachAxis(m_regions);
    m_bars->attachAxis(m_intensity);
    recolour();
}

void RegionBarsChart::show(std::vector<engine::GridRow> regions, const QLocale &locale)
{
    if (regions.empty()) return showNothing(tr("No region is in use yet."));
    // The axis counts from below: the dirtiest comes last to stand on top.
    std::ranges::stable_sort(regions, {}, [](const engine::GridRow &row) { return row.figure.value; });

    constexpr std::array kWords{QT_TR_NOOP("measured"), QT_TR_NOOP("estimated"), QT_TR_NOOP("default")};
    std::array<QList<qreal>, 3> values;
    QStringList names;
    ChartTable table{{tr("region"), tr("g CO₂e per kWh"), tr("origin")}, {}};
    for (const engine::GridRow &row : regions) {
        const int kind = kindOf(row.figure);
        const QString grams = locale.toString(gramsOf(row), 'f', 0);
        for (int i = 0; i < 3; ++i)
            values[static_cast<std::size_t>(i)].append(i == kind ? gramsOf(row) : 0.0);
        names.append(tr("%1  %2").arg(QString::fromStdString(row.region.text()), grams));
        table.rows.insert(table.rows.begin(), {QString::fromStdString(row.region.text()), grams,
                                               tr(kWords[static_cast<std::size_t>(kind)])});
    }
    m_regions->clear();
    const std::array sets{m_measured, m_estimated, m_default};
    for (std::size_t i = 0; i < sets.size(); ++i) {
        sets[i]->remove(0, sets[i]->count());
        sets[i]->append(values[i]);
    }
    for (const QString &name : names)
        m_regions->append(chartText(name));
    m_intensity->setRange(0, std::max(gramsOf(regions.back()) * 1.05, 10.0));
    m_intensity->applyNiceNumbers();

    const int line = QFontMetrics(font()).height() * 2;
    view().setMinimumHeight(line * static_cast<int>(regions.size() + 3));
    const engine::GridRow &dirtiest = regions.back();
    const engine::GridRow &cleanest = regions.front();
    present(std::move(table),
            tr("%n region(s); highest %1 with %2, lowest %3 with %4 grams per kilowatt-hour", nullptr,
               static_cast<int>(regions.size()))
                .arg(QString::fromStdString(dirtiest.region.text()), locale.toString(gramsOf(dirtiest), 'f', 0),
                     QString::fromStdString(cleanest.region.text()), locale.toString(gramsOf(cleanest), 'f', 0)));
}

void RegionBarsChart::showNothing(const QString &why)
{
    presentNothing(why);
}

void RegionBarsChart::recolour()
{
    const QColor bar = colors().series[0];
    const QPen edge(bar, 1);
    m_measured->setBrush(bar);
    m_estimated->setBrush(hatched(bar, Qt::BDiagPattern));
    m_default->setBrush(hatched(bar, Qt::DiagCrossPattern));
    for (QBarSet *set : {m_measured, m_estimated, m_default})
        set->setPen(edge);
}

} // namespace greenward::ui
