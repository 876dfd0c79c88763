#include "ui/charts/burn_down_chart.h"

#include "ui/charts/carbon_scale.h"
#include "ui/charts/decimate.h"
#include "ui/charts/time_ticks.h"

#include <QCategoryAxis>
#include <QChart>
#include <QDateTime>
#include <QLineSeries>
#include <QPen>
#include <QValueAxis>

#include <algorithm>

namespace greenward::ui {
namespace {

qreal xOf(Instant at)
{
    return static_cast<qreal>(at.time_since_epoch().count());
}

GramsCO2e largestOf(const BurnDown &figures)
{
    GramsCO2e largest = figures.points.back().used;
    for (const auto &other : {figures.limit, figures.projected}) {
        if (other) largest = std::max(largest, *other);
    }
    return std::max(largest, GramsCO2e::fromMicrograms(1'000));
}

/// A level line across the period, or nothing.
QList<QPointF> level(const BurnDown &figures, const std::optional<GramsCO2e> &amount, const CarbonScale &scale)
{
    if (!amount) return {};
    return {{xOf(figures.from), scale.value(*amount)}, {xOf(figures.to), scale.value(*amount)}};
}

} // namespace

BurnDownChart::BurnDownChart(QWidget *parent)
    : ChartPanel(parent)
    , m_time(new QCategoryAxis)
    , m_amount(new QValueAxis)
    , m_used(new QLineSeries)
    , m_projected(new QLineSeries)
    , m_limit(new QLineSeries)
    , m_soft(new QLineSeries)
    , m_now(new QLineSeries)
{
    m_used->setName(tr("used"));
    m_projected->setName(tr("projected"));
    m_limit->setName(tr("limit"));
    m_soft->setName(tr("soft mark"));
    m_now->setName(tr("now"));
    m_time->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_time->setTitleText(tr("time, UTC"));
    chart().addAxis(m_time, Qt::AlignBottom);
    chart().addAxis(m_amount, Qt::AlignLeft);
    // Empty series first, then axes, then data: the other order lays everything out again for each point.
    for (QLineSeries *series : {m_limit, m_soft, m_now, m_projected, m_used}) {
        chart().addSeries(series);
        series->attachAxis(m_time);
        series->attachAxis(m_amount);
    }
    recolour();
}

void BurnDownChart::show(const BurnDown &figures, const QLocale &locale)
{
    const CarbonScale scale = carbonScale(largestOf(figures));
    QList<QPointF> used;
    used.reserve(static_cast<qsizetype>(figures.points.size()));
    ChartTable table{{tr("until (UTC)"), tr("used, %1").arg(scale.unit)}, {}};
    for (const BurnDown::Point &point : figures.points) {
        used.append({xOf(point.at), scale.value(point.used)});
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(point.at.time_since_epoch().count(), Qt::UTC);
        table.rows.push_back(
            QStringList{locale.toString(at, QLocale::ShortFormat), locale.toString(scale.value(point.used), 'f', 3)});
    }
    QList<QPointF> projected;
    if (figures.projected) {
        projected = {used.back(), {xOf(figures.to), scale.value(*figures.projected)}};
    }
    const double top = scale.value(largestOf(figures)) * 1.08;

    for (QLineSeries *series : {m_used, m_projected, m_limit, m_soft, m_now})
        series->clear();
    layAxes(figures, locale);
    m_amount->setRange(0, top);
    m_amount->applyNiceNumbers();
    m_amount->setTitleText(scale.unit);
    m_amount->setLabelFormat(m_amount->max() < 10 ? QStringLiteral("%.1f") : QStringLiteral("%.0f"));
    m_used->replace(decimated(used));
    m_projected->replace(projected);
    m_limit->replace(level(figures, figures.limit, scale));
    m_soft->replace(level(figures, figures.soft, scale));
    m_now->replace(QList<QPointF>{{used.back().x(), 0.0}, {used.back().x(), m_amount->max()}});
    m_projected->setVisible(figures.projected.has_value());
    m_limit->setVisible(figures.limit.has_value());
    m_soft->setVisible(figures.soft.has_value());

    const QString amount = tr("%1 %2").arg(locale.toString(used.back().y(), 'f', 2), scale.unit);
    const QString of =
        figures.limit ? tr("of a limit of %1 %2").arg(locale.toString(scale.value(*figures.limit), 'f', 2), scale.unit)
                      : tr("without a limit");
    present(std::move(table), tr("%1 used in this period %2").arg(amount, of));
}

void BurnDownChart::showNothing(const QString &why)
{
    presentNothing(why);
}

void BurnDownChart::layAxes(const BurnDown &figures, const QLocale &locale)
{
    const QStringList old = m_time->categoriesLabels();
    for (const QString &label : old)
        m_time->remove(label);
    m_time->setRange(xOf(figures.from), xOf(figures.to));
    m_time->setStartValue(xOf(figures.from));
    constexpr std::size_t kMostTicks = 7;
    for (const TimeTick &tick : timeTicks(figures.from, figures.to, kMostTicks, locale))
        m_time->append(tick.label, xOf(tick.at));
}

void BurnDownChart::recolour()
{
    const ChartColors &ink = colors();
    m_used->setPen(QPen(ink.series[0], 2));
    m_projected->setPen(QPen(ink.series[0], 1.5, Qt::DashLine));
    m_limit->setPen(QPen(ink.series[5], 1.5));
    m_soft->setPen(QPen(ink.series[1], 1.5, Qt::DashDotLine));
    m_now->setPen(QPen(ink.faint, 1, Qt::DotLine));
}

} // namespace greenward::ui
