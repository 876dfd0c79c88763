#include "tests/support/plain_database.h"

#include "core/adapters/sqlite/checked_pages.h"
#include "core/adapters/sqlite/connection.h"
#include "tests/support/values.h"

#include <gtest/gtest.h>

#include <fstream>

namespace greenward::tests {
namespace {

using adapters::sqlite::Connection;

std::vector<std::string> texts(const Connection &connection, const std::string &sql)
{
    std::vector<std::string> all;
    auto rows = known(connection.prepare(sql));
    while (known(rows.step()))
        all.push_back(rows.text(0));
    return all;
}

void run(const Connection &connection, const std::string &sql)
{
    const auto done = connection.execute(sql.c_str());
    EXPECT_TRUE(done) << sql << ": " << done.error().detail;
}

void copyInto(const Connection &plain, const std::filesystem::path &database)
{
    const auto old = known(Connection::open(database, Connection::Access::ReadOnly));
    const std::string ours = "FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' AND type ";
    for (const std::string &sql : texts(old, "SELECT sql " + ours + "= 'table'"))
        run(plain, sql);
    run(plain, "ATTACH '" + database.string() + "' AS old");
    for (const std::string &name : texts(old, "SELECT name " + ours + "= 'table'"))
        run(plain, "INSERT INTO main." + name + " SELECT * FROM old." + name);
    for (const std::string &sql : texts(old, "SELECT sql " + ours + "<> 'table' AND sql NOT NULL"))
        run(plain, sql);
    for (const std::string pragma : {"application_id", "user_version"})
        run(plain, "PRAGMA main." + pragma + "=" + std::to_string(known(old.number("PRAGMA " + pragma))));
}

} // namespace

void withoutChecksums(const std::filesystem::path &database)
{
    const std::filesystem::path real = std::filesystem::canonical(database);
    const std::filesystem::path draft = real.string() + ".plain";
    std::ofstream(draft).close(); // one that is there already gets no checksums
    {
        const auto plain = known(Connection::open(draft, Connection::Access::ReadWrite));
        EXPECT_FALSE(adapters::sqlite::hasCheckedPages(plain.handle()));
        copyInto(plain, real);
    }
    std::filesystem::rename(draft, real);
}

} // namespace greenward::tests
