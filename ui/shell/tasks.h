#pragma once

#include "core/engine/rows.h"
#include "ui/theme/palette.h"

#include <QString>

#include <optional>
#include <vector>

namespace greenward::ui {

/// Long work under way, as the task tray shows it.
struct Task
{
    enum class Kind { Scan, Migration };

    Kind kind = Kind::Scan;
    QString key;                    ///< backend or batch number
    QString title;                  ///< "Scanning brown-hdd"
    QString detail;                 ///< done, rate, time left
    std::optional<double> fraction; ///< 0 to 1; nothing: the total is not known
    QString stateWord;
    Tone tone = Tone::Info;
    bool canCancel = false;

    friend bool operator==(const Task &, const Task &) = default;
};

/// Running or paused, as opposed to waiting for a person or a window.
bool isUnderWay(const engine::BatchRow &batch);
/// Running scans, then running, waiting and paused migrations.
std::vector<Task> tasksOf(const std::vector<engine::ScanRow> &scans, const std::vector<engine::BatchRow> &active);
/// One line for the status strip; empty when there is nothing to do.
QString taskSummary(const std::vector<Task> &tasks);

} // namespace greenward::ui
