#include "core/adapters/sqlite/file_check.h"

#include "core/adapters/sqlite/checked_pages.h"

#include <vector>

namespace greenward::adapters::sqlite {
namespace {

std::string quoted(const std::string &name)
{
    std::string text = "\"";
    for (const char c : name)
        text.append(c == '"' ? 2 : 1, c);
    return text + "\"";
}

/// The first column of all rows; what cannot be read ends it.
std::vector<std::string> textsOf(const Connection &connection, std::string_view sql)
{
    std::vector<std::string> texts;
    auto rows = connection.prepare(sql);
    if (!rows) return texts;
    for (auto more = rows->step(); more && *more; more = rows->step())
        texts.push_back(rows->text(0));
    return texts;
}

bool canBeRead(const Connection &connection, const std::string &table)
{
    auto rows = connection.prepare("SELECT * FROM " + quoted(table));
    if (!rows) return false;
    auto more = rows->step();
    while (more && *more)
        more = rows->step();
    return more.has_value();
}

/// " (table document)", for people: what is lost by it.
std::string affected(const Connection &connection)
{
    std::string names;
    for (const std::string &table : textsOf(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'"))
        if (!canBeRead(connection, table)) names += (names.empty() ? "" : ", ") + table;
    static_cast<void>(takeRefusedPage());
    return names.empty() ? "" : " (table " + names + ")";
}

/// Runs a check of SQLite's that answers "ok", or what is wrong.
Result<void> expectOk(const Connection &connection, const char *check)
{
    static_cast<void>(takeRefusedPage());
    CORE_TRY(Statement rows, connection.prepare(check));
    auto row = rows.step();
    const std::string answer = row && *row ? rows.text(0) : "";
    // It reads on where a page is refused, and tells that in its own words.
    const std::uint32_t page = takeRefusedPage();
    if (page != 0)
        return fail(ErrorCode::StoreDamaged, connection.file().string(),
                    "page " + std::to_string(page) + " does not match its checksum" + affected(connection));
    if (!row && row.error().code == ErrorCode::StoreDamaged)
        return fail(ErrorCode::StoreDamaged, connection.file().string(), row.error().detail + affected(connection));
    if (!row) return Unexpected{row.error()};
    if (answer == "ok") return {};
    return fail(ErrorCode::StoreDamaged, connection.file().string(), answer);
}

} // namespace

Result<void> quickCheck(const Connection &connection)
{
    return expectOk(connection, "PRAGMA quick_check(1)");
}

Result<void> checkWholeFile(const Connection &connection)
{
    CORE_CHECK(expectOk(connection, "PRAGMA integrity_check(1)"));
    CORE_TRY(Statement orphans, connection.prepare("PRAGMA foreign_key_check"));
    CORE_TRY(const bool any, orphans.step());
    if (!any) return {};
    return fail(ErrorCode::StoreDamaged, connection.file().string(),
                "a row of table " + orphans.text(0) + " names one of " + orphans.text(2) + " that is not there");
}

} // namespace greenward::adapters::sqlite
