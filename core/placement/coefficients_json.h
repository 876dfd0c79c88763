#pragma once

#include "core/base/json_fields.h"
#include "core/placement/estimate.h"

namespace greenward::placement {

/// Coefficients with their sources, as stored decisions keep them. Reads back as the same value.
Json storedJson(const Coefficients &coefficients);
Result<Coefficients> storedCoefficients(const JsonFields &fields);

} // namespace greenward::placement
