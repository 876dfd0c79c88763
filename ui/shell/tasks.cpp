#include "ui/shell/tasks.h"

#include "ui/format/quantities.h"
#include "ui/format/times.h"
#include "ui/format/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace greenward::ui {
namespace {

struct Tasks
{
    Q_DECLARE_TR_FUNCTIONS(Tasks)
};

Task scanTask(const engine::ScanRow &scan)
{
    Task task;
    task.kind = Task::Kind::Scan;
    task.key = QString::fromStdString(scan.backend.text());
    task.title = Tasks::tr("Scanning %1").arg(format::plain(scan.backend.text()));
    QStringList parts{Tasks::tr("%1, %2").arg(format::objects(scan.objects), format::dataSize(scan.size))};
    if (scan.objectsPerSecond > 0)
        parts << Tasks::tr("%1/s").arg(
            format::objects(static_cast<std::uint64_t>(std::llround(scan.objectsPerSecond))));
    task.detail = parts.join(QStringLiteral(" · "));
    task.stateWord = format::scanSign(scan).word;
    task.canCancel = true;
    return task;
}

Task migrationTask(const engine::BatchRow &batch)
{
    Task task;
    task.kind = Task::Kind::Migration;
    task.key = QString::number(number(batch.id));
    task.title = Tasks::tr("Batch %1: %2 to %3")
                     .arg(QString::number(number(batch.id)), format::plain(batch.tenant.text()),
                          format::plain(batch.target.text()));
    const std::uint64_t settled = batch.moved + batch.failed + batch.skipped;
    if (batch.figures.objects > 0)
        task.fraction = static_cast<double>(settled) / static_cast<double>(batch.figures.objects);
    QStringList parts{Tasks::tr("%1 of %2").arg(format::count(settled), format::objects(batch.figures.objects))};
    if (batch.failed > 0) parts << Tasks::tr("%1 failed").arg(format::count(batch.failed));
    if (batch.bytesPerSecond > 0) parts << format::byteRate(batch.bytesPerSecond);
    if (batch.eta) parts << Tasks::tr("%1 left").arg(format::duration(*batch.eta));
    if (!batch.stateReason.empty()) parts << format::plain(batch.stateReason);
    task.detail = parts.join(QStringLiteral(" · "));
    const format::Sign sign = format::batchSign(batch.state);
    task.stateWord = sign.word;
    task.tone = sign.tone;
    task.canCancel = true;
    return task;
}

} // namespace

bool isUnderWay(const engine::BatchRow &batch)
{
    return batch.state == "running" || batch.state == "paused";
}

std::vector<Task> tasksOf(const std::vector<engine::ScanRow> &scans, const std::vector<engine::BatchRow> &active)
{
    std::vector<Task> tasks;
    for (const engine::ScanRow &scan : scans)
        if (scan.running) tasks.push_back(scanTask(scan));
    for (const engine::BatchRow &batch : active)
        tasks.push_back(migrationTask(batch));
    return tasks;
}

QString taskSummary(const std::vector<Task> &tasks)
{
    if (tasks.empty()) return {};
    if (tasks.size() == 1) return Tasks::tr("%1: %2").arg(tasks.front().title, tasks.front().detail);
    return Tasks::tr("%n tasks under way", nullptr, static_cast<int>(tasks.size()));
}

} // namespace greenward::ui
