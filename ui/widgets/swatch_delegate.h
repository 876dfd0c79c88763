#pragma once

#include <QStyledItemDelegate>

namespace greenward::ui {

/// Puts a short stroke in a line's colour before a cell's text, so that a table serves as the legend of a chart.
class SwatchDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `colorRole` answers a QColor; an invalid one leaves the place empty.
    SwatchDelegate(int colorRole, QObject *parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int m_colorRole;
};

} // namespace greenward::ui
