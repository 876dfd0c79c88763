// The Budgets page by mouse and keyboard, in the real window on a real engine.
#include "app/composition/compose.h"
#include "app/composition/local_services.h"
#include "core/engine/budget_file.h"
#include "core/engine/engine.h"
#include "tests/support/scripted_prompter.h"
#include "ui/editing/limit_text.h"
#include "ui/models/budget_model.h"
#include "ui/shell/main_window.h"
#include "ui/shell/services.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/message_bar.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace greenward;
using namespace greenward::ui;

class BudgetsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void limitIsTypedInPlaceWithItsUnit();
    void wrongLimitIsSaidWhileTypingAndNeverSent();
    void escapeLeavesTheLimitAlone();
    void refreshKeepsWhatIsBeingTyped();
    void undoAndRedoAreCommandsOfTheirOwn();
    void undoDoesNotOverwriteWhatSomebodyElseChanged();
    void severalRowsAreEditedTogetherAndUndoneTogether();
    void removingIsAskedAndCanBeUndone();
    void filterFindsATenant();
    void aChangeIsRehearsedBeforeItIsSaved();
    void theDetailSaysWhatOperationsMet();
    void recentUseIsDrawnForTheRowsInView();
    void importShowsWhatChangesAndIsOneStep();
    void aWrongFileChangesNothing();
    void exportReadsBack();

private:
    void set(const char *tenant, std::int64_t grams);
    void submit(engine::Command command);
    std::optional<engine::BudgetRow> row(const char *tenant);
    std::vector<std::string> audited();
    void select(const char *tenant);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QLineEdit *editor() const { return m_table->findChild<QLineEdit *>(QStringLiteral("limitLineEdit")); }
    void typeLimit(const char *tenant, const QString &text);
    QString message() const { return m_window->currentPage()->findChild<MessageBar *>()->text(); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    QAction *action(const QString &text) const;

    tests::ScriptedPrompter m_prompter;
    std::map<QString, QByteArray> m_files; ///< what is read and written in place of a disk
    Services m_services;
    DataTable *m_table = nullptr;
};

void BudgetsPageTest::init()
{
    QSettings().clear();
    m_directory = std::make_unique<QTemporaryDir>();
    m_clock = app::makeSystemClock();
    m_appearance = std::make_unique<Appearance>();
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
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const QString data = m_directory->filePath(QStringLiteral("data"));
    auto host = app::openEngine({.directory = data.toStdString(), .program = "ui_budgets_page_test"});
    QVERIFY2(host, host ? "" : host.error().detail.c_str());
    m_window->openSession(*std::move(host), *Actor::parse("Ada"), data, false);
    set("acme", 500);
    set("brook", 200);
    set("cedar", 100);
    m_window->open(PageId::Budgets);
    QTRY_VERIFY(m_window->isSettled());
    m_table = m_window->currentPage()->findChild<DataTable *>(QStringLiteral("budgetsTable"));
    QTRY_COMPARE(m_table->rowModel()->totalRows(), 3);
}

void BudgetsPageTest::cleanup()
{
    m_window.reset();
    m_appearance.reset();
    m_directory.reset();
}

void BudgetsPageTest::submit(engine::Command command)
{
    bool done = false;
    m_window->client()->submit(std::move(command), this,
                               [&done](const Result<engine::Outcome> &outcome) { done = bool(outcome); });
    QTRY_VERIFY(done);
}

void BudgetsPageTest::set(const char *tenant, std::int64_t grams)
{
    submit(engine::SetBudget{.tenant = *TenantId::parse(tenant), .limit = GramsCO2e::fromGrams(grams)});
}

std::optional<engine::BudgetRow> BudgetsPageTest::row(const char *tenant)
{
    std::optional<engine::BudgetRow> found;
    bool answered = false;
    m_window->client()->ask([id = *TenantId::parse(tenant)](const engine::Engine &engine) { return engine.budget(id); },
                            this,
                            [&](const engine::BudgetRow &answer) {
                                found = answer;
                                answered = true;
                            });
    [&] {
        QTRY_VERIFY(answered);
    }();
    return found;
}

std::vector<std::string> BudgetsPageTest::audited()
{
    std::vector<std::string> found;
    bool answered = false;
    m_window->client()->ask([](const engine::Engine &engine) { return engine.auditLog(0, 100); }, this,
                            [&](const Result<std::vector<engine::ActivityRow>> &rows) {
                                for (const engine::ActivityRow &each : *rows)
                                    if (each.who == "Ada") found.push_back(each.what + " " + each.subject);
                                answered = true;
                            });
    [&] {
        QTRY_VERIFY(answered);
    }();
    return found;
}

void BudgetsPageTest::select(const char *tenant)
{
    const int at = m_table->rowModel()->rowOfKey(QString::fromLatin1(tenant));
    QVERIFY(at >= 0);
    const QModelIndex cell = m_table->rowModel()->index(at, 0);
    m_table->scrollTo(cell);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, m_table->visualRect(cell).center());
    QCOMPARE(m_table->currentKey(), QString::fromLatin1(tenant));
}

void BudgetsPageTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_table, key, modifiers);
}

void BudgetsPageTest::typeLimit(const char *tenant, const QString &text)
{
    select(tenant);
    press(Qt::Key_F2);
    QVERIFY(editor());
    QTest::keyClicks(editor(), text);
}

void BudgetsPageTest::limitIsTypedInPlaceWithItsUnit()
{
    typeLimit("acme", QStringLiteral("1.5 t/quarter"));
    press(Qt::Key_Return);
    QVERIFY2(!m_window->findChild<QDialog *>(QStringLiteral("budgetDialog")), "Return ends the edit and opens nothing");
    QTRY_VERIFY(message().contains(QStringLiteral("acme")));
    const auto acme = row("acme");
    QCOMPARE(*acme->limit, GramsCO2e::fromGrams(1'500'000));
    QCOMPARE(acme->period, PeriodKind::Quarter);
    QTRY_COMPARE(
        m_table->rowModel()
            ->index(m_table->rowModel()->rowOfKey(QStringLiteral("acme")), static_cast<int>(BudgetModel::Column::Limit))
            .data(Qt::EditRole)
            .toString(),
        QStringLiteral("1.5 t"));
}

void BudgetsPageTest::wrongLimitIsSaidWhileTypingAndNeverSent()
{
    const std::size_t before = audited().size();
    typeLimit("acme", QStringLiteral("12 bananas"));
    const auto *note = m_table->findChild<QLabel *>(QStringLiteral("limitNoteLabel"));
    QVERIFY(note && note->isVisible());
    QVERIFY2(note->text().startsWith(QStringLiteral("⚠")), qPrintable(note->text()));
    QCOMPARE(editor()->accessibleDescription(), note->text());
    press(Qt::Key_Return);
    QVERIFY2(editor(), "it stays open with what is wrong");
    editor()->selectAll();
    QTest::keyClicks(editor(), QStringLiteral("12 kg"));
    QVERIFY(!note->text().startsWith(QStringLiteral("⚠")));
    press(Qt::Key_Return);
    QTRY_COMPARE(audited().size(), before + 1);
    QCOMPARE(*row("acme")->limit, GramsCO2e::fromGrams(12'000));
}

void BudgetsPageTest::escapeLeavesTheLimitAlone()
{
    const std::size_t before = audited().size();
    typeLimit("acme", QStringLiteral("9 t"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!editor());
    QCOMPARE(audited().size(), before);
    QCOMPARE(*row("acme")->limit, GramsCO2e::fromGrams(500));
}

void BudgetsPageTest::refreshKeepsWhatIsBeingTyped()
{
    typeLimit("acme", QStringLiteral("77"));
    submit(engine::RecordUsage{.tenant = *TenantId::parse("acme"), .amount = GramsCO2e::fromGrams(50)});
    const auto shown = [this] {
        const int at = m_table->rowModel()->rowOfKey(QStringLiteral("acme"));
        return m_table->rowModel()->index(at, static_cast<int>(BudgetModel::Column::Used)).data().toString();
    };
    QTRY_VERIFY2(shown().contains(QStringLiteral("50")), qPrintable(shown()));
    QVERIFY(editor());
    QCOMPARE(editor()->text(), QStringLiteral("77"));
}

void BudgetsPageTest::undoAndRedoAreCommandsOfTheirOwn()
{
    submit(engine::SetBudget{.tenant = *TenantId::parse("acme"),
                             .limit = GramsCO2e::fromGrams(500),
                             .soft = 70_percent,
                             .maxDelay = milliseconds{900},
                             .shadow = true});
    QTRY_VERIFY(m_window->isSettled());
    const auto first = row("acme");
    const std::size_t before = audited().size();
    typeLimit("acme", QStringLiteral("3 kg/day"));
    press(Qt::Key_Return);
    QTRY_COMPARE(audited().size(), before + 1);
    QTRY_VERIFY(message().contains(QStringLiteral("acme")));
    QTRY_COMPARE(
        m_table->rowModel()->index(m_table->rowModel()->rowOfKey(QStringLiteral("acme")), 3).data(Qt::EditRole),
        QVariant(QStringLiteral("3 kg")));
    const auto second = row("acme");
    QCOMPARE(second->soft, 70_percent);

    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(audited().size(), before + 2);
    QTRY_VERIFY(row("acme")->limit == first->limit);
    const auto undone = row("acme");
    QCOMPARE(undone->period, first->period);
    QCOMPARE(undone->soft, first->soft);
    QVERIFY(undone->ownSoft && !undone->ownHard && undone->ownMaxDelay && !undone->ownMinDelay);
    QCOMPARE(undone->maxDelay, first->maxDelay);
    QCOMPARE(undone->shadow, true);

    QTRY_COMPARE(
        m_table->rowModel()->index(m_table->rowModel()->rowOfKey(QStringLiteral("acme")), 3).data(Qt::EditRole),
        QVariant(QStringLiteral("500 g")));
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(audited().size(), before + 3);
    QCOMPARE(row("acme")->limit, second->limit);
    QCOMPARE(row("acme")->period, second->period);
}

void BudgetsPageTest::undoDoesNotOverwriteWhatSomebodyElseChanged()
{
    typeLimit("brook", QStringLiteral("900 g"));
    press(Qt::Key_Return);
    QTRY_VERIFY(message().contains(QStringLiteral("brook")));
    set("brook", 333);
    const QModelIndex cell = m_table->rowModel()->index(m_table->rowModel()->rowOfKey(QStringLiteral("brook")), 3);
    QTRY_COMPARE(cell.data(Qt::EditRole), QVariant(QStringLiteral("333 g")));
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY2(message().contains(QStringLiteral("somebody else")), qPrintable(message()));
    QCOMPARE(*row("brook")->limit, GramsCO2e::fromGrams(333));
}

void BudgetsPageTest::severalRowsAreEditedTogetherAndUndoneTogether()
{
    select("acme");
    m_table->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<QDialog *>(QStringLiteral("bulkBudgetDialog")));
    auto *dialog = m_window->findChild<QDialog *>(QStringLiteral("bulkBudgetDialog"));
    auto *send = dialog->findChild<QPushButton *>(QStringLiteral("sendButton"));
    QVERIFY2(!send->isEnabled(), "nothing is changed yet");
    auto *limit = dialog->findChild<QLineEdit *>(QStringLiteral("limitLineEdit"));
    QTest::keyClicks(limit, QStringLiteral("+10 %"));
    const auto *preview = dialog->findChild<QLabel *>(QStringLiteral("previewLabel"));
    QVERIFY2(preview->text().contains(QStringLiteral("500 g → 550 g")), qPrintable(preview->text()));
    QTest::mouseClick(send, Qt::LeftButton);
    QTRY_COMPARE(*row("acme")->limit, GramsCO2e::fromGrams(550));
    QCOMPARE(*row("brook")->limit, GramsCO2e::fromGrams(220));
    QCOMPARE(*row("cedar")->limit, GramsCO2e::fromGrams(110));
    const QModelIndex cell = m_table->rowModel()->index(m_table->rowModel()->rowOfKey(QStringLiteral("cedar")), 3);
    QTRY_COMPARE(cell.data(Qt::EditRole), QVariant(QStringLiteral("110 g")));
    m_window->activateWindow(); // the offscreen platform does not give the focus back
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_table->setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(*row("cedar")->limit, GramsCO2e::fromGrams(100));
    QCOMPARE(*row("acme")->limit, GramsCO2e::fromGrams(500));
}

void BudgetsPageTest::removingIsAskedAndCanBeUndone()
{
    select("cedar");
    press(Qt::Key_Delete);
    QTRY_COMPARE(m_prompter.confirmed.size(), std::size_t{1});
    QVERIFY(m_prompter.confirmed.front().question.contains(QStringLiteral("cedar")));
    QTRY_VERIFY(!row("cedar")->budgeted);
    QTRY_VERIFY(message().contains(QStringLiteral("cedar")));
    QTRY_VERIFY(m_window->isSettled());
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(row("cedar")->budgeted);
    QCOMPARE(*row("cedar")->limit, GramsCO2e::fromGrams(100));
}

void BudgetsPageTest::filterFindsATenant()
{
    m_table->setFocus();
    press(Qt::Key_Slash);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("bro"));
    QTRY_COMPARE(m_table->rowModel()->rowCount(), 1);
    QCOMPARE(m_table->rowModel()->keyAt(0), QStringLiteral("brook"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral(" month within"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_X);
    QTRY_COMPARE(m_table->rowModel()->rowCount(), 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QTRY_COMPARE(m_table->rowModel()->rowCount(), 1);
    press(Qt::Key_Escape);
    QTRY_COMPARE(m_table->rowModel()->rowCount(), 3);
}

void BudgetsPageTest::aChangeIsRehearsedBeforeItIsSaved()
{
    const Instant yesterday = m_clock->now() - std::chrono::hours{30};
    for (int at = 0; at < 10; ++at)
        submit(engine::RecordUsage{.tenant = *TenantId::parse("brook"),
                                   .amount = GramsCO2e::fromGrams(10),
                                   .key = "k" + std::to_string(at),
                                   .at = yesterday});
    select("brook");
    m_table->setFocus();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<QDialog *>(QStringLiteral("budgetDialog")));
    auto *dialog = m_window->findChild<QDialog *>(QStringLiteral("budgetDialog"));
    auto *limit = dialog->findChild<QLineEdit *>(QStringLiteral("limitLineEdit"));
    limit->selectAll();
    QTest::keyClicks(limit, QStringLiteral("55 g/year"));
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("rehearseButton")), Qt::LeftButton);
    auto *figures = dialog->findChild<DataTable *>(QStringLiteral("rehearsalTable"));
    QTRY_VERIFY(figures->isVisible());
    const auto figure = [figures](const QString &what, int column) {
        for (int at = 0; at < figures->rowModel()->rowCount(); ++at)
            if (figures->rowModel()->index(at, 0).data().toString() == what)
                return figures->rowModel()->index(at, column).data().toString();
        return QString();
    };
    QCOMPARE(figure(QStringLiteral("Operations recorded"), 2), QStringLiteral("10"));
    QCOMPARE(figure(QStringLiteral("Rejected"), 1), QStringLiteral("0"));
    QCOMPARE(figure(QStringLiteral("Rejected"), 2), QStringLiteral("5"));
    QCOMPARE(*row("brook")->limit, GramsCO2e::fromGrams(200)); // nothing is saved by that
    QTest::keyClicks(limit, QStringLiteral("s"));
    QVERIFY2(!figures->isVisible(), "what was rehearsed is no longer what is typed");
    QTest::keyClick(dialog, Qt::Key_Escape);
}

void BudgetsPageTest::theDetailSaysWhatOperationsMet()
{
    submit(engine::RecordUsage{.tenant = *TenantId::parse("cedar"), .amount = GramsCO2e::fromGrams(100)});
    bool answered = false;
    m_window->client()->submit(engine::Throttle{*TenantId::parse("cedar"), GramsCO2e::fromGrams(1)}, this,
                               [&answered](const Result<engine::Outcome> &) { answered = true; });
    QTRY_VERIFY(answered);
    select("cedar");
    const auto *rejected = m_window->currentPage()->findChild<QLabel *>(QStringLiteral("rejectedLabel"));
    QTRY_VERIFY2(rejected->text().startsWith(QStringLiteral("1 ")), qPrintable(rejected->text()));
}

void BudgetsPageTest::recentUseIsDrawnForTheRowsInView()
{
    submit(engine::RecordUsage{.tenant = *TenantId::parse("acme"), .amount = GramsCO2e::fromGrams(7)});
    auto *model = qobject_cast<BudgetModel *>(m_table->rowModel());
    QTRY_VERIFY(model->recent(QStringLiteral("acme")));
    QTRY_VERIFY(model->recent(QStringLiteral("cedar")));
    QCOMPARE(model->recent(QStringLiteral("cedar"))->peak, 0.0F);
}

QAction *BudgetsPageTest::action(const QString &text) const
{
    const auto actions = m_window->currentPage()->pageActions();
    const auto found = std::ranges::find(actions, text, &QAction::text);
    return found == actions.end() ? nullptr : *found;
}

void BudgetsPageTest::exportReadsBack()
{
    m_prompter.paths = {QStringLiteral("out.csv")};
    action(QStringLiteral("Export…"))->trigger();
    QTRY_VERIFY(m_files.contains(QStringLiteral("out.csv")));
    const QByteArray bytes = m_files[QStringLiteral("out.csv")];
    const auto read =
        engine::readBudgetFile(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    QVERIFY2(read, read ? "" : read.error().detail.c_str());
    QCOMPARE(read->size(), std::size_t{3});
}

void BudgetsPageTest::importShowsWhatChangesAndIsOneStep()
{
    m_prompter.paths = {QStringLiteral("out.json"), QStringLiteral("out.json")};
    action(QStringLiteral("Export…"))->trigger();
    QTRY_VERIFY(m_files.contains(QStringLiteral("out.json")));
    set("acme", 900);
    submit(engine::RemoveBudget{*TenantId::parse("cedar")});
    action(QStringLiteral("Import…"))->trigger();
    QTRY_VERIFY(m_window->findChild<QDialog *>(QStringLiteral("importDialog")));
    auto *dialog = m_window->findChild<QDialog *>(QStringLiteral("importDialog"));
    auto *changes = dialog->findChild<DataTable *>(QStringLiteral("importTable"));
    QCOMPARE(changes->rowModel()->totalRows(), 2);
    QVERIFY(changes->rowModel()->rowOfKey(QStringLiteral("acme")) >= 0);
    QVERIFY(changes->rowModel()->rowOfKey(QStringLiteral("cedar")) >= 0);
    QCOMPARE(*row("acme")->limit, GramsCO2e::fromGrams(900)); // a preview changes nothing
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("sendButton")), Qt::LeftButton);
    QTRY_COMPARE(*row("acme")->limit, GramsCO2e::fromGrams(500));
    QTRY_VERIFY(row("cedar")->budgeted);
    QTRY_VERIFY(!m_window->findChild<QDialog *>(QStringLiteral("importDialog")));
    QTRY_VERIFY(action(QStringLiteral("Undo “Import of out.json”")));
    action(QStringLiteral("Undo “Import of out.json”"))->trigger();
    QTRY_COMPARE(*row("acme")->limit, GramsCO2e::fromGrams(900));
    QTRY_VERIFY(!row("cedar")->budgeted);
}

void BudgetsPageTest::aWrongFileChangesNothing()
{
    m_files[QStringLiteral("bad.csv")] = "tenant,limit\nacme,12 bananas\n";
    m_prompter.paths = {QStringLiteral("bad.csv")};
    const std::size_t before = audited().size();
    action(QStringLiteral("Import…"))->trigger();
    QTRY_VERIFY(!message().isEmpty());
    QVERIFY(!m_window->findChild<QDialog *>(QStringLiteral("importDialog")));
    QCOMPARE(audited().size(), before);
}

QTEST_MAIN(BudgetsPageTest)
#include "budgets_page_test.moc"
