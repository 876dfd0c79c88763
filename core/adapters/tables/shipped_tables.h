#pragma once

#include "core/grid/tables.h"
#include "core/placement/estimate.h"
#include "core/placement/region_facts.h"
#include "core/units/backend_spec.h"
#include "core/units/coefficient.h"

#include <vector>

namespace greenward::adapters {

/// The reference data of resources/data, which is compiled into the program: a console must not break because a file
/// is missing. What each number means and where it comes from stands in its own columns.
struct ShippedTables
{
    grid::Tables grid;
    std::vector<BackendSpec> presets; ///< P-06
    std::vector<placement::RegionFacts> regionFacts;
    placement::Coefficients coefficients;
};

/// Parsed anew at each call (a few milliseconds). An error names table, row and column; with the data as shipped there
/// is none, and a test says so.
Result<ShippedTables> shippedTables();

} // namespace greenward::adapters
