#include "core/adapters/sqlite/schema.h"

namespace greenward::adapters::sqlite {
namespace {

// Amounts are micrograms (ug), times milliseconds since 1970, hours whole hours since 1970. Object keys are blobs: they
// may be any bytes. Names that occur in many rows are interned once.
constexpr const char *kTables = R"sql(
CREATE TABLE meta(
    key TEXT PRIMARY KEY,
    value ANY NOT NULL) WITHOUT ROWID, STRICT;

CREATE TABLE document(
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY(collection, id)) STRICT;

CREATE TABLE tenant(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE operation(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE place(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT; -- storage backends

-- The ledger: packed records (usage_codec.h), one row per flush. Every other usage figure is derived from it.
CREATE TABLE usage_batch(
    first_seq INTEGER PRIMARY KEY,
    n INTEGER NOT NULL CHECK(n > 0),
    crc INTEGER NOT NULL,
    recs BLOB NOT NULL CHECK(length(recs) = n * 48)) STRICT;
CREATE TABLE usage_key(
    hash BLOB PRIMARY KEY CHECK(length(hash) = 16),
    seq INTEGER NOT NULL) WITHOUT ROWID, STRICT;
CREATE TABLE usage_hour(
    tenant INTEGER NOT NULL REFERENCES tenant,
    hour INTEGER NOT NULL,
    op INTEGER NOT NULL REFERENCES operation,
    quality INTEGER NOT NULL,
    ug INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY(tenant, hour, op, quality)) WITHOUT ROWID, STRICT;
CREATE INDEX usage_hour_by_hour ON usage_hour(hour);

CREATE TABLE move(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch INTEGER NOT NULL,
    tenant INTEGER NOT NULL REFERENCES tenant,
    source INTEGER NOT NULL REFERENCES place,
    target INTEGER NOT NULL REFERENCES place,
    key BLOB NOT NULL,
    size INTEGER NOT NULL CHECK(size >= 0),
    modified_ns INTEGER NOT NULL,
    changed_ns INTEGER NOT NULL,
    inode INTEGER NOT NULL,
    state INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    sha256 BLOB CHECK(sha256 IS NULL OR length(sha256) = 32),
    not_before INTEGER,
    reason TEXT NOT NULL,
    changed_at INTEGER NOT NULL) STRICT;
-- States from 100 on are closed (codes.h): an object is in at most one open batch.
CREATE UNIQUE INDEX move_open ON move(source, key) WHERE state < 100;
CREATE INDEX move_by_batch ON move(batch, state, id, not_before);
CREATE INDEX move_by_state ON move(state, id, not_before);

-- Counted as rows change, so that the progress of a batch of a million objects is a handful of rows.
CREATE TABLE move_total(
    batch INTEGER NOT NULL,
    state INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES place,
    objects INTEGER NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY(batch, state, source)) WITHOUT ROWID, STRICT;
CREATE TRIGGER move_added AFTER INSERT ON move BEGIN
    INSERT INTO move_total VALUES(new.batch, new.state, new.source, 1, new.size)
        ON CONFLICT DO UPDATE SET objects = objects + 1, size = size + new.size;
END;
CREATE TRIGGER move_changed AFTER UPDATE OF state ON move WHEN new.state <> old.state BEGIN
    UPDATE move_total SET objects = objects - 1, size = size - old.size
        WHERE batch = old.batch AND state = old.state AND source = old.source;
    INSERT INTO move_total VALUES(new.batch, new.state, new.source, 1, new.size)
        ON CONFLICT DO UPDATE SET objects = objects + 1, size = size + new.size;
END;

-- (source, key): where the object was first seen. target: where it lies now, however often it went on from there.
CREATE TABLE placement(
    source INTEGER NOT NULL REFERENCES place,
    key BLOB NOT NULL,
    target INTEGER NOT NULL REFERENCES place,
    tenant INTEGER NOT NULL REFERENCES tenant,
    size INTEGER NOT NULL,
    sha256 BLOB NOT NULL CHECK(length(sha256) = 32),
    batch INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY(source, key)) STRICT;
CREATE INDEX placement_by_target ON placement(target, key);

CREATE TABLE audit(
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    hash BLOB NOT NULL CHECK(length(hash) = 32)) STRICT;
CREATE TRIGGER audit_keeps_rows BEFORE UPDATE ON audit BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_keeps_all BEFORE DELETE ON audit BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE TABLE event(
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    topic TEXT NOT NULL,
    subject TEXT NOT NULL,
    json TEXT NOT NULL) STRICT;
)sql";

// Since version 2. `start` and `end` are hours since 1970; `seq` is the number of the first record that came too late.
constexpr const char *kPeriodTable = R"sql(
CREATE TABLE period_closed(
    tenant INTEGER NOT NULL REFERENCES tenant,
    kind INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL CHECK(end > start),
    used_ug INTEGER NOT NULL,
    n INTEGER NOT NULL CHECK(n > 0),
    limit_ug INTEGER,
    peak INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    reconstructed INTEGER NOT NULL,
    PRIMARY KEY(tenant, kind, start)) WITHOUT ROWID, STRICT;
CREATE INDEX period_closed_by_tenant ON period_closed(tenant, end);
CREATE INDEX period_closed_by_end ON period_closed(end);
CREATE TRIGGER period_closed_keeps_rows BEFORE UPDATE ON period_closed BEGIN
    SELECT RAISE(ABORT, 'closed periods never change');
END;
CREATE TRIGGER period_closed_keeps_all BEFORE DELETE ON period_closed BEGIN
    SELECT RAISE(ABORT, 'closed periods never change');
END;
)sql";

// SQLite's random numbers are the system's.
constexpr const char *kNewId = "INSERT INTO meta VALUES('store_id', lower(hex(randomblob(16))))";

// Since version kFreedSince. An object that takes less of its disk than its size has a row; totals count what is freed.
constexpr const char *kFreedTable = R"sql(
CREATE TABLE IF NOT EXISTS move_freed(
    move INTEGER PRIMARY KEY REFERENCES move,
    freed INTEGER NOT NULL CHECK(freed >= 0)) STRICT;
CREATE TRIGGER IF NOT EXISTS move_freed_added AFTER INSERT ON move_freed BEGIN
    UPDATE move_total SET size = size + new.freed - (SELECT size FROM move WHERE id = new.move)
        WHERE (batch, state, source) = (SELECT batch, state, source FROM move WHERE id = new.move);
END;
DROP TRIGGER move_changed;
CREATE TRIGGER move_changed AFTER UPDATE OF state ON move WHEN new.state <> old.state BEGIN
    UPDATE move_total SET objects = objects - 1,
        size = size - coalesce((SELECT freed FROM move_freed WHERE move = old.id), old.size)
        WHERE batch = old.batch AND state = old.state AND source = old.source;
    INSERT INTO move_total VALUES(new.batch, new.state, new.source, 1,
                                  coalesce((SELECT freed FROM move_freed WHERE move = new.id), new.size))
        ON CONFLICT DO UPDATE SET objects = objects + 1, size = size + excluded.size;
END;
)sql";

Result<void> setVersion(const Connection &connection)
{
    return connection.execute(("PRAGMA user_version=" + std::to_string(kSchemaVersion)).c_str());
}

Result<std::optional<Statement>> metaRow(const Connection &connection, std::string_view key)
{
    CORE_TRY(Statement statement, connection.prepare("SELECT value FROM meta WHERE key = ?"));
    statement.bind(1, key);
    CORE_TRY(const bool found, statement.step());
    if (!found) return std::optional<Statement>{};
    return std::optional<Statement>(std::move(statement));
}

constexpr std::string_view kSetMeta = "INSERT INTO meta VALUES(?, ?) ON CONFLICT DO UPDATE SET value = excluded.value";

} // namespace

Result<void> createSchema(const Connection &connection)
{
    CORE_CHECK(connection.execute("BEGIN IMMEDIATE"));
    CORE_CHECK(connection.execute(kTables));
    CORE_CHECK(connection.execute(kPeriodTable));
    CORE_CHECK(connection.execute(kNewId));
    CORE_CHECK(connection.execute(kFreedTable));
    CORE_CHECK(connection.execute(("PRAGMA application_id=" + std::to_string(kApplicationId)).c_str()));
    CORE_CHECK(setVersion(connection));
    CORE_CHECK(setMeta(connection, kMetaClean, 1));
    return connection.execute("COMMIT");
}

Result<void> migrateSchema(const Connection &connection, std::int64_t from)
{
    if (from >= kSchemaVersion) return {};
    CORE_CHECK(connection.execute("BEGIN IMMEDIATE"));
    const auto migrate = [&]() -> Result<void> {
        if (from < 2) CORE_CHECK(connection.execute(kPeriodTable));
        if (from < 3) CORE_CHECK(connection.execute(kNewId));
        if (from < kFreedSince) CORE_CHECK(connection.execute(kFreedTable));
        CORE_CHECK(setVersion(connection));
        return connection.execute("COMMIT");
    };
    auto migrated = migrate();
    // Undoing what was not committed cannot make it worse; the error is the first one.
    if (!migrated) static_cast<void>(connection.execute("ROLLBACK"));
    return migrated;
}

Result<std::optional<std::int64_t>> metaNumber(const Connection &connection, std::string_view key)
{
    CORE_TRY(const auto row, metaRow(connection, key));
    return row ? std::optional(row->integer(0)) : std::nullopt;
}

Result<std::optional<std::string>> metaBytes(const Connection &connection, std::string_view key)
{
    CORE_TRY(const auto row, metaRow(connection, key));
    return row ? std::optional(row->text(0)) : std::nullopt;
}

Result<void> setMeta(const Connection &connection, std::string_view key, std::int64_t value)
{
    CORE_TRY(Statement statement, connection.prepare(kSetMeta));
    return statement.bind(1, key).bind(2, value).run();
}

Result<void> setMeta(const Connection &connection, std::string_view key, std::string_view text)
{
    CORE_TRY(Statement statement, connection.prepare(kSetMeta));
    return statement.bind(1, key).bind(2, text).run();
}

} // namespace greenward::adapters::sqlite
