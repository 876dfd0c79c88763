#pragma once

#include "ui/theme/palette.h"

#include <QIcon>
#include <QPalette>

namespace greenward::ui {

/// Our own line icons by name ("scan", "approve" ...), inked from the palette. The QIcon draws itself with the palette
/// of the application at the moment of painting, so it never has to be renewed after a theme switch.
/// An unknown name is a programming error and draws a crossed box.
QIcon icon(const QString &name);
/// The same in the ink of a tone, for status signs.
QIcon icon(const QString &name, Tone tone);
/// The icon that goes with a tone: "ok", "warning" ...
QString iconNameOf(Tone tone);
QStringList iconNames();

/// For painters: one icon at `size` logical pixels in one colour, cached.
QPixmap iconPixmap(const QString &name, int size, const QColor &ink, qreal devicePixelRatio);

} // namespace greenward::ui
