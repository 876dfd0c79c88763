#pragma once

#include "core/engine/rows.h"

#include <QLocale>
#include <QString>

#include <string_view>

// Words that only the estate pages and their dialogs need.

namespace greenward::ui::format {

/// Which folder of an object's path names its tenant.
QString tenantLevelText(int level);
QString weekdayText(std::string_view day);

/// "Stockholm, SE (zone SE): 35 g/kWh; country, yearly average, estimated": what a name resolves to and what that
/// gives.
QString regionAnswer(const engine::GridRow &row, const QLocale &locale);
/// "cold after 30d, target 80, at once; sources go 7d after the switch".
QString policySummary(const engine::PolicyRow &policy, const QLocale &locale);

} // namespace greenward::ui::format
