#include "ui/charts/waterfall_chart.h"

#include "ui/charts/plot_overlay.h"
#include "ui/format/placement_text.h"
#include "ui/format/quantities.h"
#include "ui/widgets/plain_text.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
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

/// As short as fits under a bar.
QString shortName(placement::Input input)
{
    switch (input) {
    case placement::Input::Renewable:
        return WaterfallChart::tr("Renewable");
    case placement::Input::Intensity:
        return WaterfallChart::tr("Grid");
    case placement::Input::Wue:
        return WaterfallChart::tr("Water");
    case placement::Input::Pue:
    case placement::Input::Medium:
    case placement::Input::Copies:
        break;
    }
    return format::placementInputText(input);
}

} // namespace

WaterfallChart::WaterfallChart(QWidget *parent)
    : ChartPanel(parent)
    , m_names(new QBarCategoryAxis)
    , m_amount(new QValueAxis)
    , m_frame(new QBarSeries)
    , m_overlay(new PlotOverlay(chart()))
{
    setObjectName(QStringLiteral("waterfallChart"));
    chart().legend()->hide();
    chart().addAxis(m_names, Qt::AlignBottom);
    chart().addAxis(m_amount, Qt::AlignLeft);
    chart().addSeries(m_frame);
    m_frame->attachAxis(m_names);
    m_frame->attachAxis(m_amount);
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
        return Bar{QString::fromStdString(candidate.scored.spec.id.text()),
                   points ? locale.toString(value, 'f', 2) : format::carbon(candidate.scored.perTerabyteMonth, locale),
                   0, value, Bar::Kind::Total};
    };
    std::vector<Bar> bars{total(*other)};
    ChartTable table{{tr("input"), tr("winner"), tr("runner-up"), tr("the winner gains")}, {}};
    double at = bars.front().to;
    for (const placement::Step &step : comparison.steps) {
        const double change = changeOf(step, by);
        const QString gained = format::gain(step.gain, by, locale);
        bars.push_back({shortName(step.input), gained, at, at + change,
                        step.gain > 0   ? Bar::Kind::Gain
                        : step.gain < 0 ? Bar::Kind::Loss
                                        : Bar::Kind::Same});
        table.rows.push_back(
            {format::placementInputText(step.input), format::plain(step.winner), format::plain(step.runnerUp), gained});
        at += change;
    }
    bars.push_back(total(*decision.chosen()));
    m_bars = std::move(bars);
    lay(points, locale);
    present(std::move(table), format::comparisonWords(decision, comparison, locale));
}

void WaterfallChart::lay(bool points, const QLocale &locale)
{
    double low = m_bars.front().to;
    double high = low;
    for (const Bar &bar : m_bars) {
        low = std::min({low, bar.to, bar.kind == Bar::Kind::Total ? bar.to : bar.from});
        high = std::max({high, bar.to, bar.from});
    }
    // Differences are what is to be seen: the axis begins below the lowest step and says so.
    const double room = std::max((high - low) * 0.25, std::abs(high) * 0.01);
    m_low = low - room;
    if (low >= 0 && m_low < low * 0.25) m_low = 0;
    m_high = high + room;
    m_amount->setRange(m_low, m_high);
    m_amount->setLabelFormat(m_high - m_low < 10 ? QStringLiteral("%.1f") : QStringLiteral("%.0f"));
    const QString unit = points ? tr("points") : tr("g CO₂e per TB-month");
    m_amount->setTitleText(unit);
    const QString way = tr("From %1 to %2", "backends").arg(m_bars.front().name, m_bars.back().name);
    setHeading(m_low > 0 ? tr("%1; the axis begins at %2").arg(way, locale.toString(m_low, 'f', 1)) : way);

    QStringList names;
    auto *nothing = new QBarSet(QString());
    for (const Bar &bar : m_bars) {
        names << bar.name;
        *nothing << 0;
    }
    m_frame->clear();
    nothing->setBrush(Qt::transparent);
    nothing->setPen(Qt::NoPen);
    m_frame->append(nothing);
    m_names->clear();
    for (const QString &name : names)
        m_names->append(chartText(name));
    chart().legend()->hide();
    draw();
}

void WaterfallChart::draw()
{
    const ChartColors &ink = colors();
    std::vector<PlotOverlay::Bar> bars;
    std::vector<PlotOverlay::Note> notes;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const Bar &bar = m_bars[i];
        const bool total = bar.kind == Bar::Kind::Total;
        const QColor color = bar.kind == Bar::Kind::Gain   ? ink.series[2]
                             : bar.kind == Bar::Kind::Loss ? ink.series[5]
                                                           : ink.faint;
        const double from = total ? m_low : bar.from;
        const auto center = static_cast<double>(i) + 0.5;
        bars.push_back({center, 0.7, from, bar.to,
                        bar.kind == Bar::Kind::Loss ? hatched(color, Qt::BDiagPattern) : QBrush(color),
                        QPen(color, 1.5)});
        notes.push_back({{center, std::max(from, bar.to)}, bar.label});
    }
    m_overlay->setInk(ink.ink, font());
    m_overlay->set({0, static_cast<double>(std::max<std::size_t>(1, m_bars.size())), m_low, m_high}, std::move(bars),
                   std::move(notes));
}

void WaterfallChart::recolour()
{
    draw();
}

} // namespace greenward::ui
