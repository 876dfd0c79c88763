// One redraw of the grid chart against QCustomPlot: the same noisy data, size, pens and platform, in turns.
#include "ui/charts/chart_colors.h"
#include "ui/charts/intensity_item.h"
#include "ui/charts/time_grid_item.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QElapsedTimer>
#include <QValueAxis>
#include <qcustomplot.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <random>

using namespace greenward;
using namespace greenward::ui;

namespace {

constexpr int kWidth = 1200;
constexpr int kHeight = 700;
constexpr int kRounds = 5;
constexpr int kFrames = 12;
constexpr milliseconds kStep{300'000};
constexpr double kHigh = 900;

/// Noise that comes back to its mean, so that it stays in view.
std::vector<float> noise(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> push(0, 14);
    const float mean = 120.0F + 12.0F * static_cast<float>(seed % 50);
    std::vector<float> samples(count);
    float at = mean;
    for (float &sample : samples)
        sample = at = std::clamp(at + (mean - at) * 0.02F + push(random), 5.0F, 890.0F);
    return samples;
}

double milliseconds_of(QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// A chart as the console makes it: frame, amounts and labels by QChart, times and lines by items of its own.
class Ours final
{
public:
    explicit Ours(const std::vector<std::vector<float>> &data)
        : m_chart(new QChart)
        , m_view(m_chart)
        , m_item(new IntensityItem(m_chart))
        , m_time(new TimeGridItem(m_chart))
        , m_count(data.front().size())
    {
        auto *amount = new QValueAxis;
        m_chart->addAxis(amount, Qt::AlignLeft);
        m_chart->setMargins(QMargins(4, 20, 4, 4 + m_time->labelHeight()));
        m_time->setColors(chartColors(m_view.palette()));
        amount->setRange(0, kHigh);
        std::vector<IntensityLine> lines;
        std::vector<QColor> colors;
        for (const std::vector<float> &samples : data) {
            lines.push_back({.key = QString::number(lines.size()),
                             .name = {},
                             .source = {},
                             .axis = LineAxis::Left,
                             .traces = {{SampleKind::Measured, Instant{}, kStep, MinMaxPyramid(samples)}},
                             .band = {}});
            colors.push_back(QColor::fromHsv(static_cast<int>(colors.size() * 7 % 360), 200, 180));
        }
        m_item->setLines(std::move(lines));
        m_item->setColors(std::move(colors));
        m_view.setFrameShape(QFrame::NoFrame);
        m_view.setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
        m_view.resize(kWidth, kHeight);
        m_view.show();
        redraw();
    }
    /// A sample more on every line, the window one step further, and painted.
    double redraw()
    {
        QElapsedTimer timer;
        timer.start();
        for (std::size_t line = 0; line < m_item->lines().size(); ++line)
            m_item->append(line, SampleKind::Measured, 300);
        ++m_shift;
        const auto from = static_cast<std::int64_t>(m_shift);
        const auto to = static_cast<std::int64_t>(m_count + m_shift);
        m_time->setRange(Instant{kStep * from}, Instant{kStep * to});
        m_item->setWindow({Instant{kStep * from}, Instant{kStep * to}, 0, kHigh, 0, 1});
        m_view.viewport()->repaint();
        return milliseconds_of(timer);
    }

private:
    QChart *m_chart;
    QChartView m_view;
    IntensityItem *m_item;
    TimeGridItem *m_time;
    std::size_t m_count;
    std::size_t m_shift = 0;
};

class Custom final
{
public:
    explicit Custom(const std::vector<std::vector<float>> &data)
        : m_count(data.front().size())
    {
        m_plot.setNoAntialiasingOnDrag(true);
        m_plot.setNotAntialiasedElements(QCP::aeAll);
        m_plot.setPlottingHint(QCP::phFastPolylines, true);
        for (const std::vector<float> &samples : data) {
            QCPGraph *graph = m_plot.addGraph();
            graph->setAdaptiveSampling(true);
            graph->setPen(QPen(QColor::fromHsv(m_plot.graphCount() * 7 % 360, 200, 180), 1));
            QVector<double> keys;
            QVector<double> values;
            for (std::size_t i = 0; i < samples.size(); ++i) {
                keys.append(static_cast<double>(i));
                values.append(static_cast<double>(samples[i]));
            }
            graph->setData(keys, values, true);
        }
        m_plot.yAxis->setRange(0, kHigh);
        m_plot.resize(kWidth, kHeight);
        m_plot.show();
        redraw();
    }
    double redraw()
    {
        QElapsedTimer timer;
        timer.start();
        for (int graph = 0; graph < m_plot.graphCount(); ++graph)
            m_plot.graph(graph)->addData(static_cast<double>(m_count + m_shift), 300);
        ++m_shift;
        m_plot.xAxis->setRange(static_cast<double>(m_shift), static_cast<double>(m_count + m_shift));
        m_plot.replot(QCustomPlot::rpImmediateRefresh);
        return milliseconds_of(timer);
    }

private:
    QCustomPlot m_plot;
    std::size_t m_count;
    std::size_t m_shift = 0;
};

void compare(const char *what, int lines, std::size_t samples, double wanted)
{
    std::vector<std::vector<float>> data;
    for (int line = 0; line < lines; ++line)
        data.push_back(noise(samples, static_cast<unsigned>(line)));
    const auto ours = std::make_unique<Ours>(data);
    const auto custom = std::make_unique<Custom>(data);
    QApplication::processEvents();
    std::vector<double> oursMs;
    std::vector<double> customMs;
    std::vector<double> ratios;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<double> a;
        std::vector<double> b;
        for (int frame = 0; frame < kFrames; ++frame) {
            a.push_back(ours->redraw());
            b.push_back(custom->redraw());
        }
        oursMs.push_back(median(a));
        customMs.push_back(median(b));
        ratios.push_back(oursMs.back() / customMs.back());
    }
    std::printf("%-38s  ours %7.2f ms   QCustomPlot %7.2f ms   ratio %.2f (%.2f to %.2f)   wanted <= %.1f\n", what,
                median(oursMs), median(customMs), median(ratios), *std::ranges::min_element(ratios),
                *std::ranges::max_element(ratios), wanted);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    std::printf(
        "a new sample on every line and a whole repaint, %dx%d, 1 px lines, medians of %d frames in %d rounds\n",
        kWidth, kHeight, kFrames, kRounds);
    compare("50 regions x 7 days of 5 minutes", 50, 2'016, 0.9);
    compare("1 line of 1,000,000 points", 1, 1'000'000, 0.5);
    compare("10 lines of 1,000,000 points", 10, 1'000'000, 0.5);
    return 0;
}
