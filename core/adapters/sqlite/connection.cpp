#include "core/adapters/sqlite/connection.h"

#include "core/adapters/sqlite/checked_pages.h"

#include <cerrno>
#include <system_error>

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

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

/// The index of the log is made of whole pages; SQLite tells neither that there was no room for it, nor that the disk
/// cannot be written, as anything but an I/O error.
constexpr std::uint64_t kLeastRoom = 65'536;

struct Volume
{
    bool isReadOnly = false;
    bool isFull = false;
};

Volume volumeOf(const std::filesystem::path &file)
{
    struct statvfs status = {};
    if (::statvfs(file.parent_path().c_str(), &status) != 0) return {};
    return {(status.f_flag & ST_RDONLY) != 0,
            std::uint64_t{status.f_bavail} * std::uint64_t{status.f_frsize} < kLeastRoom};
}

bool isAboutFiles(int code)
{
    if (code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC) return false; // says nothing but that
    const int kind = code & 0xFF;
    return kind == SQLITE_IOERR || kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY;
}

bool isAboutIndex(int code)
{
    return code == SQLITE_IOERR_SHMSIZE || code == SQLITE_IOERR_SHMOPEN || code == SQLITE_IOERR_SHMMAP ||
           code == SQLITE_CANTOPEN;
}

/// In words that say what can be done about it.
Error explained(Error error, int code, int systemErrno)
{
    const std::filesystem::path file = error.subject;
    if (file.is_relative()) return error;
    const Volume volume = volumeOf(file);
    const std::string directory = file.parent_path().string();
    if (isAboutFiles(code) && volume.isReadOnly && error.code != ErrorCode::StoreDamaged) {
        error.code = ErrorCode::ReadOnly;
        error.detail = directory +
                       " lies on a file system that is mounted read-only; mount it to be written, or look at "
                       "it with --read-only";
    } else if (error.code == ErrorCode::NoSpace || (isAboutIndex(code) && volume.isFull)) {
        error.code = ErrorCode::NoSpace;
        error.detail = "the disk is full: make room on the file system of " + directory;
    } else if (isAboutFiles(code) && systemErrno != 0) {
        error.detail += ": " + std::generic_category().message(systemErrno);
    }
    return error;
}

/// As SQLite wants it in a URI.
std::string uriOf(const std::filesystem::path &file)
{
    std::string text = "file:";
    for (const char c : file.string()) {
        if (c == '%' || c == '?' || c == '#')
            text += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
        else
            text.push_back(c);
    }
    return text + "?immutable=1";
}

/// Where nothing can be written there is no index of the log either, and without one SQLite reads only what it is told
/// not to change. That leaves out a log, so there must be none.
Result<std::string> nameToOpen(const std::filesystem::path &file, Connection::Access access)
{
    if (access != Connection::Access::ReadOnly || !volumeOf(file).isReadOnly) return file.string();
    std::filesystem::path log = file;
    log += "-wal";
    struct stat status = {};
    if (::stat(log.c_str(), &status) != 0 || status.st_size == 0) return uriOf(file);
    return fail(ErrorCode::ReadOnly, file.string(),
                "was not closed in order, and what was written last can only be read where files can be made: copy its "
                "directory to another file system and look there");
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
    const int systemErrno = sqlite3_system_errno(database);
    return explained({codeOf(code, systemErrno, threadErrno), subject, sqlite3_errmsg(database)}, code, systemErrno);
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
    CORE_TRY(const std::string name, nameToOpen(file, access));
    const int code = sqlite3_open_v2(name.c_str(), &database, openFlags(access), checkedPagesVfs());
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
