#include "core/adapters/sqlite/rebuildable.h"

#include "core/adapters/sqlite/checked_pages.h"
#include "core/adapters/sqlite/file_check.h"
#include "core/adapters/sqlite/rebuild.h"
#include "core/adapters/sqlite/wal_check.h"

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace greenward::adapters::sqlite {
namespace {

Result<void> createTables(const Connection &connection, const FileFormat &format)
{
    CORE_CHECK(connection.execute("BEGIN IMMEDIATE"));
    CORE_CHECK(connection.execute(format.tables));
    CORE_CHECK(connection.execute(("PRAGMA application_id=" + std::to_string(format.applicationId)).c_str()));
    CORE_CHECK(connection.execute(("PRAGMA user_version=" + std::to_string(format.version)).c_str()));
    return connection.execute("COMMIT");
}

/// All or nothing: a file that could not be upgraded is as it was.
Result<void> upgradeTables(const Connection &connection, const FileFormat &format)
{
    CORE_CHECK(connection.execute("BEGIN IMMEDIATE"));
    const auto upgrade = [&]() -> Result<void> {
        CORE_CHECK(connection.execute(format.upgrade));
        CORE_CHECK(connection.execute(("PRAGMA user_version=" + std::to_string(format.version)).c_str()));
        return connection.execute("COMMIT");
    };
    auto upgraded = upgrade();
    if (!upgraded) static_cast<void>(connection.execute("ROLLBACK"));
    return upgraded;
}

Result<void> checkTables(const Connection &connection, const std::string &path, const FileFormat &format)
{
    CORE_TRY(const std::int64_t application, connection.number("PRAGMA application_id"));
    CORE_TRY(const std::int64_t version, connection.number("PRAGMA user_version"));
    CORE_TRY(const std::int64_t tables, connection.number("SELECT count(*) FROM sqlite_schema"));
    if (application == 0 && version == 0 && tables == 0) return createTables(connection, format);
    if (application != format.applicationId)
        return fail(ErrorCode::StoreDamaged, path, "is no " + std::string(format.name));
    if (version > format.version)
        return fail(ErrorCode::StoreVersion, path,
                    "was written by a newer Greenward (" + std::to_string(version) + ")");
    if (version == format.version - 1 && format.upgrade) CORE_CHECK(upgradeTables(connection, format));
    return connection.execute(format.probe);
}

/// The field of the header that says whether pages end in checksums may itself have been damaged.
Result<void> checkMark(const Connection &connection, const std::string &path)
{
    constexpr std::size_t kReservedAt = 20;
    if (hasCheckedPages(connection.handle())) return {};
    auto page = rawFirstPage(connection.handle());
    if (!page) return {};
    (*page)[kReservedAt] = char{kTrailerBytes};
    if (!isSoundPage(std::span<const char, kPageBytes>(page->data(), kPageBytes), 1)) return {};
    return fail(ErrorCode::StoreDamaged, path, "its first page does not match its checksum");
}

/// A file of an earlier version becomes one with checksums: built beside it, then put in its place whole.
Result<Connection> withChecksums(Connection connection, const std::string &path)
{
    const std::string draft = path + ".new";
    for (const char *ending : {"", "-wal", "-shm", "-journal"})
        ::unlink((draft + ending).c_str());
    CORE_CHECK(copyChecked(connection, draft));
    ::chmod(draft.c_str(), 0600);
    CORE_CHECK(letGo(std::move(connection), path));
    if (::rename(draft.c_str(), path.c_str()) != 0)
        return Unexpected{systemError(errno, path, "cannot put it in place")};
    return Connection::open(path, Connection::Access::ReadWrite);
}

/// As every connection that writes here works.
Result<void> setUp(const Connection &connection)
{
    return connection.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=4000;"
                              "PRAGMA cache_size=-65536;");
}

} // namespace

Result<Connection> openRebuildable(const std::string &path, const FileFormat &format)
{
    // Made here so that it is private from its first moment; SQLite gives its companions the same mode.
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0) return Unexpected{systemError(errno, path, "open the " + std::string(format.name))};
    ::close(file);
    CORE_CHECK(checkLog(path + "-wal", Synced::No));
    CORE_TRY(Connection connection, Connection::open(path, Connection::Access::Create));
    CORE_CHECK(checkMark(connection, path));
    CORE_CHECK(setUp(connection));
    CORE_CHECK(checkTables(connection, path, format));
    if (hasCheckedPages(connection.handle())) {
        connection.allowCheckpointOnClose(true);
        return connection;
    }
    CORE_TRY(Connection checked, withChecksums(std::move(connection), path));
    CORE_CHECK(setUp(checked));
    checked.allowCheckpointOnClose(true);
    return checked;
}

Result<Connection> openRebuildableToRead(const std::string &path, const FileFormat &format)
{
    CORE_TRY(Connection connection, Connection::open(path, Connection::Access::ReadOnly));
    CORE_CHECK(checkMark(connection, path));
    CORE_CHECK(connection.execute("PRAGMA cache_size=-32768;"));
    CORE_TRY(const std::int64_t application, connection.number("PRAGMA application_id"));
    if (application != format.applicationId)
        return fail(ErrorCode::StoreDamaged, path, "is no " + std::string(format.name));
    CORE_TRY(const std::int64_t version, connection.number("PRAGMA user_version"));
    if (version != format.version)
        return fail(ErrorCode::StoreVersion, path,
                    "is of version " + std::to_string(version) + " and not " + std::to_string(format.version) +
                        "; open it once to write, which upgrades it");
    return connection;
}

Result<void> checkRebuildable(const std::string &path, std::string_view again)
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0 && errno == ENOENT) return {};
    const auto check = [&]() -> Result<void> {
        CORE_CHECK(checkLog(path + "-wal", Synced::No));
        CORE_TRY(const Connection connection, Connection::open(path, Connection::Access::ReadOnly));
        CORE_CHECK(checkMark(connection, path));
        return checkWholeFile(connection);
    };
    auto checked = check();
    if (checked || checked.error().code != ErrorCode::StoreDamaged) return checked;
    return fail(ErrorCode::StoreDamaged, path,
                checked.error().detail + "; what is in it can be had again: move it away, then " + std::string(again));
}

Result<Connection> openNowhere(const FileFormat &format)
{
    CORE_TRY(Connection connection, Connection::open(":memory:", Connection::Access::Create));
    CORE_CHECK(createTables(connection, format));
    return connection;
}

Result<std::string> keepAside(const std::string &path)
{
    constexpr int kMost = 10'000;
    for (int i = 1; i < kMost; ++i) {
        const std::string aside = path + ".damaged-" + std::to_string(i);
        if (::renameat2(AT_FDCWD, path.c_str(), AT_FDCWD, aside.c_str(), RENAME_NOREPLACE) != 0) {
            if (errno == EEXIST) continue;
            return Unexpected{systemError(errno, path, "keep the damaged file aside")};
        }
        for (const char *companion : {"-wal", "-shm"})
            ::rename((path + companion).c_str(), (aside + companion).c_str());
        return aside;
    }
    return fail(ErrorCode::IoFailed, path, "too many damaged ones lie beside it");
}

} // namespace greenward::adapters::sqlite
