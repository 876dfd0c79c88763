#pragma once

#include "core/base/clock.h"
#include "ui/charts/min_max_pyramid.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace greenward::ui {

/// How a sample came about; each is drawn in its own way, and none as another.
enum class SampleKind { Measured, Estimated, Forecast };

/// One point as its provider gave it.
struct ChartPoint
{
    Instant at;
    milliseconds length{0}; ///< how long it holds; 0: not told
    float value = 0;        ///< in the unit of the axis
    SampleKind kind = SampleKind::Measured;
};

/// Samples of one kind on a regular grid; NaN where there is none.
struct Trace
{
    SampleKind kind = SampleKind::Measured;
    Instant start;
    milliseconds step{300'000};
    MinMaxPyramid samples;

    Instant at(std::size_t index) const { return start + step * static_cast<std::int64_t>(index); }
    Instant end() const { return at(samples.size()); }
    /// The sample in force at `moment`, if there is one.
    std::optional<float> valueAt(Instant moment) const;
};

/// Between what a forecast is expected to lie: the 80 % of past errors around it.
struct TraceBand
{
    Instant start;
    milliseconds step{3'600'000};
    std::vector<float> low; ///< NaN: not known
    std::vector<float> high;
};

/// Against which of the two axes a line is drawn. What hangs on different axes may not be compared (C-23).
enum class LineAxis { Left, Right };

/// One region in one signal.
struct IntensityLine
{
    QString key;    ///< stable, for selection
    QString name;   ///< "DE"
    QString source; ///< "Energy-Charts, zone de": who says so
    LineAxis axis = LineAxis::Left;
    std::vector<Trace> traces; ///< at most one of each kind
    std::optional<TraceBand> band;

    const Trace *trace(SampleKind kind) const;
};

struct Reading
{
    float value = 0;
    SampleKind kind = SampleKind::Measured;
    Instant at; ///< begin of the sample
};
/// What the line says about `moment`: what was measured goes before what was estimated, that before the forecast.
std::optional<Reading> readingAt(const IntensityLine &line, Instant moment);

/// The points as traces, each kind on the grid of its shortest step. A point fills as many cells as it lasts; what
/// nobody told stays a gap. Points ascend by kind.
std::vector<Trace> tracesOf(std::span<const ChartPoint> points);

/// Lowest and highest of all traces that touch [from, to); empty when there is nothing.
MinMaxPyramid::Extremes extremesOf(const IntensityLine &line, Instant from, Instant to);

} // namespace greenward::ui
