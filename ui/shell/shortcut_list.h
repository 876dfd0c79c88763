#pragma once

#include <QDialog>

class QMenuBar;

namespace greenward::ui {

/// F1: every action with its keys, made from the menus, to be filtered. Includes the keys that have no menu entry.
class ShortcutList final : public QDialog
{
    Q_OBJECT

public:
    ShortcutList(const QMenuBar &menus, QWidget *parent);
};

} // namespace greenward::ui
