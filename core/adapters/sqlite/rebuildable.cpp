#include "core/adapters/sqlite/rebuildable.h"

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
    return connection.execute(format.probe);
}

} // namespace

Result<Connection> openRebuildable(const std::string &path, const FileFormat &format)
{
    // Made here so that it is private from its first moment; SQLite gives its companions the same mode.
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0) return Unexpected{systemError(errno, path, "open the " + std::string(format.name))};
    ::close(file);
    CORE_TRY(Connection connection, Connection::open(path, Connection::Access::Create));
    CORE_CHECK(connection.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=4000;"
                                  "PRAGMA cache_size=-65536;"));
    CORE_CHECK(checkTables(connection, path, format));
    connection.allowCheckpointOnClose(true);
    return connection;
}

Result<Connection> openRebuildableToRead(const std::string &path, const FileFormat &format)
{
    CORE_TRY(Connection connection, Connection::open(path, Connection::Access::ReadOnly));
    CORE_CHECK(connection.execute("PRAGMA cache_size=-32768;"));
    CORE_TRY(const std::int64_t application, connection.number("PRAGMA application_id"));
    if (application != format.applicationId)
        return fail(ErrorCode::StoreDamaged, path, "is no " + std::string(format.name));
    return connection;
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
