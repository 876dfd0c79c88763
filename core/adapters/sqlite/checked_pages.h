#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

struct sqlite3;

// Every page of a database of ours ends in a checksum, set when SQLite writes the page and compared when it reads it:
// rows, totals, indexes, the schema and the header alike, whatever table comes next. SQLite leaves the last eight bytes
// of each page to us (its "reserved space"). The write-ahead log has checksums of its own (wal_check.h).

namespace greenward::adapters::sqlite {

inline constexpr std::size_t kPageBytes = 4096;
inline constexpr std::size_t kTrailerBytes = 8; ///< page number, then CRC-32C of all before it; little endian

/// The VFS to open databases with. In front of the system's own; registered at the first call. Any thread.
const char *checkedPagesVfs();

bool isEmptyFile(sqlite3 *database);
/// The database file is empty: its pages will be checked. Before anything is written.
void beginChecked(sqlite3 *database);
/// Whether the pages of this file are: those of stores of earlier versions are not. By the file's first page.
bool hasCheckedPages(sqlite3 *database);
/// The whole first page as it lies on the disk, not looked at; nothing when it is shorter or cannot be read.
std::optional<std::string> rawFirstPage(sqlite3 *database);

/// `page` with its trailer.
bool isSoundPage(std::span<const char, kPageBytes> page, std::uint32_t number);

/// The page that was refused last on this thread, for an error to name; 0: none since the last call.
std::uint32_t takeRefusedPage();

/// For VACUUM INTO: the path of a new file whose pages shall be checked, or not, as SQLite takes it.
std::string targetFor(const std::string &path, bool checked);

} // namespace greenward::adapters::sqlite
