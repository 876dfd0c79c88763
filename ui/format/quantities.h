#pragma once

#include "core/units/backend_spec.h"
#include "core/units/carbon.h"
#include "core/units/data_size.h"
#include "core/units/energy.h"
#include "core/units/intensity.h"
#include "core/units/ratios.h"

#include <QLocale>
#include <QString>

#include <optional>

// The one place that turns amounts into words: unit by size, decimals, locale digits. "–" stands for unknown, which is
// never shown as zero.

namespace greenward::ui::format {

/// Text that came from outside (names, paths, notes): bad bytes, controls and bidirectional marks made visible.
QString plain(const std::string &text);
/// "–"
QString unknown();

/// "812 µg", "1.50 kg", "23.2 t CO₂e" - three significant digits, unit by size. The unit is "g" of CO2 equivalents;
/// headings say CO2e where the cell does not.
QString carbon(GramsCO2e amount, const QLocale &locale = QLocale());
QString carbon(const std::optional<GramsCO2e> &amount, const QLocale &locale = QLocale());
/// All digits, in grams: for tooltips and copying.
QString carbonExact(GramsCO2e amount, const QLocale &locale = QLocale());
/// "1.5 t": exact, in the largest unit that loses nothing, as one types it. Always with a decimal point of English.
QString carbonTyped(GramsCO2e amount);
/// "413 g/kWh"
QString intensity(GramsPerKwh value, const QLocale &locale = QLocale());
QString energy(Energy value, const QLocale &locale = QLocale());
/// "12.4 GiB"
QString dataSize(DataSize size, const QLocale &locale = QLocale());
QString dataSizeExact(DataSize size, const QLocale &locale = QLocale());
/// "12.4 GiB/s"
QString byteRate(double bytesPerSecond, const QLocale &locale = QLocale());
/// "12,480"
QString count(std::uint64_t number, const QLocale &locale = QLocale());
/// "1 object", "12,480 objects"
QString objects(std::uint64_t number, const QLocale &locale = QLocale());
/// For the plural of a whole sentence that holds `number` as text: any number above says "many" alike.
int pluralOf(std::uint64_t number);
/// "81.5 %"
QString percent(Percent value, const QLocale &locale = QLocale());
QString percent(const std::optional<Percent> &value, const QLocale &locale = QLocale());
/// "73.4", of 100
QString score(ScorePoints points, const QLocale &locale = QLocale());
/// "1.13"
QString pue(Pue value, const QLocale &locale = QLocale());
/// "0.20 L/kWh", "–" when unknown
QString wue(const std::optional<Wue> &value, const QLocale &locale = QLocale());

} // namespace greenward::ui::format
