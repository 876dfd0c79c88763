#include "ui/charts/burn_down_chart.h"

#include "ui/charts/carbon_scale.h"
#include "ui/charts/decimate.h"
#include "ui/charts/time_ticks.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QDateTime>
#include <QLineSeries>
#include <QPen>
#include <QValueAxis>

#include <algorithm>
#include <initializer_list>

namespace greenward::ui {
namespace {

qreal xOf(Instant at)
{
    return static_cast<qreal>(at.time_since_epoch().count());
}

GramsCO2e largestOf(const engine::BurnDown &figures)
{
    GramsCO2e largest = figures.budget.used;
    for (const auto &other : {figures.budget.limit, figures.budget.projected, figures.budget.projectedHigh}) {
        if (other) largest = std::max(largest, *other);
    }
    return std::max(largest, GramsCO2e::fromMicrograms(1'000));
}

/// A level line across the period, or nothing.
QList<QPointF> level(const engine::BudgetRow &budget, const std::optional<GramsCO2e> &amount, const CarbonScale &scale)
{
    if (!amount) return {};
    return {{xOf(budget.periodStart), scale.value(*amount)}, {xOf(budget.periodEnd), scale.value(*amount)}};
}

/// Used points as they are known, forecast points in words of their own: for those who read tables.
ChartTable tableOf(const engine::BurnDown &figures, const CarbonScale &scale, const QLocale &locale)
{
    ChartTable table{{BurnDownChart::tr("until (UTC)"), BurnDownChart::tr("used, %1").arg(scale.unit),
                      BurnDownChart::tr("expected, %1").arg(scale.unit), BurnDownChart::tr("from"),
                      BurnDownChart::tr("to")},
                     {}};
    const auto moment = [&](Instant at) {
        return locale.toString(QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC),
                               QLocale::ShortFormat);
    };
    const auto amount = [&](const std::optional<GramsCO2e> &value) {
        return value ? locale.toString(scale.value(*value), 'f', 3) : QString();
    };
    for (const engine::BurnDown::Past &point : figures.past)
        table.rows.push_back(QStringList{moment(point.at), amount(point.used), {}, {}, {}});
    for (const engine::BurnDown::Ahead &point : figures.ahead)
        table.rows.push_back(
            QStringList{moment(point.at), {}, amount(point.expected), amount(point.low), amount(point.high)});
    return table;
}

} // namespace

BurnDownChart::BurnDownChart(QWidget *parent)
    : ChartPanel(parent)
    , m_time(new QCategoryAxis)
    , m_amount(new QValueAxis)
    , m_used(new QLineSeries)
    , m_projected(new QLineSeries)
    , m_low(new QLineSeries(this))
    , m_high(new QLineSeries(this))
    , m_band(new QAreaSeries(m_high, m_low))
    , m_limit(new QLineSeries)
    , m_soft(new QLineSeries)
    , m_now(new QLineSeries)
{
    m_used->setName(tr("used"));
    m_projected->setName(tr("projected"));
    m_band->setName(tr("80 % likely"));
    m_limit->setName(tr("limit"));
    m_soft->setName(tr("soft mark"));
    m_now->setName(tr("now"));
    m_time->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_time->setTitleText(tr("time, UTC"));
    chart().addAxis(m_time, Qt::AlignBottom);
    chart().addAxis(m_amount, Qt::AlignLeft);
    // Empty series first, then axes, then data: the other order lays everything out again for each point.
    const std::initializer_list<QAbstractSeries *> all{m_band, m_limit, m_soft, m_now, m_projected, m_used};
    for (QAbstractSeries *series : all) {
        chart().addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_amount);
    }
    recolour();
}

void BurnDownChart::show(const engine::BurnDown &figures, const QLocale &locale)
{
    const engine::BudgetRow &budget = figures.budget;
    const GramsCO2e largest = largestOf(figures);
    const CarbonScale scale = carbonScale(largest);
    QList<QPointF> used;
    used.reserve(static_cast<qsizetype>(figures.past.size()) * 2);
    for (const engine::BurnDown::Past &point : figures.past)
        used.append({xOf(point.at), scale.value(point.used)});
    const double now = xOf(figures.now);

    for (QLineSeries *series : {m_used, m_projected, m_low, m_high, m_limit, m_soft, m_now})
        series->clear();
    layAxes(budget, locale);
    m_amount->setRange(0, scale.value(largest) * 1.08);
    m_amount->applyNiceNumbers();
    m_amount->setTitleText(scale.unit);
    m_amount->setLabelFormat(m_amount->max() < 10 ? QStringLiteral("%.1f") : QStringLiteral("%.0f"));
    m_used->replace(decimated(used));
    layForecast(figures, scale);
    m_limit->replace(level(budget, budget.limit, scale));
    m_soft->replace(level(budget, softAmount(budget), scale));
    m_now->replace(QList<QPointF>{{now, 0.0}, {now, m_amount->max()}});
    m_limit->setVisible(budget.limit.has_value());
    m_soft->setVisible(budget.limit.has_value());

    const QString amount = tr("%1 %2").arg(locale.toString(scale.value(budget.used), 'f', 2), scale.unit);
    const QString of =
        budget.limit ? tr("of a limit of %1 %2").arg(locale.toString(scale.value(*budget.limit), 'f', 2), scale.unit)
                     : tr("without a limit");
    present(tableOf(figures, scale, locale), tr("%1 used in this period %2").arg(amount, of));
}

void BurnDownChart::layForecast(const engine::BurnDown &figures, const CarbonScale &scale)
{
    QList<QPointF> expected;
    QList<QPointF> low;
    QList<QPointF> high;
    for (const engine::BurnDown::Ahead &point : figures.ahead) {
        const double x = xOf(point.at);
        expected.append({x, scale.value(point.expected)});
        if (point.low) low.append({x, scale.value(*point.low)});
        if (point.high) high.append({x, scale.value(*point.high)});
    }
    m_projected->replace(decimated(expected));
    m_low->replace(decimated(low));
    m_high->replace(decimated(high));
    m_projected->setVisible(!expected.isEmpty());
    m_band->setVisible(!high.isEmpty() && !low.isEmpty());
}

void BurnDownChart::showNothing(const QString &why)
{
    presentNothing(why);
}

void BurnDownChart::layAxes(const engine::BudgetRow &budget, const QLocale &locale)
{
    const QStringList old = m_time->categoriesLabels();
    for (const QString &label : old)
        m_time->remove(label);
    m_time->setRange(xOf(budget.periodStart), xOf(budget.periodEnd));
    m_time->setStartValue(xOf(budget.periodStart));
    constexpr std::size_t kMostTicks = 7;
    for (const TimeTick &tick : timeTicks(budget.periodStart, budget.periodEnd, kMostTicks, locale))
        m_time->append(tick.label, xOf(tick.at));
}

void BurnDownChart::recolour()
{
    const ChartColors &ink = colors();
    m_used->setPen(QPen(ink.series[0], 2));
    QColor wash = ink.series[0];
    wash.setAlpha(60);
    m_band->setBrush(wash);
    m_band->setPen(QPen(ink.series[0], 0.5, Qt::DotLine));
    m_projected->setPen(QPen(ink.series[0], 1.5, Qt::DashLine));
    m_limit->setPen(QPen(ink.series[5], 1.5));
    m_soft->setPen(QPen(ink.series[1], 1.5, Qt::DashDotLine));
    m_now->setPen(QPen(ink.faint, 1, Qt::DotLine));
}

} // namespace greenward::ui
