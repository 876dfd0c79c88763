#pragma once

#include "core/budget/budget_component.h"
#include "core/grid/grid_component.h"
#include "core/placement/placement_component.h"
#include "core/units/energy.h"

#include <map>
#include <string>
#include <vector>

namespace greenward::engine {

/// Parts of a microgram that a tenant's next measurement carries on, also in a later process: each is a document in the
/// store, written with the usage it was left over from.
using Meters = std::map<TenantId, EmissionMeter>;
Result<Meters> loadMeters(const store::StateStore &store);
store::DocumentWrite meterWrite(const TenantId &tenant, const EmissionMeter &meter);

/// What turns measured energy into booked carbon: the parts of an engine, or those of a replay. Outlived by them.
struct EnergyDesk
{
    bus::Bus &bus;
    const grid::GridComponent &grid;
    const placement::PlacementComponent &placement;
    budget::BudgetComponent &budgets;
    Meters &meters;
};

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
Result<EnergyFactors> factorsOf(const EnergyDesk &desk, const bus::EnergyMeasured &measured);

/// The record that would be booked; moves the tenant's carried part of a microgram on in `desk.meters` only.
Result<store::UsageRecord> usageOf(const EnergyDesk &desk, const bus::EnergyMeasured &measured);

/// Books the energy as usage: grams = Wh x PUE x g/kWh / 1000, parts of a microgram carried to the tenant's next
/// measurement, so that a billion small operations book what a large one does. A measurementId that was booked before
/// counts nothing. `factors` are those factorsOf() gave.
Result<EnergyBooked> bookAt(const EnergyDesk &desk, const bus::EnergyMeasured &measured, EnergyFactors factors);

} // namespace greenward::engine
