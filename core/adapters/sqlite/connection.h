#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace greenward::adapters::sqlite {

struct CloseDatabase
{
    void operator()(sqlite3 *database) const;
};
struct FinalizeStatement
{
    void operator()(sqlite3_stmt *statement) const;
};

/// A prepared statement. Lives no longer than its Connection; used by the connection's thread only.
/// Parameters count from 1, columns from 0. A failed bind is reported by the next step().
class Statement final
{
public:
    Statement &bind(int parameter, std::int64_t value);
    Statement &bind(int parameter, std::string_view text);
    Statement &bindBlob(int parameter, std::span<const std::byte> bytes);
    Statement &bindBlob(int parameter, std::string_view bytes);
    Statement &bindNull(int parameter);

    /// True: a row is there to be read. False: done.
    Result<bool> step();
    /// Runs to the end and makes ready for the next use, its parameters kept.
    Result<void> run();
    void reset();

    std::int64_t integer(int column) const;
    std::string text(int column) const;
    /// Valid until the next step, reset or destruction.
    std::string_view bytes(int column) const;
    bool isNull(int column) const;

private:
    friend class Connection;
    explicit Statement(sqlite3_stmt *statement)
        : m_statement(statement)
    {}
    std::unique_ptr<sqlite3_stmt, FinalizeStatement> m_statement;
    int m_bindProblem = 0;
};

/// One SQLite connection with the safe settings of every connection of ours (no extensions, no double-quoted strings,
/// untrusted schema, defensive, 5 s patience with a foreign lock). A file that is new gets a checksum on every page,
/// and a page that does not match its own is an error, StoreDamaged, when it is read (checked_pages.h). One thread at a
/// time.
class Connection final
{
public:
    enum class Access { Create, ReadWrite, ReadOnly };
    /// `file` must have no symbolic link in its path. Never checkpoints on close until allowCheckpointOnClose().
    static Result<Connection> open(const std::filesystem::path &file, Access access);

    Result<Statement> prepare(std::string_view sql) const;
    /// One or more statements without parameters; rows are ignored.
    Result<void> execute(const char *sql) const;
    /// The first column of the first row, as a number.
    Result<std::int64_t> number(std::string_view sql) const;

    std::int64_t changes() const;
    std::int64_t lastRowId() const;
    void allowCheckpointOnClose(bool allow) const;
    sqlite3 *handle() const { return m_database.get(); }
    const std::filesystem::path &file() const { return m_file; }

private:
    Connection(sqlite3 *database, std::filesystem::path file);
    std::unique_ptr<sqlite3, CloseDatabase> m_database;
    std::filesystem::path m_file;
};

/// The error behind the last failed call on this connection, to be asked for right after it, with errno set to 0
/// before it: NoSpace, StoreDamaged, Refused (a constraint),
/// NoPermission, Locked, otherwise IoFailed. The subject is the database file.
Error lastError(sqlite3 *database, int code);

} // namespace greenward::adapters::sqlite
