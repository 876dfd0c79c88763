#pragma once

#include "ui/theme/palette.h"

#include <QFont>
#include <QObject>

namespace greenward::ui {

/// The application's look: theme and text size, applied at once and remembered. One per program, made by app/ after
/// QApplication and before the first widget.
class Appearance final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kSmallestText = 80; ///< percent of the desktop's text size
    static constexpr int kLargestText = 200;

    explicit Appearance(QObject *parent = nullptr);

    Theme theme() const { return m_theme; }
    void setTheme(Theme theme);
    /// For one run, not remembered (command line, capture).
    void useTheme(Theme theme);

    int textPercent() const { return m_textPercent; }
    void setTextPercent(int percent);
    void stepText(int steps) { setTextPercent(m_textPercent + steps * 10); }

Q_SIGNALS:
    void changed();

private:
    void apply();

    QPalette m_desktopPalette;
    QFont m_desktopFont;
    Theme m_theme = Theme::System;
    int m_textPercent = 100;
};

QString themeName(Theme theme);           ///< "dark": for settings, command line and file names
Theme themeFromName(const QString &name); ///< System when unknown

} // namespace greenward::ui
