#pragma once

#include "ui/models/backend_model.h"

#include <QStyledItemDelegate>

#include <array>

namespace greenward::ui {

/// Draws a score as its number and a bar of four joined parts on a scale of 0 to 100. Neighbouring parts differ by
/// lightness and have a gap between them, so they can be told apart without colour. A cell without ScoreParts (in
/// BackendModel::ScorePartsRole) is drawn as plain text.
class ScoreBarDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The four colours of the parts on this palette.
std::array<QColor, 4> scorePartColors(const QPalette &palette);
/// Draws the bar alone into `rect`; also used beside the explained score.
void paintScoreBar(QPainter &painter, const QRectF &rect, const ScoreParts &parts, const QPalette &palette);

} // namespace greenward::ui
