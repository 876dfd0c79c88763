#include "ui/format/error_text.h"
#include "ui/format/quantities.h"
#include "ui/format/times.h"
#include "ui/format/words.h"

#include <QTest>
#include <QTranslator>

#include <chrono>

using namespace greenward;
using namespace greenward::ui;

namespace {

const QLocale kEnglish(QLocale::English, QLocale::UnitedKingdom);
const QLocale kGerman(QLocale::German, QLocale::Germany);

/// Tests write an ordinary space where the program puts the one that does not break.
QString spaced(QString text)
{
    return text.replace(QChar(0x00A0), QLatin1Char(' '));
}

constexpr Instant at(std::int64_t seconds)
{
    return Instant{std::chrono::seconds{seconds}};
}

} // namespace

class FormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void carbonTakesItsUnitBySize_data();
    void carbonTakesItsUnitBySize();
    void decimalsFollowTheLocale();
    void dataSizeIsBinary_data();
    void dataSizeIsBinary();
    void energySpansNanoToGiga();
    void exactFormsLoseNothing();
    void unknownIsADash();
    void percentKeepsOneDecimal_data();
    void percentKeepsOneDecimal();
    void agesAreRough_data();
    void agesAreRough();
    void durationsHaveTwoUnits_data();
    void durationsHaveTwoUnits();
    void utcIsSpelledOut();
    void everyErrorSaysWhatAndNamesTheSubject();
    void hostileTextIsMadeVisible();
    void everyMoveStateHasItsOwnWords();
    void everyBatchStateOfTheEngineHasWords();
    void levelsAreToldApartByWordAndIcon();
    void provenanceSaysWhereAFigureIsFrom();
};

void FormatTest::initTestCase()
{
    // English needs its file too: it holds the plurals.
    auto *plurals = new QTranslator(this);
    QVERIFY(plurals->load(QStringLiteral(":/i18n/greenward_en.qm")));
    QCoreApplication::installTranslator(plurals);
}

void FormatTest::carbonTakesItsUnitBySize_data()
{
    QTest::addColumn<qlonglong>("micrograms");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0LL << "0 g";
    QTest::newRow("micrograms are whole") << 812LL << "812 µg";
    QTest::newRow("one microgram") << 1LL << "1 µg";
    QTest::newRow("milligrams") << 1'500LL << "1.50 mg";
    QTest::newRow("just below a gram") << 999'400LL << "999 mg";
    QTest::newRow("rounds up into the next unit") << 999'960LL << "1.00 g";
    QTest::newRow("grams") << 23'190'000LL << "23.2 g";
    QTest::newRow("kilograms") << 750'000'000'000LL << "750 kg";
    QTest::newRow("tonnes") << 1'540'000'000'000LL << "1.54 t";
    QTest::newRow("largest") << 4'611'686'018'427'387'903LL << "4,611,686 t";
    QTest::newRow("savings may be negative") << -1'500'000LL << "-1.50 g";
}

void FormatTest::carbonTakesItsUnitBySize()
{
    QFETCH(qlonglong, micrograms);
    QTEST(spaced(format::carbon(GramsCO2e::fromMicrograms(micrograms), kEnglish)), "text");
}

void FormatTest::decimalsFollowTheLocale()
{
    QCOMPARE(spaced(format::carbon(GramsCO2e::fromMicrograms(23'190'000), kGerman)), QStringLiteral("23,2 g"));
    QCOMPARE(format::carbonExact(GramsCO2e::fromMicrograms(23'190'001), kGerman), QStringLiteral("23,190001 g CO₂e"));
    QCOMPARE(format::count(12'480, kGerman), QStringLiteral("12.480"));
}

void FormatTest::dataSizeIsBinary_data()
{
    QTest::addColumn<qlonglong>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0LL << "0 B";
    QTest::newRow("below a kibibyte") << 1'023LL << "1,023 B";
    QTest::newRow("few bytes") << 512LL << "512 B";
    QTest::newRow("gibibytes") << 13'314'398'618LL << "12.4 GiB";
    QTest::newRow("pebibytes") << 1'125'899'906'842'624LL * 3 << "3.00 PiB";
}

void FormatTest::dataSizeIsBinary()
{
    QFETCH(qlonglong, bytes);
    QTEST(spaced(format::dataSize(DataSize::fromBytes(bytes), kEnglish)), "text");
}

void FormatTest::energySpansNanoToGiga()
{
    QCOMPARE(spaced(format::energy(Energy::fromNanowattHours(12), kEnglish)), QStringLiteral("12 nWh"));
    QCOMPARE(spaced(format::energy(Energy::fromKilowattHours(1), kEnglish)), QStringLiteral("1.00 kWh"));
    QCOMPARE(spaced(format::energy(Energy::fromKilowattHours(9'200'000), kEnglish)), QStringLiteral("9.20 GWh"));
}

void FormatTest::exactFormsLoseNothing()
{
    QCOMPARE(format::carbonExact(GramsCO2e::fromMicrograms(1), kEnglish), QStringLiteral("0.000001 g CO₂e"));
    QCOMPARE(format::dataSizeExact(DataSize::fromBytes(1'048'577), kEnglish), QStringLiteral("1,048,577 bytes"));
}

void FormatTest::unknownIsADash()
{
    QCOMPARE(format::carbon(std::optional<GramsCO2e>{}, kEnglish), QStringLiteral("–"));
    QCOMPARE(format::percent(std::optional<Percent>{}, kEnglish), QStringLiteral("–"));
    QCOMPARE(format::wue(std::nullopt, kEnglish), QStringLiteral("–"));
    QCOMPARE(format::dateTime(std::optional<Instant>{}, kEnglish), QStringLiteral("–"));
}

void FormatTest::percentKeepsOneDecimal_data()
{
    QTest::addColumn<qlonglong>("millionths");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << 80'000'000LL << "80 %";
    QTest::newRow("tenths") << 81'540'000LL << "81.5 %";
    QTest::newRow("never rounds up to the limit") << 99'940'000LL << "99.9 %";
    QTest::newRow("beyond") << 104'300'000LL << "104 %";
    QTest::newRow("nothing") << 0LL << "0 %";
}

void FormatTest::percentKeepsOneDecimal()
{
    QFETCH(qlonglong, millionths);
    QTEST(spaced(format::percent(Percent::fromMillionths(millionths), kEnglish)), "text");
}

void FormatTest::agesAreRough_data()
{
    QTest::addColumn<qlonglong>("secondsAgo");
    QTest::addColumn<QString>("text");
    QTest::newRow("just now") << 3LL << "now";
    QTest::newRow("seconds") << 45LL << "45 s ago";
    QTest::newRow("minutes") << 12LL * 60 + 59 << "12 min ago";
    QTest::newRow("hours") << 3LL * 3600 << "3 h ago";
    QTest::newRow("days") << 40LL * 86'400 << "40 d ago";
    QTest::newRow("years") << 800LL * 86'400 << "2 y ago";
    QTest::newRow("ahead") << -86'400LL * 3 << "in 3 d";
}

void FormatTest::agesAreRough()
{
    QFETCH(qlonglong, secondsAgo);
    QTEST(format::age(at(2'000'000'000 - secondsAgo), at(2'000'000'000), kEnglish), "text");
}

void FormatTest::durationsHaveTwoUnits_data()
{
    QTest::addColumn<qlonglong>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0LL << "0 s";
    QTest::newRow("negative is none") << -5LL << "0 s";
    QTest::newRow("seconds") << 59LL << "59 s";
    QTest::newRow("minutes") << 12LL * 60 << "12 min";
    QTest::newRow("minutes and seconds") << 12LL * 60 + 5 << "12 min 5 s";
    QTest::newRow("hours and minutes") << 3LL * 3600 + 20 * 60 + 59 << "3 h 20 min";
    QTest::newRow("days and hours") << 2LL * 86'400 + 4 * 3600 << "2 d 4 h";
}

void FormatTest::durationsHaveTwoUnits()
{
    QFETCH(qlonglong, seconds);
    QTEST(format::duration(std::chrono::seconds{seconds}, kEnglish), "text");
}

void FormatTest::utcIsSpelledOut()
{
    QCOMPARE(format::dateTimeUtc(at(1'795'230'245)), QStringLiteral("2026-11-21 03:04:05 UTC"));
}

void FormatTest::everyErrorSaysWhatAndNamesTheSubject()
{
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const Error error{static_cast<ErrorCode>(code), "backend hot-1", "0.9 is below 1"};
        const format::ErrorWords words = format::errorWords(error);
        QVERIFY2(words.what.contains(QStringLiteral("backend hot-1")), qPrintable(words.what));
        QVERIFY2(words.what.contains(QStringLiteral("0.9 is below 1")), qPrintable(words.what));
        QVERIFY2(words.what.endsWith(QLatin1Char('.')), qPrintable(words.what));
    }
}

void FormatTest::hostileTextIsMadeVisible()
{
    const QString text = format::plain("a\nb\xFF\xE2\x80\xAE.txt");
    QVERIFY(!text.contains(QLatin1Char('\n')));
    QVERIFY(!text.contains(QChar(0x202E)));
    QVERIFY(text.contains(QStringLiteral("\\xff"), Qt::CaseInsensitive));
}

void FormatTest::everyMoveStateHasItsOwnWords()
{
    QStringList words;
    for (int state = 0; state <= static_cast<int>(store::MoveState::Cancelled); ++state) {
        const format::Sign sign = format::moveSign(static_cast<store::MoveState>(state));
        QVERIFY(!sign.word.isEmpty());
        QVERIFY(!sign.icon.isEmpty());
        words << sign.word;
    }
    QCOMPARE(words.removeDuplicates(), 0);
}

void FormatTest::everyBatchStateOfTheEngineHasWords()
{
    for (const char *state : {"planned", "approved", "scheduled", "waiting_window", "running", "paused", "completed",
                              "partly", "failed", "rejected", "expired", "cancelled"})
        QVERIFY2(format::batchSign(state).word != QString::fromLatin1(state), state);
    QCOMPARE(format::batchSign("something new").word, QStringLiteral("something new"));
}

void FormatTest::levelsAreToldApartByWordAndIcon()
{
    engine::BudgetRow row{.tenant = *TenantId::parse("acme")};
    QCOMPARE(format::levelSign(row).word, QStringLiteral("No limit"));
    row.limit = GramsCO2e::fromGrams(10);
    QStringList words;
    QStringList icons;
    for (const ThrottleLevel level : {ThrottleLevel::None, ThrottleLevel::Soft, ThrottleLevel::Hard}) {
        row.level = level;
        words << format::levelSign(row).word;
        icons << format::levelSign(row).icon;
    }
    QCOMPARE(words.removeDuplicates(), 0);
    QCOMPARE(icons.removeDuplicates(), 0);
}

void FormatTest::provenanceSaysWhereAFigureIsFrom()
{
    GridFigure figure;
    figure.origin = Origin::CountryYearAverage;
    figure.zone = "SE";
    figure.year = 2024;
    figure.source = "Ember, Yearly electricity data";
    figure.licence = "CC-BY-4.0";
    const QString text = format::provenance(figure, kEnglish);
    for (const char *part : {"Average", "country", "2024", "SE", "estimated", "Ember", "CC-BY-4.0"})
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
}

QTEST_GUILESS_MAIN(FormatTest)
#include "format_test.moc"
