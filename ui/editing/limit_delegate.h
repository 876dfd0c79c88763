#pragma once

#include "ui/editing/limit_text.h"

#include <QStyledItemDelegate>

namespace greenward::ui {

/// Edits a budget's limit in its cell: what is wrong is said beneath as one types, and Return leaves only with a limit
/// that reads. It changes no model; it tells what was entered.
class LimitDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    bool eventFilter(QObject *editor, QEvent *event) override;

Q_SIGNALS:
    /// `key` of the row. Const as Qt calls setModelData so.
    void entered(const QString &key, const greenward::ui::LimitEntry &entry) const;
};

} // namespace greenward::ui
