#pragma once

#include "core/engine/commands.h"
#include "core/engine/energy_desk.h"

namespace greenward::engine {

struct Parts;

/// The command as the message of C-70; its key becomes the measurementId.
bus::EnergyMeasured measurementOf(const RecordEnergy &command, Instant now);

/// bookAt() the engine's desk; what it was computed from is kept as an event of the measurement's topic.
Result<EnergyBooked> bookEnergy(Parts &parts, const bus::EnergyMeasured &measured);

/// The same for what arrives on the bus, where nobody waits for an answer: emissions that happened are not dropped
/// because a name is wrong. An unknown place gets the default intensity; what cannot be booked at all leaves an audit
/// row.
void bookPublished(Parts &parts, const bus::EnergyMeasured &measured);

} // namespace greenward::engine
