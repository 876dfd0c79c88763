#pragma once

#include "core/engine/rows.h"

#include <QHash>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace greenward::ui {

class TextLabel;

/// A line per running scan: how far it is, how fast, and a way to stop it. Takes no room while nothing runs.
class ScanStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit ScanStrip(QWidget *parent = nullptr);

    void showScans(const std::vector<engine::ScanRow> &scans);
    /// Cancelling changes state: not offered when read-only.
    void setCancellable(bool cancellable);

Q_SIGNALS:
    void cancelAsked(const QString &backend);

private:
    struct Line
    {
        QWidget *widget = nullptr;
        TextLabel *text = nullptr;
        QPushButton *cancel = nullptr;
    };
    Line makeLine(const QString &backend);

    QVBoxLayout *m_layout;
    QHash<QString, Line> m_lines;
    bool m_cancellable = true;
};

} // namespace greenward::ui
