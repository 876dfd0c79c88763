#include "core/adapters/sqlite/checked_pages.h"
#include "core/adapters/sqlite/connection.h"
#include "core/adapters/sqlite/schema.h"
#include "tests/adapters/sqlite/store_fixture.h"
#include "tests/support/plain_database.h"

#include <fstream>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;
using adapters::sqlite::Connection;

class Upgrade : public StoreTest
{
protected:
    void run(const char *sql) const
    {
        const auto connection = must(Connection::open(database(), Connection::Access::ReadWrite));
        const auto done = connection.execute(sql);
        ASSERT_TRUE(done) << done.error().detail;
        ASSERT_TRUE(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        connection.allowCheckpointOnClose(true);
    }
    /// A store as version 1 left it: the same tables without period_closed.
    void makeVersion1() const
    {
        {
            const auto store = open();
            for (int i = 0; i < 10; ++i)
                ASSERT_TRUE(store->commit(usageOf(usage("acme", at(i * 3600), i + 1, "k" + std::to_string(i)))));
            ASSERT_TRUE(store->commit(auditOf("budget.set")));
        }
        run("DROP TABLE period_closed");
        makePlain("1");
    }
    /// The same store in a file without checksums, and without what earlier versions did not know.
    void makePlain(const std::string &userVersion) const
    {
        run(("DELETE FROM meta WHERE key IN ('store_id', 'opened'); PRAGMA user_version=" + userVersion).c_str());
        withoutChecksums(database());
        fs::remove(directory() / "state.head");
    }
    std::int64_t version(const fs::path &file) const
    {
        return must(
            must(Connection::open(fs::canonical(file), Connection::Access::ReadOnly)).number("PRAGMA user_version"));
    }
    void expectTheSameContent(const store::StateStore &store) const
    {
        EXPECT_EQ(must(store.usageHours(tenant("acme"), at(0), at(360'000))).size(), 10U);
        const auto verdict = must(store.verifyUsage({}));
        EXPECT_TRUE(verdict.intact) << verdict.problem;
        EXPECT_EQ(verdict.records, 10);
        EXPECT_TRUE(must(store.verifyAudit({}, {})).intact);
    }
};

TEST_F(Upgrade, aStoreOfVersion1IsCopiedAndMigrated)
{
    makeVersion1();
    const auto store = open();
    expectTheSameContent(*store);
    EXPECT_TRUE(must(store->closedPeriods(std::nullopt, 10)).empty());
    store::Transaction closing;
    closing.closings.push_back(
        {tenant("acme"), PeriodKind::Day, at(0), at(86'400), std::nullopt, ThrottleLevel::None, at(90'000), true});
    ASSERT_TRUE(store->commit(closing));
    EXPECT_EQ(must(store->closedPeriods(std::nullopt, 10)).size(), 1U);
    EXPECT_EQ(version(database()), adapters::sqlite::kSchemaVersion);
    EXPECT_EQ(version(directory() / "state.db.schema-1"), 1) << "the old state is beside it";
}

TEST_F(Upgrade, B1_aStoreWithoutChecksumsGetsThem)
{
    makeVersion1();
    const std::string plain = contentOf(database());
    EXPECT_EQ(plain[20], '\0');
    open();
    const std::string whole = contentOf(database());
    ASSERT_EQ(whole.size() % 4096, 0U);
    for (std::size_t at = 0; at < whole.size(); at += 4096) {
        const std::span<const char, 4096> page(whole.data() + at, 4096);
        EXPECT_TRUE(adapters::sqlite::isSoundPage(page, static_cast<std::uint32_t>(at / 4096 + 1))) << at;
    }
    EXPECT_FALSE(fs::exists(directory() / "state.db.new"));
    EXPECT_EQ(contentOf(directory() / "state.db.schema-1")[20], '\0') << "the copy is what it was";
    expectTheSameContent(*open());
}

TEST_F(Upgrade, B1_aStoreWithChecksumsIsNeverTakenForAnEarlierOne)
{
    open();
    const std::string whole = contentOf(database());
    for (const auto &[at, value] : {std::pair<std::size_t, char>{20, '\0'}, {63, '\2'}, {20, '\x18'}}) {
        std::string broken = whole;
        broken[at] = value;
        std::ofstream(database(), std::ios::binary) << broken;
        EXPECT_EQ(tryOpen().error().code, ErrorCode::StoreDamaged) << at;
    }
}

TEST_F(Upgrade, readOnlyAStoreOfVersion1IsReadAsItIs)
{
    makeVersion1();
    {
        const auto store = open(store::OpenMode::ReadOnly);
        expectTheSameContent(*store);
        EXPECT_TRUE(must(store->closedPeriods(std::nullopt, 10)).empty());
        EXPECT_TRUE(must(store->unclosedHours({})).empty());
    }
    EXPECT_EQ(version(database()), 1);
    EXPECT_FALSE(fs::exists(directory() / "state.db.schema-1"));
}

TEST_F(Upgrade, A7_movesOfVersion2FreeTheirSize)
{
    {
        store::Transaction plan;
        plan.newMoves = {move(1, "a", 100)};
        ASSERT_TRUE(open()->commit(plan));
    }
    run("DROP TRIGGER move_freed_added; DROP TRIGGER move_changed; DROP TABLE move_freed; "
        "CREATE TRIGGER move_changed AFTER UPDATE OF state ON move BEGIN SELECT 1; END;");
    makePlain("2");
    EXPECT_EQ(must(open(store::OpenMode::ReadOnly)->moves({.batch = BatchId{1}, .states = {}})).size(), 1U);
    const auto store = open();
    EXPECT_EQ(version(database()), adapters::sqlite::kSchemaVersion);
    store::Transaction more;
    more.newMoves = {move(1, "b", 100)};
    more.newMoves[0].signature.allocated = DataSize::fromBytes(1);
    ASSERT_TRUE(store->commit(more));
    EXPECT_EQ(must(store->moveTotals(BatchId{1})).front().size.bytes(), 101);
    EXPECT_EQ(must(store->moves({.batch = BatchId{1}, .states = {}})).front().signature.freed().bytes(), 100);
}

TEST_F(Upgrade, anInterruptedOneIsDoneAgain)
{
    makeVersion1();
    fs::copy_file(database(), directory() / "state.db.schema-1"); // the copy was there, the migration was not
    {
        const auto store = open();
    }
    EXPECT_EQ(version(database()), adapters::sqlite::kSchemaVersion);
    {
        const auto store = open();
    }
    EXPECT_EQ(version(directory() / "state.db.schema-1"), 1);
}

TEST_F(Upgrade, closedPeriodsCannotBeChanged)
{
    makeVersion1();
    {
        const auto store = open();
        store::Transaction closing;
        closing.closings.push_back(
            {tenant("acme"), PeriodKind::Day, at(0), at(86'400), std::nullopt, ThrottleLevel::None, at(90'000), true});
        ASSERT_TRUE(store->commit(closing));
    }
    const auto connection = must(Connection::open(database(), Connection::Access::ReadWrite));
    EXPECT_FALSE(connection.execute("UPDATE period_closed SET used_ug = 0"));
    EXPECT_FALSE(connection.execute("DELETE FROM period_closed"));
    ASSERT_TRUE(connection.execute("DROP TRIGGER period_closed_keeps_rows; UPDATE period_closed SET used_ug = 54"));
    const auto verdict = must(open()->verifyUsage({}));
    EXPECT_FALSE(verdict.intact) << "and when they are, it is noticed";
    EXPECT_NE(verdict.problem.find("acme"), std::string::npos) << verdict.problem;
}

} // namespace
} // namespace greenward::tests
