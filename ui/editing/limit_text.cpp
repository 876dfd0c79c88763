#include "ui/editing/limit_text.h"

#include "ui/format/quantities.h"
#include "ui/format/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace greenward::ui {
namespace {

struct LimitText
{
    Q_DECLARE_TR_FUNCTIONS(LimitText)
};

constexpr std::array kPeriods{PeriodKind::Hour,  PeriodKind::Day,     PeriodKind::Week,
                              PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year};

Result<PeriodKind> parsePeriodWord(const QString &word)
{
    for (const PeriodKind kind : kPeriods)
        if (word.compare(format::periodText(kind), Qt::CaseInsensitive) == 0) return kind;
    return parsePeriod(word.toLower().toStdString());
}

bool meansUnlimited(const QString &text)
{
    return text.compare(QLatin1String("unlimited"), Qt::CaseInsensitive) == 0 ||
           text.compare(LimitText::tr("unlimited"), Qt::CaseInsensitive) == 0;
}

} // namespace

QString plainDecimal(const QString &text, const QLocale &locale)
{
    QString plain = text.trimmed();
    // One sign only: "1.500,5" has both, and is refused by the parser rather than guessed at.
    if (locale.decimalPoint() == QLatin1String(",") && !plain.contains(QLatin1Char('.')) &&
        plain.count(QLatin1Char(',')) == 1)
        plain.replace(QLatin1Char(','), QLatin1Char('.'));
    return plain;
}

Result<LimitEntry> parseLimit(const QString &text, const QLocale &locale)
{
    // "CO₂e" may follow the unit; the period follows a slash or "per".
    static const QRegularExpression pattern(QStringLiteral("^(.*?)(?:\\s*CO[₂2]e)?(?:\\s*/\\s*|\\s+per\\s+)(\\S.*)$"),
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression gas(QStringLiteral("\\s*CO[₂2]e$"), QRegularExpression::CaseInsensitiveOption);
    QString amount = text.trimmed();
    LimitEntry entry;
    if (const QRegularExpressionMatch match = pattern.match(amount); match.hasMatch()) {
        CORE_TRY(entry.period, parsePeriodWord(match.captured(2).trimmed()));
        amount = match.captured(1).trimmed();
    }
    amount.remove(gas);
    if (meansUnlimited(amount)) return entry;
    CORE_TRY(entry.limit, parseCarbon(plainDecimal(amount, locale).toStdString(), "limit"));
    return entry;
}

QString limitText(const std::optional<GramsCO2e> &limit)
{
    return limit ? format::carbonTyped(*limit) : LimitText::tr("unlimited");
}

} // namespace greenward::ui
