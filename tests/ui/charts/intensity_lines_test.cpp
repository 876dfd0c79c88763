// From points to strokes: what was measured, estimated, forecast or not told shows as such in the pixels.
#include "ui/charts/intensity_line.h"
#include "ui/charts/trace_painter.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace greenward;
using namespace greenward::ui;
using namespace std::chrono_literals;

namespace {

const Instant kStart = std::chrono::sys_days{std::chrono::year{2026} / 11 / 1};

std::vector<ChartPoint> hours(int count, SampleKind kind, float value = 100, Instant from = kStart)
{
    std::vector<ChartPoint> points;
    for (int hour = 0; hour < count; ++hour)
        points.push_back({from + std::chrono::hours{hour}, 1h, value, kind});
    return points;
}

/// One device pixel a column, black on white.
QImage painted(const Trace &trace, Instant from, Instant to, int width = 480, double ratio = 1)
{
    QImage image(static_cast<int>(width * ratio), static_cast<int>(100 * ratio), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintTrace(painter, {QRectF(0, 0, width, 100), from, to, 0, 200}, trace, {Qt::black, 1});
    return image;
}

/// Columns with ink in [first, last).
int inked(const QImage &image, int first, int last)
{
    int found = 0;
    for (int x = first; x < last; ++x) {
        bool ink = false;
        for (int y = 0; y < image.height(); ++y)
            ink = ink || image.pixelColor(x, y) != QColor(Qt::white);
        found += ink;
    }
    return found;
}

} // namespace

class IntensityLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pointsFillTheCellsTheyLast();
    void nothingIsInventedWhereNothingWasTold();
    void measuredGoesBeforeEstimatedBeforeForecast();
    void measuredIsSolidEstimatedDottedForecastDashed();
    void aGapIsAGapHoweverManySamplesAColumnHolds();
    void everySpikeStays();
    void stairsHaveNoHoles();
    void dashesStandByTimeNotByScreen();
    void aLoneSampleIsSeen();
    void theBandCoversWhatLiesBetween();
};

void IntensityLinesTest::pointsFillTheCellsTheyLast()
{
    // A provider that went from hours to quarter hours.
    std::vector<ChartPoint> points = hours(2, SampleKind::Measured, 10);
    for (int quarter = 0; quarter < 4; ++quarter)
        points.push_back({kStart + 2h + quarter * 15min, 15min, static_cast<float>(20 + quarter)});
    const std::vector<Trace> traces = tracesOf(points);
    QCOMPARE(traces.size(), std::size_t{1});
    QCOMPARE(traces.front().step, milliseconds{15min});
    QCOMPARE(traces.front().samples.size(), std::size_t{12});
    QCOMPARE(traces.front().valueAt(kStart + 59min), 10.0F);
    QCOMPARE(traces.front().valueAt(kStart + 2h + 46min), 23.0F);
    QVERIFY(!traces.front().valueAt(kStart + 3h));
    QVERIFY(!traces.front().valueAt(kStart - 1ms));
}

void IntensityLinesTest::nothingIsInventedWhereNothingWasTold()
{
    std::vector<ChartPoint> points = hours(6, SampleKind::Measured);
    points.erase(points.begin() + 2, points.begin() + 4);
    const Trace trace = tracesOf(points).front();
    QVERIFY(trace.valueAt(kStart + 90min));
    QVERIFY(!trace.valueAt(kStart + 2h));
    QVERIFY(!trace.valueAt(kStart + 3h + 59min));
    QVERIFY(trace.valueAt(kStart + 4h));
    QVERIFY(tracesOf({}).empty());
}

void IntensityLinesTest::measuredGoesBeforeEstimatedBeforeForecast()
{
    IntensityLine line;
    std::vector<ChartPoint> points = hours(3, SampleKind::Measured, 10);
    for (const auto &more : {hours(5, SampleKind::Estimated, 20), hours(8, SampleKind::Forecast, 30)})
        points.insert(points.end(), more.begin(), more.end());
    line.traces = tracesOf(points);
    QCOMPARE(line.traces.size(), std::size_t{3});
    QCOMPARE(readingAt(line, kStart + 150min)->kind, SampleKind::Measured);
    QCOMPARE(readingAt(line, kStart + 4h)->kind, SampleKind::Estimated);
    QCOMPARE(readingAt(line, kStart + 7h + 1min)->value, 30.0F);
    QCOMPARE(readingAt(line, kStart + 7h + 1min)->at, kStart + 7h);
    QVERIFY(!readingAt(line, kStart + 9h));
    QCOMPARE(extremesOf(line, kStart, kStart + 8h), (MinMaxPyramid::Extremes{10, 30}));
    QVERIFY(extremesOf(line, kStart + 20h, kStart + 21h).isEmpty());
}

void IntensityLinesTest::measuredIsSolidEstimatedDottedForecastDashed()
{
    for (const int count : {24, 48 * 60}) { // far fewer, and more samples than columns
        const milliseconds step = milliseconds{24h} / count;
        const auto share = [&](SampleKind kind) {
            std::vector<ChartPoint> points;
            for (int i = 0; i < count; ++i)
                points.push_back({kStart + step * i, step, 100, kind});
            return inked(painted(tracesOf(points).front(), kStart, kStart + 24h), 0, 480) / 480.0;
        };
        QVERIFY2(share(SampleKind::Measured) > 0.995, "solid to the pixel at either end");
        const double dots = share(SampleKind::Estimated);
        const double dashes = share(SampleKind::Forecast);
        QVERIFY2(dots > 0.3 && dots < 0.62, qPrintable(QString::number(dots)));
        QVERIFY2(dashes > 0.62 && dashes < 0.85, qPrintable(QString::number(dashes)));
    }
}

void IntensityLinesTest::aGapIsAGapHoweverManySamplesAColumnHolds()
{
    for (const int perHour : {1, 12, 600}) {
        const milliseconds step = milliseconds{1h} / perHour;
        std::vector<ChartPoint> points;
        for (int i = 0; i < 24 * perHour; ++i)
            if (i < 8 * perHour || i >= 16 * perHour) points.push_back({kStart + step * i, step, 100});
        const Trace trace = {SampleKind::Measured, kStart, step, [&] {
                                 std::vector<float> cells(static_cast<std::size_t>(24 * perHour), std::nanf(""));
                                 for (const ChartPoint &point : points)
                                     cells[static_cast<std::size_t>((point.at - kStart) / step)] = point.value;
                                 return MinMaxPyramid(std::move(cells));
                             }()};
        const QImage image = painted(trace, kStart, kStart + 24h);
        QCOMPARE(inked(image, 162, 318), 0);
        QCOMPARE(inked(image, 2, 158), 156);
        QCOMPARE(inked(image, 322, 478), 156);
    }
}

void IntensityLinesTest::everySpikeStays()
{
    std::vector<float> cells(1'000'000, 100);
    cells[654'321] = 190;
    const Trace trace{SampleKind::Measured, kStart, 1000ms, MinMaxPyramid(std::move(cells))};
    for (const double ratio : {1.0, 2.0}) {
        const QImage image = painted(trace, kStart, kStart + 1'000'000s, 480, ratio);
        int highest = image.height();
        for (int x = 0; x < image.width(); ++x)
            for (int y = 0; y < highest; ++y)
                if (image.pixelColor(x, y) != QColor(Qt::white)) highest = y;
        QVERIFY2(std::abs(highest - 5 * ratio) <= 2, qPrintable(QString::number(highest)));
    }
}

void IntensityLinesTest::stairsHaveNoHoles()
{
    // Hours told in quarters, four samples a column and many columns a stair, at odd heights.
    std::vector<float> cells;
    for (int i = 0; i < 1'920; ++i)
        cells.push_back(20.0F + 1.7F * static_cast<float>(i / 16));
    const Trace trace{SampleKind::Measured, kStart, 900'000ms, MinMaxPyramid(std::move(cells))};
    for (const double width : {1.0, 2.0}) {
        QImage image(500, 120, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.translate(10.3, 7.6);
        paintTrace(painter, {QRectF(0, 0, 480, 100.4), kStart, kStart + 1'920 * 15min, 0, 233}, trace,
                   {Qt::black, width});
        painter.end();
        QCOMPARE(inked(image, 12, 488), 476);
    }
}

void IntensityLinesTest::dashesStandByTimeNotByScreen()
{
    const Trace trace = tracesOf(hours(48, SampleKind::Forecast)).front();
    // 3 minutes are a pixel: an hour later everything lies 20 pixels further left.
    const QImage now = painted(trace, kStart, kStart + 24h);
    const QImage later = painted(trace, kStart + 1h, kStart + 25h);
    QCOMPARE(later.copy(20, 0, 400, 100), now.copy(40, 0, 400, 100));
}

void IntensityLinesTest::aLoneSampleIsSeen()
{
    const Trace trace = tracesOf(hours(1, SampleKind::Measured)).front();
    QVERIFY(inked(painted(trace, kStart - 240h, kStart + 240h), 230, 250) >= 1);
    QVERIFY(inked(painted(trace, kStart - 120h, kStart + 120h), 230, 250) >= 3);
}

void IntensityLinesTest::theBandCoversWhatLiesBetween()
{
    QImage image(480, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    TraceBand band{kStart, 1h, std::vector<float>(25, 50), std::vector<float>(25, 150)};
    band.low[12] = band.high[12] = std::nanf("");
    paintBand(painter, {QRectF(0, 0, 480, 100), kStart, kStart + 24h, 0, 200}, band, Qt::black);
    painter.end();
    const QColor white(Qt::white);
    QVERIFY(image.pixelColor(100, 50) != white);
    QCOMPARE(image.pixelColor(100, 15), white);
    QCOMPARE(image.pixelColor(100, 85), white);
    QCOMPARE(image.pixelColor(240, 50), white);
}

QTEST_MAIN(IntensityLinesTest)
#include "intensity_lines_test.moc"
