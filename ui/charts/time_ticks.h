#pragma once

#include "core/base/clock.h"

#include <QLocale>
#include <QString>

#include <vector>

namespace greenward::ui {

struct TimeTick
{
    Instant at;
    QString label;
};

/// Whole hours, days, weeks or months of UTC inside [from, to], at most `most` (at least 2) of them, with labels as
/// short as their step allows: "14:00", "3 May", "May 2026". Budget periods are UTC, so their axis is too.
std::vector<TimeTick> timeTicks(Instant from, Instant to, std::size_t most, const QLocale &locale);

} // namespace greenward::ui
