#include "core/adapters/sqlite/connection.h"
#include "tests/adapters/sqlite/store_fixture.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace greenward::tests {
namespace {

using adapters::sqlite::Connection;
using store::Transaction;

class GroupCommit : public StoreTest
{
protected:
    std::int64_t number(const char *sql) const
    {
        const auto connection = must(Connection::open(database(), Connection::Access::ReadOnly));
        return must(connection.number(sql));
    }
};

TEST_F(GroupCommit, sharesFlushesBetweenManyWriters)
{
    constexpr int kThreads = 8;
    constexpr int kEach = 200;
    std::atomic<int> failures = 0;
    {
        const auto store = open();
        std::vector<std::thread> threads;
        for (int t = 0; t < kThreads; ++t)
            threads.emplace_back([&, t] {
                const std::string who = "t" + std::to_string(t);
                for (int i = 1; i <= kEach; ++i) {
                    Transaction transaction = usageOf(usage(who, at(i), i));
                    if (i % 10 == 0) transaction.audit.push_back({at(i), who, "tick", who, "{}"});
                    if (!store->commit(transaction)) ++failures;
                    if (i % 50 == 0 && !store->recentUsage(tenant(who), 5)) ++failures;
                }
            });
        for (std::thread &thread : threads)
            thread.join();
        for (int t = 0; t < kThreads; ++t) {
            const auto hours = must(store->usageHours(tenant("t" + std::to_string(t)), at(0), at(3600)));
            ASSERT_EQ(hours.size(), 1U);
            EXPECT_EQ(hours[0].amount.micrograms(), kEach * (kEach + 1) / 2);
            EXPECT_EQ(hours[0].records, static_cast<std::uint64_t>(kEach));
        }
        EXPECT_TRUE(must(store->verifyUsage({})).intact);
        const auto audit = must(store->verifyAudit({}, {}));
        EXPECT_TRUE(audit.intact) << audit.problem;
        EXPECT_EQ(audit.rows, kThreads * kEach / 10);
    }
    EXPECT_EQ(failures, 0);
    EXPECT_LT(number("SELECT count(*) FROM usage_batch"), kThreads * kEach / 2)
        << "a flush carries the records of several writers";
}

TEST_F(GroupCommit, answersInOrderAndOnlyOnce)
{
    constexpr std::size_t kMany = 5000;
    std::vector<std::size_t> answered; // committer thread only, read after the store is closed
    {
        const auto store = open();
        for (std::size_t i = 0; i < kMany; ++i)
            store->submit(usageOf(usage("acme", at(0), 1)), [&answered, i](const Result<store::CommitInfo> &result) {
                if (result) answered.push_back(i);
            });
    }
    ASSERT_EQ(answered.size(), kMany) << "closing writes all that was submitted";
    EXPECT_TRUE(std::is_sorted(answered.begin(), answered.end()));
    EXPECT_EQ(must(open()->usageHours(tenant("acme"), at(0), at(1))).front().records, kMany);
}

TEST_F(GroupCommit, aRefusedTransactionDoesNotTakeItsNeighboursAlong)
{
    // Whatever is submitted while the first flush runs shares the next one, so refused ones sit between good ones.
    std::atomic<int> good = 0;
    std::atomic<int> refused = 0;
    {
        const auto store = open();
        for (int i = 0; i < 600; ++i) {
            Transaction transaction = auditOf("n" + std::to_string(i));
            transaction.newMoves.push_back(move(i, "object " + std::to_string(i / 3)));
            transaction.usage.push_back(usage("tenant " + std::to_string(i % 7), at(0), 1, "k" + std::to_string(i)));
            transaction.events.push_back({0, at(0), "t", "s", "{}"});
            store->submit(std::move(transaction), [&](const Result<store::CommitInfo> &result) {
                if (result)
                    ++good;
                else if (result.error().code == ErrorCode::Refused)
                    ++refused;
            });
        }
    }
    EXPECT_EQ(good, 200);
    EXPECT_EQ(refused, 400);
    const auto store = open();
    const auto audit = must(store->verifyAudit({}, {}));
    EXPECT_TRUE(audit.intact) << audit.problem;
    EXPECT_EQ(audit.rows, 200);
    const auto usage = must(store->verifyUsage({}));
    EXPECT_TRUE(usage.intact) << usage.problem;
    EXPECT_EQ(usage.records, 200);
    EXPECT_EQ(must(store->moves({})).size(), 200U);
    EXPECT_EQ(must(store->events(0, 1000)).size(), 200U);
}

TEST_F(GroupCommit, anAnswerMaySubmitTheNextTransaction)
{
    constexpr int kSteps = 100;
    std::mutex mutex;
    std::condition_variable finished;
    int steps = 0; // guarded by mutex
    const auto store = open();
    const std::function<void(const Result<store::CommitInfo> &)> next = [&](const Result<store::CommitInfo> &) {
        const std::lock_guard lock(mutex);
        if (++steps == kSteps) return finished.notify_one();
        store->submit(auditOf("step"), next);
    };
    store->submit(auditOf("step"), next);
    std::unique_lock lock(mutex);
    ASSERT_TRUE(finished.wait_for(lock, std::chrono::seconds(60), [&] { return steps == kSteps; }));
    lock.unlock();
    EXPECT_EQ(must(store->verifyAudit({}, {})).rows, kSteps);
}

TEST_F(GroupCommit, keepsTheLogShortUnderALongRunOfWrites)
{
    const auto store = open();
    const std::string body(8000, 'x');
    for (int i = 0; i < 1500; ++i) // 12 MB in all
        ASSERT_TRUE(store->commit(Transaction{}.put(store::Collection::Setting, std::to_string(i % 100), body)));
    EXPECT_LE(std::filesystem::file_size(directory() / "state.db-wal"), 8U << 20U);
    EXPECT_EQ(must(store->documents(store::Collection::Setting)).size(), 100U);
}

TEST_F(GroupCommit, keepsTheNewestEventsOnly)
{
    const auto store = open();
    constexpr int kBatches = 115;
    for (int i = 0; i < kBatches; ++i) {
        Transaction transaction;
        for (int n = 0; n < 1000; ++n)
            transaction.events.push_back({0, at(i), "t", "s", "{}"});
        ASSERT_TRUE(store->commit(std::move(transaction)));
    }
    EXPECT_EQ(must(store->events(0, 1)).front().seq, kBatches * 1000);
    const auto left = number("SELECT count(*) FROM event");
    EXPECT_GE(left, 100'000);
    EXPECT_LE(left, 101'000);
}

} // namespace
} // namespace greenward::tests
