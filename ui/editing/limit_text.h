#pragma once

#include "core/base/error.h"
#include "core/engine/commands.h"

#include <QLocale>
#include <QString>

#include <optional>

namespace greenward::ui {

/// What somebody typed as a limit.
struct LimitEntry
{
    std::optional<GramsCO2e> limit;   ///< nothing: unlimited
    std::optional<PeriodKind> period; ///< nothing: not said, so it stays

    friend bool operator==(const LimitEntry &, const LimitEntry &) = default;
};

/// "1.5 t", "500kg/month", "2 kg per day", "unlimited". The decimal sign of `locale` is understood too, and its words
/// for periods. Errors name the field "limit" or "period".
Result<LimitEntry> parseLimit(const QString &text, const QLocale &locale = QLocale());
/// Exact, in the largest unit without a loss; parseLimit reads it back.
QString limitText(const std::optional<GramsCO2e> &limit);

/// The text with the decimal sign that the parsers of the engine read.
QString plainDecimal(const QString &text, const QLocale &locale);

} // namespace greenward::ui
