#include "ui/charts/waterfall_chart.h"

#include "ui/format/placement_text.h"
#include "ui/format/quantities.h"

#include <QBarCategoryAxis>
#include <QCandlestickSeries>
#include <QCandlestickSet>
#include <QChart>
#include <QChartView>
#include <QLegend>
#include <QPen>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace greenward::ui {
namespace {

double valueOf(const placement::Candidate &candidate, placement::RankBy rankedBy)
{
    switch (rankedBy) {
    case placement::RankBy::Score:
        return static_cast<double>(candidate.scored.score.total.millionths()) / 1e6;
    case placement::RankBy::Footprint:
        return static_cast<double>(candidate.scored.perTerabyteMonth.micrograms()) / 1e6;
    case placement::RankBy::Literal:
        return static_cast<double>(candidate.literal.millionths()) / 1e6;
    }
    return 0;
}

/// Steps are in hundredths of a point, or in micrograms by which the winner emits less.
double changeOf(const placement::Step &step, placement::RankBy rankedBy)
{
    return rankedBy == placement::RankBy::Footprint ? -static_cast<double>(step.gain) / 1e6
                                                    : static_cast<double>(step.gain) / 100.0;
}

} // namespace

WaterfallChart::WaterfallChart(QWidget *parent)
    : ChartPanel(parent)
    , m_names(new QBarCategoryAxis)
    , m_amount(new QValueAxis)
    , m_bars(new QCandlestickSeries)
{
    setObjectName(QStringLiteral("waterfallChart"));
    m_bars->setBodyOutlineVisible(true);
    m_bars->setBodyWidth(0.7);
    m_bars->setCapsVisible(false);
    chart().legend()->hide();
    chart().addAxis(m_names, Qt::AlignBottom);
    chart().addAxis(m_amount, Qt::AlignLeft);
    chart().addSeries(m_bars);
    m_bars->attachAxis(m_names);
    m_bars->attachAxis(m_amount);
    recolour();
}

void WaterfallChart::show(const placement::Decision &decision, const placement::Comparison &comparison,
                          const QLocale &locale)
{
    const placement::RankBy by = decision.rankedBy;
    const auto other = std::ranges::find_if(
        decision.ranked, [&](const auto &candidate) { return candidate.scored.spec.id == comparison.runnerUp; });
    if (!decision.chosen() || other == decision.ranked.end())
        return showNothing(tr("There is no other candidate to compare with."));
    const bool points = by != placement::RankBy::Footprint;
    const auto total = [&](const placement::Candidate &candidate) {
        const double value = valueOf(candidate, by);
        return Bar{tr("%1\n%2").arg(QString::fromStdString(candidate.scored.spec.id.text()),
                                    points ? locale.toString(value, 'f', 2)
                                           : format::carbon(candidate.scored.perTerabyteMonth, locale)),
                   0, value, Bar::Kind::Total};
    };
    std::vector<Bar> bars{total(*other)};
    ChartTable table{{tr("input"), tr("winner"), tr("runner-up"), tr("the winner gains")}, {}};
    double at = bars.front().to;
    for (const placement::Step &step : comparison.steps) {
        const double change = changeOf(step, by);
        const QString gained = format::gain(step.gain, by, locale);
        bars.push_back({tr("%1\n%2").arg(format::placementInputText(step.input), gained), at, at + change,
                        step.gain > 0   ? Bar::Kind::Gain
                        : step.gain < 0 ? Bar::Kind::Loss
                                        : Bar::Kind::Same});
        table.rows.push_back(
            {format::placementInputText(step.input), format::plain(step.winner), format::plain(step.runnerUp), gained});
        at += change;
    }
    bars.push_back(total(*decision.chosen()));
    lay(bars, points, locale);
    present(std::move(table), format::comparisonWords(decision, comparison, locale));
}

void WaterfallChart::lay(const std::vector<Bar> &bars, bool points, const QLocale &locale)
{
    double low = bars.front().to;
    double high = low;
    for (const Bar &bar : bars) {
        low = std::min({low, bar.to, bar.kind == Bar::Kind::Total ? bar.to : bar.from});
        high = std::max({high, bar.to, bar.from});
    }
    // Differences are what is to be seen: the axis begins below the lowest step and says so.
    const double room = std::max((high - low) * 0.25, high * 0.01);
    double floor = low - room;
    if (low >= 0 && floor < low * 0.25) floor = 0;
    m_amount->setRange(floor, high + room);
    m_amount->setLabelFormat(high - floor < 10 ? QStringLiteral("%.1f") : QStringLiteral("%.0f"));
    const QString unit = points ? tr("points") : tr("g CO₂e per TB-month");
    m_amount->setTitleText(floor > 0 ? tr("%1; the axis begins at %2").arg(unit, locale.toString(floor, 'f', 1))
                                     : unit);

    m_bars->clear();
    m_kinds.clear();
    m_names->clear();
    QStringList names;
    for (const Bar &bar : bars) {
        const double from = bar.kind == Bar::Kind::Total ? floor : bar.from;
        auto *set = new QCandlestickSet;
        set->setOpen(from);
        set->setClose(bar.to);
        set->setHigh(std::max(from, bar.to));
        set->setLow(std::min(from, bar.to));
        m_bars->append(set);
        m_kinds.push_back(bar.kind);
        names << bar.label;
    }
    m_names->append(names);
    chart().legend()->hide();
}

void WaterfallChart::recolour()
{
    const ChartColors &ink = colors();
    const QList<QCandlestickSet *> sets = m_bars->sets();
    for (int i = 0; i < sets.size(); ++i) {
        const Bar::Kind kind = m_kinds[static_cast<std::size_t>(i)];
        const QColor color = kind == Bar::Kind::Total  ? ink.faint
                             : kind == Bar::Kind::Gain ? ink.series[2]
                             : kind == Bar::Kind::Loss ? ink.series[5]
                                                       : ink.faint;
        sets[i]->setBrush(kind == Bar::Kind::Loss ? hatched(color, Qt::BDiagPattern) : QBrush(color));
        sets[i]->setPen(QPen(color, 1.5));
    }
}

} // namespace greenward::ui
