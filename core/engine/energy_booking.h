#pragma once

#include "core/budget/budget_component.h"
#include "core/engine/commands.h"

#include <string>
#include <vector>

namespace greenward::engine {

struct Parts;

/// By what a measured energy becomes carbon, and what is to be said about it.
struct EnergyFactors
{
    GridFigure intensity; ///< of the hour of the measurement, with its provenance
    Pue pue;              ///< 1 when measured at the facility's meter, or nothing better is known
    std::vector<std::string> warnings;
};

struct EnergyBooked
{
    EnergyFactors factors;
    budget::UsageOutcome usage;
};

/// The place is the measurement's region, its backend's, the tenant's, in this order; without any the configured
/// default, labelled (C-15, C-17). The intensity is asked for over the bus (B-34). PUE is the backend's, unless the
/// energy was measured at the facility (C-16). UnknownName, InvalidInput: backend or region.
Result<EnergyFactors> factorsOf(Parts &parts, const bus::EnergyMeasured &measured);

/// The command as the message of C-70; its key becomes the measurementId.
bus::EnergyMeasured measurementOf(const RecordEnergy &command, Instant now);

/// The record that would be booked; moves the tenant's carried part of a microgram on.
Result<store::UsageRecord> usageOf(Parts &parts, const bus::EnergyMeasured &measured);

/// Books the energy as usage: grams = Wh x PUE x g/kWh / 1000, parts of a microgram carried to the tenant's next
/// measurement, so that a billion small operations book what a large one does. A measurementId that was booked before
/// counts nothing. What it was computed from is kept as an event of the measurement's topic.
Result<EnergyBooked> bookEnergy(Parts &parts, const bus::EnergyMeasured &measured);

/// The same for what arrives on the bus, where nobody waits for an answer: emissions that happened are not dropped
/// because a name is wrong. An unknown place gets the default intensity; what cannot be booked at all leaves an audit
/// row.
void bookPublished(Parts &parts, const bus::EnergyMeasured &measured);

} // namespace greenward::engine
