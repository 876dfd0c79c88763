#include "ui/widgets/thin_progress.h"

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace greenward::ui {
namespace {

constexpr int kSteps = 1000;

} // namespace

ThinProgress::ThinProgress(QWidget *parent)
    : QProgressBar(parent)
{
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ThinProgress::setFraction(double fraction)
{
    if (fraction < 0) {
        setRange(0, 0);
    } else {
        setRange(0, kSteps);
        setValue(static_cast<int>(std::min(fraction, 1.0) * kSteps));
    }
    update();
}

QSize ThinProgress::sizeHint() const
{
    return {grid(this, 14), std::max(6, grid(this, 0.75))};
}

QSize ThinProgress::minimumSizeHint() const
{
    return {grid(this, 6), sizeHint().height()};
}

void ThinProgress::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bar(rect());
    const double radius = bar.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.track);
    painter.drawRoundedRect(bar, radius, radius);
    QPainterPath shape;
    shape.addRoundedRect(bar, radius, radius);
    painter.setClipPath(shape);
    if (maximum() == minimum()) {
        painter.setBrush(QBrush(colors.accent, Qt::BDiagPattern));
        painter.drawRect(bar);
        return;
    }
    painter.setBrush(colors.accent);
    const double done = double(value() - minimum()) / double(maximum() - minimum());
    painter.drawRect(QRectF(bar.topLeft(), QSizeF(bar.width() * done, bar.height())));
}

} // namespace greenward::ui
