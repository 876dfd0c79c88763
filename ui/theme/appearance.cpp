#include "ui/theme/appearance.h"

#include "ui/theme/console_style.h"

#include <QApplication>
#include <QSettings>

#include <algorithm>

namespace greenward::ui {
namespace {

const QString kThemeKey = QStringLiteral("appearance/theme");
const QString kTextKey = QStringLiteral("appearance/textPercent");

} // namespace

QString themeName(Theme theme)
{
    switch (theme) {
    case Theme::System:
        return QStringLiteral("system");
    case Theme::Light:
        return QStringLiteral("light");
    case Theme::Dark:
        return QStringLiteral("dark");
    case Theme::HighContrast:
        return QStringLiteral("high-contrast");
    }
    return {};
}

Theme themeFromName(const QString &name)
{
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast})
        if (themeName(theme) == name) return theme;
    return Theme::System;
}

Appearance::Appearance(QObject *parent)
    : QObject(parent)
    , m_desktopPalette(QApplication::palette())
    , m_desktopFont(QApplication::font())
{
    QApplication::setStyle(new ConsoleStyle);
    const QSettings settings;
    m_theme = themeFromName(settings.value(kThemeKey).toString());
    m_textPercent = std::clamp(settings.value(kTextKey, 100).toInt(), kSmallestText, kLargestText);
    apply();
}

void Appearance::setTheme(Theme theme)
{
    QSettings().setValue(kThemeKey, themeName(theme));
    useTheme(theme);
}

void Appearance::useTheme(Theme theme)
{
    m_theme = theme;
    apply();
}

void Appearance::setTextPercent(int percent)
{
    m_textPercent = std::clamp(percent, kSmallestText, kLargestText);
    QSettings().setValue(kTextKey, m_textPercent);
    apply();
}

void Appearance::apply()
{
    switch (m_theme) {
    case Theme::System:
        QApplication::setPalette(isDark(m_desktopPalette) ? darkPalette() : lightPalette());
        break;
    case Theme::Light:
        QApplication::setPalette(lightPalette());
        break;
    case Theme::Dark:
        QApplication::setPalette(darkPalette());
        break;
    case Theme::HighContrast:
        QApplication::setPalette(highContrastPalette());
        break;
    }
    QFont font = m_desktopFont;
    font.setPointSizeF(m_desktopFont.pointSizeF() * m_textPercent / 100.0);
    if (QApplication::font() != font) QApplication::setFont(font);
    Q_EMIT changed();
}

} // namespace greenward::ui
