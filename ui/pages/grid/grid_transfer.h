#pragma once

#include "ui/pages/page.h"

#include <functional>

namespace greenward::ui {

class GridChartPane;
class MessageBar;

/// The chart and its figures to a file, recorded signals from a file: asks for its name and says what was done.
class GridTransfer final : public QObject
{
    Q_OBJECT

public:
    /// Messages belong to `page`.
    GridTransfer(const PageContext &context, const GridChartPane &pane, MessageBar &messages, QWidget *page);

    void exportPng();
    void exportSvg();
    /// What is in view, with all that is needed to trace it.
    void exportCsv();
    /// See grid::readSignalFile. All of it or nothing.
    void importSignals();

Q_SIGNALS:
    void imported();

private:
    void write(const QString &name, const QString &filter, std::function<QByteArray()> bytes);
    void take(const QString &path, const QByteArray &bytes);

    PageContext m_context;
    const GridChartPane &m_pane;
    MessageBar &m_messages;
    QWidget *m_page;
};

} // namespace greenward::ui
