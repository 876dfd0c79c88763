#include "ui/icons/icons.h"
#include "ui/theme/appearance.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

#include <QApplication>
#include <QLabel>
#include <QSettings>
#include <QTest>

using namespace greenward::ui;

namespace {

constexpr double kReadable = 4.5; // WCAG 2.1 AA for text
constexpr double kVisible = 3.0;  // for signs and lines that carry meaning

constexpr Tone kTones[] = {Tone::Neutral, Tone::Info, Tone::Good, Tone::Warning, Tone::Critical, Tone::Faded};

} // namespace

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QSettings().clear(); }
    void contrastIsThatOfWcag();
    void textIsReadable_data() { themes(); }
    void textIsReadable();
    void tonesAreReadableOnEverySurface_data() { themes(); }
    void tonesAreReadableOnEverySurface();
    void seriesAreVisible_data() { themes(); }
    void seriesAreVisible();
    void themeSwitchReachesWidgetsAndIcons();
    void textSizeReachesWidgetsAndIsBounded();
    void everyIconDraws();

private:
    static void themes()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
        QTest::newRow("high contrast") << highContrastPalette();
    }
};

void ThemeTest::contrastIsThatOfWcag()
{
    QVERIFY(qAbs(contrast(Qt::black, Qt::white) - 21.0) < 0.01);
    QVERIFY(qAbs(contrast(QColor(0x767676U), Qt::white) - 4.54) < 0.01);
    QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
}

void ThemeTest::textIsReadable()
{
    QFETCH(QPalette, palette);
    const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[] = {
        {QPalette::WindowText, QPalette::Window},
        {QPalette::Text, QPalette::Base},
        {QPalette::Text, QPalette::AlternateBase},
        {QPalette::ButtonText, QPalette::Button},
        {QPalette::PlaceholderText, QPalette::Base},
        {QPalette::HighlightedText, QPalette::Highlight},
        {QPalette::ToolTipText, QPalette::ToolTipBase},
        {QPalette::Link, QPalette::Base},
        {QPalette::Link, QPalette::Window},
    };
    for (const auto &[ink, ground] : pairs)
        QVERIFY2(contrast(palette.color(ink), palette.color(ground)) >= kReadable,
                 qPrintable(QStringLiteral("%1 on %2").arg(ink).arg(ground)));
    const Colors &colors = colorsOf(palette);
    QVERIFY(contrast(colors.onAccent, colors.accent) >= kReadable);
    QVERIFY(contrast(colors.accent, colors.track) >= kVisible);
    QVERIFY(contrast(palette.color(QPalette::Disabled, QPalette::Text), palette.color(QPalette::Base)) >= kVisible);
}

void ThemeTest::tonesAreReadableOnEverySurface()
{
    QFETCH(QPalette, palette);
    const Colors &colors = colorsOf(palette);
    for (const Tone tone : kTones) {
        const QColor ink = toneInk(tone, palette);
        for (const QColor &ground :
             {palette.color(QPalette::Window), colors.card, colors.hover, toneWash(tone, palette)})
            QVERIFY2(contrast(ink, ground) >= kReadable, qPrintable(QStringLiteral("tone %1: %2 on %3 is %4")
                                                                        .arg(static_cast<int>(tone))
                                                                        .arg(ink.name(), ground.name())
                                                                        .arg(contrast(ink, ground))));
        QVERIFY(contrast(colors.ink, toneWash(tone, palette)) >= kReadable);
    }
}

void ThemeTest::seriesAreVisible()
{
    QFETCH(QPalette, palette);
    if (!isDark(palette)) {
        // Okabe-Ito's orange and sky blue are below 3:1 on white by design; dash and label tell those lines apart.
        QVERIFY(contrast(seriesColors(palette).front(), colorsOf(palette).card) >= kVisible);
        return;
    }
    for (const QColor &color : seriesColors(palette))
        QVERIFY2(contrast(color, colorsOf(palette).card) >= kVisible, qPrintable(color.name()));
}

void ThemeTest::themeSwitchReachesWidgetsAndIcons()
{
    Appearance appearance;
    QLabel label(QStringLiteral("x"));
    label.show();
    const QIcon sign = icon(QStringLiteral("scan"));
    appearance.setTheme(Theme::Light);
    const QImage light = sign.pixmap(32, 32).toImage();
    QTRY_VERIFY(!isDark(label.palette()));
    appearance.setTheme(Theme::Dark);
    QTRY_VERIFY(isDark(label.palette()));
    QVERIFY2(sign.pixmap(32, 32).toImage() != light, "the same QIcon must take the new ink");
    QCOMPARE(Appearance().theme(), Theme::Dark); // remembered
    appearance.useTheme(Theme::HighContrast);
    QCOMPARE(Appearance().theme(), Theme::Dark); // not remembered
}

void ThemeTest::textSizeReachesWidgetsAndIsBounded()
{
    Appearance appearance;
    appearance.setTextPercent(100);
    QLabel label(QStringLiteral("x"));
    label.show();
    const int usual = grid(&label, 4);
    appearance.setTextPercent(200);
    QTRY_VERIFY(grid(&label, 4) > usual * 1.7);
    appearance.stepText(5);
    QCOMPARE(appearance.textPercent(), Appearance::kLargestText);
    appearance.setTextPercent(1);
    QCOMPARE(appearance.textPercent(), Appearance::kSmallestText);
    appearance.setTextPercent(100);
}

void ThemeTest::everyIconDraws()
{
    const QStringList names = iconNames();
    QVERIFY(names.size() >= 30);
    for (const QString &name : names) {
        const QImage drawn = iconPixmap(name, 24, Qt::black, 1.0).toImage();
        int inked = 0;
        for (int y = 0; y < drawn.height(); ++y)
            for (int x = 0; x < drawn.width(); ++x)
                inked += qAlpha(drawn.pixel(x, y)) > 128 ? 1 : 0;
        QVERIFY2(inked > 3, qPrintable(name));
        QVERIFY2(inked < 24 * 24 * 2 / 3, qPrintable(name));
    }
    for (const Tone tone : kTones)
        QVERIFY(names.contains(iconNameOf(tone)));
}

QTEST_MAIN(ThemeTest)
#include "theme_test.moc"
