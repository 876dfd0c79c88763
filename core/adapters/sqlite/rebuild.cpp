#include "core/adapters/sqlite/rebuild.h"

#include "core/adapters/sqlite/checked_pages.h"

#include <sqlite3.h>

namespace greenward::adapters::sqlite {

Result<void> copyChecked(const Connection &old, const std::string &draft)
{
    int reserved = kTrailerBytes;
    sqlite3_file_control(old.handle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    CORE_TRY(Statement vacuum, old.prepare("VACUUM INTO ?"));
    return vacuum.bind(1, targetFor(draft, true)).run();
}

Result<void> letGo(Connection old, const std::string &path)
{
    CORE_TRY(Statement mode, old.prepare("PRAGMA journal_mode=DELETE"));
    CORE_TRY(const bool row, mode.step());
    if (row && mode.text(0) == "delete") return {};
    return fail(ErrorCode::Locked, path, "is to be upgraded, and somebody else has it open");
}

} // namespace greenward::adapters::sqlite
