#include "ui/widgets/sparkline.h"

#include "ui/models/row_model_base.h"
#include "ui/theme/palette.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace greenward::ui {
namespace {

void paintBars(QPainter &painter, const QRectF &area, const RecentUse &recent, const QPalette &palette)
{
    const Colors &colors = colorsOf(palette);
    const double step = area.width() / static_cast<double>(RecentUse::kSteps);
    const double width = std::max(1.0, step - 1);
    for (std::size_t at = 0; at < RecentUse::kSteps; ++at) {
        const float grams = recent.grams.at(at);
        const double share = recent.peak > 0 ? static_cast<double>(grams / recent.peak) : 0;
        const double height = std::max(1.0, area.height() * share);
        const QColor &ink = share >= 1 ? colors.ink : share > 0 ? colors.accent : colors.track;
        painter.fillRect(QRectF(area.left() + step * static_cast<double>(at), area.bottom() - height, width, height),
                         ink);
    }
}

} // namespace

void SparklineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    background.text.clear();
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, widget);
    const auto *recent = index.data(RowModelBase::RecentRole).value<const RecentUse *>();
    if (!recent) return;
    const int margin = option.fontMetrics.averageCharWidth();
    const int upper = std::max(3, option.rect.height() / 5);
    paintBars(*painter, QRectF(option.rect.adjusted(margin, upper, -margin, -upper)), *recent, option.palette);
}

QSize SparklineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 14, option.fontMetrics.height()};
}

} // namespace greenward::ui
