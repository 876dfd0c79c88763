// Signing in to sources of grid data, by mouse and keyboard, in the real window on a real engine: with a real keychain
// or without any, as the program that runs this one says (tests/adapters/keychain/with_session_bus.sh).
#include "app/composition/compose.h"
#include "app/composition/local_services.h"
#include "app/composition/secrets.h"
#include "core/engine/engine.h"
#include "tests/support/scripted_prompter.h"
#include "ui/dialogs/credential_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/shell/services.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/text_label.h"

#include <QDirIterator>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace greenward;
using namespace greenward::ui;

class CredentialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void whatIsTypedIsKeptWhereItWasSaid();
    void nothingIsSentWhileAFieldIsEmpty();
    void removingIsAskedFirst();
    void withoutAKeychainItIsAskedForAtEachStart();
    void theSecretIsNowhereInTheDataDirectory();

private:
    void open();
    CredentialDialog *signIn(const QString &source);
    CredentialDialog *dialog() const { return m_window->findChild<CredentialDialog *>(); }
    void type(const char *field, const QString &text);
    void save() { QTest::mouseClick(dialog()->findChild<QPushButton *>(QStringLiteral("saveButton")), Qt::LeftButton); }
    QString state(const QString &source) const
    {
        const auto *label = m_window->findChild<TextLabel *>(source + QStringLiteral("StateLabel"));
        return label ? label->wholeText() : QString();
    }
    bool hasKeychain() const { return qEnvironmentVariable("GREENWARD_TEST_KEYRING") == QLatin1String("keyring"); }
    QString keptWords() const
    {
        return hasKeychain() ? QStringLiteral("Saved in the keychain")
                             : QStringLiteral("Kept until the console closes");
    }

    app::Secrets m_secrets;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
    tests::ScriptedPrompter m_prompter;
    Services m_services;
};

void CredentialsTest::initTestCase()
{
    const QString kind = qEnvironmentVariable("GREENWARD_TEST_KEYRING");
    QVERIFY2(kind == QLatin1String("keyring") || kind == QLatin1String("no-keyring"),
             "run it through tests/adapters/keychain/with_session_bus.sh, or it would use your own keychain");
}

void CredentialsTest::init()
{
    QSettings().clear();
    m_directory = std::make_unique<QTemporaryDir>();
    m_clock = app::makeSystemClock();
    m_appearance = std::make_unique<Appearance>();
    m_prompter = {};
    open();
}

void CredentialsTest::open()
{
    m_window = std::make_unique<MainWindow>(MainWindow::Needs{*m_appearance, m_prompter, m_services, *m_clock});
    m_window->resize(1280, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const QString data = m_directory->filePath(QStringLiteral("data"));
    auto host = app::openEngine({.directory = data.toStdString(),
                                 .program = "ui_credentials_test",
                                 .secrets = &m_secrets,
                                 .awaitSecrets = true});
    QVERIFY2(host, host ? "" : host.error().detail.c_str());
    m_window->openSession(*std::move(host), *Actor::parse("Ada"), data, false);
    m_window->open(PageId::Settings);
    QTRY_VERIFY(!state(QStringLiteral("watttime")).isEmpty());
}

void CredentialsTest::cleanup()
{
    m_window.reset();
    m_appearance.reset();
    m_directory.reset();
}

CredentialDialog *CredentialsTest::signIn(const QString &source)
{
    auto *button = m_window->findChild<QPushButton *>(source + QStringLiteral("SignInButton"));
    if (!button) return nullptr;
    QTest::mouseClick(button, Qt::LeftButton);
    return dialog();
}

void CredentialsTest::type(const char *field, const QString &text)
{
    auto *line = dialog()->findChild<QLineEdit *>(QLatin1String(field) + QStringLiteral("LineEdit"));
    QVERIFY(line);
    line->setFocus();
    QTest::keyClicks(line, text);
}

void CredentialsTest::whatIsTypedIsKeptWhereItWasSaid()
{
    QVERIFY(signIn(QStringLiteral("watttime")));
    QVERIFY(dialog()->findChild<QLineEdit *>(QStringLiteral("passwordLineEdit"))->echoMode() == QLineEdit::Password);
    QCOMPARE(dialog()->findChild<QRadioButton *>(QStringLiteral("keychainRadioButton"))->isEnabled(), hasKeychain());
    type("username", QStringLiteral("ada"));
    type("password", QStringLiteral("secret-4711"));
    save();
    QTRY_VERIFY(!dialog());
    QTRY_COMPARE(state(QStringLiteral("watttime")), keptWords());
    QVERIFY(state(QStringLiteral("electricitymaps")).startsWith(QStringLiteral("Not entered")));
    bool answered = false;
    m_window->client()->ask([](const engine::Engine &engine) { return engine.gridSources(); }, this,
                            [&](const std::vector<engine::GridSourceRow> &sources) {
                                answered = true;
                                QVERIFY(sources.front().configured);
                            });
    QTRY_VERIFY(answered);
}

void CredentialsTest::nothingIsSentWhileAFieldIsEmpty()
{
    QVERIFY(signIn(QStringLiteral("electricitymaps")));
    save();
    QVERIFY(dialog());
    type("token", QStringLiteral("t"));
    QTest::keyClick(dialog()->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!dialog());
    QTRY_COMPARE(state(QStringLiteral("electricitymaps")), keptWords());
}

void CredentialsTest::removingIsAskedFirst()
{
    QVERIFY(signIn(QStringLiteral("electricitymaps")));
    type("token", QStringLiteral("t"));
    save();
    QTRY_COMPARE(state(QStringLiteral("electricitymaps")), keptWords());
    const auto button = [this] {
        return m_window->findChild<QPushButton *>(QStringLiteral("electricitymapsRemoveButton"));
    };
    QTRY_VERIFY(button()->isEnabled());
    m_prompter.agrees = false;
    QTest::mouseClick(button(), Qt::LeftButton);
    QCOMPARE(state(QStringLiteral("electricitymaps")), keptWords());
    m_prompter.agrees = true;
    QTest::mouseClick(button(), Qt::LeftButton);
    QTRY_VERIFY(state(QStringLiteral("electricitymaps")).startsWith(QStringLiteral("Not entered")));
}

void CredentialsTest::withoutAKeychainItIsAskedForAtEachStart()
{
    QVERIFY(signIn(QStringLiteral("electricitymaps")));
    dialog()->findChild<QRadioButton *>(QStringLiteral("sessionRadioButton"))->setChecked(true);
    type("token", QStringLiteral("t"));
    save();
    QTRY_VERIFY(!dialog());
    m_window.reset();
    open();
    if (hasKeychain()) {
        QTRY_VERIFY(m_window->isSettled()); // whoever would ask has its answer
        QVERIFY2(!dialog(), "a keychain may be used at any time");
        return;
    }
    QTRY_VERIFY(dialog());
    QVERIFY(dialog()->windowTitle().contains(QStringLiteral("Electricity Maps")));
}

void CredentialsTest::theSecretIsNowhereInTheDataDirectory()
{
    QVERIFY(signIn(QStringLiteral("watttime")));
    type("username", QStringLiteral("ada"));
    type("password", QStringLiteral("canary-4711"));
    save();
    QTRY_COMPARE(state(QStringLiteral("watttime")), keptWords());
    int looked = 0;
    for (QDirIterator files(m_directory->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         files.hasNext(); ++looked) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("canary-4711"), qPrintable(file.fileName()));
    }
    QVERIFY(looked >= 3);
}

QTEST_MAIN(CredentialsTest)
#include "credentials_test.moc"
