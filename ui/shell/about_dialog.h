#pragma once

#include <QDialog>

namespace greenward::ui {

/// What this program is, under which licence, and the diagnostics to copy into a bug report.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(const QString &diagnostics, QWidget *parent);
};

} // namespace greenward::ui
