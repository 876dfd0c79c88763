#pragma once

#include "core/adapters/sqlite/connection.h"

namespace greenward::adapters::sqlite {

/// Reads the file whole: every page that is in use against its checksum, every index against its table, every
/// reference. `connection` must be new, or pages it remembers would be taken for those on the disk. StoreDamaged naming
/// the page and the tables that lose rows by it, or what SQLite found. Pages that hold nothing are not looked at: what
/// turned in them changes no figure.
Result<void> checkWholeFile(const Connection &connection);

/// What is cheap: structure and pages, not indexes.
Result<void> quickCheck(const Connection &connection);

} // namespace greenward::adapters::sqlite
