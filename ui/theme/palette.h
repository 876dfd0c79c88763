#pragma once

#include <QColor>
#include <QPalette>

#include <vector>

namespace greenward::ui {

/// What the operator chose; System follows the desktop's palette.
enum class Theme { System, Light, Dark, HighContrast };

/// What a sign says. Never shown by colour alone: an icon and a word go with it.
enum class Tone { Neutral, Info, Good, Warning, Critical, Faded };

/// Colours beyond QPalette's roles. Everything is derived from a palette, so a theme switch is one PaletteChange.
struct Colors
{
    QColor card;        ///< surface of cards, on `window`
    QColor fieldBorder; ///< edge of fields and scroll bar handles, >= 3:1 on card
    QColor border;      ///< hairlines around cards and tables
    QColor ink;         ///< text
    QColor faint;       ///< secondary text, still >= 4.5:1 on window and card
    QColor accent;      ///< the one colour of selection, links and primary buttons
    QColor onAccent;    ///< text upon it
    QColor track;       ///< empty part of gauges and progress
    QColor hover;       ///< row or tile under the pointer
    QColor info;        ///< text and icon colour of the tones; >= 4.5:1 on window and card
    QColor good;
    QColor warning;
    QColor critical;
    bool dark = false;
};

QPalette lightPalette();
QPalette darkPalette();
QPalette highContrastPalette();

bool isDark(const QPalette &palette);
const Colors &colorsOf(const QPalette &palette);
/// Ink for text and icons of this tone.
QColor toneInk(Tone tone, const QPalette &palette);
/// A pale wash of the tone as a background; `ink` stays >= 4.5:1 on it.
QColor toneWash(Tone tone, const QPalette &palette);
/// Okabe-Ito in the order of our charts; adapted to a dark ground.
const std::vector<QColor> &seriesColors(const QPalette &palette);

/// WCAG 2.1 contrast of two opaque colours, 1 to 21.
double contrast(const QColor &a, const QColor &b);

} // namespace greenward::ui
