// The chart of many regions by mouse and keyboard.
#include "ui/charts/intensity_chart.h"
#include "ui/charts/nice_axis.h"
#include "ui/charts/reading_line.h"

#include <QGraphicsView>
#include <QImage>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <cmath>

using namespace greenward;
using namespace greenward::ui;
using namespace std::chrono_literals;

namespace {

const Instant kNow = std::chrono::sys_days{std::chrono::year{2026} / 11 / 8};
const Instant kFirst = kNow - std::chrono::days{7};
const Instant kLast = kNow + std::chrono::days{1};

ChartLine line(const QString &name, float value, LineAxis axis = LineAxis::Left)
{
    std::vector<ChartPoint> points;
    for (Instant at = kFirst; at < kNow; at += 1h)
        points.push_back({at, 1h, value, SampleKind::Measured});
    for (Instant at = kNow; at < kLast; at += 1h)
        points.push_back({at, 1h, value + 10, SampleKind::Forecast});
    ChartLine made;
    made.line = {.key = name,
                 .name = name,
                 .source = QStringLiteral("Test"),
                 .axis = axis,
                 .traces = tracesOf(points),
                 .band = {}};
    return made;
}

IntensityPicture picture(std::vector<ChartLine> lines)
{
    for (std::size_t at = 0; at < lines.size(); ++at)
        lines[at].color = static_cast<int>(at);
    IntensityPicture made;
    made.lines = std::move(lines);
    made.now = kNow;
    made.first = kFirst;
    made.last = kLast;
    made.leftTitle = QStringLiteral("average");
    return made;
}

} // namespace

class IntensityChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keysZoomPanAndGoBack();
    void wheelZoomsWhereThePointerIsAndOnlyWithControl();
    void draggingGoesAlong();
    void rangeNeverLeavesItsBounds();
    void readingLineFollowsPointerAndKeys();
    void readingShowsTheNearestOfMany();
    void clickAndKeysChooseALine();
    void windowsOfTheChosenLineAreShaded();
    void differentSignalsHangOnDifferentAxes();
    void showsItselfAsTable();
    void refreshKeepsWhatIsShown();
    void picturesHoldTheLines();
    void axesAreRound();

private:
    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_view, which, modifiers);
    }
    void wheel(QPoint at, int notches, Qt::KeyboardModifiers modifiers);
    QPoint middle() const { return m_view->viewport()->rect().center(); }
    const ReadingLine *reading() const { return m_view->findChild<ReadingLine *>(); }

    std::unique_ptr<IntensityChart> m_chart;
    QGraphicsView *m_view = nullptr;
};

void IntensityChartTest::init()
{
    m_chart = std::make_unique<IntensityChart>();
    m_chart->resize(900, 400);
    m_chart->show(picture({line(QStringLiteral("DE"), 300), line(QStringLiteral("SE"), 30)}), QLocale::c());
    m_chart->QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(m_chart.get()));
    m_view = m_chart->findChild<QGraphicsView *>(QStringLiteral("intensityChartView"));
    QVERIFY(m_view);
    m_view->setFocus();
}

void IntensityChartTest::cleanup()
{
    m_chart.reset();
}

void IntensityChartTest::wheel(QPoint at, int notches, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(QPointF(at), QPointF(m_view->viewport()->mapToGlobal(at)), {}, QPoint(0, notches * 120),
                      Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_view->viewport(), &event);
}

void IntensityChartTest::keysZoomPanAndGoBack()
{
    QVERIFY(m_chart->range().showsAll());
    key(Qt::Key_Plus);
    key(Qt::Key_Plus);
    const milliseconds near = m_chart->range().span();
    QVERIFY(near < (kLast - kFirst) * 7 / 10);
    const Instant from = m_chart->range().from();
    key(Qt::Key_Right);
    QCOMPARE(m_chart->range().span(), near);
    QVERIFY(m_chart->range().from() > from);
    key(Qt::Key_Left);
    QCOMPARE(m_chart->range().from(), from);
    key(Qt::Key_Minus);
    QVERIFY(m_chart->range().span() > near);
    key(Qt::Key_0);
    QVERIFY(m_chart->range().showsAll());
    for (int i = 0; i < 5; ++i)
        key(Qt::Key_Plus);
    key(Qt::Key_Left, Qt::ShiftModifier);
    key(Qt::Key_End);
    QVERIFY(m_chart->range().from() < kNow && m_chart->range().to() > kNow);
}

void IntensityChartTest::wheelZoomsWhereThePointerIsAndOnlyWithControl()
{
    const QPoint at = middle() + QPoint(100, 0);
    wheel(at, 3, Qt::NoModifier);
    QVERIFY(m_chart->range().showsAll());
    wheel(at, 3, Qt::ControlModifier);
    QVERIFY(!m_chart->range().showsAll());
    wheel(at, -3, Qt::ControlModifier);
    wheel(at, -3, Qt::ControlModifier);
    QVERIFY2(m_chart->range().showsAll(), "as far away as there is data");
    wheel(at, 4, Qt::ControlModifier);
    const Instant from = m_chart->range().from();
    wheel(at, 1, Qt::ShiftModifier);
    QVERIFY(m_chart->range().from() < from);
}

void IntensityChartTest::draggingGoesAlong()
{
    for (int i = 0; i < 6; ++i)
        key(Qt::Key_Plus);
    const Instant from = m_chart->range().from();
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, middle());
    QTest::mouseMove(m_view->viewport(), middle() + QPoint(30, 0));
    QTest::mouseMove(m_view->viewport(), middle() + QPoint(120, 0));
    QVERIFY2(!reading()->isVisible(), "nothing to read while all moves");
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, middle() + QPoint(120, 0));
    QVERIFY2(m_chart->range().from() < from, "to the right is earlier");
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, middle());
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, middle());
    QVERIFY(m_chart->range().showsAll());
}

void IntensityChartTest::rangeNeverLeavesItsBounds()
{
    for (int i = 0; i < 60; ++i)
        key(Qt::Key_Plus);
    QCOMPARE(m_chart->range().span(), TimeRange::kShortest);
    for (int i = 0; i < 1'000; ++i)
        key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_chart->range().to(), kLast);
    TimeRange range;
    range.setBounds(kFirst, kLast);
    QVERIFY(range.showsAll());
    range.show(kFirst - 100h, kFirst - 90h);
    QCOMPARE(range.from(), kFirst);
    QCOMPARE(range.span(), milliseconds{10h});
    range.setBounds(kFirst + 24h, kLast);
    QCOMPARE(range.from(), kFirst + 24h);
    range.zoom(0.5, range.from() + 5h);
    QCOMPARE(range.span(), milliseconds{5h});
    QCOMPARE(range.from(), kFirst + 24h + 2h + 30min);
}

void IntensityChartTest::readingLineFollowsPointerAndKeys()
{
    QVERIFY(!reading()->isVisible());
    QTest::mouseMove(m_view->viewport(), middle() - QPoint(9, 9));
    QTest::mouseMove(m_view->viewport(), middle());
    QVERIFY(reading()->isVisible());
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(m_view->viewport(), &leave);
    QVERIFY(!reading()->isVisible());
    key(Qt::Key_Comma);
    QVERIFY(reading()->isVisible());
    QVERIFY2(m_view->accessibleDescription().contains(QStringLiteral("Sun 8 Nov, 00:00 UTC")),
             qPrintable(m_view->accessibleDescription()));
    QVERIFY(m_view->accessibleDescription().contains(QStringLiteral("DE: 310 g, forecast")));
    key(Qt::Key_Comma);
    QVERIFY2(m_view->accessibleDescription().contains(QStringLiteral("Sat 7 Nov, 23:00 UTC")),
             qPrintable(m_view->accessibleDescription()));
    QVERIFY(m_view->accessibleDescription().contains(QStringLiteral("SE: 30.0 g, measured")));
    key(Qt::Key_Escape);
    QVERIFY(!reading()->isVisible());
}

void IntensityChartTest::readingShowsTheNearestOfMany()
{
    std::vector<ChartLine> lines;
    for (int i = 0; i < 30; ++i)
        lines.push_back(line(QStringLiteral("zone %1").arg(i), static_cast<float>(20 * i + 20)));
    m_chart->show(picture(std::move(lines)), QLocale::c());
    m_chart->emphasise(QStringLiteral("zone 29"));
    key(Qt::Key_Comma);
    const QString said = m_view->accessibleDescription();
    QVERIFY2(said.contains(QStringLiteral("zone 29")), qPrintable(said));
    QCOMPARE(said.count(QStringLiteral("zone ")), 8);
}

void IntensityChartTest::clickAndKeysChooseALine()
{
    QSignalSpy chosen(m_chart.get(), &IntensityChart::lineChosen);
    connect(m_chart.get(), &IntensityChart::lineChosen, m_chart.get(), &IntensityChart::emphasise);
    key(Qt::Key_Down);
    QCOMPARE(chosen.takeFirst().front().toString(), QStringLiteral("DE"));
    key(Qt::Key_Down);
    QCOMPARE(chosen.takeFirst().front().toString(), QStringLiteral("SE"));
    key(Qt::Key_Up);
    QCOMPARE(m_chart->emphasised(), QStringLiteral("DE"));
    chosen.clear();
    // The axis goes from 0 to 400: the line of 30 lies near the bottom of the plot.
    const QRect plot = m_view->viewport()->rect();
    for (int y = plot.bottom(); y > plot.top() && chosen.isEmpty(); y -= 4)
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(plot.center().x(), y));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().toString(), QStringLiteral("SE"));
}

void IntensityChartTest::windowsOfTheChosenLineAreShaded()
{
    ChartLine shaded = line(QStringLiteral("DE"), 300);
    shaded.lowCarbon = {{kFirst + 40h, kFirst + 100h}};
    m_chart->show(picture({std::move(shaded), line(QStringLiteral("SE"), 30)}), QLocale::c());
    const QImage without = m_view->grab().toImage();
    m_chart->emphasise(QStringLiteral("SE"));
    m_chart->emphasise(QString());
    QCOMPARE(m_view->grab().toImage(), without);
    m_chart->emphasise(QStringLiteral("DE"));
    QVERIFY(m_view->grab().toImage() != without);
}

void IntensityChartTest::differentSignalsHangOnDifferentAxes()
{
    IntensityPicture both =
        picture({line(QStringLiteral("average"), 30), line(QStringLiteral("marginal"), 900, LineAxis::Right)});
    both.rightTitle = QStringLiteral("marginal");
    m_chart->show(std::move(both), QLocale::c());
    QSignalSpy chosen(m_chart.get(), &IntensityChart::lineChosen);
    // 30 of 40 on the left axis and 900 of 1,000 on the right one: from below, the average comes first.
    const QRect plot = m_view->viewport()->rect();
    for (int y = plot.bottom(); y > plot.top() && chosen.isEmpty(); y -= 4)
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(plot.center().x(), y));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.front().front().toString(), QStringLiteral("average"));
}

void IntensityChartTest::showsItselfAsTable()
{
    QTest::mouseClick(m_chart->findChild<QToolButton *>(QStringLiteral("showAsTableButton")), Qt::LeftButton);
    const auto *table = m_chart->findChild<QTableWidget *>(QStringLiteral("chartTable"));
    QVERIFY(table->isVisible());
    QCOMPARE(table->columnCount(), 3);
    QCOMPARE(table->rowCount(), 8 * 24);
    QCOMPARE(table->item(0, 1)->text(), QStringLiteral("300.0"));
    QCOMPARE(table->item(7 * 24, 2)->text(), QStringLiteral("40.0 (forecast)"));
    m_chart->setRange(kNow - 5h, kNow + 5h);
    QCOMPARE(table->rowCount(), 10);
}

void IntensityChartTest::refreshKeepsWhatIsShown()
{
    m_chart->emphasise(QStringLiteral("SE"));
    m_chart->setRange(kFirst + 10h, kFirst + 30h);
    m_chart->show(picture({line(QStringLiteral("DE"), 310), line(QStringLiteral("SE"), 31)}), QLocale::c());
    QCOMPARE(m_chart->range().from(), kFirst + 10h);
    QCOMPARE(m_chart->range().to(), kFirst + 30h);
    QCOMPARE(m_chart->emphasised(), QStringLiteral("SE"));
    m_chart->showNothing(QStringLiteral("nobody has said anything"));
    QVERIFY(m_chart->png().isEmpty() && m_chart->svg().isEmpty());
}

void IntensityChartTest::picturesHoldTheLines()
{
    const QImage png = QImage::fromData(m_chart->png(), "PNG");
    QCOMPARE(png.width(), m_view->viewport()->width() * 2);
    const QColor blue = m_chart->colorAt(0);
    int found = 0;
    for (int y = 0; y < png.height(); ++y)
        found += png.pixelColor(png.width() / 3, y) == blue;
    QVERIFY2(found > 0 && found < 10, qPrintable(QString::number(found)));
    const QByteArray svg = m_chart->svg();
    QVERIFY(svg.contains("<svg") && svg.contains("average"));
    QVERIFY2(svg.contains(blue.name().toLatin1()), "lines are drawn as lines");
    QVERIFY(!svg.contains("<image"));
}

void IntensityChartTest::axesAreRound()
{
    for (const double highest : {10.0, 37.0, 99.9, 100.0, 412.0, 1'843.0}) {
        const NiceAxis axis = niceAxis(highest);
        QVERIFY(axis.high >= highest && axis.high < highest * 1.6);
        QVERIFY(axis.ticks >= 4 && axis.ticks <= 7);
    }
    QCOMPARE(niceAxis(412).high, 500.0);
}

QTEST_MAIN(IntensityChartTest)
#include "intensity_chart_test.moc"
