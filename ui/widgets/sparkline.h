#pragma once

#include "ui/models/recent_use.h"

#include <QStyledItemDelegate>

namespace greenward::ui {

/// Draws the RecentRole of a cell as small bars, oldest left, the highest one in full ink. An empty step is a dot on
/// the line, so that "nothing was used" differs from "not known".
class SparklineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace greenward::ui
