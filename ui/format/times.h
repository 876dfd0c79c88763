#pragma once

#include "core/base/clock.h"

#include <QDateTime>
#include <QLocale>
#include <QString>

#include <optional>

namespace greenward::ui::format {

/// In the operator's time zone.
QDateTime toLocal(Instant at);
/// "21 Nov 2026, 04:04"
QString dateTime(Instant at, const QLocale &locale = QLocale());
QString dateTime(const std::optional<Instant> &at, const QLocale &locale = QLocale());
/// "21 Nov 2026"
QString date(Instant at, const QLocale &locale = QLocale());
/// "2026-11-21 03:04:05 UTC": for tooltips and copying.
QString dateTimeUtc(Instant at);
/// "12 min ago", "in 3 d", "now"
QString age(Instant at, Instant now, const QLocale &locale = QLocale());
/// "45 s", "12 min", "3 h 20 min", "2 d 4 h": the two largest units.
QString duration(std::chrono::seconds span, const QLocale &locale = QLocale());
/// A throttle delay: "250 ms", "2.0 s"
QString delay(milliseconds span, const QLocale &locale = QLocale());

} // namespace greenward::ui::format
