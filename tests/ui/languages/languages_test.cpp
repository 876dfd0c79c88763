// Every text of the console in every language it speaks: none missing, none half, none that only looks translated.
#include "app/composition/compose.h"
#include "app/composition/local_services.h"
#include "app/console/languages.h"
#include "tests/support/scripted_prompter.h"
#include "ui/format/quantities.h"
#include "ui/pages/page_registry.h"
#include "ui/shell/main_window.h"
#include "ui/shell/services.h"
#include "ui/theme/appearance.h"

#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace greenward;
using namespace greenward::ui;

namespace {

struct Text
{
    QString context;
    QString source;
    QStringList forms; ///< one, or one for each plural
    bool plural = false;
    bool finished = true;
};

/// The texts of a translation file after it was brought up to date with the source, as a translator would do it.
std::vector<Text> textsOf(const QString &language, const QString &directory)
{
    const QString root = QStringLiteral(GREENWARD_SOURCE_DIR);
    const QString name = QStringLiteral("greenward_%1.ts").arg(language);
    const QString copy = directory + QLatin1Char('/') + name;
    if (!QFile::copy(root + QStringLiteral("/translations/") + name, copy)) return {};
    QProcess update;
    update.start(QStringLiteral(GREENWARD_LUPDATE),
                 {QStringLiteral("-silent"), QStringLiteral("-I"), root, root + QStringLiteral("/ui"),
                  root + QStringLiteral("/app/console"), QStringLiteral("-ts"), copy});
    constexpr int kLongEnough = 60'000;
    if (!update.waitForFinished(kLongEnough) || update.exitCode() != 0) return {};

    QFile file(copy);
    if (!file.open(QIODevice::ReadOnly)) return {};
    std::vector<Text> texts;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            texts.push_back({.context = context, .plural = xml.attributes().hasAttribute(QLatin1String("numerus"))});
        } else if (xml.name() == QLatin1String("source")) {
            texts.back().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            // "unfinished" is new or doubtful; "vanished" and "obsolete" no longer stand in the source.
            texts.back().finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!texts.back().plural) texts.back().forms << xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform")) {
            texts.back().forms << xml.readElementText();
        }
    }
    return texts;
}

QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%(\\d|n)"));
    QStringList found;
    for (auto at = pattern.globalMatch(text); at.hasNext();)
        found << at.next().captured();
    found.removeDuplicates();
    found.sort();
    return found;
}

/// Asked last, so by what every language lacks.
class Untranslated final : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (const QByteArray where(context); where.startsWith("greenward") || !where.startsWith('Q'))
            texts << QString::fromUtf8(where + ": " + source);
        return {};
    }
    bool isEmpty() const override { return false; }

    mutable QStringList texts;
};

} // namespace

class LanguagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void oneReadsAsOne();
    void aGermanWindowSpeaksGerman();
    void numbersFollowTheLanguage();

private:
    Untranslated m_untranslated;
};

void LanguagesTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCoreApplication::installTranslator(&m_untranslated);
}

void LanguagesTest::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("onlyPlurals");
    QTest::newRow("English") << QStringLiteral("en") << true;
    QTest::newRow("German") << QStringLiteral("de") << false;
}

void LanguagesTest::everyTextIsTranslated()
{
    QFETCH(QString, language);
    QFETCH(bool, onlyPlurals);
    const QTemporaryDir directory;
    const std::vector<Text> texts = textsOf(language, directory.path());
    QVERIFY2(texts.size() > 500, "the file and lupdate can be read");
    for (const Text &text : texts) {
        if (onlyPlurals && !text.plural) continue;
        QVERIFY2(text.finished, qPrintable(text.context + QStringLiteral(": ") + text.source));
        QCOMPARE(text.forms.size(), text.plural ? 2 : 1);
        QStringList expected = placeholdersOf(text.source);
        for (const QString &form : text.forms) {
            QVERIFY2(!form.isEmpty(), qPrintable(text.source));
            QVERIFY2(!form.contains(QStringLiteral("(s)")) && !form.contains(QStringLiteral("(es)")), qPrintable(form));
            QStringList found = placeholdersOf(form);
            // "its one object" may say the number in a word.
            if (text.plural && form == text.forms.constFirst() && !found.contains(QStringLiteral("%n"))) {
                expected.removeAll(QStringLiteral("%n"));
            } else if (text.plural) {
                expected = placeholdersOf(text.source);
            }
            QVERIFY2(found == expected, qPrintable(form));
        }
    }
}

void LanguagesTest::oneReadsAsOne()
{
    QTranslator english;
    QVERIFY(english.load(QStringLiteral(":/i18n/greenward_en.qm")));
    QCoreApplication::installTranslator(&english);
    const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    QCOMPARE(format::objects(0, locale), QStringLiteral("0 objects"));
    QCOMPARE(format::objects(1, locale), QStringLiteral("1 object"));
    QCOMPARE(format::objects(2, locale), QStringLiteral("2 objects"));
    QCOMPARE(format::objects(5'000'000'001, locale), QStringLiteral("5,000,000,001 objects"));
    QCOMPARE(format::dataSizeExact(DataSize::fromBytes(1), locale), QStringLiteral("1 byte"));
    QCoreApplication::removeTranslator(&english);
}

void LanguagesTest::aGermanWindowSpeaksGerman()
{
    console::loadTranslations(*QCoreApplication::instance(), QLocale());
    QSettings().clear();
    const QTemporaryDir directory;
    const auto clock = app::makeSystemClock();
    Appearance appearance;
    tests::ScriptedPrompter prompter;
    const Services services;
    MainWindow window({appearance, prompter, services, *clock});
    auto host =
        app::openEngine({.directory = directory.filePath(QStringLiteral("data")).toStdString(), .program = "test"});
    QVERIFY2(host, host ? "" : host.error().detail.c_str());
    window.resize(1440, 900);
    window.show();
    window.openSession(*std::move(host), *Actor::parse("Ada"), directory.path(), false);
    m_untranslated.texts.clear();
    for (const PageInfo &page : allPages()) {
        window.open(page.id);
        QTRY_VERIFY(window.isSettled());
    }
    QVERIFY2(m_untranslated.texts.isEmpty(), qPrintable(m_untranslated.texts.join(QLatin1Char('\n'))));

    const auto *placement = window.findChild<QAbstractButton *>(QStringLiteral("placementNavigationButton"));
    QCOMPARE(placement->text(), QStringLiteral("Platzierung"));
    window.open(PageId::Tiering);
    QVERIFY2(window.windowTitle().startsWith(QStringLiteral("Verlagerung")), qPrintable(window.windowTitle()));
    QStringList menus;
    for (const QAction *menu : window.menuBar()->actions())
        menus << menu->text().remove(QLatin1Char('&'));
    QVERIFY2(menus.contains(QStringLiteral("Ansicht")), qPrintable(menus.join(QLatin1Char(' '))));
}

void LanguagesTest::numbersFollowTheLanguage()
{
    QCOMPARE(format::objects(1), QStringLiteral("1 Objekt"));
    QCOMPARE(format::objects(12'480), QStringLiteral("12.480 Objekte"));
}

QTEST_MAIN(LanguagesTest)
#include "languages_test.moc"
