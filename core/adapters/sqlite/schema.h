#pragma once

#include "core/adapters/sqlite/connection.h"

namespace greenward::adapters::sqlite {

/// "GrnW": marks the file as ours in its header.
inline constexpr std::int64_t kApplicationId = 0x47726E57;
/// Grows with every change of the tables below; a file with a larger number is left alone.
inline constexpr std::int64_t kSchemaVersion = 3;
/// Since this one every page ends in a checksum (checked_pages.h).
inline constexpr std::int64_t kCheckedSince = 3;
/// Since this one the freed size of a move is kept where it is not its size.
inline constexpr std::int64_t kFreedSince = 3;

/// Writes the whole schema, application id and version into an empty database, in one transaction.
Result<void> createSchema(const Connection &connection);

/// Brings an older store to this schema, in one transaction: after it, or after any failure, the file is whole. Version
/// 2 added table period_closed, version 3 the checksums of pages (which the copy that is migrated has already), what
/// tells a store from another and from older copies of itself, and table move_freed.
Result<void> migrateSchema(const Connection &connection, std::int64_t from);

/// A value of table meta, if it is there.
Result<std::optional<std::int64_t>> metaNumber(const Connection &connection, std::string_view key);
Result<std::optional<std::string>> metaBytes(const Connection &connection, std::string_view key);
Result<void> setMeta(const Connection &connection, std::string_view key, std::int64_t value);
Result<void> setMeta(const Connection &connection, std::string_view key, std::string_view text);

inline constexpr std::string_view kMetaClean = "clean";             ///< 1: closed in good order, 0: in use or crashed
inline constexpr std::string_view kMetaAuditHead = "audit_head";    ///< hash of the last audit row, 32 bytes
inline constexpr std::string_view kMetaAuditRows = "audit_rows";    ///< its number
inline constexpr std::string_view kMetaStoreId = "store_id";        ///< random, from its birth
inline constexpr std::string_view kMetaOpened = "opened";           ///< how often for writing
inline constexpr std::string_view kMetaQuarantined = "quarantined"; ///< the damaged file this store stands in for

} // namespace greenward::adapters::sqlite
