#include "ui/shell/command_palette.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/tasks.h"

#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace greenward;
using namespace greenward::ui;

class PaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fuzzyFindsAbbreviations_data();
    void fuzzyFindsAbbreviations();
    void fuzzyPutsTheBetterFirst_data();
    void fuzzyPutsTheBetterFirst();
    void paletteIsDrivenByKeyboard();
    void paletteGivesTheFocusBack();
    void paletteNeverRunsWhatIsDisabled();
    void paletteTakesEntriesThatComeLater();
    void paletteIsQuickOnManyEntries();
    void tasksTellProgressAndTimeLeft();
    void tasksSummariseThemselves();
};

void PaletteTest::fuzzyFindsAbbreviations_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("starts of words") << "ab"
                                     << "Add backend" << true;
    QTest::newRow("case does not matter") << "AB"
                                          << "add Backend" << true;
    QTest::newRow("letters in order") << "bdgt"
                                      << "Budgets" << true;
    QTest::newRow("wrong order") << "tegdub"
                                 << "Budgets" << false;
    QTest::newRow("words in any order") << "media acme"
                                        << "acme-media" << true;
    QTest::newRow("every word counts") << "acme labs"
                                       << "acme-media" << false;
    QTest::newRow("a start of a word must not hide a match") << "abc"
                                                             << "a xb c b" << true;
    QTest::newRow("nothing in common") << "xyz"
                                       << "Budgets" << false;
}

void PaletteTest::fuzzyFindsAbbreviations()
{
    QFETCH(QString, query);
    QFETCH(QString, text);
    const FuzzyMatch match = fuzzyMatch(query, text);
    QTEST(match.score > 0, "found");
    for (const int hit : match.hits)
        QVERIFY(hit >= 0 && hit < text.size());
}

void PaletteTest::fuzzyPutsTheBetterFirst_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("start of the text") << "bud"
                                       << "Budgets"
                                       << "Edit budget";
    QTest::newRow("run of letters") << "tier"
                                    << "Tiering"
                                    << "The inner earth";
    QTest::newRow("shorter of two") << "grid"
                                    << "Grid"
                                    << "Grid intensity";
    QTest::newRow("starts of words") << "ov"
                                     << "Open view"
                                     << "Improve";
}

void PaletteTest::fuzzyPutsTheBetterFirst()
{
    QFETCH(QString, query);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(fuzzyMatch(query, better).score > fuzzyMatch(query, worse).score);
}

namespace {

struct Desk
{
    Desk()
    {
        window.resize(900, 600);
        field = new QLineEdit(&window);
        palette = new CommandPalette(&window);
        window.show();
        field->setFocus();
    }

    PaletteEntry entry(const QString &text, const QString &disabled = {})
    {
        return {QStringLiteral("info"), text, QStringLiteral("Action"), {}, disabled, [this, text] {
                    done << text;
                }};
    }
    QLineEdit *query() const { return palette->findChild<QLineEdit *>(QStringLiteral("paletteLineEdit")); }

    QWidget window;
    QLineEdit *field = nullptr;
    CommandPalette *palette = nullptr;
    QStringList done;
};

} // namespace

void PaletteTest::paletteIsDrivenByKeyboard()
{
    Desk desk;
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    desk.palette->open({desk.entry(QStringLiteral("Budgets")), desk.entry(QStringLiteral("Edit budget")),
                        desk.entry(QStringLiteral("Tiering"))});
    QVERIFY(desk.query()->hasFocus());
    QCOMPARE(desk.palette->offered().size(), 3);
    QTest::keyClicks(desk.query(), QStringLiteral("budg"));
    QCOMPARE(desk.palette->offered(), (QStringList{QStringLiteral("Budgets"), QStringLiteral("Edit budget")}));
    QTest::keyClick(desk.query(), Qt::Key_Down);
    QTest::keyClick(desk.query(), Qt::Key_Return);
    QCOMPARE(desk.done, QStringList{QStringLiteral("Edit budget")});
    QVERIFY(!desk.palette->isVisible());
}

void PaletteTest::paletteGivesTheFocusBack()
{
    Desk desk;
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    desk.palette->open({desk.entry(QStringLiteral("Budgets"))});
    QTest::keyClick(desk.query(), Qt::Key_Escape);
    QVERIFY(!desk.palette->isVisible());
    QVERIFY(desk.field->hasFocus());
    QVERIFY(desk.done.isEmpty());
}

void PaletteTest::paletteNeverRunsWhatIsDisabled()
{
    Desk desk;
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    desk.palette->open({desk.entry(QStringLiteral("Approve"), QStringLiteral("Select a batch first"))});
    QTest::keyClick(desk.query(), Qt::Key_Return);
    QVERIFY(desk.done.isEmpty());
    QVERIFY2(desk.palette->isVisible(), "it stays, showing why");
}

void PaletteTest::paletteTakesEntriesThatComeLater()
{
    Desk desk;
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    desk.palette->open({});
    QTest::keyClicks(desk.query(), QStringLiteral("acme"));
    desk.palette->addEntries({desk.entry(QStringLiteral("acme-media"))});
    QCOMPARE(desk.palette->offered(), QStringList{QStringLiteral("acme-media")});
}

void PaletteTest::paletteIsQuickOnManyEntries()
{
    Desk desk;
    std::vector<PaletteEntry> entries;
    for (int at = 0; at < 20'000; ++at)
        entries.push_back(desk.entry(QStringLiteral("tenant-%1-of-the-estate").arg(at)));
    desk.palette->open(std::move(entries));
    desk.query()->setText(QStringLiteral("t19999"));
    QCOMPARE(desk.palette->offered().constFirst(), QStringLiteral("tenant-19999-of-the-estate"));
    QVERIFY(desk.palette->offered().size() <= 100);
}

void PaletteTest::tasksTellProgressAndTimeLeft()
{
    engine::ScanRow idle{.backend = *BackendId::parse("idle")};
    engine::ScanRow scan{.backend = *BackendId::parse("brown"), .running = true};
    scan.objects = 12'480;
    scan.objectsPerSecond = 3'200;
    engine::BatchRow batch{.tenant = *TenantId::parse("acme"), .target = *BackendId::parse("green")};
    batch.state = "running";
    batch.figures.objects = 200;
    batch.moved = 49;
    batch.failed = 1;
    batch.eta = std::chrono::seconds{90};
    const std::vector<Task> tasks = tasksOf({idle, scan}, {batch});
    QCOMPARE(tasks.size(), std::size_t{2});
    QVERIFY(!tasks[0].fraction);
    QVERIFY2(tasks[0].detail.contains(QStringLiteral("3,200")) || tasks[0].detail.contains(QStringLiteral("3200")),
             qPrintable(tasks[0].detail));
    QCOMPARE(*tasks[1].fraction, 0.25);
    QVERIFY(tasks[1].detail.contains(QStringLiteral("1 failed")));
    QVERIFY(tasks[1].detail.contains(QStringLiteral("1 min 30 s")));
}

void PaletteTest::tasksSummariseThemselves()
{
    QVERIFY(taskSummary({}).isEmpty());
    Task task;
    task.title = QStringLiteral("Scanning brown");
    task.detail = QStringLiteral("12 objects");
    QVERIFY(taskSummary({task}).contains(QStringLiteral("12 objects")));
    QVERIFY(taskSummary({task, task}).contains(QLatin1Char('2')));
}

QTEST_MAIN(PaletteTest)
#include "palette_test.moc"
