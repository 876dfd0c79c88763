#include "ui/shell/brand_mark.h"

#include "ui/icons/icons.h"
#include "ui/theme/metrics.h"

#include <QPainter>

namespace greenward::ui {

BrandMark::BrandMark(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void BrandMark::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

QSize BrandMark::sizeHint() const
{
    const QFontMetrics metrics(fontFor(TextRole::Section, font()));
    const int height = metrics.height() + grid(this, 2);
    return {m_compact ? height : metrics.horizontalAdvance(QStringLiteral("Greenward")) + height * 2, height};
}

void BrandMark::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    const int side = grid(this, 2.75);
    const int left = m_compact ? (width() - side) / 2 : grid(this, 0.9);
    painter.drawPixmap(left, (height() - side) / 2,
                       iconPixmap(QStringLiteral("leaf"), side, colors.accent, devicePixelRatioF()));
    if (m_compact) return;
    painter.setFont(fontFor(TextRole::Section, font()));
    painter.setPen(colors.ink);
    painter.drawText(rect().adjusted(left + side + grid(this, 0.9), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("Greenward"));
}

} // namespace greenward::ui
