#pragma once

#include "core/base/json_fields.h"
#include "core/units/figure.h"

namespace greenward {

/// A grid figure with its whole provenance, as stored documents keep it (`value_mg_per_kwh`). Reads back as the same
/// value; the error names the member.
Json storedJson(const GridFigure &figure);
Result<GridFigure> storedFigure(const JsonFields &fields);

} // namespace greenward
