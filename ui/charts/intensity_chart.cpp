#include "ui/charts/intensity_chart.h"

#include "ui/charts/chart_navigation.h"
#include "ui/charts/intensity_table.h"
#include "ui/charts/nice_axis.h"
#include "ui/charts/reading_line.h"
#include "ui/charts/readings.h"
#include "ui/charts/time_grid_item.h"
#include "ui/widgets/plain_text.h"

#include <QBuffer>
#include <QChart>
#include <QChartView>
#include <QGraphicsScene>
#include <QLegend>
#include <QPainter>
#include <QSvgGenerator>
#include <QToolButton>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <utility>

namespace greenward::ui {
namespace {

constexpr int kEdge = 6;
/// A click this near to a line chooses it, in pixels.
constexpr double kNear = 12;
constexpr double kPictureScale = 2;
/// Where "now" stands when it is gone to: room for the forecast.
constexpr double kNowShare = 0.75;

} // namespace

IntensityChart::IntensityChart(QWidget *parent)
    : ChartPanel(parent)
    , m_item(new IntensityItem(&chart()))
    , m_time(new TimeGridItem(&chart()))
    , m_left(new QValueAxis)
    , m_right(new QValueAxis)
    , m_readingLine(new ReadingLine(view().viewport()))
{
    chart().legend()->hide();
    const int line = fontMetrics().height();
    chart().setMargins(QMargins(kEdge, kEdge + line, kEdge + line, kEdge + m_time->labelHeight()));
    chart().addAxis(m_left, Qt::AlignLeft);
    chart().addAxis(m_right, Qt::AlignRight);
    m_right->setGridLineVisible(false);
    m_right->setVisible(false);
    for (QValueAxis *axis : {m_left, m_right})
        axis->setLabelFormat(QStringLiteral("%.0f"));
    // Lines are upright strokes a pixel wide: smoothing would only blur them. Text is smooth all the same.
    view().setRenderHint(QPainter::Antialiasing, false);
    view().setOptimizationFlags(QGraphicsView::DontAdjustForAntialiasing | QGraphicsView::DontSavePainterState);
    view().setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    view().setObjectName(QStringLiteral("intensityChartView"));

    auto *help = new QToolButton(this);
    help->setObjectName(QStringLiteral("chartHelpButton"));
    help->setText(QStringLiteral("?"));
    help->setAutoRaise(true);
    help->setAccessibleName(tr("Keys and mouse of the chart"));
    help->setToolTip(plainTip(ChartNavigation::help()));
    addTool(help);
    view().setToolTip({});
    navigate();
    connect(&chart(), &QChart::plotAreaChanged, this, [this] {
        m_pictureStale = true;
        m_readingLine->hide();
    });
    recolour();
}

void IntensityChart::navigate()
{
    auto *navigation = new ChartNavigation(&view());
    connect(navigation, &ChartNavigation::zoomed, this, [this](double factor, std::optional<double> atX) {
        const Instant middle = m_range.from() + m_range.span() / 2;
        m_range.zoom(factor, atX ? m_item->mapOf(LineAxis::Left).momentAt(*atX) : m_reading.value_or(middle));
        applyRange();
    });
    connect(navigation, &ChartNavigation::panned, this, [this](double share) {
        m_range.pan(milliseconds{std::llround(share * static_cast<double>(m_range.span().count()))});
        applyRange();
    });
    connect(navigation, &ChartNavigation::dragged, this, [this](double pixels) {
        const double share = pixels / std::max(1.0, chart().plotArea().width());
        m_range.pan(milliseconds{-std::llround(share * static_cast<double>(m_range.span().count()))});
        applyRange();
    });
    connect(navigation, &ChartNavigation::allAsked, this, [this] {
        m_range.showAll();
        applyRange();
    });
    connect(navigation, &ChartNavigation::nowAsked, this, [this] {
        const auto before = std::llround(kNowShare * static_cast<double>(m_range.span().count()));
        m_range.show(m_picture.now - milliseconds{before}, m_picture.now - milliseconds{before} + m_range.span());
        applyRange();
    });
    connect(navigation, &ChartNavigation::pointed, this, &IntensityChart::read);
    connect(navigation, &ChartNavigation::clicked, this, &IntensityChart::chooseAt);
    connect(navigation, &ChartNavigation::readingStepped, this, &IntensityChart::stepReading);
    connect(navigation, &ChartNavigation::lineStepped, this, &IntensityChart::stepLine);
}

void IntensityChart::show(IntensityPicture picture, const QLocale &locale)
{
    m_picture = std::move(picture);
    m_locale = locale;
    std::vector<IntensityLine> lines;
    lines.reserve(m_picture.lines.size());
    for (ChartLine &line : m_picture.lines)
        lines.push_back(std::exchange(line.line, {.key = line.line.key}));
    m_item->setLines(std::move(lines));
    m_range.setBounds(m_picture.first, m_picture.last);
    m_time->setNow(m_picture.now);
    m_time->setLocale(locale);
    m_left->setTitleText(chartText(m_picture.leftTitle));
    m_right->setTitleText(chartText(m_picture.rightTitle));
    m_right->setVisible(!m_picture.rightTitle.isEmpty());
    presentLater([this] { return table(); }, sentence());
    emphasise(m_item->emphasis());
    applyRange();
}

void IntensityChart::showNothing(const QString &why)
{
    m_item->setLines({});
    m_picture = {};
    m_readingLine->hide();
    presentNothing(why);
}

const QString &IntensityChart::emphasised() const
{
    return m_item->emphasis();
}

void IntensityChart::emphasise(const QString &key)
{
    m_item->setEmphasis(key);
    const auto found = std::ranges::find(m_picture.lines, key, [](const ChartLine &line) { return line.line.key; });
    const ChartLine *looked = found != m_picture.lines.end() ? &*found : nullptr;
    if (!looked && m_picture.lines.size() == 1) looked = &m_picture.lines.front();
    m_time->setWindows(looked ? looked->lowCarbon : std::vector<TimeSpan>{});
    m_pictureStale = true;
    drawReading();
}

void IntensityChart::setRange(Instant from, Instant to)
{
    m_range.show(from, to);
    applyRange();
}

void IntensityChart::applyRange()
{
    fitAxes();
    m_time->setRange(m_range.from(), m_range.to());
    m_pictureStale = true;
    drawReading();
    refreshTable();
    Q_EMIT rangeChanged();
}

void IntensityChart::fitAxes()
{
    double left = 0;
    double right = 0;
    for (const IntensityLine &line : m_item->lines()) {
        const auto extremes = extremesOf(line, m_range.from(), m_range.to());
        double &highest = line.axis == LineAxis::Left ? left : right;
        if (!extremes.isEmpty()) highest = std::max(highest, static_cast<double>(extremes.high));
    }
    const NiceAxis leftAxis = niceAxis(std::max(left, 10.0));
    const NiceAxis rightAxis = niceAxis(std::max(right, 10.0));
    // Setting what is there already would lay the chart out again.
    const auto set = [](QValueAxis &axis, const NiceAxis &nice) {
        if (axis.max() != nice.high || axis.min() != 0) axis.setRange(0, nice.high);
        if (axis.tickCount() != nice.ticks) axis.setTickCount(nice.ticks);
    };
    set(*m_left, leftAxis);
    set(*m_right, rightAxis);
    m_item->setWindow({m_range.from(), m_range.to(), 0, leftAxis.high, 0, rightAxis.high});
}

void IntensityChart::read(std::optional<QPointF> at)
{
    const QRectF plot = chart().plotArea();
    if (!at || !plot.contains(*at)) {
        m_reading.reset();
    } else {
        m_reading = m_item->mapOf(LineAxis::Left).momentAt(at->x());
        m_nearY = at->y();
    }
    drawReading();
}

void IntensityChart::stepReading(int direction)
{
    milliseconds step{m_range.span() / 20};
    for (const IntensityLine &line : m_item->lines())
        for (const Trace &trace : line.traces)
            if (m_item->emphasis().isEmpty() || line.key == m_item->emphasis()) step = std::min(step, trace.step);
    const bool nowShown = m_picture.now >= m_range.from() && m_picture.now < m_range.to();
    const Instant start = nowShown ? m_picture.now : m_range.from() + m_range.span() / 2;
    m_reading =
        m_reading ? std::clamp(*m_reading + step * direction, m_range.from(), m_range.to() - milliseconds{1}) : start;
    m_nearY = chart().plotArea().center().y();
    drawReading();
    // For those who hear the chart: what the line now says.
    QStringList said{momentText(*m_reading, m_locale)};
    for (const ReadingRow &row : readings())
        said << tr("%1: %2").arg(row.name, row.value);
    view().setAccessibleDescription(said.join(QStringLiteral("; ")));
}

void IntensityChart::stepLine(int direction)
{
    const std::vector<IntensityLine> &lines = m_item->lines();
    if (lines.empty()) return;
    const auto count = static_cast<int>(lines.size());
    const auto found = std::ranges::find(lines, m_item->emphasis(), &IntensityLine::key);
    const int at = found == lines.end() ? (direction > 0 ? -1 : count) : static_cast<int>(found - lines.begin());
    Q_EMIT lineChosen(lines[static_cast<std::size_t>((at + direction + count) % count)].key);
}

void IntensityChart::chooseAt(const QPointF &at)
{
    const Instant moment = m_item->mapOf(LineAxis::Left).momentAt(at.x());
    double nearest = kNear;
    QString key;
    for (const IntensityLine &line : m_item->lines()) {
        const auto reading = readingAt(line, moment);
        if (!reading) continue;
        const double away = std::abs(m_item->mapOf(line.axis).y(static_cast<double>(reading->value)) - at.y());
        if (away < nearest) {
            nearest = away;
            key = line.key;
        }
    }
    if (!key.isEmpty()) Q_EMIT lineChosen(key);
}

std::vector<ReadingRow> IntensityChart::readings() const
{
    return readingsAt(*m_item, m_reading.value_or(m_picture.now), m_nearY, m_picture.now, m_locale).rows;
}

void IntensityChart::drawReading()
{
    if (!m_reading || m_item->lines().empty()) {
        m_readingLine->hide();
        return;
    }
    if (std::exchange(m_pictureStale, false)) m_readingLine->setPicture(pictureOfChart());
    Readings found = readingsAt(*m_item, *m_reading, m_nearY, m_picture.now, m_locale);
    const QString more = found.leftOut > 0 ? tr("and %n more", nullptr, found.leftOut) : QString();
    m_readingLine->show(m_item->mapOf(LineAxis::Left).x(*m_reading), chart().plotArea(),
                        momentText(*m_reading, m_locale), std::move(found.rows), more, colors());
}

QPixmap IntensityChart::pictureOfChart() const
{
    const double ratio = devicePixelRatioF();
    QPixmap picture((QSizeF(view().viewport()->size()) * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(colors().background);
    QPainter painter(&picture);
    view().render(&painter);
    return picture;
}

QByteArray IntensityChart::png() const
{
    if (m_item->lines().empty()) return {};
    QImage image((QSizeF(view().viewport()->size()) * kPictureScale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(kPictureScale);
    image.fill(colors().background);
    QPainter painter(&image);
    view().render(&painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray IntensityChart::svg() const
{
    if (m_item->lines().empty()) return {};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(view().viewport()->size());
    generator.setViewBox(view().viewport()->rect());
    generator.setTitle(sentence());
    QPainter painter(&generator);
    view().render(&painter, view().viewport()->rect());
    painter.end();
    return bytes;
}

QColor IntensityChart::colorAt(int number) const
{
    const std::vector<QColor> &series = colors().series;
    const auto count = static_cast<int>(series.size());
    QColor color = series[static_cast<std::size_t>(number % count)];
    // After one round the same hue comes back paler; which line it is the reading line says.
    for (int round = 0; round < std::min(number / count, 2); ++round)
        color = QColor::fromRgbF((color.redF() * 2 + colors().background.redF()) / 3,
                                 (color.greenF() * 2 + colors().background.greenF()) / 3,
                                 (color.blueF() * 2 + colors().background.blueF()) / 3);
    return color;
}

void IntensityChart::recolour()
{
    std::vector<QColor> lines;
    for (const ChartLine &line : m_picture.lines)
        lines.push_back(colorAt(line.color));
    // With two axes each says by its ink which lines hang on it.
    const bool two = !m_picture.rightTitle.isEmpty() && lines.size() >= 2;
    m_left->setTitleBrush(two ? lines.front() : colors().faint);
    m_right->setTitleBrush(two ? lines.back() : colors().faint);
    m_item->setColors(std::move(lines));
    m_time->setColors(colors());
    m_pictureStale = true;
    drawReading();
}

void IntensityChart::resizeEvent(QResizeEvent *event)
{
    ChartPanel::resizeEvent(event);
    m_pictureStale = true;
    m_readingLine->hide();
}

ChartTable IntensityChart::table() const
{
    return intensityTable(m_item->lines(), m_range.from(), m_range.to(), m_locale);
}

QString IntensityChart::sentence() const
{
    QStringList said;
    for (const IntensityLine &line : m_item->lines()) {
        if (said.size() == static_cast<qsizetype>(kMostReadings)) break;
        const auto reading = readingAt(line, m_picture.now);
        said << (reading ? tr("%1 %2 g, %3")
                               .arg(line.name, m_locale.toString(static_cast<double>(reading->value), 'f', 0),
                                    kindWord(reading->kind))
                         : tr("%1 unknown now").arg(line.name));
    }
    return tr("Carbon intensity of %n region(s): %1", nullptr, static_cast<int>(m_item->lines().size()))
        .arg(said.join(QStringLiteral("; ")));
}

} // namespace greenward::ui
