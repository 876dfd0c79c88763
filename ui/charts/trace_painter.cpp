#include "ui/charts/trace_painter.h"

#include <QPaintDevice>
#include <QPainter>
#include <QPolygonF>
#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

namespace greenward::ui {
namespace {

constexpr int kWashAlpha = 56;
/// The least that is drawn of a sample without neighbours.
constexpr double kLoneSample = 4;
constexpr double kLeastStroke = 1; ///< of one column, upwards

/// Drawn and left out, in pixels along the time axis; a period of 0 is a solid line.
struct Dashes
{
    double on = 1;
    double period = 0;
};

Dashes dashesOf(SampleKind kind)
{
    switch (kind) {
    case SampleKind::Measured:
        return {1, 0};
    case SampleKind::Estimated:
        return {1.5, 5};
    case SampleKind::Forecast:
        return {7, 11};
    }
    return {};
}

using Segments = QVarLengthArray<QLineF, 2048>;

/// The parts of a segment that fall on dashes. `phase`: where the pattern begins, in x.
void addDashed(Segments &into, const QLineF &line, const Dashes &dashes, double phase)
{
    if (dashes.period <= 0) {
        into.append(line);
        return;
    }
    const double slope = line.dx() > 0 ? line.dy() / line.dx() : 0;
    const auto yAt = [&](double x) {
        return line.y1() + (x - line.x1()) * slope;
    };
    const double first = phase + std::floor((line.x1() - phase) / dashes.period) * dashes.period;
    const int count = 1 + static_cast<int>(std::floor((line.x2() - first) / dashes.period));
    for (int dash = 0; dash < count; ++dash) {
        const double start = first + dash * dashes.period;
        const double a = std::max(start, line.x1());
        const double b = std::min(start + dashes.on, line.x2());
        if (a <= b) into.append(QLineF(a, yAt(a), b, yAt(b)));
    }
}

/// Fewer samples than columns: from each to the next; the one before a gap holds as long as it lasts.
void addSparse(Segments &into, const PlotMap &map, const Trace &trace, const Dashes &dashes, double phase)
{
    const std::span<const float> all = trace.samples.samples();
    const auto index = [&](Instant at) {
        return std::clamp<std::int64_t>((at - trace.start) / trace.step, 0, static_cast<std::int64_t>(all.size()) - 1);
    };
    const auto first = static_cast<std::size_t>(index(map.from));
    const auto last = std::min(static_cast<std::size_t>(index(map.to)) + 1, all.size() - 1);
    const auto known = [&](std::size_t at) {
        return at < all.size() && !std::isnan(all[at]);
    };
    for (std::size_t at = first; at <= last; ++at) {
        if (!known(at)) continue;
        const QPointF here(map.x(trace.at(at)), map.y(static_cast<double>(all[at])));
        if (known(at + 1)) {
            const QPointF next(map.x(trace.at(at + 1)), map.y(static_cast<double>(all[at + 1])));
            addDashed(into, QLineF(here, next), dashes, phase);
        } else {
            const bool alone = at == 0 || !known(at - 1);
            const double end = std::max(map.x(trace.at(at + 1)), here.x() + (alone ? kLoneSample : 0));
            addDashed(into, QLineF(here, QPointF(end, here.y())), dashes, phase);
        }
    }
}

/// More samples than columns: one upright stroke from the lowest to the highest of each, stretched to meet the one
/// before it.
void addDense(Segments &into, const PlotMap &map, const Trace &trace, const Dashes &dashes, double phase, double ratio)
{
    const double perColumn = static_cast<double>((map.to - map.from).count()) / (map.area.width() * ratio);
    const double step = static_cast<double>(trace.step.count());
    const double offset = static_cast<double>((map.from - trace.start).count());
    const double count = static_cast<double>(trace.samples.size());
    const auto columns = static_cast<int>(std::ceil(map.area.width() * ratio));
    const auto index = [&](int column) {
        return static_cast<std::size_t>(
            std::clamp(std::ceil((offset + static_cast<double>(column) * perColumn) / step), 0.0, count));
    };
    MinMaxPyramid::Extremes before{1, 0};
    std::size_t from = index(0);
    for (int column = 0; column < columns; ++column) {
        const std::size_t to = index(column + 1);
        const MinMaxPyramid::Extremes here = trace.samples.extremes(from, to);
        from = to;
        const MinMaxPyramid::Extremes last = std::exchange(before, here);
        if (here.isEmpty()) continue;
        const double x = map.area.left() + (column + 0.5) / ratio;
        if (dashes.period > 0 && std::fmod(x - phase + 1e6 * dashes.period, dashes.period) > dashes.on) continue;
        float low = here.low;
        float high = here.high;
        if (!last.isEmpty()) {
            low = std::min(low, last.high);
            high = std::max(high, last.low);
        }
        double top = map.y(static_cast<double>(high));
        double bottom = map.y(static_cast<double>(low));
        // A stroke without length is not drawn everywhere.
        if (bottom - top < kLeastStroke) {
            top = (top + bottom - kLeastStroke) / 2;
            bottom = top + kLeastStroke;
        }
        into.append(QLineF(x, top, x, bottom));
    }
}

} // namespace

double PlotMap::x(Instant at) const
{
    const auto span = static_cast<double>((to - from).count());
    return area.left() + area.width() * static_cast<double>((at - from).count()) / span;
}

double PlotMap::y(double value) const
{
    return area.bottom() - area.height() * (value - low) / (high - low);
}

Instant PlotMap::momentAt(double x) const
{
    const double part = (x - area.left()) / area.width();
    return from + milliseconds{std::llround(part * static_cast<double>((to - from).count()))};
}

void paintTrace(QPainter &painter, const PlotMap &map, const Trace &trace, const TraceStyle &style)
{
    if (map.to <= map.from || trace.samples.size() == 0 || trace.start >= map.to || trace.end() <= map.from) return;
    const Dashes dashes = dashesOf(trace.kind);
    // The pattern begins at a fixed moment, to the pixel: dashes travel with the time they stand for.
    const double pixelMs = static_cast<double>((map.to - map.from).count()) / map.area.width();
    const double phase = dashes.period <= 0
                             ? 0
                             : map.area.left() - std::fmod(static_cast<double>(map.from.time_since_epoch().count()),
                                                           dashes.period * pixelMs) /
                                                     pixelMs;
    const double ratio = painter.device()->devicePixelRatioF();
    const double samplesPerColumn = pixelMs / ratio / static_cast<double>(trace.step.count());

    Segments segments;
    if (samplesPerColumn < 1)
        addSparse(segments, map, trace, dashes, phase);
    else
        addDense(segments, map, trace, dashes, phase, ratio);
    QPen pen(style.color, style.width);
    pen.setCosmetic(true);
    // Without its end pixel a stroke would lose half a dash, and a wide solid line would fall into pieces where it
    // bends; wide dashes, though, would reach into one another.
    pen.setCapStyle(style.width > 1 && dashes.period > 0 ? Qt::FlatCap : Qt::SquareCap);
    painter.setPen(pen);
    painter.drawLines(segments.constData(), static_cast<int>(segments.size()));
}

void paintBand(QPainter &painter, const PlotMap &map, const TraceBand &band, const QColor &color)
{
    QColor wash = color;
    wash.setAlpha(kWashAlpha);
    painter.setPen(Qt::NoPen);
    painter.setBrush(wash);
    const std::size_t count = std::min(band.low.size(), band.high.size());
    const auto known = [&](std::size_t at) {
        return at < count && !std::isnan(band.low[at]) && !std::isnan(band.high[at]);
    };
    for (std::size_t first = 0; first < count; ++first) {
        if (!known(first)) continue;
        std::size_t last = first;
        while (known(last + 1))
            ++last;
        QPolygonF surface;
        const auto point = [&](std::size_t at, float value) {
            surface << QPointF(map.x(band.start + band.step * static_cast<std::int64_t>(at)),
                               map.y(static_cast<double>(value)));
        };
        for (std::size_t at = first; at <= last; ++at)
            point(at, band.high[at]);
        for (std::size_t at = last + 1; at-- > first;)
            point(at, band.low[at]);
        painter.drawPolygon(surface);
        first = last;
    }
}

} // namespace greenward::ui
