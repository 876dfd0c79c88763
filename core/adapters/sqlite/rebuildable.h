#pragma once

#include "core/adapters/sqlite/connection.h"

#include <string>

// Databases whose content can be had again from elsewhere: the catalogue by scanning, the grid series by asking. They
// use synchronous=NORMAL (a power cut may cost the last seconds, never the file), and a damaged one is kept aside and
// begun anew, which is told wherever the program can. Their pages end in checksums as those of state.db do, which is
// none of them.

namespace greenward::adapters::sqlite {

struct FileFormat
{
    std::string_view name;          ///< for people: "catalogue"
    std::int64_t applicationId = 0; ///< marks the file in its header
    std::int64_t version = 0;       ///< of the tables
    const char *tables = nullptr;   ///< statements that make them
    const char *probe = nullptr;    ///< statements that fail when they are not all there
    const char *upgrade = nullptr;  ///< statements that make these tables of those of the version before
};

/// Opens or creates the file (mode 0600, never through a link). StoreDamaged: it is something else or cannot be read.
/// StoreVersion: written by a newer Greenward.
Result<Connection> openRebuildable(const std::string &path, const FileFormat &format);
Result<Connection> openRebuildableToRead(const std::string &path, const FileFormat &format);
/// Reads the whole file, if there is one: StoreDamaged, with how to have its content again (`again`: "scan the
/// backends").
Result<void> checkRebuildable(const std::string &path, std::string_view again);
/// An empty one in memory.
Result<Connection> openNowhere(const FileFormat &format);
/// Renames the file and its companions to "<path>.damaged-<n>" and answers that name.
Result<std::string> keepAside(const std::string &path);

} // namespace greenward::adapters::sqlite
