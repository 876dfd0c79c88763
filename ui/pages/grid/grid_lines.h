#pragma once

#include "core/engine/grid_rows.h"
#include "ui/charts/intensity_picture.h"

#include <QByteArray>
#include <QString>

#include <span>

namespace greenward::ui {

/// A picture of the engine as a line of the chart. The key is the region, with its signal where two signals stand in
/// one chart.
ChartLine chartLineOf(const engine::GridPicture &picture, int color);
/// "average, g CO₂e per kWh": the title of an axis; empty without pictures.
QString axisTitle(std::span<const engine::GridPicture> pictures, Signal signal);
/// Every point of the pictures that begins in [from, to), with all that is needed to trace it, by RFC 4180.
QByteArray gridCsv(std::span<const engine::GridPicture> pictures, Instant from, Instant to);

} // namespace greenward::ui
