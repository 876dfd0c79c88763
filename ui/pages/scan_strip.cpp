#include "ui/pages/scan_strip.h"

#include "ui/format/quantities.h"
#include "ui/icons/icons.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSet>

namespace greenward::ui {

ScanStrip::ScanStrip(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    hide();
}

void ScanStrip::showScans(const std::vector<engine::ScanRow> &scans)
{
    QSet<QString> running;
    for (const engine::ScanRow &scan : scans) {
        if (!scan.running) continue;
        const QString backend = QString::fromStdString(scan.backend.text());
        running.insert(backend);
        if (!m_lines.contains(backend)) m_lines.insert(backend, makeLine(backend));
        const Line &line = m_lines[backend];
        line.text->setText(tr("Scanning %1: %2, %3, %4/s")
                               .arg(backend, format::objects(scan.objects), format::dataSize(scan.size),
                                    format::objects(static_cast<std::uint64_t>(scan.objectsPerSecond))));
        line.cancel->setVisible(m_cancellable);
    }
    const QStringList known = m_lines.keys();
    for (const QString &backend : known) {
        if (!running.contains(backend)) m_lines.take(backend).widget->deleteLater();
    }
    setVisible(!m_lines.isEmpty());
}

void ScanStrip::setCancellable(bool cancellable)
{
    m_cancellable = cancellable;
}

ScanStrip::Line ScanStrip::makeLine(const QString &backend)
{
    Line line;
    line.widget = new QWidget(this);
    // How many objects there are is not known before the end, so the bar only says that work goes on.
    auto *bar = new QProgressBar(line.widget);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedWidth(fontMetrics().averageCharWidth() * 16);
    line.text = new TextLabel(TextRole::Body, TextLabel::Fit::Elide, line.widget);
    line.text->setObjectName(QStringLiteral("scanProgressLabel"));
    line.cancel = new QPushButton(icon(QStringLiteral("cancel")), tr("Cancel scan"), line.widget);
    line.cancel->setObjectName(QStringLiteral("cancelScanButton"));
    line.cancel->setAccessibleName(tr("Cancel the scan of %1").arg(backend));
    connect(line.cancel, &QPushButton::clicked, this, [this, backend] { Q_EMIT cancelAsked(backend); });
    auto *layout = new QHBoxLayout(line.widget);
    layout->setContentsMargins({});
    layout->addWidget(bar);
    layout->addWidget(line.text, 1);
    layout->addWidget(line.cancel);
    m_layout->addWidget(line.widget);
    return line;
}

} // namespace greenward::ui
