// The whole slice in the real console on a real engine and real files, by mouse and keyboard only.
#include "app/console/console.h"
#include "tests/support/program.h"
#include "ui/pages/page.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/main_window.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/data_table.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

#include <algorithm>
#include <map>

namespace greenward::ui {
namespace {

namespace fs = std::filesystem;

/// Agrees to every question and saves where it is told.
class ScriptedPrompter final : public Prompter
{
public:
    void confirm(QWidget *, const Confirmation &question, std::function<void()> agreed) override
    {
        asked.push_back(question.question);
        agreed();
    }
    void askText(QWidget *, const QString &question, const QString &, const QString &,
                 std::function<void(const QString &)> answered) override
    {
        asked.push_back(question);
        answered(QStringLiteral("because"));
    }
    void askDirectory(QWidget *, const QString &, const QString &, std::function<void(const QString &)>) override {}
    void askOpenFile(QWidget *, const QString &, const QString &, std::function<void(const QString &)>) override {}
    void askSaveFile(QWidget *, const QString &, const QString &, const QString &,
                     std::function<void(const QString &)> chosen) override
    {
        chosen(savePath);
    }

    std::vector<QString> asked;
    QString savePath;
};

} // namespace

class ConsoleSliceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void backendsAreAddedByDialog();
    void theyAreScanned();
    void aPolicyIsSetAndABatchPlanned();
    void theBatchIsApprovedAndMovesTheFiles();
    void theBudgetShowsTheMovesOwnCost();
    void theReportIsExported();
    void cleanupTestCase();

private:
    Page *page() const { return m_console->window().currentPage(); }
    /// Ctrl and `key`, to whatever has the focus.
    void type(Qt::Key key);
    void go(Qt::Key digit, PageId wanted);
    void press(QWidget *in, const QString &text);
    QDialog *dialog(const char *name);
    void fill(QDialog *in, const char *field, const QString &text);
    void send(QDialog *in, const char *name);
    DataTable *table(const char *name) const;
    bool hasRow(DataTable *in, const QString &text) const;
    QString rowText(DataTable *in, const QString &text) const;
    void clickRow(DataTable *in, const QString &text);
    void addBackend(const QString &id, const fs::path &path, const QString &region, const QString &renewable);

    tests::TemporaryDirectory m_root;
    std::map<std::string, std::string> m_cold;
    Appearance m_appearance;
    ScriptedPrompter m_prompter;
    std::unique_ptr<console::Console> m_console;
};

void ConsoleSliceTest::type(Qt::Key key)
{
    // The offscreen platform does not give the focus back by itself when a dialog closes.
    m_console->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &m_console->window(), key, Qt::ControlModifier);
}

void ConsoleSliceTest::go(Qt::Key digit, PageId wanted)
{
    type(digit);
    QTRY_COMPARE(page()->id(), wanted);
    QTRY_VERIFY(page()->isSettled());
}

void ConsoleSliceTest::press(QWidget *in, const QString &text)
{
    const auto buttons = in->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->text() != text || !button->isVisible()) continue;
        QTRY_VERIFY2(button->isEnabled(), qPrintable(text));
        QTest::mouseClick(button, Qt::LeftButton);
        return;
    }
    QFAIL(qPrintable(QStringLiteral("no button says ") + text));
}

QDialog *ConsoleSliceTest::dialog(const char *name)
{
    QDialog *found = nullptr;
    const auto look = [&] {
        const auto all = m_console->window().findChildren<QDialog *>(QString::fromLatin1(name));
        for (QDialog *one : all)
            if (one->isVisible()) found = one;
        return found != nullptr;
    };
    return QTest::qWaitFor(look, 5'000) ? found : nullptr;
}

void ConsoleSliceTest::fill(QDialog *in, const char *field, const QString &text)
{
    QWidget *widget = in->findChild<QWidget *>(QString::fromLatin1(field));
    QVERIFY2(widget, field);
    auto *line = qobject_cast<QLineEdit *>(widget);
    if (!line) line = widget->findChild<QLineEdit *>();
    QVERIFY2(line, field);
    if (auto *tabs = in->findChild<QTabWidget *>(QStringLiteral("formTabs"))) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            if (tabs->widget(tab)->isAncestorOf(line))
                QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(tab).center());
    }
    QTest::mouseClick(line, Qt::LeftButton);
    line->selectAll();
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Escape, Qt::NoModifier, 0); // a completer's list, if one opened
}

void ConsoleSliceTest::send(QDialog *in, const char *name)
{
    QTest::mouseClick(in->findChild<QAbstractButton *>(QStringLiteral("sendButton")), Qt::LeftButton);
    const auto closed = [&] {
        const auto all = m_console->window().findChildren<QDialog *>(QString::fromLatin1(name));
        return std::none_of(all.begin(), all.end(), [](const QDialog *one) { return one->isVisible(); });
    };
    if (QTest::qWaitFor(closed, 10'000)) return;
    const auto *refusal = in->findChild<QWidget *>(QStringLiteral("refusalLabel"));
    QFAIL(qPrintable(QStringLiteral("the dialog stays open: ") + (refusal ? refusal->accessibleName() : QString())));
}

DataTable *ConsoleSliceTest::table(const char *name) const
{
    return m_console->window().findChild<DataTable *>(QString::fromLatin1(name));
}

QString ConsoleSliceTest::rowText(DataTable *in, const QString &text) const
{
    const QAbstractItemModel *model = in->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column)
            cells.append(model->index(row, column).data().toString());
        if (cells.contains(text)) return cells.join(u'|');
    }
    return {};
}

bool ConsoleSliceTest::hasRow(DataTable *in, const QString &text) const
{
    return !rowText(in, text).isEmpty();
}

void ConsoleSliceTest::clickRow(DataTable *in, const QString &text)
{
    QTRY_VERIFY2(hasRow(in, text), qPrintable(text));
    const QAbstractItemModel *model = in->model();
    for (int row = 0; row < model->rowCount(); ++row)
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex index = model->index(row, column);
            if (index.data().toString() != text || in->isColumnHidden(column)) continue;
            in->scrollTo(index);
            QTest::mouseClick(in->viewport(), Qt::LeftButton, {}, in->visualRect(index).center());
            return;
        }
    QFAIL(qPrintable(QStringLiteral("no row shows ") + text));
}

void ConsoleSliceTest::addBackend(const QString &id, const fs::path &path, const QString &region,
                                  const QString &renewable)
{
    press(page(), QStringLiteral("Add backend…"));
    QDialog *form = dialog("backendDialog");
    QVERIFY(form);
    fill(form, "idLineEdit", id);
    fill(form, "locationLineEdit", QString::fromStdString(path.string()));
    fill(form, "regionComboBox", region);
    fill(form, "renewableLineEdit", renewable);
    send(form, "backendDialog");
}

void ConsoleSliceTest::initTestCase()
{
    for (unsigned i = 0; i < 6; ++i) {
        const std::string key = "acme/old/report " + std::to_string(i);
        m_cold[key] = tests::plantFile(m_root.path() / "brown" / key, 40'000 + i * 1'000, i, 60);
    }
    tests::plantFile(m_root.path() / "brown" / "acme" / "new", 500, 99, 0);
    fs::create_directories(m_root.path() / "green");
    console::Options options;
    options.dataDirectory = QString::fromStdString((m_root.path() / "data").string());
    options.size = QSize(1500, 900);
    m_console = std::make_unique<console::Console>(options, m_appearance, m_prompter);
    m_console->start();
    QTRY_VERIFY(m_console->window().hasSession());
    QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
}

void ConsoleSliceTest::backendsAreAddedByDialog()
{
    go(Qt::Key_4, PageId::Placement);
    addBackend(QStringLiteral("brown"), m_root.path() / "brown", QStringLiteral("PL"), QStringLiteral("20"));
    addBackend(QStringLiteral("green"), m_root.path() / "green", QStringLiteral("SE"), QStringLiteral("98"));
    DataTable *backends = page()->findChild<DataTable *>(QStringLiteral("backendsTable"));
    QTRY_VERIFY(hasRow(backends, QStringLiteral("brown")));
    QTRY_VERIFY(hasRow(backends, QStringLiteral("green")));
}

void ConsoleSliceTest::theyAreScanned()
{
    DataTable *backends = page()->findChild<DataTable *>(QStringLiteral("backendsTable"));
    clickRow(backends, QStringLiteral("brown"));
    press(page(), QStringLiteral("Scan now"));
    QTRY_VERIFY_WITH_TIMEOUT(rowText(backends, QStringLiteral("brown")).contains(QStringLiteral("|7|")), 15'000);
    clickRow(backends, QStringLiteral("green"));
    press(page(), QStringLiteral("Scan now"));
}

void ConsoleSliceTest::aPolicyIsSetAndABatchPlanned()
{
    go(Qt::Key_5, PageId::Tiering);
    auto *tabs = page()->findChild<QTabWidget *>(QStringLiteral("tieringTabs"));
    QVERIFY(tabs);
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(1).center());
    clickRow(table("tenantsTable"), QStringLiteral("acme"));
    press(page(), QStringLiteral("Edit policy…"));
    QDialog *form = dialog("policyDialog");
    QVERIFY(form);
    fill(form, "graceLineEdit", QStringLiteral("0"));
    fill(form, "target-scoreLineEdit", QStringLiteral("60"));
    send(form, "policyDialog");
    clickRow(table("tenantsTable"), QStringLiteral("acme"));
    press(page(), QStringLiteral("Plan batch"));
    QTRY_VERIFY_WITH_TIMEOUT(hasRow(table("batchesTable"), QStringLiteral("acme")), 10'000);
    for (const auto &[key, content] : m_cold)
        QVERIFY2(fs::exists(m_root.path() / "brown" / key), "planning moves nothing");
}

void ConsoleSliceTest::theBatchIsApprovedAndMovesTheFiles()
{
    auto *tabs = page()->findChild<QTabWidget *>(QStringLiteral("tieringTabs"));
    QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(0).center());
    DataTable *batches = table("batchesTable");
    clickRow(batches, QStringLiteral("acme"));
    press(page(), QStringLiteral("Approve…"));
    QDialog *form = dialog("approveDialog");
    QVERIFY(form);
    send(form, "approveDialog");
    clickRow(batches, QStringLiteral("acme"));
    const auto actions = page()->pageActions();
    const auto run = std::find_if(actions.begin(), actions.end(),
                                  [](const QAction *one) { return one->text() == QStringLiteral("Run"); });
    QVERIFY(run != actions.end());
    QTRY_VERIFY2((*run)->isEnabled(), qPrintable((*run)->toolTip()));
    type(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(hasRow(table("historyTable"), QStringLiteral("acme")), 20'000);
    for (const auto &[key, content] : m_cold) {
        QVERIFY2(fs::exists(m_root.path() / "green" / key), key.c_str());
        QCOMPARE(tests::contentOf(m_root.path() / "green" / key), content);
        QVERIFY2(!fs::exists(m_root.path() / "brown" / key), key.c_str());
    }
    QVERIFY(fs::exists(m_root.path() / "brown" / "acme" / "new"));
}

void ConsoleSliceTest::theBudgetShowsTheMovesOwnCost()
{
    go(Qt::Key_2, PageId::Budgets);
    DataTable *budgets = page()->findChild<DataTable *>();
    QTRY_VERIFY(hasRow(budgets, QStringLiteral("acme")));
    QVERIFY2(rowText(budgets, QStringLiteral("acme")).contains(QStringLiteral("µg")),
             qPrintable(rowText(budgets, QStringLiteral("acme"))));
}

void ConsoleSliceTest::theReportIsExported()
{
    go(Qt::Key_6, PageId::Reports);
    m_prompter.savePath = QString::fromStdString((m_root.path() / "report.json").string());
    press(page(), QStringLiteral("JSON…"));
    QTRY_VERIFY_WITH_TIMEOUT(fs::exists(m_root.path() / "report.json"), 10'000);
    QVERIFY(tests::contentOf(m_root.path() / "report.json").find("acme") != std::string::npos);
}

void ConsoleSliceTest::cleanupTestCase()
{
    m_console.reset();
}

} // namespace greenward::ui

QTEST_MAIN(greenward::ui::ConsoleSliceTest)
#include "slice_test.moc"
