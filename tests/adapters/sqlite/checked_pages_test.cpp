#include "core/adapters/sqlite/checked_pages.h"
#include "core/adapters/sqlite/connection.h"
#include "core/adapters/sqlite/file_check.h"
#include "core/adapters/sqlite/wal_check.h"
#include "tests/adapters/sqlite/store_fixture.h"

#include <fstream>
#include <random>

#include <sys/wait.h>
#include <unistd.h>

namespace greenward::tests {
namespace {

namespace fs = std::filesystem;
using adapters::sqlite::checkLog;
using adapters::sqlite::checkWholeFile;
using adapters::sqlite::Connection;
using adapters::sqlite::Synced;
using Access = Connection::Access;

void writeRaw(const fs::path &path, const std::string &content)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

std::string withFlip(std::string bytes, std::size_t bit)
{
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ static_cast<char>(1U << (bit % 8)));
    return bytes;
}

/// A store of a hundred documents, closed in good order.
class FlippedBits : public StoreTest
{
protected:
    static constexpr int kDocuments = 100;

    void SetUp() override
    {
        const auto store = open();
        for (int i = 0; i < kDocuments; ++i) {
            store::Transaction transaction = auditOf("budget.set");
            transaction.put(store::Collection::Budget, "tenant-" + std::to_string(i), std::string(300, 'b'));
            transaction.usage.push_back(usage("acme", at(i * 1000), 5, "k" + std::to_string(i)));
            transaction.newMoves.push_back(move(i, "object " + std::to_string(i)));
            ASSERT_TRUE(store->commit(transaction));
        }
    }
    fs::path file() const { return fs::canonical(database()); }
    bool isSound() const
    {
        const auto connection = Connection::open(file(), Access::ReadOnly);
        return connection && checkWholeFile(*connection);
    }
    /// A process that committed twenty times and was killed.
    std::string logOfAKilledProcess() const
    {
        const pid_t child = ::fork();
        if (child == 0) {
            const auto store = open();
            for (int i = 0; i < 20; ++i)
                if (!store->commit(usageOf(usage("acme", at(i), 1, "late" + std::to_string(i))))) ::_exit(1);
            ::_exit(0);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        EXPECT_EQ(status, 0);
        return contentOf(log());
    }
    fs::path log() const { return directory() / "state.db-wal"; }
};

TEST_F(FlippedBits, B1_anyBitOfAPageInUseIsNoticed)
{
    ASSERT_TRUE(isSound());
    const std::string whole = contentOf(database());
    std::mt19937 random(20261130);
    int unnoticed = 0;
    for (int i = 0; i < 150; ++i) {
        const std::size_t bit = random() % (whole.size() * 8);
        writeRaw(database(), withFlip(whole, bit));
        if (!isSound()) continue;
        ++unnoticed; // in a page that holds nothing: as good as whole
        EXPECT_EQ(must(open()->verifyUsage({})).records, kDocuments) << bit;
        writeRaw(database(), whole);
        fs::remove(log());
        fs::remove(directory() / "state.head");
    }
    EXPECT_LT(unnoticed, 15);
}

TEST_F(FlippedBits, B1_everyBitOfTheHeaderIsNoticedAtTheOpening)
{
    const std::string whole = contentOf(database());
    for (std::size_t bit = 0; bit < 100 * 8; bit += 3) {
        writeRaw(database(), withFlip(whole, bit));
        const auto store = tryOpen();
        ASSERT_FALSE(store) << "byte " << bit / 8;
        EXPECT_TRUE(store.error().code == ErrorCode::StoreDamaged || store.error().code == ErrorCode::StoreVersion)
            << bit / 8 << store.error().detail;
    }
}

TEST_F(FlippedBits, B1_everyBitOfTheHeaderIsNoticedOrReplacedBesideALog)
{
    logOfAKilledProcess();
    const std::string whole = contentOf(database());
    for (std::size_t bit = 0; bit < 100 * 8; bit += 3) {
        writeRaw(database(), withFlip(whole, bit));
        const auto store = tryOpen(store::OpenMode::ReadOnly);
        if (!store || !(*store)->health().problem.empty()) continue;
        const auto verdict = (*store)->verifyUsage({});
        if (!verdict || !verdict->intact) continue;
        EXPECT_EQ(verdict->records, kDocuments + 20) << "the log has that page anew: byte " << bit / 8;
    }
}

TEST_F(FlippedBits, B1_aDamagedRowIsNeverRead)
{
    const std::string whole = contentOf(database());
    const std::size_t row = whole.find("bbbbbbbb");
    writeRaw(database(), withFlip(whole, row * 8));
    const auto connection = must(Connection::open(file(), Access::ReadOnly));
    auto rows = must(connection.prepare("SELECT json FROM document"));
    auto more = rows.step();
    while (more && *more)
        more = rows.step();
    ASSERT_FALSE(more);
    EXPECT_EQ(more.error().code, ErrorCode::StoreDamaged);
    const std::string page = "page " + std::to_string(row / 4096 + 1);
    EXPECT_NE(more.error().detail.find(page), std::string::npos) << more.error().detail;
    const auto checked = checkWholeFile(must(Connection::open(file(), Access::ReadOnly)));
    ASSERT_FALSE(checked);
    EXPECT_NE(checked.error().detail.find(page), std::string::npos) << checked.error().detail;
    EXPECT_NE(checked.error().detail.find("document"), std::string::npos) << "and names the table";
}

TEST_F(FlippedBits, B1_aPageInTheWrongPlaceIsNoticed)
{
    std::string whole = contentOf(database());
    ASSERT_GT(whole.size(), 6U * 4096U);
    for (std::size_t i = 0; i < 4096; ++i)
        std::swap(whole[3 * 4096 + i], whole[4 * 4096 + i]);
    writeRaw(database(), whole);
    EXPECT_FALSE(isSound());
}

TEST_F(FlippedBits, B1_aTornPageIsNoticed)
{
    std::string whole = contentOf(database());
    std::fill_n(whole.begin() + 6 * 4096 - 512, 512, '\0'); // its last sector: rows grow from there
    writeRaw(database(), whole);
    EXPECT_FALSE(isSound());
}

TEST_F(FlippedBits, B1_totalsOfMovesAreCountedAgain)
{
    {
        const auto connection = must(Connection::open(file(), Access::ReadWrite));
        ASSERT_TRUE(connection.execute("UPDATE move_total SET objects = objects + 1 WHERE batch = 7"));
        connection.allowCheckpointOnClose(true);
    }
    const auto verdict = must(open()->verifyUsage({}));
    EXPECT_FALSE(verdict.intact);
    EXPECT_NE(verdict.problem.find("batch 7"), std::string::npos) << verdict.problem;
}

TEST_F(FlippedBits, B1_inTheLogOfAKilledProcessTheyAreNoticed)
{
    const std::string database = contentOf(this->database());
    const std::string head = contentOf(directory() / "state.head");
    const std::string whole = logOfAKilledProcess();
    const std::string noted = contentOf(directory() / "state.head");
    ASSERT_NE(noted, head) << "the start was noted";
    ASSERT_TRUE(checkLog(log(), Synced::Yes));
    std::mt19937 random(20261130);
    int noticed = 0;
    constexpr int kFlips = 60;
    for (int i = 0; i < kFlips; ++i) {
        const std::size_t bit = random() % (whole.size() * 8);
        writeRaw(log(), withFlip(whole, bit));
        if (!checkLog(log(), Synced::Yes)) {
            ++noticed;
            EXPECT_EQ(tryOpen().error().code, ErrorCode::StoreDamaged);
            continue;
        }
        EXPECT_EQ(must(open(store::OpenMode::ReadOnly)->verifyUsage({})).records, kDocuments + 20) << "bit " << bit;
    }
    EXPECT_EQ(noticed, kFlips) << "every byte of that log is in use";
}

TEST_F(FlippedBits, B1_aLogCutOffWhereItWasBeingWrittenIsTheEndOfIt)
{
    const std::string whole = logOfAKilledProcess();
    const std::string mark = contentOf(directory() / "state.db-mark");
    for (const std::size_t size : {whole.size() - 300, whole.size() - 4000, whole.size() - 4120}) {
        std::string torn = whole.substr(0, size);
        torn.resize(whole.size(), '\0');
        writeRaw(log(), torn);
        writeRaw(directory() / "state.db-mark", mark);
        EXPECT_FALSE(checkLog(log(), Synced::Yes)) << "what the mark says was acknowledged";
        fs::remove(directory() / "state.db-mark"); // it is never flushed
        EXPECT_TRUE(checkLog(log(), Synced::Yes)) << "as a power failure leaves it";
    }
    std::string torn = whole; // the last transaction only: garbage in it is what was never written
    std::fill(torn.end() - 3000, torn.end(), 'x');
    writeRaw(log(), torn);
    EXPECT_TRUE(checkLog(log(), Synced::Yes));
    torn = whole; // an earlier one was synced before the last began
    std::fill_n(torn.begin() + 32 + 24 + 100, 1000, 'x');
    writeRaw(log(), torn);
    EXPECT_FALSE(checkLog(log(), Synced::Yes));
    EXPECT_TRUE(checkLog(log(), Synced::No)) << "where nothing was synced, that may be a power failure, too";
}

TEST_F(FlippedBits, B1_whatIsLeftOfAnOlderLogIsNoDamage)
{
    // A last frame of which one sector was not written, so that what lies there is of an older log and differs from it
    // in one bit: after a power failure that is the end of the log (4 of 10,000 such states).
    std::string torn = logOfAKilledProcess();
    const std::string mark = contentOf(directory() / "state.db-mark");
    torn[torn.size() - 1000] = static_cast<char>(torn[torn.size() - 1000] ^ 4);
    writeRaw(log(), torn);
    EXPECT_FALSE(checkLog(log(), Synced::Yes)) << "it was acknowledged";
    writeRaw(directory() / "state.db-mark", withFlip(mark, 70));
    EXPECT_TRUE(checkLog(log(), Synced::Yes)) << "a mark that cannot be read says nothing";
    writeRaw(directory() / "state.db-mark", mark);
    EXPECT_EQ(tryOpen().error().code, ErrorCode::StoreDamaged);
    fs::remove(directory() / "state.db-mark");
    EXPECT_EQ(must(open()->verifyUsage({})).records, kDocuments + 19);
    EXPECT_NE(contentOf(directory() / "state.db-mark"), mark) << "of the new log";
}

TEST_F(FlippedBits, B1_aLogThatIsGoneOrAnOlderStoreIsNoticed)
{
    const std::string before = contentOf(database());
    logOfAKilledProcess();
    const std::string log = contentOf(this->log());
    fs::remove(this->log());
    EXPECT_EQ(tryOpen().error().code, ErrorCode::StoreDamaged) << "its start was noted, and it knows nothing of it";
    writeRaw(this->log(), log);
    open();
    writeRaw(database(), before);
    const auto older = tryOpen();
    ASSERT_FALSE(older);
    EXPECT_NE(older.error().detail.find("older"), std::string::npos) << older.error().detail;
    EXPECT_NE(open(store::OpenMode::ReadOnly)->health().problem, "");
    ASSERT_TRUE(adapters::SqliteStateStore::accept(directory()));
    EXPECT_EQ(must(open()->verifyUsage({})).records, kDocuments);
}

TEST_F(FlippedBits, B1_itsHeadIsComparedBitByBit)
{
    const std::string head = contentOf(directory() / "state.head");
    for (std::size_t bit = 0; bit < head.size() * 8; bit += 5) {
        writeRaw(directory() / "state.head", withFlip(head, bit));
        EXPECT_EQ(tryOpen().error().code, ErrorCode::StoreDamaged) << bit;
    }
    fs::remove(directory() / "state.head"); // a copy brought here alone
    EXPECT_TRUE(tryOpen());
    EXPECT_TRUE(fs::exists(directory() / "state.head"));
}

TEST_F(FlippedBits, B1_aStoreThatIsGoneIsNotBegunAnew)
{
    fs::rename(database(), directory() / "kept");
    const auto gone = tryOpen();
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().code, ErrorCode::StoreDamaged);
    EXPECT_NE(gone.error().detail.find("state.head"), std::string::npos) << gone.error().detail;
    EXPECT_FALSE(fs::exists(database()));
    ASSERT_TRUE(adapters::SqliteStateStore::beginAnew(directory(), at(5)));
    EXPECT_EQ(must(open()->verifyUsage({})).records, 0);
}

} // namespace
} // namespace greenward::tests
