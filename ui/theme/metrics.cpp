#include "ui/theme/metrics.h"

#include <QFontDatabase>
#include <QFontMetricsF>

#include <cmath>

namespace greenward::ui {

QFont fontFor(TextRole role, const QFont &base)
{
    QFont font = base;
    const auto scaled = [&font](double factor) {
        if (font.pointSizeF() > 0) {
            font.setPointSizeF(font.pointSizeF() * factor);
        } else {
            font.setPixelSize(qRound(font.pixelSize() * factor));
        }
    };
    switch (role) {
    case TextRole::Title:
        scaled(1.6);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Section:
        scaled(1.1);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Body:
        break;
    case TextRole::Caption:
        scaled(0.92);
        break;
    case TextRole::Figure:
        scaled(1.9);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Mono: {
        const double size = font.pointSizeF();
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        if (size > 0) font.setPointSizeF(size * 0.95);
        break;
    }
    }
    return font;
}

bool showsFocus(const QWidget *widget)
{
    return widget->hasFocus() && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

int grid(const QWidget *widget, double steps)
{
    // A line of usual text is about two steps high.
    const double step = QFontMetricsF(widget->font()).height() / 2.0;
    return static_cast<int>(std::lround(step * steps));
}

} // namespace greenward::ui
