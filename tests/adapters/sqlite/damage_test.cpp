#include "core/adapters/sqlite/connection.h"
#include "tests/adapters/sqlite/store_fixture.h"

#include <fstream>
#include <map>
#include <random>

#include <sys/stat.h>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;
using adapters::SqliteStateStore;
using adapters::sqlite::Connection;
using store::OpenMode;
using store::Transaction;

void writeRaw(const fs::path &path, const std::string &content)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << content;
    ASSERT_TRUE(file.flush());
}

class DamagedStore : public StoreTest
{
protected:
    void SetUp() override
    {
        const auto store = open();
        for (int i = 0; i < 40; ++i) {
            Transaction transaction = auditOf("budget.set " + std::to_string(i));
            transaction.usage.push_back(usage("acme", at(i * 600), i + 1, "k" + std::to_string(i)));
            transaction.newMoves.push_back(move(i, "object " + std::to_string(i)));
            transaction.put(store::Collection::Setting, "s" + std::to_string(i), std::string(500, 'j'));
            ASSERT_TRUE(store->commit(transaction));
        }
    }
    /// Every file of the directory with its content.
    std::map<std::string, std::string> files() const
    {
        std::map<std::string, std::string> all;
        for (const auto &entry : fs::directory_iterator(directory()))
            all[entry.path().filename().string()] = contentOf(entry.path());
        return all;
    }
    void expectRefusedUntouched(ErrorCode code, const std::string &what) const
    {
        const auto before = files();
        const auto store = tryOpen();
        ASSERT_FALSE(store) << what;
        EXPECT_EQ(errorCodeName(store.error().code), errorCodeName(code)) << what << ": " << store.error().detail;
        EXPECT_EQ(store.error().subject, fs::canonical(directory()) / "state.db") << what;
        expectSame(files(), before, what);
    }
    static void expectSame(const std::map<std::string, std::string> &now,
                           const std::map<std::string, std::string> &before, const std::string &what)
    {
        for (const auto &[name, content] : before)
            EXPECT_TRUE(now.contains(name) && now.at(name) == content) << what << ": " << name << " was changed";
        for (const auto &[name, content] : now)
            EXPECT_TRUE(before.contains(name)) << what << ": " << name << " was left behind";
    }
    void run(const char *sql) const
    {
        const auto connection = must(Connection::open(database(), Connection::Access::ReadWrite));
        const auto done = connection.execute(sql);
        ASSERT_TRUE(done) << done.error().detail;
        connection.allowCheckpointOnClose(true);
    }
};

TEST_F(DamagedStore, opensWhenUnharmed)
{
    EXPECT_TRUE(tryOpen()) << "or the tests below would prove nothing";
}

TEST_F(DamagedStore, truncatedAnywhereIsRefusedAndKept)
{
    const std::string whole = contentOf(database());
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{99}, std::size_t{100}, std::size_t{4095},
                                   std::size_t{4096}, whole.size() / 2, whole.size() - 4096, whole.size() - 1}) {
        writeRaw(database(), whole.substr(0, size));
        expectRefusedUntouched(ErrorCode::StoreDamaged, "cut to " + std::to_string(size));
    }
    writeRaw(database(), whole);
    EXPECT_TRUE(tryOpen());
}

TEST_F(DamagedStore, garbageInTheHeaderIsRefusedAndKept)
{
    const std::string whole = contentOf(database());
    std::mt19937 random(20261121);
    for (const std::size_t length : {std::size_t{16}, std::size_t{100}, std::size_t{4096}, whole.size()}) {
        std::string broken = whole;
        std::generate_n(broken.begin(), length, [&] { return static_cast<char>(random() & 0xFFU); });
        writeRaw(database(), broken);
        expectRefusedUntouched(ErrorCode::StoreDamaged, "first " + std::to_string(length));
    }
    writeRaw(database(), std::string(whole.size(), '\0'));
    expectRefusedUntouched(ErrorCode::StoreDamaged, "zeros");
    writeRaw(database(), "not a database at all, but long enough to have a header: " + std::string(200, '.'));
    expectRefusedUntouched(ErrorCode::StoreDamaged, "a text file");
}

TEST_F(DamagedStore, zeroedPagesAreRefusedAndKept)
{
    const std::string whole = contentOf(database());
    int refused = 0;
    const std::size_t pages = whole.size() / 4096;
    for (std::size_t page = 1; page < pages; ++page) {
        std::string broken = whole;
        std::fill_n(broken.begin() + static_cast<std::ptrdiff_t>(page * 4096), 4096, '\0');
        writeRaw(database(), broken);
        fs::remove(directory() / "state.head"); // or it would be an older copy
        if (tryOpen()) continue;                // a free page may be anything
        expectRefusedUntouched(ErrorCode::StoreDamaged, "page " + std::to_string(page));
        ++refused;
    }
    EXPECT_GE(refused, static_cast<int>(pages) - 2);
}

TEST_F(DamagedStore, aDatabaseOfSomebodyElseIsRefusedAndKept)
{
    run("PRAGMA application_id=1");
    expectRefusedUntouched(ErrorCode::StoreDamaged, "foreign");
}

TEST_F(DamagedStore, aChangedJournalModeIsPutRight)
{
    run("PRAGMA journal_mode=DELETE");
    {
        const auto store = open();
        ASSERT_TRUE(store->commit(auditOf("a")));
        EXPECT_TRUE(fs::exists(directory() / "state.db-wal"));
    }
    EXPECT_EQ(must(open()->verifyAudit({}, {})).rows, 41);
}

TEST_F(DamagedStore, aNewerSchemaIsRefusedAndKept)
{
    run("PRAGMA user_version=4");
    expectRefusedUntouched(ErrorCode::StoreVersion, "newer");
    EXPECT_EQ(tryOpen(OpenMode::ReadOnly).error().code, ErrorCode::StoreVersion);
}

TEST_F(DamagedStore, aLogWithoutItsDatabaseIsRefusedAndKept)
{
    fs::remove(database());
    writeRaw(directory() / "state.db-wal", "what was written last");
    expectRefusedUntouched(ErrorCode::StoreDamaged, "lone log");
}

TEST_F(DamagedStore, aLinkOrADirectoryInItsPlaceIsRefused)
{
    fs::rename(database(), directory() / "elsewhere");
    fs::create_symlink("elsewhere", database());
    EXPECT_EQ(tryOpen().error().code, ErrorCode::StoreDamaged);
    fs::remove(database());
    fs::create_directory(database());
    EXPECT_EQ(tryOpen().error().code, ErrorCode::StoreDamaged);
}

TEST_F(DamagedStore, flippedBitsInTheAuditLogAreRefusedAndKept)
{
    const std::string whole = contentOf(database());
    std::size_t flips = 0;
    for (std::size_t found = whole.find("budget.set"); found != std::string::npos;
         found = whole.find("budget.set", found + 1)) {
        std::string broken = whole;
        broken[found] = static_cast<char>(broken[found] ^ 1);
        writeRaw(database(), broken);
        expectRefusedUntouched(ErrorCode::StoreDamaged, "byte " + std::to_string(found));
        ++flips;
    }
    EXPECT_GE(flips, 40U);
}

TEST_F(DamagedStore, anEditedAuditLogIsFoundAndStillReadable)
{
    const std::vector<std::pair<const char *, const char *>> edits{
        {"UPDATE audit SET who = 'mallory' WHERE seq = 17", "row 17: its hash does not match its content"},
        {"DELETE FROM audit WHERE seq = 17", "row 18: stands where row 17 must follow"},
        {"DELETE FROM audit WHERE seq > 30", "row 31: rows 31 to 40 are missing"},
        {"DELETE FROM audit", "row 1: rows 1 to 40 are missing"},
        {"UPDATE audit SET seq = -seq WHERE seq IN (5, 6); UPDATE audit SET seq = 11 + seq WHERE seq < 0",
         "row 5: its hash does not match its content"},
        {"INSERT INTO audit SELECT 41, at, who, what, subject, body, hash FROM audit WHERE seq = 40",
         "row 41: was added past the noted end"},
        {"UPDATE meta SET value = zeroblob(32) WHERE key = 'audit_head'",
         "row 40: is not the row that was noted as the last one"},
    };
    const std::string whole = contentOf(database());
    for (const auto &[edit, finding] : edits) {
        writeRaw(database(), whole);
        run("DROP TRIGGER audit_keeps_rows; DROP TRIGGER audit_keeps_all");
        run(edit);
        expectRefusedUntouched(ErrorCode::StoreDamaged, edit);
        EXPECT_NE(tryOpen().error().detail.find(finding), std::string::npos) << tryOpen().error().detail;
        const auto looker = must(tryOpen(OpenMode::ReadOnly));
        EXPECT_NE(looker->health().problem.find(finding), std::string::npos) << looker->health().problem;
        const auto verdict = must(looker->verifyAudit({}, {}));
        EXPECT_FALSE(verdict.intact);
        EXPECT_EQ(verdict.problem, finding);
        EXPECT_EQ(must(looker->usageHours(tenant("acme"), at(0), at(3600))).size(), 1U) << "the rest can be read";
    }
}

TEST_F(DamagedStore, theAuditLogCannotBeEditedByMistake)
{
    const auto connection = must(Connection::open(database(), Connection::Access::ReadWrite));
    EXPECT_FALSE(connection.execute("UPDATE audit SET who = 'x'"));
    EXPECT_FALSE(connection.execute("DELETE FROM audit WHERE seq = 1"));
    EXPECT_FALSE(connection.execute("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema")) << "defensive";
}

TEST_F(DamagedStore, editedUsageIsFoundByAddingItUpAgain)
{
    const std::vector<std::pair<const char *, const char *>> edits{
        {"UPDATE usage_hour SET ug = ug - 1 WHERE hour = 2",
         "tenant acme, hour 1970-01-01T02:00:00Z: booked 92 ug, recorded 93 ug"},
        {"UPDATE usage_hour SET n = n + 1 WHERE hour = 2", "tenant acme, hour 1970-01-01T02"},
        {"DELETE FROM usage_hour WHERE hour = 3", "tenant acme, hour 1970-01-01T03:00:00Z: booked 0 ug"},
        {"INSERT INTO usage_hour VALUES(1, 99, 1, 0, 5, 1)",
         "tenant acme, hour 1970-01-05T03:00:00Z: booked 5 ug, recorded 0 ug"},
        {"DELETE FROM usage_batch WHERE first_seq = 7", "record 7 is missing"},
        {"UPDATE usage_batch SET crc = crc + 1 WHERE first_seq = 9", "batch 9 does not match its checksum"},
        {"UPDATE usage_batch SET recs = zeroblob(48) WHERE first_seq = 9", "batch 9 does not match its checksum"},
    };
    const std::string whole = contentOf(database());
    for (const auto &[edit, finding] : edits) {
        writeRaw(database(), whole);
        fs::remove(directory() / "state.head"); // or it would be an older copy
        EXPECT_TRUE(must(open()->verifyUsage({})).intact);
        run(edit);
        const auto verdict = must(open()->verifyUsage({}));
        EXPECT_FALSE(verdict.intact) << edit;
        EXPECT_TRUE(verdict.problem.starts_with(finding)) << verdict.problem;
    }
}

TEST_F(DamagedStore, isSetAsideOnlyWhenAsked)
{
    const std::string broken = "garbage " + contentOf(database()).substr(8);
    writeRaw(database(), broken);
    writeRaw(directory() / "state.db-wal", "the log goes along");
    ASSERT_FALSE(tryOpen());
    const Instant now = at(1'000'000'000);
    const fs::path kept = must(SqliteStateStore::quarantineAndStartFresh(directory(), now));
    EXPECT_EQ(kept.filename(), "state.db.damaged-20010909T014640Z");
    EXPECT_EQ(contentOf(kept), broken);
    EXPECT_EQ(contentOf(kept.string() + "-wal"), "the log goes along");
    {
        const auto store = open();
        EXPECT_EQ(store->health().quarantined, kept.string());
        EXPECT_TRUE(must(store->audit(0, 10)).empty());
        ASSERT_TRUE(store->commit(auditOf("fresh start")));
    }
    EXPECT_EQ(open()->health().quarantined, kept.string());

    writeRaw(database(), "broken again");
    const fs::path second = must(SqliteStateStore::quarantineAndStartFresh(directory(), now));
    EXPECT_EQ(second.filename(), "state.db.damaged-20010909T014640Z-2");
    EXPECT_EQ(contentOf(kept), broken) << "never overwritten";
    EXPECT_EQ(contentOf(second), "broken again");
}

TEST_F(DamagedStore, startsOverAfterAnInterruptedFirstStart)
{
    fs::remove(database());
    fs::remove(directory() / "state.head"); // made when a store is opened, which never was
    writeRaw(directory() / "state.db.new", "half");
    writeRaw(directory() / "state.db.new-wal", "half");
    const auto store = open();
    EXPECT_TRUE(store->commit(auditOf("a")));
    EXPECT_FALSE(fs::exists(directory() / "state.db.new"));
}

TEST_F(DamagedStore, filesArePrivateWhateverTheUmask)
{
    const mode_t old = ::umask(0);
    fs::remove(database());
    fs::remove(directory() / "state.head");
    const auto store = open();
    ASSERT_TRUE(store->commit(auditOf("a")));
    ASSERT_EQ(must(store->audit(0, 1)).size(), 1U);
    int checked = 0;
    for (const auto &entry : fs::directory_iterator(directory())) {
        struct stat status = {};
        ASSERT_EQ(::stat(entry.path().c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 07777U, 0600U) << entry.path();
        ++checked;
    }
    ::umask(old);
    EXPECT_EQ(checked, 5) << "state.db, its log, its index, its mark and state.head";
}

} // namespace
} // namespace greenward::tests
