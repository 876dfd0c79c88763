#include "ui/models/row_model.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/gauge.h"
#include "ui/widgets/link_list.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/stat_tile.h"
#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>
#include <QVBoxLayout>

using namespace greenward;
using namespace greenward::ui;

namespace {

struct Row
{
    QString name;
    int size = 0;
    friend bool operator==(const Row &, const Row &) = default;
};

class Model final : public RowModel<Row>
{
public:
    Model()
        : RowModel({{QStringLiteral("name"), QStringLiteral("Name"), {}, false, false},
                    {QStringLiteral("size"), QStringLiteral("Size"), {}, true, false},
                    {QStringLiteral("secret"), QStringLiteral("Hidden"), {}, false, true}})
    {
        merge({{QStringLiteral("one"), 1}, {QStringLiteral("two, \"too\""), 2}, {QStringLiteral("three"), 3}});
    }

protected:
    QString keyOf(const Row &row) const override { return row.name; }
    QVariant value(const Row &row, int column, int role) const override
    {
        if (role != Qt::DisplayRole && role != SortRole) return {};
        return column == 0 ? QVariant(row.name) : QVariant(row.size);
    }
};

} // namespace

class WidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }
    void messageBarShowsAndActsOnce();
    void messageBarClosesByKeyboard();
    void messageBarTakesNoMarkup();
    void B6_namesThatLookLikeMarkupAreShownAsTheyAre();
    void labelsElideAndTellTheWholeInATip();
    void tablesCopyWhatIsShown();
    void tablesKeepTheSelectionWhileFiltering();
    void tablesRememberColumnsById();
    void narrowTablesSpareWhatCanBeSpared();
    void tablesSayWhyTheyAreEmpty();
    void filterWorksByKeyboard();
    void tilesSpeakAndAnswerReturn();
    void linksKeepTheFocusAcrossRefreshes();
    void buttonsFollowTheirAction();
    void gaugesSayWhatTheyShow();
    void gaugesBeyondTheLimitDifferWithoutColour();
};

void WidgetsTest::messageBarShowsAndActsOnce()
{
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    auto *bar = new MessageBar;
    layout->addWidget(bar);
    page.show();
    QVERIFY(!bar->isVisible());
    int undone = 0;
    bar->show(Tone::Warning, QStringLiteral("Budget removed"), QStringLiteral("Undo"), [&undone] { ++undone; });
    QVERIFY(bar->isVisible());
    QVERIFY(bar->accessibleName().contains(QStringLiteral("Warning")));
    QTest::mouseClick(bar->findChild<QPushButton *>(QStringLiteral("messageActionButton")), Qt::LeftButton);
    QCOMPARE(undone, 1);
    QVERIFY(!bar->isVisible());

    bar->showError({ErrorCode::NoSpace, "backend green", "disk full"});
    QVERIFY(bar->text().contains(QStringLiteral("backend green")));
    QVERIFY(!bar->findChild<QPushButton *>(QStringLiteral("messageActionButton"))->isVisible());
    QCOMPARE(bar->tone(), Tone::Critical);
}

void WidgetsTest::messageBarClosesByKeyboard()
{
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    auto *bar = new MessageBar;
    layout->addWidget(bar);
    page.show();
    bar->show(Tone::Info, QStringLiteral("Hello"));
    auto *close = bar->findChild<QToolButton *>(QStringLiteral("messageCloseButton"));
    close->setFocus();
    QTest::keyClick(close, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
}

void WidgetsTest::messageBarTakesNoMarkup()
{
    MessageBar bar;
    bar.show(Tone::Info, QStringLiteral("<b>tenant</b>"));
    QCOMPARE(bar.text(), QStringLiteral("<b>tenant</b>"));
    for (const QLabel *label : bar.findChildren<QLabel *>())
        if (!label->text().isEmpty()) QCOMPARE(label->textFormat(), Qt::PlainText);
}

/// What a tool tip of this text shows.
QString shownTip(const QString &tip)
{
    if (!Qt::mightBeRichText(tip)) return tip;
    QTextDocument document;
    document.setHtml(tip);
    return document.toPlainText();
}

void WidgetsTest::B6_namesThatLookLikeMarkupAreShownAsTheyAre()
{
    const QStringList names{QStringLiteral("acme & sons"), QStringLiteral("a < b"),
                            QStringLiteral("<b>acme</b>"), QStringLiteral("<img src=\"file:///etc/passwd\"> x"),
                            QStringLiteral("&lt;b&gt;"),   QStringLiteral("<a href='x'>click</a>\nsecond line"),
                            QStringLiteral("<!--"),        QString()};
    for (const QString &name : names) {
        QCOMPARE(shownTip(plainTip(name)), name);
        const std::unique_ptr<QLabel> label(plainLabel(name));
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QCOMPARE(label->text(), name);
        QTextDocument chart;
        chart.setHtml(chartText(name));
        QCOMPARE(chart.toPlainText(), QString(name).replace(QLatin1Char('\n'), QLatin1Char(' ')));

        LinkList links;
        links.setRows({{.key = QStringLiteral("k"), .title = name}}, {});
        const auto *link = links.findChild<LinkButton *>();
        QVERIFY(link);
        QCOMPARE(shownTip(link->toolTip()), name);
        if (name.isEmpty()) continue;
        TextLabel elided(name.repeated(20), TextRole::Body);
        elided.resize(20, elided.sizeHint().height());
        elided.grab();
        QCOMPARE(shownTip(elided.toolTip()), name.repeated(20));
        elided.resize(100'000, elided.height());
        elided.grab();
        QVERIFY(elided.toolTip().isEmpty());
    }
}

void WidgetsTest::labelsElideAndTellTheWholeInATip()
{
    TextLabel label(QStringLiteral("/a/very/long/path/to/the/data/directory/of/greenward"), TextRole::Body,
                    TextLabel::Fit::ElideMiddle);
    label.resize(80, label.sizeHint().height());
    label.show();
    QVERIFY(QTest::qWaitForWindowExposed(&label));
    label.grab();
    QCOMPARE(label.toolTip(), label.wholeText());
    label.resize(2000, label.height());
    label.grab();
    QVERIFY(label.toolTip().isEmpty());
    QVERIFY(label.minimumSizeHint().width() < 100);
}

void WidgetsTest::tablesCopyWhatIsShown()
{
    Model model;
    DataTable table(QStringLiteral("copyTest"));
    table.setRowModel(&model);
    table.selectAll();
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(),
             QStringLiteral("Name\tSize\none\t1\n\"two, \"\"too\"\"\"\t2\nthree\t3\n"));
    QVERIFY(table.selectKey(QStringLiteral("three")));
    QCOMPARE(table.selectionAsText(QLatin1Char(',')), QStringLiteral("Name,Size\nthree,3\n"));
}

void WidgetsTest::tablesKeepTheSelectionWhileFiltering()
{
    Model model;
    DataTable table(QStringLiteral("selectionTest"));
    table.setRowModel(&model);
    QVERIFY(table.selectKey(QStringLiteral("three")));
    model.setFilter(QStringLiteral("th"));
    QCOMPARE(table.selectedKeys(), QStringList{QStringLiteral("three")});
    QCOMPARE(table.currentKey(), QStringLiteral("three"));
    model.setFilter({});
    QCOMPARE(table.selectedKeys(), QStringList{QStringLiteral("three")});
    model.sort(1, Qt::DescendingOrder);
    QCOMPARE(table.currentIndex().row(), 0);
    model.merge({{QStringLiteral("one"), 1}});
    QVERIFY(table.selectedKeys().isEmpty());
}

void WidgetsTest::tablesRememberColumnsById()
{
    Model model;
    {
        DataTable table(QStringLiteral("memoryTest"));
        table.setRowModel(&model);
        table.show();
        QVERIFY(table.isColumnHidden(2));
        table.horizontalHeader()->moveSection(1, 0);
        table.horizontalHeader()->setSortIndicator(1, Qt::DescendingOrder); // as a click does
    }
    DataTable table(QStringLiteral("memoryTest"));
    table.setRowModel(&model);
    QCOMPARE(table.horizontalHeader()->visualIndex(1), 0);
    QCOMPARE(model.keyAt(0), QStringLiteral("three"));
    table.sortByColumn(0, Qt::AscendingOrder);
    QCOMPARE(model.keyAt(0), QStringLiteral("three")); // the operator's choice stands
    table.resetLayout();
    QCOMPARE(table.horizontalHeader()->visualIndex(1), 1);
}

void WidgetsTest::narrowTablesSpareWhatCanBeSpared()
{
    Model model;
    DataTable table(QStringLiteral("narrowTest"));
    table.setRowModel(&model);
    const QString last = model.headerData(1, Qt::Horizontal, RowModelBase::ColumnIdRole).toString();
    table.setDispensableColumns({last});
    table.resize(600, 300);
    table.show();
    QTRY_VERIFY(!table.isColumnHidden(1));
    table.resize(60, 300);
    QTRY_VERIFY(table.isColumnHidden(1));
    QVERIFY(!table.isColumnHidden(0));
    table.resize(600, 300);
    QTRY_VERIFY(!table.isColumnHidden(1));
    QVERIFY2(table.columnWidth(1) >= table.horizontalHeader()->sectionSizeHint(1), "back at its full width");
    QVERIFY2(table.isColumnHidden(2), "what is hidden at first stays so");
    table.horizontalHeader()->moveSection(1, 0); // arranged: from now on nothing changes by itself
    table.resize(60, 300);
    QTRY_COMPARE(table.width(), 60);
    QVERIFY(!table.isColumnHidden(1));
}

void WidgetsTest::tablesSayWhyTheyAreEmpty()
{
    Model model;
    DataTable table(QStringLiteral("emptyTest"));
    auto *empty = new EmptyState(QStringLiteral("budgets"), QStringLiteral("No rows"), QStringLiteral("Because."));
    table.setRowModel(&model);
    table.setEmptyState(empty);
    table.show();
    QVERIFY(!empty->isVisible());
    model.setFilter(QStringLiteral("nothing like it"));
    QVERIFY2(!empty->isVisible(), "there are rows, the filter hides them");
    QCOMPARE(table.findChildren<EmptyState *>().size(), 2);
    model.setFilter({});
    model.merge({});
    QVERIFY(empty->isVisible());
}

void WidgetsTest::filterWorksByKeyboard()
{
    Model model;
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    auto *table = new DataTable(QStringLiteral("filterTest"));
    table->setRowModel(&model);
    auto *field = new FilterField(QStringLiteral("Filter rows"));
    field->attach(&model, table);
    layout->addWidget(field);
    layout->addWidget(table);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("thr"));
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(field->accessibleDescription(), QStringLiteral("1 of 3"));
    QTest::keyClick(field, Qt::Key_Down);
    QVERIFY(table->hasFocus());
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(table->hasFocus());
}

void WidgetsTest::tilesSpeakAndAnswerReturn()
{
    StatTile tile(QStringLiteral("Waiting for approval"));
    tile.show(QStringLiteral("3"), QStringLiteral("would save 12 kg"), Tone::Warning);
    const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&tile);
    QCOMPARE(spoken->role(), QAccessible::Button);
    QVERIFY(spoken->text(QAccessible::Name).contains(QStringLiteral("3. would save 12 kg")));
    QSignalSpy clicked(&tile, &QAbstractButton::clicked);
    QTest::keyClick(&tile, Qt::Key_Return);
    QTest::keyClick(&tile, Qt::Key_Space);
    QCOMPARE(clicked.count(), 2);
}

void WidgetsTest::linksKeepTheFocusAcrossRefreshes()
{
    LinkList list;
    list.setRows({{QStringLiteral("a")}, {QStringLiteral("b")}}, QStringLiteral("none"));
    list.show();
    QVERIFY(QTest::qWaitForWindowActive(&list));
    const QList<LinkButton *> lines = list.findChildren<LinkButton *>();
    lines[1]->setFocus();
    list.setRows({{QStringLiteral("a")}, {QStringLiteral("c")}}, QStringLiteral("none"));
    QVERIFY(lines[1]->hasFocus());
    QSignalSpy activated(&list, &LinkList::activated);
    QTest::keyClick(lines[1], Qt::Key_Return);
    QCOMPARE(activated.last().first().toString(), QStringLiteral("c"));
    list.setRows({}, QStringLiteral("none"));
    QVERIFY(!lines[0]->isVisible());
}

void WidgetsTest::buttonsFollowTheirAction()
{
    QAction action(QStringLiteral("&Approve"));
    ActionButton button(&action, ActionButton::Look::Primary);
    QCOMPARE(button.accessibleName(), QStringLiteral("Approve"));
    QVERIFY2(!button.isVisible(), "a button that stands nowhere must not become a window");
    action.setEnabled(false);
    action.setToolTip(QStringLiteral("Select a batch first"));
    QVERIFY(!button.isEnabled());
    QCOMPARE(button.toolTip(), QStringLiteral("Select a batch first"));
    action.setEnabled(true);
    QSignalSpy triggered(&action, &QAction::triggered);
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(triggered.count(), 1);
}

void WidgetsTest::gaugesSayWhatTheyShow()
{
    Gauge gauge;
    GaugeValue value{.used = 0.862,
                     .projected = 1.2,
                     .soft = 0.8,
                     .hard = 1.0,
                     .text = QStringLiteral("86.2 %"),
                     .word = QStringLiteral("Near limit"),
                     .tone = Tone::Warning};
    gauge.setValue(value);
    const QString spoken = QAccessible::queryAccessibleInterface(&gauge)->text(QAccessible::Name);
    for (const char *part : {"86.2 %", "Near limit", "120 %", "80 %", "100 %"})
        QVERIFY2(spoken.contains(QLatin1String(part)), qPrintable(spoken));
    QCOMPARE(gaugeSentence({.text = QStringLiteral("no limit")}), QStringLiteral("no limit"));
}

void WidgetsTest::gaugesBeyondTheLimitDifferWithoutColour()
{
    // In one grey, a bar at its limit and one beyond it must not look the same.
    const auto painted = [](double used) {
        QImage image(400, 24, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintGauge(painter, image.rect(), {.used = used, .hard = 1.0, .tone = Tone::Critical}, lightPalette(),
                   QApplication::font());
        painter.end();
        return image.convertToFormat(QImage::Format_Grayscale8);
    };
    QVERIFY(painted(1.0) != painted(1.2));
    QVERIFY(painted(1.1) != painted(1.2));
}

QTEST_MAIN(WidgetsTest)
#include "widgets_test.moc"
