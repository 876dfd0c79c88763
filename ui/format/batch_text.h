#pragma once

#include "core/engine/rows.h"

#include <QLocale>
#include <QString>

namespace greenward::ui::format {

/// "site-de, site-fr → archive-se".
QString batchRoute(const engine::BatchRow &batch);
/// "326 g CO₂e (217 g to 12.8 kg, by how far the bytes travel)".
QString ownCost(const engine::PlanFigures &figures, const QLocale &locale);
/// "6.87 kg CO₂e over 3 years, at least 1.2 kg".
QString netSaving(const engine::PlanFigures &figures, const QLocale &locale);
/// "after 50 days", or that it never does.
QString breakEven(const engine::PlanFigures &figures, const QLocale &locale);

/// True while the engine would take the step; the engine has the last word.
bool canDecide(const std::string &state); ///< approve or reject
bool canRun(const std::string &state);
bool canPause(const std::string &state);
bool canCancel(const std::string &state);
bool canRetry(const engine::BatchRow &batch);
/// Copied objects whose source is still there in grace.
bool canRelease(const engine::BatchRow &batch);
/// Decided for good: belongs to the history.
bool isOver(const std::string &state);

} // namespace greenward::ui::format
