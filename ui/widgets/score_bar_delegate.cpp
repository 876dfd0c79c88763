#include "ui/widgets/score_bar_delegate.h"

#include "ui/theme/palette.h"

#include <QApplication>
#include <QPainter>

namespace greenward::ui {

std::array<QColor, 4> scorePartColors(const QPalette &palette)
{
    // Green, blue, orange, purple of the chart colours, in an order whose neighbours differ in lightness too.
    const std::vector<QColor> &series = seriesColors(palette);
    return {series[2], series[0], series[1], series[3]};
}

void paintScoreBar(QPainter &painter, const QRectF &rect, const ScoreParts &parts, const QPalette &palette)
{
    QColor track = palette.color(QPalette::Text);
    track.setAlpha(30);
    painter.fillRect(rect, track);
    const auto colors = scorePartColors(palette);
    const double perPoint = rect.width() / 100.0;
    double x = rect.left();
    for (std::size_t i = 0; i < parts.points.size(); ++i) {
        const double width = parts.points[i] * perPoint;
        // The last pixel of a part is the gap to its neighbour.
        if (width > 1) painter.fillRect(QRectF(x, rect.top(), width - 1, rect.height()), colors[i]);
        x += width;
    }
}

void ScoreBarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant data = index.data(BackendModel::ScorePartsRole);
    if (!data.canConvert<ScoreParts>()) return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = item.text;
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const QFontMetrics metrics(item.font);
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &item, item.widget) + 2;
    const int textWidth = metrics.horizontalAdvance(QStringLiteral("100.00 ~"));
    const QRect inside = item.rect.adjusted(margin, 0, -margin, 0);
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(QRect(inside.left(), inside.top(), textWidth, inside.height()), Qt::AlignVCenter | Qt::AlignRight,
                      text);
    const int height = metrics.height() * 6 / 10;
    const QRectF bar(inside.left() + textWidth + margin * 2, inside.center().y() - height / 2.0,
                     inside.width() - textWidth - margin * 2, height);
    if (selected) painter->fillRect(bar.adjusted(-1, -1, 1, 1), item.palette.color(QPalette::Base));
    if (bar.width() > 20) paintScoreBar(*painter, bar, data.value<ScoreParts>(), item.palette);
    painter->restore();
}

QSize ScoreBarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setWidth(option.fontMetrics.averageCharWidth() * 22);
    return size;
}

} // namespace greenward::ui
