// The Grid page by mouse and keyboard, in the real window, on a real engine that asks stand-ins for the providers over
// real HTTP. With GREENWARD_PICTURES=DIR each state is also saved as a picture, in GREENWARD_THEME and GREENWARD_SIZE.
#include "app/composition/local_services.h"
#include "app/console/languages.h"
#include "core/engine/engine.h"
#include "tests/support/grid_world.h"
#include "tests/support/scripted_prompter.h"
#include "ui/charts/intensity_chart.h"
#include "ui/models/grid_model.h"
#include "ui/pages/grid/grid_chart_pane.h"
#include "ui/shell/main_window.h"
#include "ui/shell/services.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/note_line.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QGraphicsView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace greenward;
using namespace greenward::ui;
using namespace std::chrono_literals;

namespace {

const Instant kStart = std::chrono::sys_days{std::chrono::year{2026} / 6 / 10} + 10h + 32min;
/// A refresh of some regions over loopback takes a fraction of it.
constexpr int kPatienceMs = 15'000;
constexpr const char *kRegions[] = {"DE", "FR", "GB", "PL"};

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

} // namespace

class GridPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void G22_liveFiguresAreDrawnWithTheirSource();
    void emptySaysWhatToDo();
    void regionsAreWatchedAndLeft();
    void tickingDecidesWhatIsDrawn();
    void tableAndChartChooseTogether();
    void C25_staleKeepsTheLastValueAndSaysItsAge();
    void C27_estimatedOnlyIsSaid();
    void C26_pausedSourceIsNamed();
    void C21_missingEntitlementIsNamed();
    void C23_averageAndMarginalStandApartWithAWarning();
    void smallMultiplesByKeyboard();
    void chartDataAndPicturesAreExported();
    void recordedSignalsAreImported();
    void G31_sourceIsSwitchedAndEdited();
    void C20_mappingIsTestedAndSaved();
    void C41_bestWindowAndWindowDoctor();
    void filterFindsARegion();

private:
    void watch(std::vector<const char *> regions);
    void submit(engine::Command command);
    void ask();
    void select(const char *region);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void picture(const char *name);
    void openTab(int index) { page()->findChild<QTabWidget *>(text("gridTabs"))->setCurrentIndex(index); }
    QString cell(const char *region, GridModel::Column column);
    QString notes();
    QWidget *page() { return m_window->currentPage(); }
    GridChartPane *pane() { return page()->findChild<GridChartPane *>(); }
    QString message() { return page()->findChild<MessageBar *>()->text(); }
    QString label(const char *name) { return page()->findChild<QLabel *>(text(name))->text(); }
    void choose(const char *combo, int index);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<tests::GridWorld> m_world;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    tests::ScriptedPrompter m_prompter;
    Services m_services;
    DataTable *m_table = nullptr;
};

void GridPageTest::initTestCase()
{
    // Plurals of pictures as an operator sees them.
    if (qEnvironmentVariableIsSet("GREENWARD_PICTURES"))
        console::loadTranslations(*qApp, QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void GridPageTest::init()
{
    QSettings().clear();
    // The shipped profiles of clouds are there too; here they only stand in the table.
    QSettings().setValue(text("grid/hiddenRegions"),
                         QStringList{text("aws:us-west-2"), text("aws:eu-north-1"), text("azure:westeurope"),
                                     text("gcp:us-central1"), text("on-premises")});
    m_directory = std::make_unique<QTemporaryDir>();
    m_world = std::make_unique<tests::GridWorld>(kStart);
    m_world->grid.set("energy-charts", {.gramsOfZone = {{"pl", 380}, {"fr", -110}, {"de", 60}}});
    m_world->credentials->put("watttime", "username", Secret(tests::StandInGrid::kUser));
    m_world->credentials->put("watttime", "password", Secret(tests::StandInGrid::kPassword));
    m_appearance = std::make_unique<Appearance>();
    if (const QString theme = qEnvironmentVariable("GREENWARD_THEME"); !theme.isEmpty())
        m_appearance->useTheme(themeFromName(theme));
    m_prompter = {};
    m_services = {};
    m_services.writeFile = [](const QString &path, const QByteArray &bytes, const Services::Done &done) {
        QFile file(path);
        done(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
                 ? Result<void>()
                 : fail(ErrorCode::IoFailed, path.toStdString(), "cannot be written"));
    };
    m_services.readFile = [](const QString &path, const std::function<void(const Result<QByteArray> &)> &done) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) return done(fail(ErrorCode::NotFound, path.toStdString(), "is not there"));
        done(file.readAll());
    };
    m_window = std::make_unique<MainWindow>(MainWindow::Needs{*m_appearance, m_prompter, m_services, *m_world->clock});
    const QStringList size = qEnvironmentVariable("GREENWARD_SIZE", text("1440x900")).split(QLatin1Char('x'));
    m_window->resize(size.front().toInt(), size.back().toInt());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const QString data = m_directory->filePath(text("data"));
    auto host = m_world->open(data.toStdString());
    QVERIFY2(host, host ? "" : host.error().detail.c_str());
    m_window->openSession(*std::move(host), *Actor::parse("Ada"), text("/srv/greenward/data"), false);
    m_window->open(PageId::Grid);
    QTRY_VERIFY(m_window->isSettled());
    m_table = page()->findChild<DataTable *>(text("gridTable"));
    QVERIFY(m_table);
}

void GridPageTest::cleanup()
{
    m_window.reset();
    m_appearance.reset();
    m_world.reset();
    m_directory.reset();
}

void GridPageTest::submit(engine::Command command)
{
    bool done = false;
    m_window->client()->submit(std::move(command), this, [&done](const Result<engine::Outcome> &outcome) {
        if (!outcome) qWarning("%s: %s", outcome.error().subject.c_str(), outcome.error().detail.c_str());
        done = bool(outcome);
    });
    QTRY_VERIFY(done);
}

void GridPageTest::watch(std::vector<const char *> regions)
{
    std::vector<RegionName> names;
    for (const char *region : regions)
        names.push_back(*RegionName::parse(region));
    submit(engine::WatchRegions{std::move(names)});
    QTRY_VERIFY(m_table->rowModel()->rowOfKey(text(regions.back())) >= 0);
    QTRY_VERIFY(m_window->isSettled());
}

void GridPageTest::ask()
{
    page()->findChild<MessageBar *>()->clear();
    m_table->setFocus();
    press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY2(message().contains(text("Asking")), qPrintable(message()));
    const auto answered = [this] {
        // Retries and request budgets wait by the engine's clock.
        m_world->clock->advance(2s);
        return !message().isEmpty() && !message().contains(text("Asking"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(answered(), kPatienceMs);
    QTRY_VERIFY(m_window->isSettled());
}

void GridPageTest::select(const char *region)
{
    const int at = m_table->rowModel()->rowOfKey(text(region));
    QVERIFY(at >= 0);
    const QModelIndex index = m_table->rowModel()->index(at, static_cast<int>(GridModel::Column::Intensity));
    m_table->scrollTo(index);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, m_table->visualRect(index).center());
    QCOMPARE(m_table->currentKey(), text(region));
    QTRY_VERIFY(m_window->isSettled());
}

void GridPageTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_table, key, modifiers);
}

void GridPageTest::choose(const char *combo, int index)
{
    auto *box = page()->findChild<QComboBox *>(text(combo));
    box->setFocus();
    while (box->currentIndex() != index)
        QTest::keyClick(box, box->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
    QTRY_VERIFY(m_window->isSettled());
}

QString GridPageTest::cell(const char *region, GridModel::Column column)
{
    return m_table->rowModel()
        ->index(m_table->rowModel()->rowOfKey(text(region)), static_cast<int>(column))
        .data()
        .toString();
}

QString GridPageTest::notes()
{
    QStringList all;
    const auto lines = page()->findChildren<NoteLine *>();
    for (const NoteLine *line : lines)
        if (line->isVisible()) all << line->text();
    return all.join(QLatin1Char('\n'));
}

void GridPageTest::picture(const char *name)
{
    const QString directory = qEnvironmentVariable("GREENWARD_PICTURES");
    if (directory.isEmpty()) return;
    page()->findChild<MessageBar *>()->clear();
    QTRY_VERIFY(m_window->isSettled());
    QApplication::processEvents();
    QVERIFY(m_window->grab().save(
        QDir(directory).filePath(text("grid-%1-%2.png").arg(text(name), themeName(m_appearance->theme())))));
}

void GridPageTest::G22_liveFiguresAreDrawnWithTheirSource()
{
    watch({std::begin(kRegions), std::end(kRegions)});
    ask();
    QTRY_COMPARE(cell("DE", GridModel::Column::Trust), text("Live"));
    QCOMPARE(cell("DE", GridModel::Column::Provider), text("Energy-Charts"));
    QCOMPARE(cell("GB", GridModel::Column::Provider), text("GB Carbon Intensity"));
    QVERIFY(cell("DE", GridModel::Column::Intensity)
                .startsWith(QString::number(tests::StandInGrid::averageAt(m_world->clock->now()) + 60)));
    QTRY_COMPARE(pane()->pictures().size(), std::size(kRegions));
    for (const engine::GridPicture &one : pane()->pictures()) {
        QVERIFY2(one.measured.size() > 24, one.region.text().c_str());
        QVERIFY2(!one.forecast.empty(), one.region.text().c_str());
    }
    select("DE");
    auto *view = page()->findChild<QGraphicsView *>(text("intensityChartView"));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Comma);
    QVERIFY2(view->accessibleDescription().contains(text("DE: ")), qPrintable(view->accessibleDescription()));
    picture("live");
}

void GridPageTest::emptySaysWhatToDo()
{
    const auto said = [this] {
        return pane()->chart().findChild<QLabel *>(text("chartNothingLabel"))->text();
    };
    QTRY_VERIFY2(said().contains(text("No region is ticked")), qPrintable(said()));
    watch({"DE", "FR"});
    QTRY_VERIFY2(said().contains(text("Nothing was heard of these regions yet. Refresh asks")), qPrintable(said()));
    QCOMPARE(cell("DE", GridModel::Column::Trust), text("Estimated"));
    picture("empty");
    for (const char *source : {"electricitymaps", "gb-carbon-intensity", "energy-charts", "import"})
        submit(engine::SetGridSource{.id = source, .enabled = false});
    QTRY_VERIFY2(said().contains(text("No source of average figures is ready")), qPrintable(said()));
}

void GridPageTest::regionsAreWatchedAndLeft()
{
    m_prompter.texts = {text("DE"), text("nowhere-at-all")};
    m_table->setFocus();
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(m_table->currentKey(), text("DE"));
    QTRY_VERIFY(m_window->isSettled());
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY2(message().contains(text("nowhere-at-all")), qPrintable(message()));
    m_table->setFocus();
    press(Qt::Key_Delete);
    QTRY_VERIFY(m_table->rowModel()->rowOfKey(text("DE")) < 0);
}

void GridPageTest::tickingDecidesWhatIsDrawn()
{
    watch({"DE", "FR", "PL"});
    ask();
    QTRY_COMPARE(pane()->pictures().size(), std::size_t{3});
    select("FR");
    // The box stands at the left end of the cell.
    const QModelIndex index = m_table->rowModel()->index(m_table->rowModel()->rowOfKey(text("FR")),
                                                         static_cast<int>(GridModel::Column::Region));
    const QRect cellRect = m_table->visualRect(index);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, QPoint(cellRect.left() + 12, cellRect.center().y()));
    QTRY_COMPARE(pane()->pictures().size(), std::size_t{2});
    QCOMPARE(index.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    QVERIFY(!index.data(GridModel::ColorRole).value<QColor>().isValid());
    m_table->setFocus();
    m_table->setCurrentIndex(index);
    QTest::keyClick(m_table, Qt::Key_Space);
    QTRY_COMPARE(pane()->pictures().size(), std::size_t{3});
    QVERIFY(index.data(GridModel::ColorRole).value<QColor>().isValid());
}

void GridPageTest::tableAndChartChooseTogether()
{
    watch({"DE", "FR"});
    ask();
    QTRY_COMPARE(pane()->pictures().size(), std::size_t{2});
    select("FR");
    QCOMPARE(pane()->chart().emphasised(), text("FR"));
    auto *view = page()->findChild<QGraphicsView *>(text("intensityChartView"));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Up);
    QTRY_COMPARE(m_table->currentKey(), text("DE"));
    QCOMPARE(pane()->chart().emphasised(), text("DE"));
}

void GridPageTest::C25_staleKeepsTheLastValueAndSaysItsAge()
{
    watch({"DE", "FR"});
    ask();
    QTRY_COMPARE(cell("DE", GridModel::Column::Trust), text("Live"));
    const QString live = cell("DE", GridModel::Column::Intensity);
    m_world->grid.set("energy-charts", {.down = true});
    m_world->clock->advance(75min);
    press(Qt::Key_F5);
    QTRY_COMPARE(cell("DE", GridModel::Column::Trust), text("Stale"));
    QCOMPARE(cell("DE", GridModel::Column::Intensity), live);
    QTRY_VERIFY2(notes().contains(text("Stale: the last value of DE, FR")), qPrintable(notes()));
    QVERIFY2(pane()->pictures().front().measured.size() > 24, "the curve stays");
    picture("stale");
}

void GridPageTest::C27_estimatedOnlyIsSaid()
{
    watch({"DE"});
    grid::Series series{.provider = "Import", .zone = "DE", .basis = "lifecycle"};
    for (int hour = -100; hour <= 0; ++hour) {
        const Instant at = std::chrono::floor<std::chrono::hours>(kStart) + std::chrono::hours{hour};
        series.points.push_back({at,
                                 1h,
                                 GramsPerKwh::fromMilligrams(300'000 + 1'000 * (hour % 24) * 4),
                                 grid::PointKind::Estimated,
                                 "TIME_SLICER_AVERAGE",
                                 {}});
    }
    submit(engine::ImportSignals{{{*RegionName::parse("DE"), series, 1}}, "recorded.csv"});
    select("DE");
    QTRY_VERIFY2(notes().contains(text("Estimated only")), qPrintable(notes()));
    QTRY_COMPARE(cell("DE", GridModel::Column::Trust), text("Live, estimated"));
    picture("estimated-only");
}

void GridPageTest::C26_pausedSourceIsNamed()
{
    watch({"DE", "FR", "PL"});
    ask();
    m_world->grid.set("energy-charts", {.down = true});
    const auto paused = [this] {
        return notes().contains(text("Energy-Charts is paused"));
    };
    for (int i = 0; i < 4 && !paused(); ++i) {
        m_world->clock->advance(20min);
        ask();
    }
    QTRY_VERIFY2(paused(), qPrintable(notes()));
    auto *sources = page()->findChild<DataTable *>(text("sourcesTable"));
    QVERIFY(sources->selectKey(text("energy-charts")));
    QVERIFY2(label("sourceNextLabel").contains(text("left alone")), qPrintable(label("sourceNextLabel")));
    QCOMPARE(sources->rowModel()->index(sources->currentIndex().row(), 1).data().toString(), text("Paused"));
    picture("breaker-open");
}

void GridPageTest::C21_missingEntitlementIsNamed()
{
    m_world->grid.setPlan({"CAISO_NORTH"});
    watch({"aws:us-east-1", "aws:us-west-2"});
    choose("signalComboBox", 1);
    ask();
    QTRY_VERIFY2(pane()->chart().findChild<QLabel *>(text("chartNothingLabel"))->isVisible(), "nothing may be drawn");
    QTRY_VERIFY2(notes().contains(text("Your plan at WattTime does not include")), qPrintable(notes()));
    auto *sources = page()->findChild<DataTable *>(text("sourcesTable"));
    QVERIFY(sources->selectKey(text("watttime")));
    auto *refusals = page()->findChild<DataTable *>(text("refusalsTable"));
    QTRY_VERIFY(refusals->rowModel()->rowCount() >= 2);
    QCOMPARE(refusals->rowModel()->index(0, 3).data().toString(), text("Your plan does not include this"));
    picture("no-entitlement");
}

void GridPageTest::C23_averageAndMarginalStandApartWithAWarning()
{
    watch({"FR", "aws:eu-central-1"});
    select("aws:eu-central-1");
    choose("signalComboBox", 2);
    ask();
    QTRY_COMPARE(pane()->pictures().size(), std::size_t{2});
    QCOMPARE(pane()->pictures()[0].signal, Signal::Average);
    QCOMPARE(pane()->pictures()[1].signal, Signal::Marginal);
    QTRY_VERIFY(!pane()->pictures()[1].provider.empty());
    QVERIFY2(notes().contains(text("not comparable")), qPrintable(notes()));
    picture("overlay");
    choose("signalComboBox", 1);
    QTRY_COMPARE(cell("aws:eu-central-1", GridModel::Column::Provider), text("WattTime"));
    choose("signalComboBox", 0);
    QTRY_COMPARE(cell("aws:eu-central-1", GridModel::Column::Provider), text("Energy-Charts"));
}

void GridPageTest::smallMultiplesByKeyboard()
{
    watch({std::begin(kRegions), std::end(kRegions)});
    ask();
    QTRY_COMPARE(pane()->pictures().size(), std::size(kRegions));
    select("DE");
    QTest::mouseClick(page()->findChild<QToolButton *>(text("smallMultiplesButton")), Qt::LeftButton);
    auto *small = page()->findChild<QWidget *>(text("smallMultiples"));
    QTRY_VERIFY(small->isVisible());
    small->setFocus();
    QTest::keyClick(small, Qt::Key_Right);
    QTRY_COMPARE(m_table->currentKey(), text("FR"));
    QTest::mouseClick(small, Qt::LeftButton, {}, QPoint(10, 10));
    QTRY_COMPARE(m_table->currentKey(), text("DE"));
    picture("one-by-one");
}

void GridPageTest::chartDataAndPicturesAreExported()
{
    watch({"DE"});
    ask();
    QTRY_COMPARE(pane()->pictures().size(), std::size_t{1});
    const QString png = m_directory->filePath(text("chart.png"));
    const QString svg = m_directory->filePath(text("chart.svg"));
    const QString csv = m_directory->filePath(text("figures.csv"));
    m_prompter.paths = {png, svg, csv};
    for (const char *name : {"PNG", "SVG", "CSV"}) {
        const auto actions = page()->actions();
        for (QAction *action : actions)
            if (action->text().contains(text(name))) action->trigger();
        QTRY_VERIFY2(message().contains(text("Written to")), qPrintable(message()));
        page()->findChild<MessageBar *>()->clear();
    }
    QVERIFY(QImage(png).width() > 600);
    QFile drawing(svg);
    QVERIFY(drawing.open(QIODevice::ReadOnly) && drawing.readAll().contains("<svg"));
    QFile figures(csv);
    QVERIFY(figures.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = figures.readAll().split('\n');
    QVERIFY(lines.front().startsWith("region,signal,gas,provider,zone,kind,time,length_s,intensity_g_per_kwh"));
    QVERIFY2(lines[1].startsWith("DE,average,"), lines[1].constData());
    QVERIFY(lines[1].contains(",measured,2026-06-0"));
    QVERIFY(lines.size() > 200);
}

void GridPageTest::recordedSignalsAreImported()
{
    watch({"DE"});
    const QString path = m_directory->filePath(text("recorded.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("region,signal,time,length_s,intensity_g_per_kwh,kind\n");
    for (int hour = 0; hour < 24; ++hour)
        file.write(QStringLiteral("DE,average,2026-06-09T%1:00:00Z,3600,%2,measured\n")
                       .arg(hour, 2, 10, QLatin1Char('0'))
                       .arg(200 + hour)
                       .toLatin1());
    file.close();
    m_prompter.paths = {path};
    const auto actions = page()->actions();
    for (QAction *action : actions)
        if (action->text().contains(text("Import"))) action->trigger();
    QTRY_VERIFY2(message().contains(text("24 values of recorded.csv")) ||
                     message().contains(text("24 value(s) of recorded.csv")),
                 qPrintable(message()));
    QTRY_COMPARE(pane()->pictures().size(), std::size_t{1});
    QCOMPARE(pane()->pictures().front().measured.size(), std::size_t{24});
}

void GridPageTest::G31_sourceIsSwitchedAndEdited()
{
    watch({"DE"});
    auto *sources = page()->findChild<DataTable *>(text("sourcesTable"));
    const auto state = [&] {
        return sources->rowModel()->index(sources->rowModel()->rowOfKey(text("energy-charts")), 1).data().toString();
    };
    QVERIFY(sources->selectKey(text("energy-charts")));
    QTest::mouseClick(page()->findChild<QPushButton *>(text("switchSourceButton")), Qt::LeftButton);
    QTRY_COMPARE(state(), text("Off"));
    QTest::mouseClick(page()->findChild<QPushButton *>(text("switchSourceButton")), Qt::LeftButton);
    QTRY_VERIFY(state() != text("Off"));
    QTest::mouseClick(page()->findChild<QPushButton *>(text("editSourceButton")), Qt::LeftButton);
    auto *dialog = m_window->findChild<QDialog *>(text("gridSourceDialog"));
    QVERIFY(dialog);
    auto *url = dialog->findChild<QLineEdit *>(text("urlLineEdit"));
    url->selectAll();
    QTest::keyClicks(url, text("http://example.org"));
    auto *send = dialog->findChild<QPushButton *>(text("sendButton"));
    QTest::mouseClick(send, Qt::LeftButton);
    QTRY_VERIFY2(dialog->isVisible() && send->isEnabled(), "credentials would go over the wire in the open: refused");
    url->selectAll();
    QTest::keyClicks(url, QString::fromStdString(m_world->grid.url()));
    auto *priority = dialog->findChild<QLineEdit *>(text("priorityLineEdit"));
    priority->selectAll();
    QTest::keyClicks(priority, text("3"));
    QTest::mouseClick(send, Qt::LeftButton);
    const auto priorityNow = [&] {
        return sources->rowModel()->index(sources->rowModel()->rowOfKey(text("energy-charts")), 3).data().toString();
    };
    QTRY_COMPARE(priorityNow(), text("3"));
}

void GridPageTest::C20_mappingIsTestedAndSaved()
{
    watch({"DE"});
    select("DE");
    openTab(2);
    const auto line = [this] {
        return page()->findChild<QLineEdit *>(text("energy-chartsZoneLineEdit"));
    };
    QTRY_VERIFY(line() && line()->isVisible());
    QCOMPARE(line()->placeholderText(), text("de"));
    QTest::mouseClick(page()->findChild<QPushButton *>(text("energy-chartsTestButton")), Qt::LeftButton);
    QTRY_VERIFY2_WITH_TIMEOUT(label("energy-chartsAnswerLabel").contains(QChar(0x2713)),
                              qPrintable(label("energy-chartsAnswerLabel")), kPatienceMs);
    QTest::keyClicks(line(), text("xx"));
    QTest::mouseClick(page()->findChild<QPushButton *>(text("energy-chartsTestButton")), Qt::LeftButton);
    QTRY_VERIFY2_WITH_TIMEOUT(label("energy-chartsAnswerLabel").contains(text("does not know this zone")),
                              qPrintable(label("energy-chartsAnswerLabel")), kPatienceMs);
    line()->selectAll();
    QTest::keyClicks(line(), text("fr"));
    picture("mapping");
    QTest::mouseClick(page()->findChild<QPushButton *>(text("saveMappingButton")), Qt::LeftButton);
    QTRY_VERIFY2(message().contains(text("saved")), qPrintable(message()));
    ask();
    QTRY_COMPARE(pane()->pictures().size(), std::size_t{1});
    QTRY_COMPARE(QString::fromStdString(pane()->pictures().front().zone), text("fr"));
    QTest::mouseClick(page()->findChild<QPushButton *>(text("resetMappingButton")), Qt::LeftButton);
    QTRY_VERIFY(line()->text().isEmpty());
}

void GridPageTest::C41_bestWindowAndWindowDoctor()
{
    watch({"GB"});
    choose("spanComboBox", 3);
    ask();
    select("GB");
    openTab(1);
    QTRY_VERIFY2(label("bestWindowLabel").contains(text("UTC")), qPrintable(label("bestWindowDetailLabel")));
    QTRY_VERIFY2(label("windowDoctorLabel").contains(text("dirtier than the mean")),
                 qPrintable(label("windowDoctorDetailLabel")));
    // Noon is the cleanest there is: the doctor turns round.
    auto *begin = page()->findChild<QSpinBox *>(text("beginSpinBox"));
    begin->setFocus();
    begin->selectAll();
    QTest::keyClicks(begin, text("12"));
    QTRY_VERIFY2(label("windowDoctorLabel").contains(text("cleaner than the mean")),
                 qPrintable(label("windowDoctorLabel")));
    picture("clean-hours");
}

void GridPageTest::filterFindsARegion()
{
    watch({std::begin(kRegions), std::end(kRegions)});
    m_table->setFocus();
    press(Qt::Key_Slash);
    QTest::keyClicks(QApplication::focusWidget(), text("pol"));
    QTRY_COMPARE(m_table->rowModel()->rowCount(), 1);
    QCOMPARE(m_table->rowModel()->keyAt(0), text("PL"));
}

QTEST_MAIN(GridPageTest)
#include "grid_page_test.moc"
