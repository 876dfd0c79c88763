#pragma once

#include "ui/editing/limit_text.h"

#include <QStyledItemDelegate>

#include <functional>

namespace greenward::ui {

/// Edits a budget's limit in its cell: what is wrong is said beneath as one types, and Return leaves only with a limit
/// that reads. It changes no model; it tells what was entered.
class LimitDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `key` of the row. A function, not a signal: Qt asks delegates for it in a const member.
    using Entered = std::function<void(const QString &key, const LimitEntry &entry)>;

    explicit LimitDelegate(Entered entered, QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    bool eventFilter(QObject *editor, QEvent *event) override;

private:
    Entered m_entered;
};

} // namespace greenward::ui
