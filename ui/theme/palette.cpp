#include "ui/theme/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace greenward::ui {
namespace {

/// The few colours a theme is made of; QPalette and Colors are both filled from here.
struct Inks
{
    QColor window, card, border, fieldBorder, ink, faint, accent, onAccent, track, hover, info, good, warning, critical;
    QColor button, selection, selectedInk, disabled;
    bool dark;
};

const Inks &lightInks()
{
    static const Inks inks{
        .window = 0xF4F6F5U,
        .card = 0xFFFFFFU,
        .border = 0xD8DEDBU,
        .fieldBorder = 0x87938DU,
        .ink = 0x16211CU,
        .faint = 0x55635DU,
        .accent = 0x0B6B4DU,
        .onAccent = 0xFFFFFFU,
        .track = 0xE3E8E5U,
        .hover = 0xECF1EEU,
        .info = 0x0A5A9CU,
        .good = 0x1A6E34U,
        .warning = 0x855000U,
        .critical = 0xB0241CU,
        .button = 0xFAFBFAU,
        .selection = 0xD5EBE1U,
        .selectedInk = 0x0C1F17U,
        .disabled = 0x87928DU,
        .dark = false,
    };
    return inks;
}

const Inks &darkInks()
{
    static const Inks inks{
        .window = 0x141918U,
        .card = 0x1C2322U,
        .border = 0x33403DU,
        .fieldBorder = 0x6F7F7AU,
        .ink = 0xE4EBE8U,
        .faint = 0x9DABA6U,
        .accent = 0x52C796U,
        .onAccent = 0x06150EU,
        .track = 0x2C3735U,
        .hover = 0x232C2AU,
        .info = 0x78B8F5U,
        .good = 0x6CCB86U,
        .warning = 0xEDB44CU,
        .critical = 0xFF8E84U,
        .button = 0x25302DU,
        .selection = 0x1F4A39U,
        .selectedInk = 0xF2F8F5U,
        .disabled = 0x6D7975U,
        .dark = true,
    };
    return inks;
}

const Inks &highContrastInks()
{
    static const Inks inks{
        .window = 0x000000U,
        .card = 0x000000U,
        .border = 0xFFFFFFU,
        .fieldBorder = 0xFFFFFFU,
        .ink = 0xFFFFFFU,
        .faint = 0xE6E6E6U,
        .accent = 0xFFE14DU,
        .onAccent = 0x000000U,
        .track = 0x4D4D4DU,
        .hover = 0x333333U,
        .info = 0x8CD2FFU,
        .good = 0x7DFF9EU,
        .warning = 0xFFD24DU,
        .critical = 0xFFA69EU,
        .button = 0x000000U,
        .selection = 0xFFE14DU,
        .selectedInk = 0x000000U,
        .disabled = 0xA6A6A6U,
        .dark = true,
    };
    return inks;
}

QPalette paletteOf(const Inks &inks)
{
    QPalette palette;
    palette.setColor(QPalette::Window, inks.window);
    palette.setColor(QPalette::WindowText, inks.ink);
    palette.setColor(QPalette::Base, inks.card);
    palette.setColor(QPalette::AlternateBase, inks.hover);
    palette.setColor(QPalette::Text, inks.ink);
    palette.setColor(QPalette::PlaceholderText, inks.faint);
    palette.setColor(QPalette::Button, inks.button);
    palette.setColor(QPalette::ButtonText, inks.ink);
    palette.setColor(QPalette::BrightText, inks.critical);
    palette.setColor(QPalette::ToolTipBase, inks.dark ? inks.button : inks.ink);
    palette.setColor(QPalette::ToolTipText, inks.dark ? inks.ink : inks.card);
    palette.setColor(QPalette::Highlight, inks.selection);
    palette.setColor(QPalette::HighlightedText, inks.selectedInk);
    palette.setColor(QPalette::Link, inks.accent);
    palette.setColor(QPalette::LinkVisited, inks.accent);
    // Fusion draws frames and bevels with these.
    palette.setColor(QPalette::Light, inks.card);
    palette.setColor(QPalette::Midlight, inks.border);
    palette.setColor(QPalette::Mid, inks.border);
    palette.setColor(QPalette::Dark, inks.border);
    palette.setColor(QPalette::Shadow, inks.dark ? QColor(0x000000U) : QColor(0x8C9691U));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, inks.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, inks.track);
    return palette;
}

Colors colorsFrom(const Inks &inks)
{
    return {.card = inks.card,
            .fieldBorder = inks.fieldBorder,
            .border = inks.border,
            .ink = inks.ink,
            .faint = inks.faint,
            .accent = inks.accent,
            .onAccent = inks.onAccent,
            .track = inks.track,
            .hover = inks.hover,
            .info = inks.info,
            .good = inks.good,
            .warning = inks.warning,
            .critical = inks.critical,
            .dark = inks.dark};
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &ground, const QColor &ink, double share)
{
    const auto channel = [share](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * share));
    };
    return {channel(ground.red(), ink.red()), channel(ground.green(), ink.green()), channel(ground.blue(), ink.blue())};
}

} // namespace

QPalette lightPalette()
{
    return paletteOf(lightInks());
}

QPalette darkPalette()
{
    return paletteOf(darkInks());
}

QPalette highContrastPalette()
{
    return paletteOf(highContrastInks());
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

const Colors &colorsOf(const QPalette &palette)
{
    static const Colors light = colorsFrom(lightInks());
    static const Colors dark = colorsFrom(darkInks());
    static const Colors highContrast = colorsFrom(highContrastInks());
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    if (window == highContrastInks().window) return highContrast;
    return isDark(palette) ? dark : light;
}

QColor toneInk(Tone tone, const QPalette &palette)
{
    const Colors &colors = colorsOf(palette);
    switch (tone) {
    case Tone::Neutral:
        return colors.ink;
    case Tone::Info:
        return colors.info;
    case Tone::Good:
        return colors.good;
    case Tone::Warning:
        return colors.warning;
    case Tone::Critical:
        return colors.critical;
    case Tone::Faded:
        return colors.faint;
    }
    return colors.ink;
}

QColor toneWash(Tone tone, const QPalette &palette)
{
    const Colors &colors = colorsOf(palette);
    if (tone == Tone::Neutral || tone == Tone::Faded) return colors.hover;
    return mixed(colors.card, toneInk(tone, palette), colors.dark ? 0.16 : 0.09);
}

const std::vector<QColor> &seriesColors(const QPalette &palette)
{
    // Okabe and Ito 2008; the blue is lightened on dark, where its own contrast is 2.6:1.
    static const std::vector<QColor> light{0x0072B2U, 0xE69F00U, 0x009E73U, 0xCC79A7U, 0x56B4E9U, 0xD55E00U};
    static const std::vector<QColor> dark{0x4FA8DCU, 0xE69F00U, 0x1FBF92U, 0xD98FB9U, 0x8CCBF0U, 0xE8803AU};
    return isDark(palette) ? dark : light;
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace greenward::ui
