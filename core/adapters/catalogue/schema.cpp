#include "core/adapters/catalogue/schema.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace greenward::adapters::catalogue {
namespace {

using sqlite::Connection;

// Keys are blobs: they may be any bytes, and blobs compare as the listing is sorted. `merge` is the number of the scan
// during which a row was last written: a scan never removes what was written after it began.
constexpr const char *kTables = R"sql(
CREATE TABLE place(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE) STRICT; -- without a name: forgotten
CREATE TABLE tenant(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE merge(number INTEGER NOT NULL) STRICT;
INSERT INTO merge VALUES(0);

CREATE TABLE object(
    id INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    tenant INTEGER NOT NULL,
    key BLOB NOT NULL,
    size INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    changed_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    touched_ns INTEGER NOT NULL,
    evidence INTEGER NOT NULL,
    superseded INTEGER NOT NULL,
    merge INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX object_by_key ON object(place, key);
CREATE INDEX object_by_size ON object(place, tenant, size, touched_ns) WHERE superseded = 0;

-- Days since 1970 of the last use. Answers how much is cold, for any threshold, without reading the objects.
CREATE TABLE rollup(
    tenant INTEGER NOT NULL,
    place INTEGER NOT NULL,
    superseded INTEGER NOT NULL,
    day INTEGER NOT NULL,
    objects INTEGER NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY(tenant, place, superseded, day)) WITHOUT ROWID, STRICT;
)sql";

Result<void> createSchema(const Connection &connection)
{
    CORE_CHECK(connection.execute("BEGIN IMMEDIATE"));
    CORE_CHECK(connection.execute(kTables));
    CORE_CHECK(connection.execute(("PRAGMA application_id=" + std::to_string(kApplicationId)).c_str()));
    CORE_CHECK(connection.execute(("PRAGMA user_version=" + std::to_string(kSchemaVersion)).c_str()));
    return connection.execute("COMMIT");
}

Result<void> checkSchema(const Connection &connection, const std::string &path)
{
    CORE_TRY(const std::int64_t application, connection.number("PRAGMA application_id"));
    CORE_TRY(const std::int64_t version, connection.number("PRAGMA user_version"));
    CORE_TRY(const std::int64_t tables, connection.number("SELECT count(*) FROM sqlite_schema"));
    if (application == 0 && version == 0 && tables == 0) return createSchema(connection);
    if (application != kApplicationId) return fail(ErrorCode::StoreDamaged, path, "is not a catalogue");
    if (version > kSchemaVersion)
        return fail(ErrorCode::StoreVersion, path,
                    "was written by a newer Greenward (" + std::to_string(version) + ")");
    CORE_CHECK(connection.number("SELECT number FROM merge"));
    CORE_CHECK(connection.number("SELECT count(*) FROM rollup"));
    return connection.execute("SELECT id FROM object ORDER BY id DESC LIMIT 1");
}

} // namespace

Result<Connection> openWriter(const std::string &path)
{
    // Made here so that it is private from its first moment; SQLite gives its companions the same mode.
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0) return Unexpected{systemError(errno, path, "open the catalogue")};
    ::close(file);
    CORE_TRY(Connection connection, Connection::open(path, Connection::Access::Create));
    CORE_CHECK(connection.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=4000;"
                                  "PRAGMA cache_size=-65536;"));
    CORE_CHECK(checkSchema(connection, path));
    connection.allowCheckpointOnClose(true);
    return connection;
}

Result<Connection> openReader(const std::string &path)
{
    CORE_TRY(Connection connection, Connection::open(path, Connection::Access::ReadOnly));
    CORE_CHECK(connection.execute("PRAGMA cache_size=-32768;"));
    CORE_TRY(const std::int64_t application, connection.number("PRAGMA application_id"));
    if (application != kApplicationId) return fail(ErrorCode::StoreDamaged, path, "is not a catalogue");
    return connection;
}

Result<Connection> openNowhere()
{
    CORE_TRY(Connection connection, Connection::open(":memory:", Connection::Access::Create));
    CORE_CHECK(createSchema(connection));
    return connection;
}

Result<std::string> keepAside(const std::string &path)
{
    constexpr int kMost = 10'000;
    for (int i = 1; i < kMost; ++i) {
        const std::string aside = path + ".damaged-" + std::to_string(i);
        if (::renameat2(AT_FDCWD, path.c_str(), AT_FDCWD, aside.c_str(), RENAME_NOREPLACE) != 0) {
            if (errno == EEXIST) continue;
            return Unexpected{systemError(errno, path, "keep the damaged catalogue aside")};
        }
        for (const char *companion : {"-wal", "-shm"})
            ::rename((path + companion).c_str(), (aside + companion).c_str());
        return aside;
    }
    return fail(ErrorCode::IoFailed, path, "too many damaged catalogues lie beside it");
}

} // namespace greenward::adapters::catalogue
