#include "core/storage/move_progress.h"
#include "core/storage/scan_row.h"

namespace greenward::storage {

std::string_view scanStateName(ScanState state)
{
    switch (state) {
    case ScanState::Running:
        return "running";
    case ScanState::Finished:
        return "finished";
    case ScanState::Cancelled:
        return "cancelled";
    case ScanState::Failed:
        return "failed";
    }
    return "failed";
}

std::string_view batchPhaseName(BatchPhase phase)
{
    switch (phase) {
    case BatchPhase::Running:
        return "running";
    case BatchPhase::Paused:
        return "paused";
    case BatchPhase::Waiting:
        return "waiting";
    case BatchPhase::Cancelling:
        return "cancelling";
    case BatchPhase::Ended:
        return "ended";
    }
    return "ended";
}

} // namespace greenward::storage
