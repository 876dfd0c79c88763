#pragma once

#include "core/adapters/sqlite/connection.h"
#include "core/base/clock.h"

namespace greenward::adapters::sqlite {

/// The files of one store. SQLite keeps what is not yet carried over in -wal, and its index in -shm.
struct StoreFiles
{
    std::filesystem::path directory;
    std::filesystem::path database;

    /// Resolves symbolic links of the directory, which SQLite then refuses in the file's path.
    static Result<StoreFiles> in(const std::filesystem::path &directory);
    std::filesystem::path wal() const;
    bool hasLog() const;
};

enum class Presence { Missing, Present };

/// Looks without changing anything: is there a store, is it ours, can this version read it? StoreDamaged (also for a
/// log without its database, and for other files of ours without it: nothing begins anew by itself), StoreVersion, or
/// NoPermission.
Result<Presence> inspect(const StoreFiles &files);

/// Builds an empty store under another name and puts it in place whole; never over an existing file.
Result<void> createFresh(const StoreFiles &files, const std::optional<std::string> &quarantined);

/// The store of an earlier version, without checksums, becomes one with them and of this schema: built beside it, put
/// in its place whole. `connection` is the only one and is closed on the way. Locked: somebody else looks on.
Result<Connection> rebuildChecked(const StoreFiles &files, Connection connection, std::int64_t version);

/// Copies the store, whole and durable, to state.db.schema-<version> beside it, before it is changed for good. A copy
/// of that name is from an upgrade that was interrupted, and is replaced.
Result<std::filesystem::path> copyBeforeUpgrade(const StoreFiles &files, const Connection &connection,
                                                std::int64_t version);

/// Renames the store's files to state.db.damaged-<time>[-wal|-shm] and returns the new name of the database.
Result<std::filesystem::path> setAside(const StoreFiles &files, Instant now);

/// Renames what is there, then an empty store takes its place; answers the database's new name, or nothing if there was
/// none.
Result<std::optional<std::filesystem::path>> beginAnew(const StoreFiles &files, Instant now);
/// The store that is there was put there on purpose.
Result<void> accept(const StoreFiles &files);
/// StoreDamaged, to be answered by either of the two.
Error unaccepted(const StoreFiles &files, const std::string &what);

/// StoreDamaged: the store is not there, and `sign` says that it was.
Error gone(const StoreFiles &files, const std::string &sign);
/// StoreDamaged with the file's path, what is wrong, and what can be done about it.
Error damaged(const StoreFiles &files, const std::string &what);
/// The same for an error of SQLite's, if it means damage; any other is passed on.
Error explained(const StoreFiles &files, const Error &error);

} // namespace greenward::adapters::sqlite
