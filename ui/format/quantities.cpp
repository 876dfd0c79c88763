#include "ui/format/quantities.h"

#include "core/base/decimal.h"
#include "core/base/utf8.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace greenward::ui::format {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("greenward::ui::format", text);
}

/// No-break space: a number never parts from its unit at a line end.
const QChar kNoBreak(0x00A0);

/// Three significant digits, at most `most` after the point; whole numbers from 100 on.
QString threeDigits(double value, const QLocale &locale, int most = 2)
{
    const double size = std::fabs(value);
    int decimals = 0;
    if (size < 9.995) {
        decimals = 2;
    } else if (size < 99.95) {
        decimals = 1;
    }
    return locale.toString(value, 'f', std::min(decimals, most));
}

struct Step
{
    double size; ///< in base units
    const char *unit;
};

/// The largest step that leaves at least 1 before the point, looking at the rounded number so that 999.96 g is 1.00 kg.
template<std::size_t N>
QString stepped(double base, const std::array<Step, N> &steps, const QLocale &locale)
{
    for (std::size_t at = N - 1; at > 0; --at)
        if (std::fabs(base) >= steps[at].size * 0.9995)
            return threeDigits(base / steps[at].size, locale) + kNoBreak + QString::fromUtf8(steps[at].unit);
    const int most = steps[0].size <= 1 ? 0 : 2; // the base unit is whole
    return threeDigits(base / steps[0].size, locale, most) + kNoBreak + QString::fromUtf8(steps[0].unit);
}

template<typename Ratio>
double inUnits(Ratio ratio)
{
    return static_cast<double>(ratio.millionths()) / 1e6;
}

} // namespace

QString plain(const std::string &text)
{
    return QString::fromStdString(escapedForDisplay(text));
}

QString unknown()
{
    return QStringLiteral("–");
}

QString carbon(GramsCO2e amount, const QLocale &locale)
{
    static constexpr std::array<Step, 5> steps{{{1, "µg"}, {1e3, "mg"}, {1e6, "g"}, {1e9, "kg"}, {1e12, "t"}}};
    if (amount.micrograms() == 0) return locale.toString(0) + kNoBreak + QStringLiteral("g");
    return stepped(static_cast<double>(amount.micrograms()), steps, locale);
}

QString carbon(const std::optional<GramsCO2e> &amount, const QLocale &locale)
{
    return amount ? carbon(*amount, locale) : unknown();
}

QString carbonExact(GramsCO2e amount, const QLocale &locale)
{
    QString digits = QString::fromStdString(amount.gramsText());
    digits.replace(QLatin1Char('.'), locale.decimalPoint());
    return tr("%1 g CO₂e").arg(digits);
}

QString carbonTyped(GramsCO2e amount)
{
    constexpr std::int64_t kTonne = 1'000'000'000'000;
    constexpr std::int64_t kKilogram = 1'000'000'000;
    const std::int64_t ug = amount.micrograms();
    if (ug >= kTonne) return QString::fromStdString(decimalText(ug, 12)) + QStringLiteral(" t");
    if (ug >= kKilogram) return QString::fromStdString(decimalText(ug, 9)) + QStringLiteral(" kg");
    return QString::fromStdString(decimalText(ug, 6)) + QStringLiteral(" g");
}

QString intensity(GramsPerKwh value, const QLocale &locale)
{
    return tr("%1 g/kWh").arg(threeDigits(static_cast<double>(value.milligrams()) / 1e3, locale, 1));
}

QString energy(Energy value, const QLocale &locale)
{
    static constexpr std::array<Step, 6> steps{
        {{1, "nWh"}, {1e6, "mWh"}, {1e9, "Wh"}, {1e12, "kWh"}, {1e15, "MWh"}, {1e18, "GWh"}}};
    if (value.nanowattHours() == 0) return locale.toString(0) + kNoBreak + QStringLiteral("Wh");
    return stepped(static_cast<double>(value.nanowattHours()), steps, locale);
}

QString dataSize(DataSize size, const QLocale &locale)
{
    static constexpr double k = 1024;
    static constexpr std::array<Step, 6> steps{
        {{1, "B"}, {k, "KiB"}, {k * k, "MiB"}, {k * k * k, "GiB"}, {k * k * k * k, "TiB"}, {k * k * k * k * k, "PiB"}}};
    return stepped(static_cast<double>(size.bytes()), steps, locale);
}

QString dataSizeExact(DataSize size, const QLocale &locale)
{
    const int plural = pluralOf(static_cast<std::uint64_t>(size.bytes()));
    return QCoreApplication::translate("greenward::ui::format", "%1 byte(s)", nullptr, plural)
        .arg(locale.toString(static_cast<qlonglong>(size.bytes())));
}

QString byteRate(double bytesPerSecond, const QLocale &locale)
{
    return tr("%1/s").arg(dataSize(DataSize::fromBytes(std::llround(bytesPerSecond)), locale));
}

QString count(std::uint64_t number, const QLocale &locale)
{
    return locale.toString(static_cast<qulonglong>(number));
}

QString objects(std::uint64_t number, const QLocale &locale)
{
    return QCoreApplication::translate("greenward::ui::format", "%1 object(s)", nullptr, pluralOf(number))
        .arg(count(number, locale));
}

int pluralOf(std::uint64_t number)
{
    // The languages we speak tell one from many only; a few look at the last digits, which stay as they are.
    constexpr std::uint64_t kMany = 1'000'000;
    return static_cast<int>(number < kMany ? number : kMany + number % kMany);
}

QString percent(Percent value, const QLocale &locale)
{
    const double points = inUnits(value);
    const int decimals = std::fabs(points) < 99.95 && value.millionths() % 1'000'000 != 0 ? 1 : 0;
    return locale.toString(points, 'f', decimals) + kNoBreak + QStringLiteral("%");
}

QString percent(const std::optional<Percent> &value, const QLocale &locale)
{
    return value ? percent(*value, locale) : unknown();
}

QString score(ScorePoints points, const QLocale &locale)
{
    return locale.toString(inUnits(points), 'f', 1);
}

QString pue(Pue value, const QLocale &locale)
{
    return locale.toString(inUnits(value), 'f', 2);
}

QString wue(const std::optional<Wue> &value, const QLocale &locale)
{
    if (!value) return unknown();
    return tr("%1 L/kWh").arg(locale.toString(inUnits(*value), 'f', 2));
}

} // namespace greenward::ui::format
