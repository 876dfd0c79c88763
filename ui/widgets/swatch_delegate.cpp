#include "ui/widgets/swatch_delegate.h"

#include <QColor>
#include <QPainter>
#include <QPixmap>

namespace greenward::ui {

SwatchDelegate::SwatchDelegate(int colorRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_colorRole(colorRole)
{}

void SwatchDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int height = option->fontMetrics.height();
    const QSize size(height, height);
    const double ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
    QPixmap stroke(size * ratio);
    stroke.setDevicePixelRatio(ratio);
    stroke.fill(Qt::transparent);
    if (const auto color = index.data(m_colorRole).value<QColor>(); color.isValid()) {
        QPainter painter(&stroke);
        constexpr int kThick = 3;
        painter.fillRect(QRectF(0, (height - kThick) / 2.0, height, kThick), color);
    }
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = QIcon(stroke);
    option->decorationSize = size;
}

} // namespace greenward::ui
