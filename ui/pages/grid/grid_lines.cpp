#include "ui/pages/grid/grid_lines.h"

#include "core/base/csv_table.h"
#include "core/base/time_text.h"
#include "ui/format/quantities.h"
#include "ui/format/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace greenward::ui {
namespace {

struct GridLines
{
    Q_DECLARE_TR_FUNCTIONS(GridLines)
};

constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

float gramsOf(GramsPerKwh value)
{
    return static_cast<float>(value.milligrams()) / 1000.0F;
}

void addPoints(std::vector<ChartPoint> &into, const std::vector<engine::GridPicture::Point> &points, SampleKind kind)
{
    for (const engine::GridPicture::Point &point : points)
        into.push_back({point.from, point.length, gramsOf(point.value), kind});
}

/// On the grid of the forecast, so that the band's edges stand where its points do.
std::optional<TraceBand> bandOf(const engine::GridPicture &picture, const Trace *forecast)
{
    if (picture.band.empty() || !forecast) return {};
    TraceBand band{forecast->start, forecast->step, std::vector<float>(forecast->samples.size(), kUnknown), {}};
    band.high = band.low;
    for (const engine::GridPicture::Band &one : picture.band) {
        if (one.from < band.start) continue;
        const auto first = static_cast<std::size_t>((one.from - band.start) / band.step);
        const auto cells = static_cast<std::size_t>(std::max<std::int64_t>(1, one.length / band.step));
        for (std::size_t at = first; at < std::min(first + cells, band.low.size()); ++at) {
            band.low[at] = gramsOf(one.low);
            band.high[at] = gramsOf(one.high);
        }
    }
    return band;
}

void addCsv(std::string &out, const engine::GridPicture &picture, const engine::GridPicture::Point &point)
{
    const auto cell = [&out](std::string_view text, bool last = false) {
        out += csvCell(text);
        out += last ? "\r\n" : ",";
    };
    cell(picture.region.text());
    cell(signalName(picture.signal));
    cell(gasName(picture.gas));
    cell(picture.provider);
    cell(picture.zone);
    cell(picture.hourly && point.kind != grid::PointKind::Forecast ? "hourly mean" : grid::pointKindName(point.kind));
    cell(toRfc3339(point.from));
    cell(std::to_string(std::chrono::duration_cast<std::chrono::seconds>(point.length).count()));
    cell(point.value.gramsText());
    cell(point.method);
    cell(picture.basis);
    cell(picture.licence);
    const bool issued = point.kind == grid::PointKind::Forecast && picture.forecastIssued;
    cell(issued ? toRfc3339(*picture.forecastIssued) : std::string(), true);
}

} // namespace

ChartLine chartLineOf(const engine::GridPicture &picture, int color)
{
    ChartLine made;
    made.color = color;
    made.line.key = QString::fromStdString(picture.region.text());
    made.line.name = format::plain(picture.region.text());
    if (!picture.provider.empty())
        made.line.source =
            picture.zone.empty() || picture.zone == picture.region.text()
                ? format::plain(picture.provider)
                : GridLines::tr("%1, zone %2").arg(format::plain(picture.provider), format::plain(picture.zone));
    std::vector<ChartPoint> points;
    addPoints(points, picture.measured, SampleKind::Measured);
    addPoints(points, picture.estimated, SampleKind::Estimated);
    addPoints(points, picture.forecast, SampleKind::Forecast);
    made.line.traces = tracesOf(points);
    made.line.band = bandOf(picture, made.line.trace(SampleKind::Forecast));
    for (const engine::GridPicture::Window &window : picture.lowCarbon)
        made.lowCarbon.push_back({window.from, window.to});
    return made;
}

QString axisTitle(std::span<const engine::GridPicture> pictures, Signal signal)
{
    const auto of = [signal](const engine::GridPicture &picture) {
        return picture.signal == signal && !picture.provider.empty();
    };
    const auto first = std::ranges::find_if(pictures, of);
    if (first == pictures.end()) return {};
    const bool mixed = std::ranges::any_of(
        pictures, [&](const engine::GridPicture &picture) { return of(picture) && picture.gas != first->gas; });
    if (mixed) return GridLines::tr("%1, g CO₂ or CO₂e per kWh").arg(format::signalText(signal));
    return first->gas == Gas::CO2 ? GridLines::tr("%1, g CO₂ per kWh").arg(format::signalText(signal))
                                  : GridLines::tr("%1, g CO₂e per kWh").arg(format::signalText(signal));
}

QByteArray gridCsv(std::span<const engine::GridPicture> pictures, Instant from, Instant to)
{
    std::string out =
        "region,signal,gas,provider,zone,kind,time,length_s,intensity_g_per_kwh,method,basis,licence,issued_at\r\n";
    for (const engine::GridPicture &picture : pictures)
        for (const auto *points : {&picture.measured, &picture.estimated, &picture.forecast})
            for (const engine::GridPicture::Point &point : *points)
                if (point.from >= from && point.from < to) addCsv(out, picture, point);
    return QByteArray::fromStdString(out);
}

} // namespace greenward::ui
