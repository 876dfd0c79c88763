#pragma once

#include <QFont>
#include <QWidget>

namespace greenward::ui {

/// The steps of the type scale. All follow the application font, so that Ctrl + and - reach everything.
enum class TextRole {
    Title,   ///< the page's name
    Section, ///< heading of a card or group
    Body,
    Caption, ///< secondary line
    Figure,  ///< the large number of a tile
    Mono,    ///< hashes, JSON, paths
};
QFont fontFor(TextRole role, const QFont &base);

/// Whether to draw that the widget has the keyboard: only once somebody uses the keyboard to get about.
bool showsFocus(const QWidget *widget);

/// `steps` of the 8 px grid (at the usual text size; it grows with the font). grid(w, 0.5) is half a step.
int grid(const QWidget *widget, double steps);

} // namespace greenward::ui
