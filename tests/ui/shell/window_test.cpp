// The frame around the pages, on a real engine in a directory of its own.
#include "app/composition/compose.h"
#include "app/composition/local_services.h"
#include "tests/support/scripted_prompter.h"
#include "ui/pages/page_registry.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"
#include "ui/shell/services.h"
#include "ui/shell/status_strip.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace greenward;
using namespace greenward::ui;

class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsWhyNothingIsOpen();
    void firstStartOffersTwoWaysToBegin();
    void everyPageIsReachedByItsNumber();
    void everyPageSettles();
    void everyFocusableWidgetHasANameAndARole();
    void tabLeavesEveryPage();
    void menusHoldEveryPageAction();
    void paletteReachesPagesAndTenants();
    void slashGoesToTheFilter();
    void readOnlyIsSaidAndOffersNoChange();
    void titleSaysWhereOneIs();
    void sessionClosesAndOpensAgain();
    void textOfTwiceTheSizeFits();

private:
    void openSession(bool readOnly = false);
    QString directory() const { return m_directory->filePath(QStringLiteral("data")); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    tests::ScriptedPrompter m_prompter;
    Services m_services;
    QStringList m_reopened;
};

void WindowTest::init()
{
    QSettings().clear();
    m_directory = std::make_unique<QTemporaryDir>();
    m_clock = app::makeSystemClock();
    m_appearance = std::make_unique<Appearance>();
    m_reopened.clear();
    m_services = {};
    m_services.openDataDirectory = [this](const QString &where, bool readOnly) {
        m_reopened << where + (readOnly ? QStringLiteral(" read-only") : QString());
    };
    m_services.openSampleEstate = [this] {
        m_reopened << QStringLiteral("sample");
    };
    m_services.writeFile = [](const QString &, const QByteArray &, const Services::Done &done) {
        done({});
    };
    m_window = std::make_unique<MainWindow>(MainWindow::Needs{*m_appearance, m_prompter, m_services, *m_clock});
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void WindowTest::cleanup()
{
    m_window.reset();
    m_appearance.reset();
    m_directory.reset();
}

void WindowTest::openSession(bool readOnly)
{
    auto host =
        app::openEngine({.directory = directory().toStdString(), .readOnly = readOnly, .program = "ui_window_test"});
    QVERIFY2(host, host ? "" : host.error().detail.c_str());
    m_window->openSession(*std::move(host), *Actor::parse("Ada"), directory(), readOnly);
    QTRY_VERIFY(m_window->isSettled());
}

void WindowTest::showsWhyNothingIsOpen()
{
    m_window->showProblem(QStringLiteral("/data"), {ErrorCode::Locked, "/data", "held by greenwardctl, pid 42"});
    auto *readOnly = m_window->findChild<ActionButton *>(QStringLiteral("readOnlyButton"));
    QVERIFY(readOnly->isVisible());
    bool told = false;
    for (const TextLabel *label : m_window->findChildren<TextLabel *>())
        told = told || (label->isVisible() && label->wholeText().contains(QStringLiteral("pid 42")));
    QVERIFY2(told, "who holds it must be said");
    QTest::mouseClick(readOnly, Qt::LeftButton);
    QCOMPARE(m_reopened, QStringList{QStringLiteral("/data read-only")});

    m_window->showProblem(QStringLiteral("/data"), {ErrorCode::StoreDamaged, "state.db", "bad checksum"});
    QVERIFY2(!readOnly->isVisible(), "a damaged store is not offered read-only");
    QVERIFY(m_window->findChild<ActionButton *>(QStringLiteral("retryButton"))->isVisible());
}

void WindowTest::firstStartOffersTwoWaysToBegin()
{
    openSession();
    auto *sample = m_window->findChild<QAbstractButton *>(QStringLiteral("sampleChoice"));
    QVERIFY(sample && sample->isVisible());
    QTest::mouseClick(sample, Qt::LeftButton);
    QCOMPARE(m_reopened, QStringList{QStringLiteral("sample")});
    auto *add = m_window->findChild<QAbstractButton *>(QStringLiteral("addBackendChoice"));
    QVERIFY(add && add->isVisible() && add->isEnabled());
    QTest::keyClick(add, Qt::Key_Return);
    QCOMPARE(m_window->currentPage()->id(), PageId::Placement);
}

void WindowTest::everyPageIsReachedByItsNumber()
{
    openSession();
    const std::vector<PageInfo> pages = allPages();
    QVERIFY(pages.size() >= 3 && pages.size() <= 9);
    for (std::size_t at = pages.size(); at-- > 0;) {
        QTest::keyClick(m_window.get(), static_cast<Qt::Key>(Qt::Key_1 + at), Qt::ControlModifier);
        QCOMPARE(m_window->currentPage()->id(), pages[at].id);
        const auto *button =
            m_window->findChild<QAbstractButton *>(pageName(pages[at].id) + QStringLiteral("NavigationButton"));
        QVERIFY(button->isChecked());
    }
}

void WindowTest::everyPageSettles()
{
    openSession();
    for (const PageInfo &page : allPages()) {
        m_window->open(page.id);
        QTRY_VERIFY2(m_window->isSettled(), qPrintable(pageName(page.id)));
    }
}

void WindowTest::everyFocusableWidgetHasANameAndARole()
{
    openSession();
    for (const PageInfo &page : allPages()) {
        m_window->open(page.id);
        QTRY_VERIFY(m_window->isSettled());
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            // The field inside a spin or combo box speaks through its owner.
            const bool inner =
                qobject_cast<QLineEdit *>(widget) && widget->parentWidget()->inherits("QAbstractSpinBox");
            if (!widget->isVisible() || inner || widget->focusProxy() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            const QString where = pageName(page.id) + QLatin1Char('/') +
                                  QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') +
                                  widget->objectName();
            QVERIFY2(spoken, qPrintable(where));
            QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), qPrintable(where));
            // A chart is a picture: its name is a whole sentence, and "Show as table" stands beside it. A scrolled
            // pane takes the keyboard to be scrolled, and has no role of its own in Qt.
            const bool pane = widget->inherits("QChartView") || widget->inherits("QScrollArea");
            QVERIFY2(spoken->role() != QAccessible::NoRole && (pane || spoken->role() != QAccessible::Client),
                     qPrintable(where));
        }
    }
}

void WindowTest::tabLeavesEveryPage()
{
    openSession();
    for (const PageInfo &page : allPages()) {
        m_window->open(page.id);
        QTRY_VERIFY(m_window->isSettled());
        m_window->currentPage()->focusFirst();
        bool left = false;
        for (int presses = 0; presses < 200 && !left; ++presses) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            left = !m_window->currentPage()->isAncestorOf(QApplication::focusWidget());
        }
        QVERIFY2(left, qPrintable(pageName(page.id)));
    }
}

void WindowTest::menusHoldEveryPageAction()
{
    openSession();
    for (const PageInfo &page : allPages()) {
        m_window->open(page.id);
        QList<QAction *> inMenus;
        for (const QAction *menu : m_window->menuBar()->actions())
            inMenus << menu->menu()->actions();
        for (QAction *action : m_window->currentPage()->pageActions())
            QVERIFY2(inMenus.contains(action), qPrintable(action->text()));
    }
}

void WindowTest::paletteReachesPagesAndTenants()
{
    openSession();
    bool set = false;
    m_window->client()->submit(engine::SetBudget{*TenantId::parse("acme-media"), GramsCO2e::fromGrams(500)}, this,
                               [&set](const Result<engine::Outcome> &outcome) { set = bool(outcome); });
    QTRY_VERIFY(set);
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *palette = m_window->findChild<CommandPalette *>();
    QVERIFY(palette->isVisible());
    auto *query = palette->findChild<QLineEdit *>(QStringLiteral("paletteLineEdit"));
    QTest::keyClicks(query, QStringLiteral("acmed"));
    QTRY_COMPARE(palette->offered(), QStringList{QStringLiteral("acme-media")});
    QTest::keyClick(query, Qt::Key_Return);
    QCOMPARE(m_window->currentPage()->id(), PageId::Budgets);

    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QTest::keyClicks(query, QStringLiteral("go activity"));
    QTest::keyClick(query, Qt::Key_Return);
    QCOMPARE(m_window->currentPage()->id(), PageId::Activity);
}

void WindowTest::slashGoesToTheFilter()
{
    openSession();
    m_window->open(PageId::Activity);
    QTRY_VERIFY(m_window->isSettled());
    FilterField *filter = m_window->currentPage()->filterField();
    QVERIFY(filter);
    QTest::keyClick(m_window.get(), Qt::Key_Slash);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("a/b"));
    QCOMPARE(filter->text(), QStringLiteral("a/b"));
}

void WindowTest::readOnlyIsSaidAndOffersNoChange()
{
    openSession();
    bool closed = false;
    m_window->closeSession([&closed] { closed = true; });
    QTRY_VERIFY(closed);
    openSession(true);
    bool badge = false;
    for (const Badge *shown : m_window->findChildren<Badge *>())
        badge = badge || (shown->isVisible() && shown->accessibleName() == QStringLiteral("Read-only"));
    QVERIFY(badge);
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("read-only")));
    for (const PageInfo &page : allPages()) {
        m_window->open(page.id);
        QTRY_VERIFY(m_window->isSettled());
        for (const QAction *action : m_window->currentPage()->pageActions())
            if (action->property("changes").toBool()) {
                QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
                QVERIFY2(action->toolTip().contains(QStringLiteral("read-only")), qPrintable(action->text()));
            }
    }
}

void WindowTest::titleSaysWhereOneIs()
{
    openSession();
    m_window->open(PageId::Settings);
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("Settings")));
    QVERIFY(m_window->windowTitle().endsWith(QStringLiteral("Greenward")));
}

void WindowTest::sessionClosesAndOpensAgain()
{
    openSession();
    int closed = 0;
    m_window->closeSession([&closed] { ++closed; });
    QVERIFY(!m_window->hasSession());
    QTRY_COMPARE(closed, 1);
    openSession(); // the lock is free again
    QCOMPARE(m_window->currentPage()->id(), PageId::Overview);
}

void WindowTest::textOfTwiceTheSizeFits()
{
    openSession();
    m_appearance->setTextPercent(200);
    m_window->resize(1280, 800);
    for (const PageInfo &page : allPages()) {
        m_window->open(page.id);
        QTRY_VERIFY(m_window->isSettled());
        m_window->grab();
        QVERIFY2(m_window->width() <= 1900, qPrintable(pageName(page.id)));
    }
    m_appearance->setTextPercent(100);
}

QTEST_MAIN(WindowTest)
#include "window_test.moc"
