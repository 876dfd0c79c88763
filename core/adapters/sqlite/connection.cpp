#include "core/adapters/sqlite/connection.h"

#include "core/adapters/sqlite/checked_pages.h"

#include <cerrno>

#include <sqlite3.h>

namespace greenward::adapters::sqlite {
namespace {

constexpr int kPatienceMs = 5000;

bool meansFull(int systemErrno)
{
    return systemErrno == ENOSPC || systemErrno == EFBIG || systemErrno == EDQUOT;
}

/// SQLite knows ENOSPC only. It keeps the errno of most failures, but not of one in COMMIT: there the thread's own is
/// still what the failed call left.
bool isDiskFull(int code, int keptErrno, int threadErrno)
{
    // A failed flush is one whatever the reason: who knows what it left out. Only a write that was refused is undone.
    if (code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC) return false;
    if ((code & 0xFF) == SQLITE_FULL) return true;
    return (code & 0xFF) == SQLITE_IOERR && (meansFull(keptErrno) || meansFull(threadErrno));
}

ErrorCode codeOf(int code, int systemErrno, int threadErrno)
{
    if (isDiskFull(code, systemErrno, threadErrno)) return ErrorCode::NoSpace;
    switch (code & 0xFF) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::StoreDamaged;
    case SQLITE_CONSTRAINT:
        return ErrorCode::Refused;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Locked;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::NoPermission;
    case SQLITE_CANTOPEN:
        return systemErrno == EACCES || systemErrno == EPERM ? ErrorCode::NoPermission : ErrorCode::IoFailed;
    default:
        return ErrorCode::IoFailed;
    }
}

int openFlags(Connection::Access access)
{
    constexpr int kAlways = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI;
    switch (access) {
    case Connection::Access::Create:
        return kAlways | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Connection::Access::ReadWrite:
        return kAlways | SQLITE_OPEN_READWRITE;
    case Connection::Access::ReadOnly:
        return kAlways | SQLITE_OPEN_READONLY;
    }
    return kAlways | SQLITE_OPEN_READONLY;
}

} // namespace

void CloseDatabase::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

void FinalizeStatement::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Error lastError(sqlite3 *database, int code)
{
    const int threadErrno = errno;
    const char *file = database ? sqlite3_db_filename(database, "main") : nullptr;
    const std::string subject = file && *file ? file : "state store";
    if (!database) return {ErrorCode::IoFailed, subject, sqlite3_errstr(code)};
    // Told as an I/O error, for SQLite knows nothing of our checksums.
    if (const std::uint32_t page = takeRefusedPage(); page != 0 && (code & 0xFF) != SQLITE_OK)
        return {ErrorCode::StoreDamaged, subject, "page " + std::to_string(page) + " does not match its checksum"};
    return {codeOf(code, sqlite3_system_errno(database), threadErrno), subject, sqlite3_errmsg(database)};
}

// ---- Statement

Statement &Statement::bind(int parameter, std::int64_t value)
{
    if (const int code = sqlite3_bind_int64(m_statement.get(), parameter, value)) m_bindProblem = code;
    return *this;
}

Statement &Statement::bind(int parameter, std::string_view text)
{
    // A null pointer would bind NULL, but an empty text is a text.
    const char *data = text.data() ? text.data() : "";
    if (const int code =
            sqlite3_bind_text64(m_statement.get(), parameter, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8))
        m_bindProblem = code;
    return *this;
}

Statement &Statement::bindBlob(int parameter, std::span<const std::byte> bytes)
{
    const void *data = bytes.data() ? static_cast<const void *>(bytes.data()) : "";
    if (const int code = sqlite3_bind_blob64(m_statement.get(), parameter, data, bytes.size(), SQLITE_TRANSIENT))
        m_bindProblem = code;
    return *this;
}

Statement &Statement::bindBlob(int parameter, std::string_view bytes)
{
    return bindBlob(parameter, std::as_bytes(std::span(bytes)));
}

Statement &Statement::bindNull(int parameter)
{
    if (const int code = sqlite3_bind_null(m_statement.get(), parameter)) m_bindProblem = code;
    return *this;
}

Result<bool> Statement::step()
{
    sqlite3 *database = sqlite3_db_handle(m_statement.get());
    if (m_bindProblem) return Unexpected{Error{ErrorCode::Internal, "state store", sqlite3_errstr(m_bindProblem)}};
    errno = 0; // so that what stands there afterwards belongs to this call
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    Error error = lastError(database, code);
    sqlite3_reset(m_statement.get());
    return Unexpected{std::move(error)};
}

Result<void> Statement::run()
{
    for (;;) {
        CORE_TRY(const bool row, step());
        if (!row) break;
    }
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
    m_bindProblem = 0;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string Statement::text(int column) const
{
    return std::string(bytes(column));
}

std::string_view Statement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement.get(), column));
    const int size = sqlite3_column_bytes(m_statement.get(), column);
    return data ? std::string_view(data, static_cast<std::size_t>(size)) : std::string_view{};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

// ---- Connection

Connection::Connection(sqlite3 *database, std::filesystem::path file)
    : m_database(database)
    , m_file(std::move(file))
{}

Result<Connection> Connection::open(const std::filesystem::path &file, Access access)
{
    sqlite3 *database = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &database, openFlags(access), checkedPagesVfs());
    Connection connection(database, file);
    if (code != SQLITE_OK) {
        Error error = lastError(database, code);
        error.subject = file.string();
        return Unexpected{std::move(error)};
    }
    static_cast<void>(takeRefusedPage());
    if (access == Access::Create && isEmptyFile(database)) beginChecked(database);
    sqlite3_busy_timeout(database, kPatienceMs);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    connection.allowCheckpointOnClose(false);
    CORE_CHECK(connection.execute("PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL;"
                                  "PRAGMA temp_store=MEMORY; PRAGMA wal_autocheckpoint=0;"));
    return connection;
}

void Connection::allowCheckpointOnClose(bool allow) const
{
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, allow ? 0 : 1, nullptr);
}

Result<Statement> Connection::prepare(std::string_view sql) const
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(handle(), sql.data(), static_cast<int>(sql.size()), 0, &statement, nullptr);
    if (code != SQLITE_OK) return Unexpected{lastError(handle(), code)};
    return Statement(statement);
}

Result<void> Connection::execute(const char *sql) const
{
    errno = 0;
    const int code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return Unexpected{lastError(handle(), code)};
    return {};
}

Result<std::int64_t> Connection::number(std::string_view sql) const
{
    CORE_TRY(Statement statement, prepare(sql));
    CORE_TRY(const bool row, statement.step());
    return row ? statement.integer(0) : std::int64_t{0};
}

std::int64_t Connection::changes() const
{
    return sqlite3_changes64(handle());
}

std::int64_t Connection::lastRowId() const
{
    return sqlite3_last_insert_rowid(handle());
}

} // namespace greenward::adapters::sqlite
