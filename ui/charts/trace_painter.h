#pragma once

#include "ui/charts/intensity_line.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace greenward::ui {

/// Which moment and which amount stand where.
struct PlotMap
{
    QRectF area;
    Instant from;
    Instant to;
    double low = 0;
    double high = 1;

    double x(Instant at) const;
    double y(double value) const;
    Instant momentAt(double x) const;
};

struct TraceStyle
{
    QColor color;
    double width = 1;
};

/// Solid when measured, dots when estimated, dashes when forecast, and nothing across a gap. At most one stroke per
/// device pixel column however many samples lie in it, and drawn as separate segments: a polyline of a wide pen costs a
/// hundred times more. Dots and dashes stand by time, so that they do not crawl when one pans. The caller clips.
void paintTrace(QPainter &painter, const PlotMap &map, const Trace &trace, const TraceStyle &style);

/// The surface between the edges of a band, in a wash of `color`.
void paintBand(QPainter &painter, const PlotMap &map, const TraceBand &band, const QColor &color);

} // namespace greenward::ui
