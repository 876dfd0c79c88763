#include "ui/pages/grid/grid_transfer.h"

#include "ui/charts/intensity_chart.h"
#include "ui/pages/grid/grid_chart_pane.h"
#include "ui/pages/grid/grid_lines.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/services.h"
#include "ui/widgets/message_bar.h"

#include <QFileInfo>

#include <utility>

namespace greenward::ui {

GridTransfer::GridTransfer(const PageContext &context, const GridChartPane &pane, MessageBar &messages, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_pane(pane)
    , m_messages(messages)
    , m_page(page)
{}

void GridTransfer::exportPng()
{
    write(QStringLiteral("grid.png"), tr("PNG picture (*.png)"), [this] { return m_pane.chart().png(); });
}

void GridTransfer::exportSvg()
{
    write(QStringLiteral("grid.svg"), tr("SVG drawing (*.svg)"), [this] { return m_pane.chart().svg(); });
}

void GridTransfer::exportCsv()
{
    write(QStringLiteral("grid.csv"), tr("CSV table (*.csv)"), [this] {
        const TimeRange &range = m_pane.chart().range();
        return gridCsv(m_pane.pictures(), range.from(), range.to());
    });
}

void GridTransfer::write(const QString &name, const QString &filter, std::function<QByteArray()> bytes)
{
    m_context.prompter.askSaveFile(
        m_page, tr("Export"), name, filter, [this, bytes = std::move(bytes)](const QString &path) {
            m_context.services.writeFile(path, bytes(), [this, path](const Result<void> &written) {
                if (written)
                    m_messages.show(Tone::Good, tr("Written to %1.").arg(path));
                else
                    m_messages.showError(written.error());
            });
        });
}

void GridTransfer::importSignals()
{
    m_context.prompter.askOpenFile(m_page, tr("Import recorded signals"), tr("Signals (*.csv *.json *.jsonl)"),
                                   [this](const QString &path) {
                                       m_context.services.readFile(path, [this, path](const Result<QByteArray> &bytes) {
                                           if (!bytes) return m_messages.showError(bytes.error());
                                           take(path, *bytes);
                                       });
                                   });
}

void GridTransfer::take(const QString &path, const QByteArray &bytes)
{
    auto series = grid::readSignalFile(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    if (!series) return m_messages.showError(series.error());
    const QString name = QFileInfo(path).fileName();
    m_context.client.submit(engine::ImportSignals{*std::move(series), name.toStdString()}, this,
                            [this, name](const Result<engine::Outcome> &outcome) {
                                if (!outcome) return m_messages.showError(outcome.error());
                                const int count = static_cast<int>(outcome->imported);
                                m_messages.show(Tone::Good,
                                                tr("%n value(s) of %1 are new or changed.", nullptr, count).arg(name));
                                Q_EMIT imported();
                            });
}

} // namespace greenward::ui
