#pragma once

class QColor;
class QPainter;
class QRectF;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionTab;

// How ConsoleStyle draws the controls, one function each; colours are the option's palette and its Colors.

namespace greenward::ui {

/// Half a line of text: the step of the grid, from the font of what is drawn.
int stepOf(const QStyleOption *option);

/// The surface of line edits, combo and spin boxes.
void paintField(const QStyleOption *option, QPainter *painter);

/// A chevron in the middle of `area`; `turns` of 90 degrees from "down".
void paintChevron(QPainter *painter, const QRectF &area, const QColor &ink, int turns);

void paintHeaderSection(const QStyleOption *option, QPainter *painter);

void paintButton(const QStyleOptionButton *option, QPainter *painter);

void paintCheck(const QStyleOption *option, QPainter *painter);

void paintRadio(const QStyleOption *option, QPainter *painter);

void paintTab(const QStyleOptionTab *option, QPainter *painter);

} // namespace greenward::ui
