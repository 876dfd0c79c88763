// Loaded before the C library: writes down, in order, what a store does to its disk and what it promises, so that every
// state the disk may have been in when the power failed can be made again (disk_states.h).
//     RECORD_TO=FILE              the record
//     RECORD_SYNCS=0              leaves syncs out: a store that never syncs
//     RECORD_SYNCHRONOUS=NORMAL   lets SQLite sync less than it was told to
// A process without RECORD_TO is left alone.

#include "tests/adapters/sqlite/disk_record.h"

#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <mutex>
#include <string>

#include <fcntl.h>
#include <unistd.h>

namespace {

using greenward::tests::crash::DiskEntry;
using greenward::tests::crash::DiskFile;

template<typename Function>
Function *next(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

DiskFile fileOf(int descriptor)
{
    char link[64];
    char target[PATH_MAX];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = ::readlink(link, target, sizeof target - 1);
    if (length <= 0) return DiskFile::None;
    const std::string_view path(target, static_cast<std::size_t>(length));
    if (path.ends_with("/state.db")) return DiskFile::Database;
    if (path.ends_with("/state.db-mark")) return DiskFile::Mark;
    return path.ends_with("/state.db-wal") ? DiskFile::Log : DiskFile::None;
}

void note(const DiskEntry &entry, const void *bytes = nullptr)
{
    static std::mutex mutex;
    static const char *const path = std::getenv("RECORD_TO");
    if (!path) return;
    const std::lock_guard lock(mutex);
    static std::FILE *const file = std::fopen(path, "ab");
    if (!file) std::abort();
    std::fwrite(&entry, sizeof entry, 1, file);
    if (bytes) std::fwrite(bytes, static_cast<std::size_t>(entry.length), 1, file);
    std::fflush(file);
}

void noteSync(int descriptor)
{
    static const char *const wanted = std::getenv("RECORD_SYNCS");
    if (wanted && std::strcmp(wanted, "0") == 0) return;
    if (const DiskFile file = fileOf(descriptor); file != DiskFile::None) note({DiskEntry::Sync, file, 0, 0});
}

} // namespace

extern "C" {

struct sqlite3;

void greenward_record_ack(std::int64_t lane, std::int64_t step)
{
    note({DiskEntry::Ack, DiskFile::None, lane, step});
}

// What is written is noted before it is done, what is synced after: the record never promises more than the disk.

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset)
{
    static auto *const real = next<ssize_t(int, const void *, size_t, off64_t)>("pwrite64");
    if (const DiskFile file = fileOf(descriptor); file != DiskFile::None)
        note({DiskEntry::Write, file, offset, static_cast<std::int64_t>(count)}, bytes);
    return real(descriptor, bytes, count, offset);
}

// What SQLite calls by the name above the store itself calls by this one.
ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset)
{
    return pwrite64(descriptor, bytes, count, offset);
}

int ftruncate64(int descriptor, off64_t length)
{
    static auto *const real = next<int(int, off64_t)>("ftruncate64");
    if (const DiskFile file = fileOf(descriptor); file != DiskFile::None) note({DiskEntry::Truncate, file, length, 0});
    return real(descriptor, length);
}

int fdatasync(int descriptor)
{
    static auto *const real = next<int(int)>("fdatasync");
    const int answer = real(descriptor);
    if (answer == 0) noteSync(descriptor);
    return answer;
}

int fsync(int descriptor)
{
    static auto *const real = next<int(int)>("fsync");
    const int answer = real(descriptor);
    if (answer == 0) noteSync(descriptor);
    return answer;
}

int sqlite3_exec(sqlite3 *database, const char *sql, int (*callback)(void *, int, char **, char **), void *context,
                 char **problem)
{
    static auto *const real =
        next<int(sqlite3 *, const char *, int (*)(void *, int, char **, char **), void *, char **)>("sqlite3_exec");
    static const char *const wanted = std::getenv("RECORD_SYNCHRONOUS");
    std::string text = sql ? sql : "";
    constexpr std::string_view kFull = "synchronous=FULL";
    if (const auto at = text.find(kFull); wanted && at != std::string::npos)
        text.replace(at, kFull.size(), std::string("synchronous=") + wanted);
    return real(database, text.c_str(), callback, context, problem);
}
}
