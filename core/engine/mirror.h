#pragma once

#include "core/units/ids.h"

namespace greenward::engine {

struct Parts;

/// Storage pauses batches by itself (full target, budget, too many failures) and goes on with them: the batch's head
/// follows, and the change feed learns of it. On the engine thread, whenever storage says the batch changed.
void followBatch(Parts &parts, BatchId batch);
/// Reservations live as long as the process: at start what approved batches have yet to emit is set aside again
/// (C-48).
void setAsideForApproved(Parts &parts);

} // namespace greenward::engine
