#include "core/engine/mirror.h"

#include "core/engine/parts.h"

#include <algorithm>

namespace greenward::engine {

void followBatch(Parts &parts, BatchId batch)
{
    parts.ports.changes->mark(Area::Batches, std::to_string(number(batch)));
    const auto progress = parts.storage.batch(batch);
    const auto head = parts.tiering.batch(batch);
    if (!progress || !head) return;
    if (progress->phase == storage::BatchPhase::Ended)
        static_cast<void>(parts.tiering.noteSettled(batch)); // or at start
    const bool paused = progress->phase == storage::BatchPhase::Paused;
    const bool working =
        progress->phase == storage::BatchPhase::Running || progress->phase == storage::BatchPhase::Waiting;
    const bool known = head->state == tiering::BatchState::Paused && head->reason == progress->why;
    // If the note cannot be written the head lags behind until storage speaks again; the moves themselves do not.
    if ((paused && !known) || (working && head->state == tiering::BatchState::Paused))
        static_cast<void>(parts.tiering.notePaused(batch, paused, progress->why));
}

void setAsideForApproved(Parts &parts)
{
    for (const tiering::BatchHead &head : parts.tiering.batches()) {
        const bool willSpend = isOpen(head.state) && head.state != tiering::BatchState::Planned;
        if (!willSpend || !parts.tiering.policyOf(head.tenant).respectBudget) continue;
        const auto progress = parts.storage.batch(head.id);
        const GramsCO2e left = head.figures.ownCost - (progress ? progress->booked : GramsCO2e{});
        // Approved is approved: it counts also where by now it would not fit any more.
        parts.reservations.insert_or_assign(head.id,
                                            parts.budgets.hold(head.tenant, std::max(left, GramsCO2e{}), "migration"));
    }
}

} // namespace greenward::engine
