#include "core/adapters/sqlite/store_files.h"

#include "core/adapters/files/atomic_file.h"
#include "core/adapters/sqlite/checked_pages.h"
#include "core/adapters/sqlite/rebuild.h"
#include "core/adapters/sqlite/schema.h"
#include "core/adapters/sqlite/store_head.h"
#include "core/base/time_text.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace greenward::adapters::sqlite {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::size_t kHeaderBytes = 100;
constexpr std::array kSiblings{"state.head", "catalog.db", "series.db"}; // never there before the store is
constexpr std::array kParts{"", "-wal", "-shm", "-mark"};                // what makes a store
constexpr std::size_t kReservedAt = 20;                                  // of a database's header
constexpr int kMostDamagedFiles = 100;

struct Identity
{
    std::int64_t application = 0;
    std::int64_t version = 0;
    bool checked = false; ///< its pages end in checksums
};

fs::path withSuffix(const fs::path &path, const std::string &suffix)
{
    fs::path result = path;
    result += suffix;
    return result;
}

bool isThere(const fs::path &path)
{
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0;
}

std::int64_t bigEndian(std::span<const char> bytes)
{
    std::int64_t value = 0;
    for (const char byte : bytes.first(4))
        value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

/// SQLite reads a last page that is cut short as if it ended in zeros; the header knows better.
Result<void> checkLength(const StoreFiles &files, std::span<const char> header, std::int64_t size)
{
    const std::int64_t pageSizeField = bigEndian(header.subspan(16)) >> 16;
    const std::int64_t pageSize = pageSizeField == 1 ? 65'536 : pageSizeField;
    const std::int64_t wanted = pageSize * bigEndian(header.subspan(28));
    if (size >= wanted) return {};
    return Unexpected{
        damaged(files, "it was cut off: it has " + std::to_string(size) + " of " + std::to_string(wanted) + " bytes")};
}

/// Only where no -wal exists: closing a descriptor of a file drops the locks that SQLite holds on it in this process,
/// and without a log no connection is open.
Result<Identity> identityFromHeader(const StoreFiles &files)
{
    const int file = ::open(files.database.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) return Unexpected{systemError(errno, files.database.string(), "cannot open")};
    std::array<char, kPageBytes> header{};
    struct stat status = {};
    const ssize_t got = ::fstat(file, &status) == 0 ? ::pread(file, header.data(), header.size(), 0) : -1;
    const int problem = errno;
    ::close(file);
    if (got < 0) return Unexpected{systemError(problem, files.database.string(), "cannot read")};
    if (got < static_cast<ssize_t>(kHeaderBytes))
        return Unexpected{damaged(files, "it has only " + std::to_string(got) + " bytes")};
    if (!std::equal(kMagic.begin(), kMagic.end(), header.begin()))
        return Unexpected{damaged(files, "it is not an SQLite database")};
    CORE_CHECK(checkLength(files, header, status.st_size));
    const bool checked = header[kReservedAt] == char{kTrailerBytes};
    if (checked && (got < static_cast<ssize_t>(kPageBytes) || !isSoundPage(header, 1)))
        return Unexpected{damaged(files, "its first page does not match its checksum")};
    return Identity{bigEndian(std::span(header).subspan(68)), bigEndian(std::span(header).subspan(60)), checked};
}

/// With a log the header in the database may be out of date; SQLite reads both.
Result<Identity> identityThroughLog(const StoreFiles &files)
{
    CORE_TRY(const Connection connection, Connection::open(files.database, Connection::Access::ReadOnly));
    const auto application = connection.number("PRAGMA application_id");
    if (!application) return Unexpected{explained(files, application.error())};
    const auto version = connection.number("PRAGMA user_version");
    if (!version) return Unexpected{explained(files, version.error())};
    return Identity{*application, *version, hasCheckedPages(connection.handle())};
}

Result<void> renameToFree(const fs::path &from, const fs::path &to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return {};
    // Not every file system knows that flag; the caller holds the directory's lock, so a look before is as good.
    if (errno == EINVAL && !isThere(to) && ::rename(from.c_str(), to.c_str()) == 0) return {};
    return Unexpected{systemError(errno, from.string(), "cannot rename it to " + to.filename().string())};
}

Result<void> buildFresh(const fs::path &file, const std::optional<std::string> &quarantined)
{
    CORE_TRY(const Connection connection, Connection::open(file, Connection::Access::Create));
    CORE_CHECK(connection.execute("PRAGMA journal_mode=WAL"));
    CORE_CHECK(createSchema(connection));
    if (quarantined) CORE_CHECK(setMeta(connection, kMetaQuarantined, *quarantined));
    CORE_CHECK(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    connection.allowCheckpointOnClose(true); // the last one out removes the log
    return {};
}

/// 20261121T030405Z, then 20261121T030405Z-2 ... until neither the database's nor its log's name is taken.
Result<fs::path> freeName(const StoreFiles &files, Instant now)
{
    std::string time = toRfc3339(std::chrono::floor<std::chrono::seconds>(now));
    std::erase_if(time, [](char c) { return c == '-' || c == ':'; });
    for (int i = 1; i <= kMostDamagedFiles; ++i) {
        const std::string suffix = ".damaged-" + time + (i == 1 ? "" : "-" + std::to_string(i));
        const fs::path name = withSuffix(files.database, suffix);
        const auto isFree = [&name](const char *ending) {
            return !isThere(withSuffix(name, ending));
        };
        if (std::ranges::all_of(kParts, isFree)) return name;
    }
    return fail(ErrorCode::AlreadyExists, files.database.string(), "too many damaged stores are kept here already");
}

} // namespace

Result<StoreFiles> StoreFiles::in(const fs::path &directory)
{
    std::error_code problem;
    const fs::path real = fs::canonical(directory, problem);
    if (problem) return Unexpected{systemError(problem.value(), directory.string(), "cannot open the directory")};
    StoreFiles files;
    files.directory = real;
    files.database = real / "state.db";
    return files;
}

fs::path StoreFiles::wal() const
{
    return withSuffix(database, "-wal");
}

bool StoreFiles::hasLog() const
{
    return isThere(wal());
}

namespace {

/// As it can be copied into a shell: whoever reads this may not use the default directory.
std::string doctor(const StoreFiles &files, std::string_view option)
{
    std::string directory = "'";
    for (const char c : files.directory.string())
        directory += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return "greenwardctl --data-dir " + directory + "' doctor " + std::string(option);
}

} // namespace

Error damaged(const StoreFiles &files, const std::string &what)
{
    return {ErrorCode::StoreDamaged, files.database.string(),
            what +
                ". It was left untouched: put a backup in its place, or set it aside and start with an empty store: " +
                doctor(files, "--new-state")};
}

Error unaccepted(const StoreFiles &files, const std::string &what)
{
    return {ErrorCode::StoreDamaged, files.database.string(),
            what + ". Put the right one in its place; or go on with what is there: " + doctor(files, "--accept-state") +
                "; or begin anew with an empty one: " + doctor(files, "--new-state")};
}

Error gone(const StoreFiles &files, const std::string &sign)
{
    return {ErrorCode::StoreDamaged, files.database.string(),
            "it is gone, but " + sign +
                ". Put a copy of it back; or begin anew with an empty one: " + doctor(files, "--new-state")};
}

Error explained(const StoreFiles &files, const Error &error)
{
    return error.code == ErrorCode::StoreDamaged ? damaged(files, error.detail) : error;
}

Result<Presence> inspect(const StoreFiles &files)
{
    struct stat status = {};
    if (::lstat(files.database.c_str(), &status) != 0) {
        if (errno != ENOENT) return Unexpected{systemError(errno, files.database.string(), "cannot inspect")};
        if (files.hasLog()) return Unexpected{damaged(files, "it is gone, but its log state.db-wal is there")};
        for (const char *sibling : kSiblings)
            if (isThere(files.directory / sibling))
                return Unexpected{gone(files, std::string(sibling) + " is beside it")};
        return Presence::Missing;
    }
    if (!S_ISREG(status.st_mode)) return Unexpected{damaged(files, "it is not a regular file")};
    CORE_TRY(const Identity identity, files.hasLog() ? identityThroughLog(files) : identityFromHeader(files));
    if (identity.application != kApplicationId || identity.version < 1)
        return Unexpected{damaged(files, "it is a database, but not one of Greenward")};
    if (identity.version > kSchemaVersion)
        return fail(ErrorCode::StoreVersion, files.database.string(),
                    "was written by a newer Greenward (schema " + std::to_string(identity.version) +
                        "; this one knows " + std::to_string(kSchemaVersion) + "). It was left untouched");
    // The field that says so is part of what may be damaged.
    if (identity.checked != (identity.version >= kCheckedSince))
        return Unexpected{damaged(files, "its header says schema " + std::to_string(identity.version) + " and pages " +
                                             (identity.checked ? "with" : "without") + " checksums")};
    return Presence::Present;
}

namespace {

/// An empty private file to build a store in.
Result<fs::path> emptyDraft(const StoreFiles &files)
{
    fs::path draft = files.directory / "state.db.new";
    for (const char *ending : {"", "-wal", "-shm", "-journal"}) {
        const fs::path leftover = withSuffix(draft, ending); // of a start that was interrupted
        if (::unlink(leftover.c_str()) != 0 && errno != ENOENT)
            return Unexpected{systemError(errno, leftover.string(), "cannot remove")};
    }
    // Created here so that it is private from its first moment; SQLite gives its mode to the log and the index.
    const int file = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return Unexpected{systemError(errno, draft.string(), "cannot create")};
    ::close(file);
    return draft;
}

} // namespace

Result<void> createFresh(const StoreFiles &files, const std::optional<std::string> &quarantined)
{
    CORE_TRY(const fs::path draft, emptyDraft(files));
    CORE_CHECK(buildFresh(draft, quarantined));
    CORE_CHECK(renameToFree(draft, files.database));
    return syncDirectory(files.directory);
}

Result<fs::path> copyBeforeUpgrade(const StoreFiles &files, const Connection &connection, std::int64_t version)
{
    const fs::path copy = withSuffix(files.database, ".schema-" + std::to_string(version));
    if (::unlink(copy.c_str()) != 0 && errno != ENOENT)
        return Unexpected{systemError(errno, copy.string(), "cannot replace")};
    const int file = ::open(copy.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) return Unexpected{systemError(errno, copy.string(), "cannot create")};
    const auto fill = [&]() -> Result<void> {
        CORE_TRY(Statement vacuum, connection.prepare("VACUUM INTO ?"));
        const std::string target = targetFor(copy.native(), hasCheckedPages(connection.handle()));
        CORE_CHECK(vacuum.bind(1, target).run()); // does not sync what it writes
        if (::fsync(file) != 0) return Unexpected{systemError(errno, copy.string(), "cannot write")};
        return syncDirectory(files.directory);
    };
    const auto filled = fill();
    ::close(file);
    if (filled) return copy;
    ::unlink(copy.c_str());
    return Unexpected{filled.error()};
}

namespace {

/// A whole store with checksums under the name of a draft, of this schema.
Result<void> buildChecked(const fs::path &draft, const Connection &old, std::int64_t version)
{
    CORE_CHECK(copyChecked(old, draft.native()));
    CORE_TRY(const Connection fresh, Connection::open(draft, Connection::Access::ReadWrite));
    if (!hasCheckedPages(fresh.handle()))
        return fail(ErrorCode::Internal, draft.string(), "was built without checksums");
    CORE_CHECK(fresh.execute("PRAGMA journal_mode=WAL"));
    CORE_CHECK(migrateSchema(fresh, version));
    CORE_CHECK(fresh.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    fresh.allowCheckpointOnClose(true);
    return {};
}

} // namespace

Result<Connection> rebuildChecked(const StoreFiles &files, Connection connection, std::int64_t version)
{
    CORE_TRY(const fs::path draft, emptyDraft(files));
    CORE_CHECK(buildChecked(draft, connection, version));
    CORE_CHECK(letGo(std::move(connection), files.database.string()));
    if (::rename(draft.c_str(), files.database.c_str()) != 0)
        return Unexpected{systemError(errno, draft.string(), "cannot put it in place")};
    CORE_CHECK(syncDirectory(files.directory));
    return Connection::open(files.database, Connection::Access::ReadWrite);
}

namespace {

Result<void> forgetHead(const StoreFiles &files)
{
    if (::unlink(headFile(files).c_str()) != 0 && errno != ENOENT)
        return Unexpected{systemError(errno, headFile(files).string(), "cannot remove")};
    return syncDirectory(files.directory);
}

} // namespace

Result<fs::path> setAside(const StoreFiles &files, Instant now)
{
    CORE_TRY(const fs::path name, freeName(files, now));
    // The database first: were its log renamed first and the power to fail then, an older state would look whole.
    bool any = false;
    for (const char *ending : kParts) {
        const fs::path from = withSuffix(files.database, ending);
        if (!isThere(from)) continue;
        CORE_CHECK(renameToFree(from, withSuffix(name, ending)));
        CORE_CHECK(syncDirectory(files.directory));
        any = any || std::string_view(ending) != kParts.back(); // a mark alone is no store
    }
    if (!any) return fail(ErrorCode::NotFound, files.database.string(), "there is no store to set aside");
    return name;
}

Result<std::optional<fs::path>> beginAnew(const StoreFiles &files, Instant now)
{
    std::optional<fs::path> kept;
    auto aside = setAside(files, now);
    if (aside) kept = *std::move(aside);
    if (!kept && aside.error().code != ErrorCode::NotFound) return Unexpected{aside.error()};
    CORE_CHECK(forgetHead(files));
    CORE_CHECK(createFresh(files, kept ? std::optional(kept->string()) : std::nullopt));
    return kept;
}

Result<void> accept(const StoreFiles &files)
{
    struct stat status = {};
    if (::lstat(files.database.c_str(), &status) != 0)
        return Unexpected{systemError(errno, files.database.string(), "cannot accept it")};
    CORE_TRY(const Connection connection, Connection::open(files.database, Connection::Access::ReadWrite));
    CORE_CHECK(setMeta(connection, kMetaClean, 1)); // or a missing log would be waited for
    return forgetHead(files);
}

} // namespace greenward::adapters::sqlite
