#include "ui/charts/intensity_line.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace greenward::ui {
namespace {

constexpr float kGap = std::numeric_limits<float>::quiet_NaN();
constexpr milliseconds kFinest{60'000}; ///< no provider publishes finer; stray milliseconds must not set the step
constexpr milliseconds kNotTold{3'600'000};
/// Two years of five minutes; more would be a mistake in the data, and is drawn coarser.
constexpr std::int64_t kMostCells = 220'000;

/// The shortest distance between neighbours, or the length of a lone point.
milliseconds stepOf(std::span<const ChartPoint> points)
{
    milliseconds step = milliseconds::max();
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i].length.count() > 0) step = std::min(step, points[i].length);
        if (i > 0) step = std::min(step, points[i].at - points[i - 1].at);
    }
    if (points.size() == 1 && points.front().length.count() == 0) step = kNotTold;
    step = std::max(step, kFinest);
    const milliseconds span = points.back().at - points.front().at;
    return std::max(step, milliseconds{span.count() / kMostCells});
}

Trace traceOf(std::span<const ChartPoint> points)
{
    const milliseconds step = stepOf(points);
    const Instant start = points.front().at;
    const auto cellOf = [&](Instant at) {
        return static_cast<std::size_t>((at - start) / step);
    };
    const auto lasting = [&](const ChartPoint &point) {
        return static_cast<std::size_t>(std::max<std::int64_t>(1, point.length / step));
    };
    std::vector<float> cells(cellOf(points.back().at) + lasting(points.back()), kGap);
    for (const ChartPoint &point : points) {
        const std::size_t first = cellOf(point.at);
        const std::size_t last = std::min(first + lasting(point), cells.size());
        std::fill(cells.begin() + static_cast<std::ptrdiff_t>(first), cells.begin() + static_cast<std::ptrdiff_t>(last),
                  point.value);
    }
    return {points.front().kind, start, step, MinMaxPyramid(std::move(cells))};
}

} // namespace

std::optional<float> Trace::valueAt(Instant moment) const
{
    if (moment < start || moment >= end()) return {};
    const float found = samples.samples()[static_cast<std::size_t>((moment - start) / step)];
    return std::isnan(found) ? std::nullopt : std::optional(found);
}

const Trace *IntensityLine::trace(SampleKind kind) const
{
    const auto found = std::ranges::find(traces, kind, &Trace::kind);
    return found == traces.end() ? nullptr : &*found;
}

std::optional<Reading> readingAt(const IntensityLine &line, Instant moment)
{
    for (const SampleKind kind : {SampleKind::Measured, SampleKind::Estimated, SampleKind::Forecast}) {
        const Trace *trace = line.trace(kind);
        if (!trace) continue;
        if (const auto value = trace->valueAt(moment))
            return Reading{*value, kind, trace->at(static_cast<std::size_t>((moment - trace->start) / trace->step))};
    }
    return {};
}

std::vector<Trace> tracesOf(std::span<const ChartPoint> points)
{
    std::vector<Trace> traces;
    for (const SampleKind kind : {SampleKind::Measured, SampleKind::Estimated, SampleKind::Forecast}) {
        std::vector<ChartPoint> ofKind;
        std::ranges::copy_if(points, std::back_inserter(ofKind),
                             [kind](const ChartPoint &point) { return point.kind == kind; });
        if (!ofKind.empty()) traces.push_back(traceOf(ofKind));
    }
    return traces;
}

MinMaxPyramid::Extremes extremesOf(const IntensityLine &line, Instant from, Instant to)
{
    MinMaxPyramid::Extremes all{std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity()};
    for (const Trace &trace : line.traces) {
        const auto index = [&trace](Instant at) {
            return at <= trace.start ? std::size_t{0} : static_cast<std::size_t>((at - trace.start) / trace.step);
        };
        const auto found = trace.samples.extremes(index(from), index(to) + 1);
        all.low = std::min(all.low, found.low);
        all.high = std::max(all.high, found.high);
    }
    return all;
}

} // namespace greenward::ui
