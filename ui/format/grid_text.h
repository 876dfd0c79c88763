#pragma once

#include "core/engine/grid_rows.h"
#include "ui/format/error_text.h"
#include "ui/format/words.h"

#include <QLocale>
#include <QString>

// Words for sources of grid data and what they say. Codes of the engine become sentences here, once.

namespace greenward::ui::format {

/// How a source is doing: "Up", "Paused", "Needs credentials" ...
Sign sourceSign(const engine::GridSourceRow &row);
/// What went wrong and what to do about it, of a trouble's name ("not_in_plan"). An unknown name says itself.
ErrorWords troubleWords(const std::string &trouble);
/// "forecasts", "history" ... of GridSourceRow::Refusal::question.
QString questionText(const std::string &question);
/// "average, marginal"
QString signalsText(const std::vector<Signal> &signals);
/// The one thing to do next about a source, empty when all is well.
QString sourceNext(const engine::GridSourceRow &row, const QLocale &locale = QLocale());
/// "342 g/kWh, measured, Energy-Charts (zone de), 12 min old"
QString figureText(const GridFigure &figure, Instant now, const QLocale &locale = QLocale());
/// "02:00–04:00 UTC"
QString hoursText(int beginHour, int length);

} // namespace greenward::ui::format
