#pragma once

#include "core/adapters/sqlite/connection.h"

#include <string>

namespace greenward::adapters::catalogue {

/// "GrnC": marks the file as a catalogue in its header.
inline constexpr std::int64_t kApplicationId = 0x47726E43;
inline constexpr std::int64_t kSchemaVersion = 1;

/// A connection to the catalogue at `path`, with an up-to-date schema. StoreDamaged: it is no catalogue or cannot be
/// read. StoreVersion: written by a newer Greenward.
Result<sqlite::Connection> openWriter(const std::string &path);
Result<sqlite::Connection> openReader(const std::string &path);
/// An empty one in memory.
Result<sqlite::Connection> openNowhere();

/// Renames the file and its companions to "<path>.damaged-<n>" and answers that name.
Result<std::string> keepAside(const std::string &path);

} // namespace greenward::adapters::catalogue
