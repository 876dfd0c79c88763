#pragma once

#include "core/engine/grid_rows.h"
#include "ui/theme/palette.h"

#include <QLocale>
#include <QString>

#include <span>
#include <vector>

namespace greenward::ui {

/// One thing the operator should know about what is drawn, and what to do next.
struct Advice
{
    Tone tone = Tone::Info;
    QString text;
};

/// What is to be said about the pictures under one signal, the gravest first, at most three: a source that is paused, a
/// plan that does not include a zone, values that are old, that are estimated only, regions nobody speaks about.
std::vector<Advice> adviceOn(std::span<const engine::GridPicture> pictures,
                             std::span<const engine::GridSourceRow> sources, Signal signal, Instant now,
                             const QLocale &locale);

/// How asking the sources went, for the message bar.
Advice refreshedAdvice(std::span<const engine::GridRefreshRow> rows);

/// Why there is nothing to draw at all, and what to do.
QString nothingText(std::span<const engine::GridSourceRow> sources, Signal signal, const QLocale &locale);

} // namespace greenward::ui
