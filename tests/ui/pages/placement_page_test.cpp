// The Placement page by mouse and keyboard, in the real window, on a real engine. With GREENWARD_PICTURES=DIR each
// state is also saved as a picture, in GREENWARD_THEME and GREENWARD_SIZE.
#include "app/composition/compose.h"
#include "app/composition/local_services.h"
#include "app/console/languages.h"
#include "core/engine/engine.h"
#include "core/engine/engine_host.h"
#include "tests/support/scripted_prompter.h"
#include "ui/charts/frontier_chart.h"
#include "ui/models/backend_model.h"
#include "ui/models/candidate_model.h"
#include "ui/pages/placement/what_if_pane.h"
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
#include <QGraphicsView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace greenward;
using namespace greenward::ui;

namespace {

constexpr int kPatienceMs = 15'000;
enum Tab { kBackends, kCompare, kWhatIf, kDecisions };
enum AnswerTab { kRanking, kFrontier, kWhy, kFlips, kBasis };

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

BackendSpec profile(const char *id, const char *region, const char *pue, const char *renewable)
{
    BackendSpec spec{.id = *BackendId::parse(id), .region = *RegionName::parse(region)};
    spec.pue = *parsePue(pue, "pue");
    spec.renewable = *parseShare(renewable, "renewable");
    spec.shareBasis = ShareBasis::OwnStatement;
    return spec;
}

/// Six sites with prices, media and latencies that differ.
std::vector<BackendSpec> sites()
{
    std::vector<BackendSpec> all{profile("gavle-hdd", "SE", "1.15", "98"), profile("oslo-tape", "NO", "1.2", "97"),
                                 profile("paris-ssd", "FR", "1.3", "60"), profile("warsaw-hdd", "PL", "1.4", "25"),
                                 profile("dublin-hdd", "IE", "1.25", "80")};
    const auto price = [](const char *amount) {
        return *parsePrice(amount, "price");
    };
    all[0].price = price("0.019 EUR");
    all[0].latency = LatencyClass::Online;
    all[0].redundancy = *Redundancy::erasure(10, 4);
    all[1].price = price("0.004 EUR");
    all[1].latency = LatencyClass::Offline;
    all[1].medium = Medium::Tape;
    all[1].redundancy = *Redundancy::copies(2);
    all[1].immutable = true;
    all[2].price = price("0.024 EUR");
    all[2].latency = LatencyClass::Online;
    all[2].medium = Medium::Ssd;
    all[3].price = price("0.011 EUR");
    all[3].latency = LatencyClass::Online;
    all[3].redundancy = *Redundancy::copies(3);
    all[4].price = price("0.009 EUR");
    all[4].latency = LatencyClass::Nearline;
    all[4].redundancy = *Redundancy::copies(2);
    return all;
}

} // namespace

class PlacementPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void P02_editingShowsTheNewScoreAndIsUndone();
    void C29_wrongFiguresAreNamedAtTheirField();
    void P06_aBackendStartsFromACloudRegion();
    void C31_theRankingIsChosenAndDisagreementIsSaid();
    void C32_newerPublishedValuesAreShownNotTaken();
    void filterAndColumns();
    void selectedOnesAreCompared();
    void P09_whatIfFollowsTheTyping();
    void wrongInputKeepsTheLastAnswer();
    void C33_nobodyMeetsTheConstraints();
    void C31_literalRankingIsLabelled();
    void frontierIsReadByKeyboard();
    void P11_decisionsAreKeptAndExplained();
    void C35_recomputingNamesWhatIsNotRated();
    void P07_backendsGoToAFileAndComeBack();
    void badFilesChangeNothing();
    void A4_aPlaceIsAcceptedHereAndAnEmptyOneAskedForTwice();
    void readableWithoutSight();

private:
    void submit(engine::Command command);
    void press(QWidget *target, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void openTab(Tab tab);
    void openAnswer(QWidget *pane, int tab);
    void type(QWidget *in, const char *name, const char *what);
    QDialog *dialog(const char *name);
    void picture(const char *name, QWidget *of = nullptr);
    QString cell(const char *backend, BackendModel::Column column, int role = Qt::DisplayRole);
    QString labelIn(QWidget *in, const char *name);
    QStringList column(QWidget *pane, const char *table, int column);
    void whatIf();
    void decide();
    QWidget *page() { return m_window->currentPage(); }
    WhatIfPane *pane() { return page()->findChild<WhatIfPane *>(); }
    QWidget *decisions() { return page()->findChild<QWidget *>(text("decisionsPane")); }
    QString message() { return page()->findChild<MessageBar *>()->text(); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    tests::ScriptedPrompter m_prompter;
    std::map<QString, QByteArray> m_files; ///< what is read and written in place of a disk
    Services m_services;
    DataTable *m_table = nullptr;
};

void PlacementPageTest::initTestCase()
{
    if (qEnvironmentVariableIsSet("GREENWARD_PICTURES"))
        console::loadTranslations(*qApp, QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void PlacementPageTest::init()
{
    QSettings().clear();
    m_directory = std::make_unique<QTemporaryDir>();
    m_clock = app::makeSystemClock();
    m_appearance = std::make_unique<Appearance>();
    if (const QString theme = qEnvironmentVariable("GREENWARD_THEME"); !theme.isEmpty())
        m_appearance->useTheme(themeFromName(theme));
    m_prompter = {};
    m_files.clear();
    m_services.readFile = [this](const QString &path, const std::function<void(const Result<QByteArray> &)> &done) {
        done(m_files[path]);
    };
    m_services.writeFile = [this](const QString &path, const QByteArray &bytes, const Services::Done &done) {
        m_files[path] = bytes;
        done({});
    };
    m_window = std::make_unique<MainWindow>(MainWindow::Needs{*m_appearance, m_prompter, m_services, *m_clock});
    const QStringList size = qEnvironmentVariable("GREENWARD_SIZE", text("1440x900")).split(QLatin1Char('x'));
    m_window->resize(size.front().toInt(), size.back().toInt());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const QString data = m_directory->filePath(text("data"));
    auto host = app::openEngine({.directory = data.toStdString(), .program = "ui_placement_page_test"});
    QVERIFY2(host, host ? "" : host.error().detail.c_str());
    m_window->openSession(*std::move(host), *Actor::parse("Ada"), text("/srv/greenward/data"), false);
    for (const BackendSpec &spec : sites())
        submit(engine::RegisterBackend{spec});
    m_window->open(PageId::Placement);
    QTRY_VERIFY(m_window->isSettled());
    m_table = page()->findChild<DataTable *>(text("backendsTable"));
    QVERIFY(m_table);
    QTRY_COMPARE(m_table->rowModel()->totalRows(), 10);
}

void PlacementPageTest::cleanup()
{
    m_window.reset();
    m_appearance.reset();
    m_directory.reset();
}

void PlacementPageTest::submit(engine::Command command)
{
    bool done = false;
    m_window->client()->submit(std::move(command), this, [&done](const Result<engine::Outcome> &outcome) {
        if (!outcome) qWarning("%s: %s", outcome.error().subject.c_str(), outcome.error().detail.c_str());
        done = bool(outcome);
    });
    QTRY_VERIFY(done);
}

void PlacementPageTest::press(QWidget *target, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    // Nobody gives the window back after a dialog where there is no window manager.
    if (!QApplication::activeModalWidget()) {
        target->window()->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), target->window());
    }
    target->setFocus();
    QTest::keyClick(target, key, modifiers);
}

void PlacementPageTest::openTab(Tab tab)
{
    auto *tabs = page()->findChild<QTabWidget *>(text("placementTabs"));
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(tab).center());
    QCOMPARE(tabs->currentIndex(), static_cast<int>(tab));
    QTRY_VERIFY(m_window->isSettled());
}

void PlacementPageTest::openAnswer(QWidget *pane, int tab)
{
    auto *tabs = pane->findChild<QTabWidget *>(text("decisionTabs"));
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(tab).center());
    QCOMPARE(tabs->currentIndex(), tab);
}

void PlacementPageTest::type(QWidget *in, const char *name, const char *what)
{
    auto *field = in->findChild<QWidget *>(text(name));
    QVERIFY2(field, name);
    auto *line = qobject_cast<QLineEdit *>(field);
    if (auto *box = qobject_cast<QComboBox *>(field)) line = box->lineEdit();
    QVERIFY2(line, name);
    line->setFocus();
    line->selectAll();
    if (*what == 0)
        QTest::keyClick(line, Qt::Key_Delete);
    else
        QTest::keyClicks(line, text(what));
}

QDialog *PlacementPageTest::dialog(const char *name)
{
    QDialog *found = nullptr;
    [&] {
        QTRY_VERIFY((found = page()->findChild<QDialog *>(text(name))) && found->isVisible());
    }();
    return found;
}

void PlacementPageTest::picture(const char *name, QWidget *of)
{
    const QString directory = qEnvironmentVariable("GREENWARD_PICTURES");
    if (directory.isEmpty()) return;
    if (!of) page()->findChild<MessageBar *>()->clear();
    QTRY_VERIFY(m_window->isSettled());
    QApplication::processEvents();
    const QPixmap grabbed = of ? of->grab() : m_window->grab();
    QVERIFY(grabbed.save(
        QDir(directory).filePath(text("placement-%1-%2.png").arg(text(name), themeName(m_appearance->theme())))));
}

QString PlacementPageTest::cell(const char *backend, BackendModel::Column column, int role)
{
    return m_table->rowModel()
        ->index(m_table->rowModel()->rowOfKey(text(backend)), static_cast<int>(column))
        .data(role)
        .toString();
}

QString PlacementPageTest::labelIn(QWidget *in, const char *name)
{
    auto *label = in->findChild<QLabel *>(text(name));
    return label ? label->text() : text("no such label");
}

QStringList PlacementPageTest::column(QWidget *pane, const char *table, int column)
{
    const QAbstractItemModel *model = pane->findChild<DataTable *>(text(table))->model();
    QStringList all;
    for (int row = 0; row < model->rowCount(); ++row)
        all << model->index(row, column).data().toString();
    return all;
}

void PlacementPageTest::whatIf()
{
    openTab(kWhatIf);
    QTRY_VERIFY(pane()->isCurrent());
}

void PlacementPageTest::decide()
{
    auto *button = pane()->findChild<QPushButton *>(text("decideButton"));
    QTRY_VERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY2_WITH_TIMEOUT(message().contains(text("is recorded")), qPrintable(message()), kPatienceMs);
}

void PlacementPageTest::P02_editingShowsTheNewScoreAndIsUndone()
{
    QVERIFY(m_table->selectKey(text("warsaw-hdd")));
    const QString before = cell("warsaw-hdd", BackendModel::Column::Score);
    press(m_table, Qt::Key_F2);
    QDialog *form = dialog("backendDialog");
    QTRY_VERIFY2(labelIn(form, "previewFiguresLabel").contains(before.left(4)),
                 qPrintable(labelIn(form, "previewFiguresLabel")));
    auto *tabs = form->findChild<QTabWidget *>(text("formTabs"));
    tabs->setCurrentIndex(1);
    type(form, "pueLineEdit", "1.1");
    QTRY_VERIFY2(labelIn(form, "previewNoteLabel").contains(text("Before:")),
                 qPrintable(labelIn(form, "previewNoteLabel")));
    type(form, "copiesLineEdit", "10+4");
    picture("editor", form);
    QTest::mouseClick(form->findChild<QPushButton *>(text("sendButton")), Qt::LeftButton);
    QTRY_COMPARE(cell("warsaw-hdd", BackendModel::Column::Copies), text("10+4"));
    QVERIFY(cell("warsaw-hdd", BackendModel::Column::Score) != before);
    press(m_table, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY2(cell("warsaw-hdd", BackendModel::Column::Copies) == text("3"), qPrintable(message()));
    QTRY_COMPARE(cell("warsaw-hdd", BackendModel::Column::Score), before);
    m_prompter.agrees = true;
    press(m_table, Qt::Key_Delete);
    QCOMPARE(m_prompter.confirmed.size(), std::size_t{1});
    QTRY_COMPARE(m_table->rowModel()->totalRows(), 9);
    press(m_table, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_table->rowModel()->totalRows(), 10);
}

void PlacementPageTest::C29_wrongFiguresAreNamedAtTheirField()
{
    QVERIFY(m_table->selectKey(text("paris-ssd")));
    press(m_table, Qt::Key_F2);
    QDialog *form = dialog("backendDialog");
    auto *tabs = form->findChild<QTabWidget *>(text("formTabs"));
    tabs->setCurrentIndex(1);
    type(form, "pueLineEdit", "0.9");
    QTRY_VERIFY2(labelIn(form, "pueNoteLabel").contains(text("0.9")), qPrintable(labelIn(form, "pueNoteLabel")));
    QVERIFY2(!tabs->tabIcon(1).isNull(), "the tab says that something is wrong on it");
    tabs->setCurrentIndex(2);
    type(form, "priceLineEdit", "cheap");
    QVERIFY2(labelIn(form, "priceNoteLabel").contains(text("cheap")), qPrintable(labelIn(form, "priceNoteLabel")));
    type(form, "latitudeLineEdit", "95");
    type(form, "longitudeLineEdit", "2");
    QVERIFY2(labelIn(form, "longitudeNoteLabel").contains(text("95")), qPrintable(labelIn(form, "longitudeNoteLabel")));
    QTest::mouseClick(form->findChild<QPushButton *>(text("sendButton")), Qt::LeftButton);
    QVERIFY2(form->isVisible(), "nothing wrong is sent");
    QCOMPARE(tabs->currentIndex(), 1);
    QTest::keyClick(form, Qt::Key_Escape);
    QCOMPARE(cell("paris-ssd", BackendModel::Column::Pue), text("1.30"));
}

void PlacementPageTest::P06_aBackendStartsFromACloudRegion()
{
    press(m_table, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QDialog *catalogue = dialog("catalogueDialog");
    auto *table = catalogue->findChild<DataTable *>(text("catalogueTable"));
    QVERIFY(table->rowModel()->totalRows() > 20);
    QTest::keyClicks(catalogue->findChild<QLineEdit *>(text("catalogueFilterField")), text("eu-north-1"));
    QTRY_COMPARE(table->rowModel()->rowCount(), 1);
    QVERIFY(table->selectKey(table->rowModel()->keyAt(0)));
    picture("catalogue", catalogue);
    QTest::mouseClick(catalogue->findChild<QPushButton *>(text("useRegionButton")), Qt::LeftButton);
    QDialog *form = dialog("backendDialog");
    QTRY_VERIFY(!form->findChild<QLineEdit *>(text("idLineEdit"))->text().isEmpty());
    QTRY_VERIFY2(labelIn(form, "previewFiguresLabel").contains(text("of 100")),
                 qPrintable(labelIn(form, "previewFiguresLabel")));
    type(form, "idLineEdit", "stockholm-copy");
    QTest::mouseClick(form->findChild<QPushButton *>(text("sendButton")), Qt::LeftButton);
    QTRY_COMPARE(m_table->currentKey(), text("stockholm-copy"));
    QCOMPARE(cell("stockholm-copy", BackendModel::Column::Country), text("SE"));
}

void PlacementPageTest::C31_theRankingIsChosenAndDisagreementIsSaid()
{
    auto *ranking = page()->findChild<QComboBox *>(text("rankingComboBox"));
    QCOMPARE(ranking->currentIndex(), 0);
    const auto note = [this] {
        return page()->findChild<NoteLine *>(text("disagreementNote"))->text();
    };
    QVERIFY2(note().contains(text("Score and physics disagree")), qPrintable(note()));
    // The wheel over it changes nothing while it has no focus.
    m_table->setFocus();
    QWheelEvent wheel(ranking->rect().center(), ranking->mapToGlobal(ranking->rect().center()), {}, {0, -120},
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(ranking, &wheel);
    QCOMPARE(ranking->currentIndex(), 0);
    press(ranking, Qt::Key_Down);
    QTRY_COMPARE(ranking->currentText(), text("Carbon footprint"));
    whatIf();
    QTRY_VERIFY2(labelIn(pane(), "decisionWordsLabel").contains(text("by Carbon footprint")),
                 qPrintable(labelIn(pane(), "decisionWordsLabel")));
}

void PlacementPageTest::C32_newerPublishedValuesAreShownNotTaken()
{
    const QString tip = cell("aws-us-west-2", BackendModel::Column::Pue, Qt::ToolTipRole);
    QVERIFY2(tip.contains(text("Newer figures exist")), qPrintable(tip));
    QVERIFY(m_table->selectKey(text("aws-us-west-2")));
    QVERIFY2(labelIn(page(), "newerHintLabel").contains(text("Newer figures exist")),
             qPrintable(labelIn(page(), "newerHintLabel")));
    QVERIFY2(cell("aws-us-west-2", BackendModel::Column::Pue).startsWith(text("1.1")),
             qPrintable(cell("aws-us-west-2", BackendModel::Column::Pue)));
    picture("backends");
}

void PlacementPageTest::filterAndColumns()
{
    press(m_table, Qt::Key_Slash);
    QTest::keyClicks(QApplication::focusWidget(), text("tape"));
    QTRY_COMPARE(m_table->rowModel()->rowCount(), 1);
    QCOMPARE(cell("oslo-tape", BackendModel::Column::Country), text("NO"));
    QVERIFY2(cell("oslo-tape", BackendModel::Column::Price).contains(text("0.004")),
             qPrintable(cell("oslo-tape", BackendModel::Column::Price)));
    QCOMPARE(cell("oslo-tape", BackendModel::Column::Latency), text("Offline (hours)"));
    QCOMPARE(cell("oslo-tape", BackendModel::Column::ShareBasis), text("Own statement"));
    QVERIFY(m_table->isColumnHidden(static_cast<int>(BackendModel::Column::Price)));
    QVERIFY(m_table->selectKey(text("oslo-tape")));
    QVERIFY2(labelIn(page(), "termsLabel").contains(text("nothing can be deleted before its time")),
             qPrintable(labelIn(page(), "termsLabel")));
}

void PlacementPageTest::selectedOnesAreCompared()
{
    QAction *compare = nullptr;
    const auto actions = page()->findChildren<QAction *>();
    for (QAction *action : actions)
        if (action->text() == text("Compare selected")) compare = action;
    QVERIFY(compare);
    QVERIFY(!compare->isEnabled());
    m_table->clearSelection();
    bool first = true;
    for (const char *name : {"gavle-hdd", "oslo-tape", "paris-ssd", "warsaw-hdd"}) {
        const QModelIndex index = m_table->rowModel()->index(m_table->rowModel()->rowOfKey(text(name)), 0);
        m_table->scrollTo(index);
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, first ? Qt::NoModifier : Qt::ControlModifier,
                          m_table->visualRect(index).center());
        first = false;
    }
    QVERIFY(compare->isEnabled());
    press(m_table, Qt::Key_M, Qt::ControlModifier);
    auto *table = page()->findChild<QTableWidget *>(text("compareTable"));
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->columnCount(), 4);
    int pue = -1;
    int wue = -1;
    for (int row = 0; row < table->rowCount(); ++row) {
        if (table->verticalHeaderItem(row)->text() == text("PUE")) pue = row;
        if (table->verticalHeaderItem(row)->text() == text("WUE")) wue = row;
    }
    QVERIFY(pue >= 0 && wue >= 0);
    QCOMPARE(table->item(pue, 0)->text(), text("✓ 1.15"));
    QCOMPARE(table->item(pue, 1)->text(), text("1.20"));
    QCOMPARE(table->item(wue, 0)->text(), text("–"));
    QVERIFY(table->item(pue, 0)->data(Qt::AccessibleTextRole).toString().contains(text("best")));
    picture("compare");
}

void PlacementPageTest::P09_whatIfFollowsTheTyping()
{
    whatIf();
    const auto first = [this] {
        return column(pane(), "candidatesTable", static_cast<int>(CandidateModel::Column::Backend)).value(0);
    };
    const auto total = [this] {
        return column(pane(), "candidatesTable", static_cast<int>(CandidateModel::Column::Total)).value(0);
    };
    QVERIFY(!first().isEmpty());
    const QString before = total();
    type(pane(), "sizeLineEdit", "500 TB");
    QTRY_VERIFY2(total() != before, qPrintable(total()));
    type(pane(), "countriesLineEdit", "pl, ie");
    QTRY_COMPARE(first(), text("dublin-hdd"));
    QTRY_COMPARE(
        column(pane(), "candidatesTable", static_cast<int>(CandidateModel::Column::Standing)).count(text("Excluded")),
        8);
    const QStringList reasons = column(pane(), "candidatesTable", static_cast<int>(CandidateModel::Column::Reason));
    QVERIFY2(reasons.filter(text("allowed: PL, IE")).size() == 8, qPrintable(reasons.join(QLatin1Char('|'))));
    picture("what-if");
    type(pane(), "countriesLineEdit", "");
    QTRY_COMPARE(
        column(pane(), "candidatesTable", static_cast<int>(CandidateModel::Column::Standing)).count(text("Excluded")),
        0);
    openAnswer(pane(), kWhy);
    auto *runnerUp = pane()->findChild<QComboBox *>(text("runnerUpComboBox"));
    QVERIFY(runnerUp->count() > 1);
    const QString against = labelIn(pane(), "comparisonLabel");
    picture("waterfall");
    press(runnerUp, Qt::Key_Down);
    QVERIFY(labelIn(pane(), "comparisonLabel") != against);
    openAnswer(pane(), kFlips);
    QVERIFY(!column(pane(), "flipsTable", 4).isEmpty());
    picture("flips");
    openAnswer(pane(), kBasis);
    QVERIFY(column(pane(), "basisTable", 0).contains(text("Sensitivity")));
    picture("coefficients");
}

void PlacementPageTest::wrongInputKeepsTheLastAnswer()
{
    whatIf();
    const QString words = labelIn(pane(), "decisionWordsLabel");
    type(pane(), "sizeLineEdit", "much");
    QTRY_VERIFY2(labelIn(pane(), "sizeNoteLabel").contains(text("much")), qPrintable(labelIn(pane(), "sizeNoteLabel")));
    QTRY_VERIFY(pane()->findChild<NoteLine *>(text("whatIfStaleNote"))->isVisible());
    QCOMPARE(labelIn(pane(), "decisionWordsLabel"), words);
    QVERIFY(!pane()->findChild<QPushButton *>(text("decideButton"))->isEnabled());
    type(pane(), "sizeLineEdit", "2 TB");
    QTRY_VERIFY(pane()->isCurrent());
    QVERIFY(labelIn(pane(), "decisionWordsLabel") != words);
    type(pane(), "fromComboBox", "nowhere");
    QTRY_VERIFY2(labelIn(pane(), "fromNoteLabel").contains(text("nowhere")),
                 qPrintable(labelIn(pane(), "fromNoteLabel")));
    type(pane(), "fromComboBox", "warsaw-hdd");
    QTRY_VERIFY(pane()->isCurrent());
    type(pane(), "monthsLineEdit", "1201");
    QTRY_VERIFY2(labelIn(pane(), "monthsNoteLabel").contains(text("1200")),
                 qPrintable(labelIn(pane(), "monthsNoteLabel")));
}

void PlacementPageTest::C33_nobodyMeetsTheConstraints()
{
    whatIf();
    type(pane(), "priceLineEdit", "0.001 EUR");
    QTRY_COMPARE(labelIn(pane(), "decisionTitleLabel"), text("No backend meets the constraints"));
    QTRY_VERIFY(!pane()->findChild<QPushButton *>(text("decideButton"))->isEnabled());
    openAnswer(pane(), kWhy);
    auto *waterfall = pane()->findChild<QWidget *>(text("waterfallChart"));
    QVERIFY2(labelIn(waterfall, "chartNothingLabel").contains(text("No candidate meets")), "the chart says why");
    openAnswer(pane(), kRanking);
    picture("nobody");
}

void PlacementPageTest::C31_literalRankingIsLabelled()
{
    auto *ranking = page()->findChild<QComboBox *>(text("rankingComboBox"));
    press(ranking, Qt::Key_End);
    const auto note = [this] {
        return page()->findChild<NoteLine *>(text("rankingNote"))->text();
    };
    QTRY_VERIFY2(note().startsWith(text("Compatibility")), qPrintable(note()));
}

void PlacementPageTest::frontierIsReadByKeyboard()
{
    whatIf();
    openAnswer(pane(), kFrontier);
    auto *chart = pane()->findChild<FrontierChart *>();
    QTRY_VERIFY(!chart->frontier().isEmpty());
    QVERIFY2(labelIn(chart, "frontierBesideLabel").contains(text("aws-us-west-2")),
             qPrintable(labelIn(chart, "frontierBesideLabel")));
    auto *view = chart->findChild<QGraphicsView *>();
    press(view, Qt::Key_Home);
    const QString first = chart->reading();
    QVERIFY2(first.startsWith(text("oslo-tape")), qPrintable(first));
    press(view, Qt::Key_Right);
    QVERIFY(chart->reading() != first);
    QCOMPARE(view->accessibleDescription(), chart->reading());
    type(pane(), "countriesLineEdit", "SE FR PL IE");
    QTRY_VERIFY(!chart->frontier().contains(text("oslo-tape")));
    picture("frontier");
    auto *against = pane()->findChild<QComboBox *>(text("againstComboBox"));
    press(against, Qt::Key_Down);
    QCOMPARE(chart->frontier().value(0), text("gavle-hdd"));
    QVERIFY2(!labelIn(chart, "frontierBesideLabel").contains(text("price")),
             qPrintable(labelIn(chart, "frontierBesideLabel")));
}

void PlacementPageTest::P11_decisionsAreKeptAndExplained()
{
    openTab(kDecisions);
    QCOMPARE(column(decisions(), "decisionsTable", 0).size(), 0);
    picture("decisions-empty");
    whatIf();
    type(pane(), "sizeLineEdit", "20 TB");
    QTRY_VERIFY(pane()->isCurrent());
    decide();
    openTab(kDecisions);
    QTRY_COMPARE(column(decisions(), "decisionsTable", 0), QStringList{text("1")});
    QTRY_VERIFY2(labelIn(decisions(), "decisionTitleLabel").endsWith(text("was chosen")),
                 qPrintable(labelIn(decisions(), "decisionTitleLabel")));
    QVERIFY(labelIn(decisions(), "decisionWordsLabel").contains(text("ranks first")));
    QVERIFY2(labelIn(decisions(), "reproducedLabel").contains(text("the same order and figures")),
             qPrintable(labelIn(decisions(), "reproducedLabel")));
    openAnswer(decisions(), kWhy);
    picture("decision");
}

void PlacementPageTest::C35_recomputingNamesWhatIsNotRated()
{
    whatIf();
    decide();
    submit(engine::RemoveBackend{*BackendId::parse("warsaw-hdd")});
    openTab(kDecisions);
    auto *button = decisions()->findChild<QPushButton *>(text("recomputeButton"));
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY2(labelIn(decisions(), "recomputeLabel").contains(text("Nothing was recorded")),
                 qPrintable(labelIn(decisions(), "recomputeLabel")));
    QCOMPARE(column(decisions(), "thenNowTable", 1).value(3), text("10, 0, 0"));
    QCOMPARE(column(decisions(), "thenNowTable", 2).value(3), text("9, 0, 1"));
    picture("recompute");
    QCOMPARE(column(decisions(), "decisionsTable", 0).size(), 1);
    page()->findChild<MessageBar *>()->clear();
    QTest::mouseClick(decisions()->findChild<QPushButton *>(text("recordAnewButton")), Qt::LeftButton);
    QTRY_VERIFY2_WITH_TIMEOUT(message().contains(text("is recorded")), qPrintable(message()), kPatienceMs);
    QTRY_COMPARE(column(decisions(), "decisionsTable", 0), (QStringList{text("2"), text("1")}));
    auto *table = decisions()->findChild<DataTable *>(text("decisionsTable"));
    QVERIFY(table->selectKey(text("2")));
    QTRY_VERIFY(column(decisions(), "candidatesTable", static_cast<int>(CandidateModel::Column::Standing))
                    .contains(text("Not rated")));
}

void PlacementPageTest::P07_backendsGoToAFileAndComeBack()
{
    m_prompter.paths = {text("/files/backends.json"), text("/files/backends.json")};
    press(m_table, Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(m_files.contains(text("/files/backends.json")));
    QByteArray &file = m_files[text("/files/backends.json")];
    QVERIFY(file.contains("greenward-backends"));
    file.replace("gavle-hdd", "gavle-new");
    submit(engine::RemoveBackend{*BackendId::parse("oslo-tape")});
    QAction *import = nullptr;
    const auto actions = page()->findChildren<QAction *>();
    for (QAction *action : actions)
        if (action->text() == text("Import…")) import = action;
    import->trigger();
    QDialog *preview = dialog("backendImportDialog");
    QVERIFY2(labelIn(preview, "importSummaryLabel").contains(text("2 added, 0 changed")),
             qPrintable(labelIn(preview, "importSummaryLabel")));
    picture("import", preview);
    QTest::mouseClick(preview->findChild<QPushButton *>(text("sendButton")), Qt::LeftButton);
    QTRY_VERIFY(m_table->rowModel()->rowOfKey(text("gavle-new")) >= 0);
    QTRY_VERIFY(m_table->rowModel()->rowOfKey(text("oslo-tape")) >= 0);
    press(m_table, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(m_table->rowModel()->rowOfKey(text("gavle-new")) < 0);
}

void PlacementPageTest::badFilesChangeNothing()
{
    m_files[text("/files/bad.json")] = R"({"format":"greenward-backends","version":1,"backends":[
        {"id":"fine","region":"SE"},{"id":"worse","region":"SE","pue":"0.5"}]})";
    m_prompter.paths = {text("/files/bad.json")};
    const auto actions = page()->findChildren<QAction *>();
    for (QAction *action : actions)
        if (action->text() == text("Import…")) action->trigger();
    QTRY_VERIFY2(message().contains(text("backends 2")), qPrintable(message()));
    QVERIFY2(message().contains(text("pue")), qPrintable(message()));
    QCOMPARE(m_table->rowModel()->totalRows(), 10);
}

void PlacementPageTest::A4_aPlaceIsAcceptedHereAndAnEmptyOneAskedForTwice()
{
    const QString place = m_directory->filePath(text("disk"));
    QVERIFY(QDir().mkpath(place + text("/acme")));
    QFile object(place + text("/acme/object"));
    QVERIFY(object.open(QIODevice::WriteOnly) && object.write("content") > 0);
    object.close();
    BackendSpec spec = profile("disk-1", "SE", "1.2", "90");
    spec.driver = DriverKind::Local;
    spec.location = place.toStdString();
    submit(engine::RegisterBackend{spec});
    submit(engine::StartScan{spec.id});
    QTRY_COMPARE(cell("disk-1", BackendModel::Column::Objects), text("1"));
    QAction *accept = nullptr;
    const auto actions = page()->findChildren<QAction *>();
    for (QAction *action : actions)
        if (action->text() == text("Accept place…")) accept = action;
    QVERIFY(accept);
    QVERIFY(m_table->selectKey(text("disk-1")));
    QVERIFY2(!accept->isEnabled(), "its place is the one it had");

    QVERIFY(QDir().rename(place, m_directory->filePath(text("unplugged"))) && QDir().mkpath(place));
    QTRY_VERIFY_WITH_TIMEOUT((press(m_table, Qt::Key_F5), accept->isEnabled()),
                             kPatienceMs); // health is kept for a moment
    accept->trigger();
    QTRY_COMPARE(m_prompter.confirmed.size(), 2U);
    QVERIFY(m_prompter.confirmed[0].destructive);
    QVERIFY2(m_prompter.confirmed[0].question.contains(place), qPrintable(m_prompter.confirmed[0].question));
    QVERIFY2(m_prompter.confirmed[1].consequences.contains(text("None of the objects")),
             qPrintable(m_prompter.confirmed[1].consequences));
    QTRY_VERIFY2(message().contains(text("place accepted")), qPrintable(message()));
    QVERIFY(QFile::exists(place + text("/.greenward-backend")));
    QTRY_VERIFY(!accept->isEnabled());
}

void PlacementPageTest::readableWithoutSight()
{
    for (const Tab tab : {kBackends, kCompare, kWhatIf, kDecisions}) {
        openTab(tab);
        const auto widgets = page()->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            const bool speaks = qobject_cast<QTableView *>(widget) || qobject_cast<QComboBox *>(widget);
            if (!speaks || !widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus)) continue;
            // Screen readers take the name of the widget itself, or that of the label that leads to it.
            const auto labels = page()->findChildren<QLabel *>();
            const bool labelled = std::any_of(labels.cbegin(), labels.cend(),
                                              [widget](const QLabel *label) { return label->buddy() == widget; });
            QVERIFY2(labelled || !widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }
}

QTEST_MAIN(PlacementPageTest)
#include "placement_page_test.moc"
