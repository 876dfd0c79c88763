#pragma once

#include "core/engine/commands.h"

#include <string_view>

namespace greenward::engine {

/// What `usage import` reads: JSON Lines or CSV of records {tenant, amount_g, operation, id, at} or of measurements by
/// the schema of C-70 (see bus::energyMeasuredFromJson); a JSON Lines file may hold both. As a whole or not at all:
/// InvalidInput naming the field, with the line in its detail. `source` and `digest` are left to the caller. Pure.
Result<ImportUsage> readUsageFile(std::string_view text);

} // namespace greenward::engine
