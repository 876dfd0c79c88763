#pragma once

#include "core/adapters/sqlite/rebuildable.h"

namespace greenward::adapters::catalogue {

/// "GrnC": marks the file as a catalogue in its header.
inline constexpr std::int64_t kApplicationId = 0x47726E43;
inline constexpr std::int64_t kSchemaVersion = 2;

/// The catalogue's tables and how to know them.
const sqlite::FileFormat &format();

} // namespace greenward::adapters::catalogue
