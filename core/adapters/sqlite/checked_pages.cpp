#include "core/adapters/sqlite/checked_pages.h"

#include "core/adapters/sqlite/crc32c.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <utility>

#include <sqlite3.h>

namespace greenward::adapters::sqlite {
namespace {

constexpr const char *kVfsName = "greenward-checked-pages";
constexpr const char *kUriParameter = "checked";
// File controls of our own; SQLite keeps away from numbers above 100.
constexpr int kBeginChecked = 0x47726E01;
constexpr int kAskChecked = 0x47726E02;
constexpr int kReadFirstPage = 0x47726E03;
constexpr sqlite3_int64 kReservedField = 20;       // of the database's header
constexpr std::uint32_t kPendingByte = 0x40000000; // the page that holds it is never written

/// Not 0, so that it is no part of .tbss: where that alone begins a segment mold 1.10 now and then lays the read-only
/// relocations over a page that is not mapped, and the program does not start ("cannot apply additional memory
/// protection").
constexpr std::uint32_t kNoPage = 0xFFFFFFFF;
thread_local std::uint32_t refusedPage = kNoPage;

/// What SQLite sees of a database file; the system's own follows it in memory.
struct CheckedFile
{
    sqlite3_file base;
    bool checked;
};

sqlite3_file *inner(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<CheckedFile *>(file) + 1);
}

bool isChecked(const sqlite3_file *file)
{
    return reinterpret_cast<const CheckedFile *>(file)->checked;
}

void putLittleEndian(char *out, std::uint32_t value)
{
    for (int i = 0; i < 4; ++i, value >>= 8U)
        out[i] = static_cast<char>(static_cast<unsigned char>(value & 0xFFU));
}

void setTrailer(std::span<char, kPageBytes> page, std::uint32_t number)
{
    putLittleEndian(page.data() + kPageBytes - 8, number);
    putLittleEndian(page.data() + kPageBytes - 4, crc32c(std::as_bytes(page.first<kPageBytes - 4>())));
}

bool isWholePage(int amount, sqlite3_int64 offset)
{
    return amount == static_cast<int>(kPageBytes) && offset % static_cast<sqlite3_int64>(kPageBytes) == 0 &&
           offset != sqlite3_int64{kPendingByte};
}

/// Not a look at some fields of the header.
bool isPage(int amount, sqlite3_int64 offset)
{
    constexpr int kSmallestPage = 512;
    return amount >= kSmallestPage && offset != sqlite3_int64{kPendingByte};
}

std::uint32_t numberAt(sqlite3_int64 offset)
{
    return static_cast<std::uint32_t>(offset / static_cast<sqlite3_int64>(kPageBytes)) + 1;
}

// ---- the file: what is not named here goes to the system's own as it is

int closeFile(sqlite3_file *file)
{
    const int code = inner(file)->pMethods ? inner(file)->pMethods->xClose(inner(file)) : SQLITE_OK;
    return code;
}

int readFile(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
    const int code = inner(file)->pMethods->xRead(inner(file), buffer, amount, offset);
    if (code != SQLITE_OK || !isChecked(file) || !isPage(amount, offset)) return code;
    // One of another size: the header that says how large they are was damaged.
    if (isWholePage(amount, offset)) {
        const std::span<const char, kPageBytes> page(static_cast<const char *>(buffer), kPageBytes);
        if (isSoundPage(page, numberAt(offset))) return SQLITE_OK;
    }
    refusedPage = numberAt(offset);
    return SQLITE_IOERR_DATA;
}

int writeFile(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
    if (!isChecked(file) || !isWholePage(amount, offset))
        return inner(file)->pMethods->xWrite(inner(file), buffer, amount, offset);
    std::array<char, kPageBytes> page{};
    std::memcpy(page.data(), buffer, kPageBytes);
    setTrailer(page, numberAt(offset));
    return inner(file)->pMethods->xWrite(inner(file), page.data(), amount, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    return inner(file)->pMethods->xTruncate(inner(file), size);
}
int syncFile(sqlite3_file *file, int flags)
{
    return inner(file)->pMethods->xSync(inner(file), flags);
}
int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    return inner(file)->pMethods->xFileSize(inner(file), size);
}
int lockFile(sqlite3_file *file, int level)
{
    return inner(file)->pMethods->xLock(inner(file), level);
}
int unlockFile(sqlite3_file *file, int level)
{
    return inner(file)->pMethods->xUnlock(inner(file), level);
}
int isReserved(sqlite3_file *file, int *answer)
{
    return inner(file)->pMethods->xCheckReservedLock(inner(file), answer);
}

int controlFile(sqlite3_file *file, int what, void *argument)
{
    switch (what) {
    case kBeginChecked:
        reinterpret_cast<CheckedFile *>(file)->checked = true;
        return SQLITE_OK;
    case kAskChecked:
        *static_cast<int *>(argument) = isChecked(file) ? 1 : 0;
        return SQLITE_OK;
    case kReadFirstPage:
        return inner(file)->pMethods->xRead(inner(file), argument, static_cast<int>(kPageBytes), 0);
    default:
        return inner(file)->pMethods->xFileControl(inner(file), what, argument);
    }
}

int sectorSize(sqlite3_file *file)
{
    return inner(file)->pMethods->xSectorSize(inner(file));
}
int characteristics(sqlite3_file *file)
{
    return inner(file)->pMethods->xDeviceCharacteristics(inner(file));
}
int mapShared(sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
    return inner(file)->pMethods->xShmMap(inner(file), page, size, extend, out);
}
int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return inner(file)->pMethods->xShmLock(inner(file), offset, count, flags);
}
void barrier(sqlite3_file *file)
{
    inner(file)->pMethods->xShmBarrier(inner(file));
}
int unmapShared(sqlite3_file *file, int remove)
{
    return inner(file)->pMethods->xShmUnmap(inner(file), remove);
}
/// Mapped pages would be read past us.
int fetchPage(sqlite3_file *, sqlite3_int64, int, void **page)
{
    *page = nullptr;
    return SQLITE_OK;
}
int unfetchPage(sqlite3_file *, sqlite3_int64, void *)
{
    return SQLITE_OK;
}

constexpr sqlite3_io_methods kMethods{3,           closeFile,   readFile,        writeFile,  truncateFile,
                                      syncFile,    sizeOfFile,  lockFile,        unlockFile, isReserved,
                                      controlFile, sectorSize,  characteristics, mapShared,  lockShared,
                                      barrier,     unmapShared, fetchPage,       unfetchPage};

// ---- the VFS

sqlite3_vfs *systems(sqlite3_vfs *vfs)
{
    return static_cast<sqlite3_vfs *>(vfs->pAppData);
}

/// By the header of a file that has one; a new one is as its opener asks.
bool shallCheck(sqlite3_file *file, const char *name)
{
    sqlite3_int64 size = 0;
    if (file->pMethods->xFileSize(file, &size) != SQLITE_OK) return false;
    if (size == 0) return sqlite3_uri_boolean(name, kUriParameter, 0) != 0;
    unsigned char reserved = 0;
    return file->pMethods->xRead(file, &reserved, 1, kReservedField) == SQLITE_OK && reserved == kTrailerBytes;
}

int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    sqlite3_vfs *system = systems(vfs);
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return system->xOpen(system, name, file, flags, outFlags);
    auto *checked = reinterpret_cast<CheckedFile *>(file);
    *checked = {};
    inner(file)->pMethods = nullptr;
    const int code = system->xOpen(system, name, inner(file), flags, outFlags);
    // With methods SQLite closes it, also after a failure; without it does not.
    if (!inner(file)->pMethods) return code;
    file->pMethods = &kMethods;
    if (code == SQLITE_OK) checked->checked = shallCheck(inner(file), name);
    return code;
}

bool registerVfs()
{
    sqlite3_vfs *system = sqlite3_vfs_find(nullptr);
    if (!system) return false;
    static sqlite3_vfs vfs;
    vfs = *system; // all but opening is the system's own, and takes no notice of which of the two it is called through
    vfs.szOsFile = static_cast<int>(sizeof(CheckedFile)) + system->szOsFile;
    vfs.pNext = nullptr;
    vfs.zName = kVfsName;
    vfs.pAppData = system;
    vfs.xOpen = openFile;
    return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK;
}

} // namespace

const char *checkedPagesVfs()
{
    static const bool registered = registerVfs();
    return registered ? kVfsName : nullptr;
}

bool isEmptyFile(sqlite3 *database)
{
    sqlite3_file *file = nullptr;
    sqlite3_int64 size = 1;
    if (sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void *>(&file)) != SQLITE_OK ||
        !file || !file->pMethods)
        return false;
    return file->pMethods->xFileSize(file, &size) == SQLITE_OK && size == 0;
}

void beginChecked(sqlite3 *database)
{
    int reserved = kTrailerBytes;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    sqlite3_file_control(database, "main", kBeginChecked, nullptr);
}

bool hasCheckedPages(sqlite3 *database)
{
    int answer = 0;
    return sqlite3_file_control(database, "main", kAskChecked, &answer) == SQLITE_OK && answer != 0;
}

std::optional<std::string> rawFirstPage(sqlite3 *database)
{
    std::string page(kPageBytes, '\0');
    if (sqlite3_file_control(database, "main", kReadFirstPage, page.data()) != SQLITE_OK) return std::nullopt;
    return page;
}

bool isSoundPage(std::span<const char, kPageBytes> page, std::uint32_t number)
{
    std::array<char, kTrailerBytes> wanted{};
    putLittleEndian(wanted.data(), number);
    putLittleEndian(wanted.data() + 4, crc32c(std::as_bytes(page.first<kPageBytes - 4>())));
    return std::memcmp(page.data() + kPageBytes - kTrailerBytes, wanted.data(), kTrailerBytes) == 0;
}

std::uint32_t takeRefusedPage()
{
    const std::uint32_t page = std::exchange(refusedPage, kNoPage);
    return page == kNoPage ? 0 : page;
}

std::string targetFor(const std::string &path, bool checked)
{
    constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._-";
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path) {
        if (kPlain.find(c) != std::string_view::npos) {
            uri.push_back(c);
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        uri += {'%', kDigits[byte >> 4U], kDigits[byte & 0x0FU]};
    }
    return uri + "?" + kUriParameter + (checked ? "=1" : "=0");
}

} // namespace greenward::adapters::sqlite
