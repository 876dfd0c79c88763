#include "ui/dialogs/bulk_budget_dialog.h"
#include "ui/editing/limit_text.h"

#include <QTest>

using namespace greenward;
using namespace greenward::ui;

class LimitTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAmountsWithUnits_data();
    void readsAmountsWithUnits();
    void refusesWhatIsNoLimit_data();
    void refusesWhatIsNoLimit();
    void readsBackWhatItWrites_data();
    void readsBackWhatItWrites();
    void readsTheDecimalSignOfTheLanguage();
    void readsUnlimited();
    void changesByPercent();
};

void LimitTextTest::readsAmountsWithUnits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qlonglong>("micrograms");
    QTest::addColumn<int>("period");
    const auto none = -1;
    QTest::newRow("tonnes") << "1.5 t" << 1'500'000'000'000LL << none;
    QTest::newRow("no space") << "500kg" << 500'000'000'000LL << none;
    QTest::newRow("grams") << " 750 g " << 750'000'000LL << none;
    QTest::newRow("with its period") << "500kg/month" << 500'000'000'000LL << static_cast<int>(PeriodKind::Month);
    QTest::newRow("spaces and case") << "2 kg / Day" << 2'000'000'000LL << static_cast<int>(PeriodKind::Day);
    QTest::newRow("in words") << "2 kg per week" << 2'000'000'000LL << static_cast<int>(PeriodKind::Week);
    QTest::newRow("with the gas") << "3 t CO2e/year" << 3'000'000'000'000LL << static_cast<int>(PeriodKind::Year);
    QTest::newRow("with the gas, written well") << "3 t CO₂e" << 3'000'000'000'000LL << none;
}

void LimitTextTest::readsAmountsWithUnits()
{
    QFETCH(QString, text);
    QFETCH(qlonglong, micrograms);
    QFETCH(int, period);
    const auto entry = parseLimit(text, QLocale(QLocale::English));
    QVERIFY2(entry, entry ? "" : entry.error().detail.c_str());
    QVERIFY(entry->limit);
    QCOMPARE(entry->limit->micrograms(), micrograms);
    QCOMPARE(entry->period ? static_cast<int>(*entry->period) : -1, period);
}

void LimitTextTest::refusesWhatIsNoLimit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("field");
    QTest::newRow("empty") << ""
                           << "limit";
    QTest::newRow("no unit") << "500"
                             << "limit";
    QTest::newRow("negative") << "-5 kg"
                              << "limit";
    QTest::newRow("not a number") << "nan kg"
                                  << "limit";
    QTest::newRow("infinite") << "inf t"
                              << "limit";
    QTest::newRow("too large") << "99999999999999999999 t"
                               << "limit";
    QTest::newRow("another unit") << "5 kWh"
                                  << "limit";
    QTest::newRow("an unknown period") << "5 kg/fortnight"
                                       << "period";
    QTest::newRow("markup") << "<b>5 kg</b>"
                            << "period";
    QTest::newRow("two numbers") << "5 6 kg"
                                 << "limit";
}

void LimitTextTest::refusesWhatIsNoLimit()
{
    QFETCH(QString, text);
    QFETCH(QString, field);
    const auto entry = parseLimit(text, QLocale(QLocale::English));
    QVERIFY(!entry);
    QCOMPARE(QString::fromStdString(entry.error().subject), field);
}

void LimitTextTest::readsBackWhatItWrites_data()
{
    QTest::addColumn<qlonglong>("micrograms");
    for (const qlonglong ug : {0LL, 1LL, 999'999LL, 1'000'000LL, 80'000'000LL, 999'999'999LL, 1'500'000'000'001LL,
                               4'611'686'018'427'387'903LL})
        QTest::addRow("%lld", ug) << ug;
}

void LimitTextTest::readsBackWhatItWrites()
{
    QFETCH(qlonglong, micrograms);
    const GramsCO2e amount = GramsCO2e::fromMicrograms(micrograms);
    const auto entry = parseLimit(limitText(amount), QLocale(QLocale::German));
    QVERIFY(entry);
    QCOMPARE(entry->limit->micrograms(), micrograms);
}

void LimitTextTest::readsTheDecimalSignOfTheLanguage()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    QCOMPARE(parseLimit(QStringLiteral("1,5 t"), german)->limit->micrograms(), 1'500'000'000'000LL);
    QCOMPARE(parseLimit(QStringLiteral("1.5 t"), german)->limit->micrograms(), 1'500'000'000'000LL);
    QVERIFY2(!parseLimit(QStringLiteral("1.500,5 t"), german), "two signs are not guessed at");
    QVERIFY2(!parseLimit(QStringLiteral("1,5 t"), QLocale(QLocale::English)), "1,5 may mean 15 in English");
}

void LimitTextTest::readsUnlimited()
{
    const auto entry = parseLimit(QStringLiteral("Unlimited / year"));
    QVERIFY(entry);
    QVERIFY(!entry->limit);
    QCOMPARE(*entry->period, PeriodKind::Year);
    QCOMPARE(parseLimit(limitText({}))->limit, std::nullopt);
}

void LimitTextTest::changesByPercent()
{
    const GramsCO2e present = GramsCO2e::fromGrams(200);
    QCOMPARE(changedLimit(QStringLiteral("+10 %"), present)->micrograms(), 220'000'000LL);
    QCOMPARE(changedLimit(QStringLiteral("-12.5%"), present)->micrograms(), 175'000'000LL);
    QCOMPARE(changedLimit(QStringLiteral("1 kg"), present)->micrograms(), 1'000'000'000LL);
    QVERIFY(!changedLimit(QStringLiteral("+10 %"), {}));
    QVERIFY(!changedLimit(QStringLiteral("-150 %"), present));
    QVERIFY(!changedLimit(QStringLiteral("+999 %"), kLargestCarbon));
}

QTEST_MAIN(LimitTextTest)
#include "limit_text_test.moc"
