#include "core/budget/ledger.h"
#include "tests/core/budget/budget_fixture.h"

#include <barrier>
#include <random>
#include <thread>

namespace greenward::budget {
namespace {

using namespace std::chrono;

constexpr GramsCO2e ug(std::int64_t micrograms)
{
    return GramsCO2e::fromMicrograms(micrograms);
}

/// A ledger on a real store in a directory of its own.
class LedgerTest : public ::testing::Test
{
protected:
    LedgerTest()
    {
        auto opened = adapters::SqliteStateStore::open(m_directory.path(), store::OpenMode::ReadWrite, m_hashers);
        if (!opened) std::abort();
        m_store = std::move(opened).value();
        m_ledger = std::make_unique<Ledger>(*m_store, clock, m_ids, BudgetDefaults{});
    }
    Ledger &ledger() { return *m_ledger; }
    adapters::SqliteStateStore &store() { return *m_store; }
    Ledger::Tenant tenant(std::string_view name) { return ledger().open(TenantId::parse(name).value()); }
    Ledger::Tenant limited(std::string_view name, std::int64_t micrograms)
    {
        const Ledger::Tenant who = tenant(name);
        who.account().setLines(linesOf({}, ug(micrograms)));
        return who;
    }
    Ledger::Usage usage(std::int64_t micrograms, std::string key = {}) const
    {
        return {clock.now(), ug(micrograms), "write", std::move(key)};
    }
    Account::Counters counters(Ledger::Tenant who) const { return who.account().counters(clock.now()); }
    store::UsageSum recorded(Ledger::Tenant who) const
    {
        const Period period = counters(who).period;
        return m_store->usageSums(std::array{store::UsageWindow{who.id(), period.start, period.end}}).value().front();
    }
    void stopLedger() { m_ledger.reset(); }

    ManualClock clock;

private:
    tests::TemporaryDirectory m_directory;
    adapters::SystemIds m_ids;
    adapters::OpenSslHasherFactory m_hashers;
    std::unique_ptr<adapters::SqliteStateStore> m_store;
    std::unique_ptr<Ledger> m_ledger;
};

template<typename Work>
void inParallel(int count, Work work)
{
    std::barrier together(count);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < count; ++thread)
        threads.emplace_back([&, thread] {
            together.arrive_and_wait();
            work(thread);
        });
    for (std::thread &thread : threads)
        thread.join();
}

using LedgerNames = LedgerTest;

TEST_F(LedgerNames, areFoundWhileOthersAreAdded)
{
    constexpr int kEach = 2000;
    std::atomic<int> wrong = 0;
    inParallel(4, [&](int thread) {
        for (int i = 0; i < kEach; ++i) {
            const std::string name = "tenant " + std::to_string(thread % 2) + "/" + std::to_string(i);
            const TenantId id = TenantId::parse("t" + std::to_string(thread % 2) + "-" + std::to_string(i)).value();
            const Ledger::Tenant opened = ledger().open(id);
            const auto found = ledger().find(id.text());
            if (!found || *found != opened || opened.id() != id) ++wrong;
            if (ledger().find(name)) ++wrong;
        }
    });
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(ledger().tenants().size(), 2U * kEach) << "each once";
    EXPECT_EQ(ledger().tenants(2 * kEach - 1).size(), 1U);
}

using LedgerRecords = LedgerTest;

TEST_F(LedgerRecords, B10_countsOnceItIsDurable)
{
    const auto acme = limited("acme", 1000);
    const auto first = ledger().record(acme, usage(900));
    ASSERT_TRUE(first.has_value());
    EXPECT_EQ(first->used, ug(900));
    EXPECT_EQ(first->level, ThrottleLevel::Soft);
    EXPECT_TRUE(first->withinLimit);
    const auto second = ledger().record(acme, usage(200));
    EXPECT_FALSE(second->withinLimit) << "it says so, and counts";
    EXPECT_EQ(second->used, ug(1100));
    EXPECT_EQ(recorded(acme).amount, ug(1100));
}

TEST_F(LedgerRecords, aRepeatedKeyCountsOnce)
{
    const auto acme = tenant("acme");
    EXPECT_FALSE(ledger().record(acme, usage(5, "a"))->duplicate);
    const auto again = ledger().record(acme, usage(5, "a"));
    EXPECT_TRUE(again->duplicate);
    EXPECT_EQ(again->used, ug(5));
    EXPECT_FALSE(ledger().record(tenant("zeta"), usage(5, "a"))->duplicate) << "keys are the tenant's own";
    EXPECT_EQ(counters(acme).used, ug(5));
}

TEST_F(LedgerRecords, refusesWhatCannotBeMeant)
{
    const auto acme = tenant("acme");
    const auto problem = [&](Ledger::Usage given) {
        return ledger().record(acme, given).error().subject;
    };
    EXPECT_EQ(problem({clock.now(), ug(-1), "write"}), "amount");
    EXPECT_EQ(problem({clock.now(), ug(1), ""}), "operation");
    EXPECT_EQ(problem({clock.now(), ug(1), "\xff"}), "operation");
    EXPECT_EQ(problem({clock.now() + minutes{6}, ug(1), "write"}), "at");
    EXPECT_EQ(recorded(acme).records, 0U);
}

TEST_F(LedgerRecords, C01_fromManyThreadsIsExactAndTellsEachEdgeOnce)
{
    constexpr int kEach = 2000;
    for (const int threads : {1, 2, 4, 8}) {
        const auto who = limited("threads " + std::to_string(threads), std::int64_t{threads} * kEach / 2);
        std::atomic<int> failed = 0;
        std::atomic<int> answered = 0;
        inParallel(threads, [&](int) {
            for (int i = 0; i < kEach; ++i)
                if (!ledger().addMeasured(
                        who, usage(1), [&](const Result<UsageOutcome> &outcome) { outcome ? ++answered : ++failed; }))
                    ++failed;
        });
        ASSERT_TRUE(ledger().record(who, usage(0)).has_value()) << "and all before it are answered";
        EXPECT_EQ(failed, 0);
        EXPECT_EQ(answered, threads * kEach);
        EXPECT_EQ(counters(who).used, ug(std::int64_t{threads} * kEach));
        EXPECT_EQ(recorded(who).amount, counters(who).used);
        EXPECT_EQ(recorded(who).records, counters(who).records);
        int soft = 0;
        int exhausted = 0;
        int hard = 0;
        GramsCO2e told;
        for (const Ledger::Notice &notice : ledger().takeNotices()) {
            soft += notice.edges.soft;
            exhausted += notice.edges.exhausted;
            hard += notice.edges.hard;
            told = told + notice.amount;
        }
        EXPECT_EQ(soft, 1);
        EXPECT_EQ(exhausted, 1);
        EXPECT_EQ(hard, 1);
        EXPECT_EQ(told, counters(who).used) << "what is announced adds up";
    }
}

TEST_F(LedgerRecords, endsWithEveryRecordAnswered)
{
    constexpr int kMany = 20'000;
    const auto acme = tenant("acme");
    std::atomic<int> answered = 0;
    for (int i = 0; i < kMany; ++i)
        ASSERT_TRUE(ledger().addMeasured(acme, usage(1), [&](const Result<UsageOutcome> &) { ++answered; }));
    stopLedger();
    EXPECT_EQ(answered, kMany);
    EXPECT_EQ(store().verifyUsage({})->records, kMany);
}

using LedgerReserves = LedgerTest;

TEST_F(LedgerReserves, C02_upToTheCeilingAndNotOneMicrogramMore)
{
    const auto acme = limited("acme", 1000);
    EXPECT_TRUE(ledger().canProceed(acme, ug(1000), clock.now()));
    EXPECT_FALSE(ledger().canProceed(acme, ug(1001), clock.now()));
    const auto id = ledger().tryReserve(acme, ug(1000), "upload");
    ASSERT_TRUE(id.has_value());
    EXPECT_FALSE(ledger().canProceed(acme, ug(1), clock.now()));
    EXPECT_EQ(ledger().tryReserve(acme, ug(1), "upload").error().code, ErrorCode::Refused);
    ASSERT_TRUE(ledger().cancel(*id).has_value());
    EXPECT_EQ(ledger().cancel(*id).error().code, ErrorCode::UnknownName);
    EXPECT_TRUE(ledger().canProceed(acme, ug(1000), clock.now()));
}

TEST_F(LedgerReserves, settledOnceAtWhatItReallyTook)
{
    const auto acme = limited("acme", 1000);
    const ReservationId id = ledger().tryReserve(acme, ug(600), "upload").value();
    const auto outcome = ledger().settled(id, ug(450));
    ASSERT_TRUE(outcome.has_value());
    EXPECT_EQ(counters(acme).used, ug(450));
    EXPECT_EQ(counters(acme).reserved, ug(0));
    EXPECT_EQ(ledger().settled(id, ug(450)).error().code, ErrorCode::UnknownName);
    EXPECT_EQ(store().recentUsage(acme.id(), 5)->at(0).operation, "upload");
}

TEST_F(LedgerReserves, expiredOnesAreChargedAtTheirEstimateAndSaySo)
{
    const auto acme = limited("acme", 1000);
    ASSERT_TRUE(ledger().tryReserve(acme, ug(300), "upload").has_value());
    ASSERT_TRUE(ledger().tryReserve(acme, ug(100), "backup", std::nullopt).has_value());
    clock.advance(minutes{15} - milliseconds{1});
    ledger().chargeExpired();
    EXPECT_EQ(counters(acme).used, ug(0));
    clock.advance(milliseconds{1});
    ledger().chargeExpired();
    ledger().chargeExpired();
    EXPECT_EQ(counters(acme).used, ug(300));
    EXPECT_EQ(counters(acme).reserved, ug(100)) << "one without a time stays";
    const auto notices = ledger().takeNotices();
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_TRUE(notices[0].expired);
    EXPECT_EQ(store().recentUsage(acme.id(), 5)->at(0).quality, Quality::Estimated);
}

TEST_F(LedgerReserves, C01_neverPassesTheCeilingWhateverTheThreadsDo)
{
    // Every thread reserves, settles and cancels at random, and keeps count of what was admitted and not given back.
    constexpr std::int64_t kCeiling = 5000;
    for (const int threads : {1, 2, 4, 8}) {
        const auto who = limited("threads " + std::to_string(threads), kCeiling);
        std::atomic<std::int64_t> settled = 0;
        std::atomic<std::int64_t> admitted = 0;
        std::atomic<bool> overshoot = false;
        inParallel(threads, [&](int thread) {
            std::mt19937_64 random(static_cast<std::uint64_t>(thread) + 1);
            for (int round = 0; round < 400; ++round) {
                const GramsCO2e wanted = ug(1 + static_cast<std::int64_t>(random() % 40));
                const auto id = ledger().tryReserve(who, wanted, "upload");
                if (!id) continue;
                if (admitted += wanted.micrograms(); admitted > kCeiling) overshoot = true;
                if (random() % 4 == 0) {
                    if (ledger().settled(*id, wanted)) settled += wanted.micrograms();
                    continue;
                }
                admitted -= wanted.micrograms(); // before, so that nobody is admitted who is not counted off yet
                static_cast<void>(ledger().cancel(*id));
            }
        });
        EXPECT_FALSE(overshoot);
        EXPECT_EQ(counters(who).used, ug(settled));
        EXPECT_EQ(counters(who).reserved, ug(0));
        EXPECT_LE(settled, kCeiling);
        EXPECT_EQ(recorded(who).amount, ug(settled));
    }
}

TEST_F(LedgerReserves, C06_underRollOverEveryAmountIsInOnePeriodAndNoneIsLost)
{
    const auto acme = tenant("acme");
    acme.account().recount({PeriodKind::Hour, std::nullopt}, clock.now(), {}, 0);
    const Instant start = clock.now();
    std::atomic<std::int64_t> booked = 0;
    std::atomic<int> writers = 3;
    inParallel(4, [&](int thread) {
        while (thread == 3 && writers > 0)
            acme.account().rollOver(clock.now());
        if (thread == 3) return;
        for (int i = 0; i < 150; ++i) {
            if (thread == 0) clock.advance(minutes{7});
            if (ledger().record(acme, usage(1))) ++booked;
        }
        --writers;
    });
    EXPECT_EQ(booked, 450);
    const auto hours = store().usageHours(acme.id(), start - days{1}, clock.now() + days{1}).value();
    std::int64_t total = 0;
    for (const store::UsageHour &hour : hours)
        total += hour.amount.micrograms();
    EXPECT_EQ(total, 450);
    EXPECT_EQ(recorded(acme).amount, counters(acme).used) << "the open period";
}

} // namespace
} // namespace greenward::budget
