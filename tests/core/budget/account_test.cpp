#include "core/budget/account.h"

#include "core/base/time_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <barrier>
#include <thread>
#include <vector>

namespace greenward::budget {
namespace {

using namespace std::chrono;

constexpr PeriodRule kHourly{PeriodKind::Hour, std::nullopt};
const Instant kStart = parseInstant("2026-06-01T00:00:00Z", "at").value();

constexpr GramsCO2e ug(std::int64_t micrograms)
{
    return GramsCO2e::fromMicrograms(micrograms);
}

Lines limitOf(std::int64_t micrograms)
{
    return linesOf({}, ug(micrograms));
}

TEST(Account, C01_countsAlsoPastTheLimit)
{
    Account account(kHourly, kStart);
    account.setLines(limitOf(1000));
    EXPECT_EQ(account.add(ug(900), kStart, kStart).used, ug(900));
    EXPECT_EQ(account.add(ug(900), kStart, kStart).used, ug(1800));
    EXPECT_FALSE(account.admits(ug(1), kStart));
}

TEST(Account, C04_eachEdgeOncePerPeriod)
{
    Account account(kHourly, kStart);
    account.setLines(limitOf(1000));
    EXPECT_FALSE(account.add(ug(799), kStart, kStart).edges.any());
    const Edges soft = account.add(ug(1), kStart, kStart).edges;
    EXPECT_TRUE(soft.soft && !soft.exhausted && !soft.hard);
    EXPECT_FALSE(account.add(ug(199), kStart, kStart).edges.any());
    const Edges full = account.add(ug(1), kStart, kStart).edges;
    EXPECT_TRUE(!full.soft && full.exhausted && !full.hard);
    const Edges over = account.add(ug(1), kStart, kStart).edges;
    EXPECT_TRUE(!over.soft && !over.exhausted && over.hard);
    EXPECT_FALSE(account.add(ug(5000), kStart, kStart).edges.any());

    const Instant next = kStart + hours{1};
    const Edges again = account.add(ug(1001), next, next).edges;
    EXPECT_TRUE(again.soft && again.exhausted && again.hard) << "a new period";
}

TEST(Account, reservationsAreNotUsageForTheEdges)
{
    Account account(kHourly, kStart);
    account.setLines(limitOf(1000));
    EXPECT_TRUE(account.reserve(ug(900), kStart));
    EXPECT_FALSE(account.add(ug(100), kStart, kStart).edges.any()) << "100 of 1000 are used";
    account.release(ug(900));
    EXPECT_TRUE(account.add(ug(700), kStart, kStart).edges.soft);
}

TEST(Account, C02_reservesExactlyUpToTheCeiling)
{
    Account account(kHourly, kStart);
    account.setLines(limitOf(1000));
    account.add(ug(400), kStart, kStart);
    EXPECT_TRUE(account.reserve(ug(600), kStart));
    EXPECT_FALSE(account.reserve(ug(1), kStart));
    EXPECT_TRUE(account.reserve(ug(0), kStart));
    account.release(ug(100));
    EXPECT_TRUE(account.reserve(ug(100), kStart));
    const Account::Counters now = account.counters(kStart);
    EXPECT_EQ(now.used, ug(400));
    EXPECT_EQ(now.reserved, ug(600));
}

TEST(Account, B05_rollsOverOnTouchAndCarriesReservations)
{
    Account account(kHourly, kStart);
    account.setLines(limitOf(1000));
    account.add(ug(400), kStart, kStart);
    ASSERT_TRUE(account.reserve(ug(300), kStart));
    const Instant later = kStart + hours{30} + minutes{1};
    EXPECT_EQ(account.counters(later).used, ug(0)) << "a view sees the new period before anything rolled";
    EXPECT_EQ(account.add(ug(50), later, later).used, ug(50));
    const Account::Counters now = account.counters(later);
    EXPECT_EQ(now.period.start, kStart + hours{30});
    EXPECT_EQ(now.reserved, ug(300));
    EXPECT_EQ(now.records, 1U);
    EXPECT_TRUE(account.reserve(ug(650), later));
    EXPECT_FALSE(account.reserve(ug(1), later));
}

TEST(Account, B14_sayHowManyPeriodsPassed)
{
    Account account(kHourly, kStart);
    EXPECT_EQ(account.rollOver(kStart + minutes{59}), 0);
    EXPECT_EQ(account.rollOver(kStart + hours{3}), 3);
    EXPECT_EQ(account.rollOver(kStart + hours{3}), 0);
}

TEST(Account, lateRecordsDoNotCountInTheOpenPeriodAndAClockSetBackKeepsIt)
{
    Account account(kHourly, kStart + hours{5});
    EXPECT_FALSE(account.add(ug(7), kStart, kStart + hours{5}).counted);
    EXPECT_EQ(account.rollOver(kStart), 0);
    EXPECT_EQ(account.counters(kStart).period.start, kStart + hours{5});
}

TEST(Account, raisedLimitWorksAtOnceAndItsLinesAreAnnouncedAnew)
{
    Account account(kHourly, kStart);
    account.setLines(limitOf(1000));
    account.add(ug(1000), kStart, kStart);
    EXPECT_FALSE(account.setLines(limitOf(2000)).any());
    EXPECT_TRUE(account.admits(ug(1000), kStart));
    EXPECT_TRUE(account.add(ug(600), kStart, kStart).edges.soft);
    EXPECT_TRUE(account.setLines(limitOf(100)).hard) << "lowered below what is used";
    EXPECT_FALSE(account.setLines(limitOf(100)).any());
}

TEST(Account, staysWithinItsRange)
{
    Account account(kHourly, kStart);
    account.add(ug(Account::kMost), kStart, kStart);
    EXPECT_FALSE(account.fits(ug(1)));
    EXPECT_EQ(account.add(kLargestCarbon, kStart, kStart).used.micrograms(), Account::kMost);
    EXPECT_TRUE(account.admits(ug(1), kStart)) << "unlimited";
    EXPECT_FALSE(account.reserve(ug(1), kStart)) << "but it cannot be counted";
}

/// Runs `work(thread)` in four threads that start together.
template<typename Work>
void inParallel(Work work)
{
    std::barrier together(4);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&, thread] {
            together.arrive_and_wait();
            work(thread);
        });
    for (std::thread &thread : threads)
        thread.join();
}

TEST(AccountThreads, B10_sumsAreExactAndEachEdgeIsAnsweredOnce)
{
    constexpr int kRounds = 20'000;
    Account account(kHourly, kStart);
    account.setLines(limitOf(4LL * kRounds / 2));
    std::atomic<int> soft{0};
    std::atomic<int> exhausted{0};
    std::atomic<int> hard{0};
    inParallel([&](int) {
        for (int round = 0; round < kRounds; ++round) {
            const Edges edges = account.add(ug(1), kStart, kStart).edges;
            soft += edges.soft;
            exhausted += edges.exhausted;
            hard += edges.hard;
        }
    });
    EXPECT_EQ(account.counters(kStart).used, ug(4LL * kRounds));
    EXPECT_EQ(account.counters(kStart).records, 4U * kRounds);
    EXPECT_EQ(soft, 1);
    EXPECT_EQ(exhausted, 1);
    EXPECT_EQ(hard, 1);
}

TEST(AccountThreads, C01_reservationsNeverPassTheCeiling)
{
    constexpr std::int64_t kCeiling = 10'000;
    Account account(kHourly, kStart);
    account.setLines(limitOf(kCeiling));
    std::atomic<std::int64_t> granted{0};
    std::atomic<bool> overshoot{false};
    inParallel([&](int thread) {
        for (int round = 0; round < 5'000; ++round) {
            const GramsCO2e wanted = ug(1 + (round * 7 + thread) % 13);
            if (!account.reserve(wanted, kStart)) continue;
            granted += wanted.micrograms();
            const Account::Counters now = account.counters(kStart);
            if (now.used + now.reserved > ug(kCeiling)) overshoot = true;
            if (round % 3 == 0) {
                account.release(wanted);
                granted -= wanted.micrograms();
            } else if (round % 3 == 1) { // settled at its estimate
                account.release(wanted);
                if (account.reserve(wanted, kStart)) continue;
                granted -= wanted.micrograms();
            }
        }
    });
    EXPECT_FALSE(overshoot);
    const Account::Counters now = account.counters(kStart);
    EXPECT_EQ((now.used + now.reserved).micrograms(), granted);
    EXPECT_LE(granted, kCeiling);
}

TEST(AccountThreads, B05_everyAmountLandsInItsOwnPeriod)
{
    // Three threads count one microgram at a time into the hour a shared clock shows while a fourth moves it on. In
    // each hour the totals they were told must then be 1, 2, 3 ... without gap or repeat.
    constexpr int kRounds = 100'000;
    using Told = std::pair<std::int64_t, std::int64_t>; // hour, total
    Account account(kHourly, kStart);
    std::atomic<std::int64_t> hour{0};
    std::atomic<int> adding{3};
    std::array<std::vector<Told>, 3> told;
    inParallel([&](int thread) {
        while (thread == 3 && adding > 0) {
            account.rollOver(kStart + hours{++hour});
        }
        if (thread == 3) return;
        for (int round = 0; round < kRounds; ++round) {
            const std::int64_t shown = hour;
            const Instant now = kStart + hours{shown};
            const Account::Added added = account.add(ug(1), now, now);
            if (added.counted) told[static_cast<std::size_t>(thread)].emplace_back(shown, added.used.micrograms());
        }
        --adding;
    });

    std::vector<Told> all;
    for (const auto &each : told)
        all.insert(all.end(), each.begin(), each.end());
    std::sort(all.begin(), all.end());
    EXPECT_GT(all.size(), 0U);
    Told before{-1, 0};
    for (const Told &each : all) {
        ASSERT_EQ(each.second, each.first == before.first ? before.second + 1 : 1) << "hour " << each.first;
        before = each;
    }
}

} // namespace
} // namespace greenward::budget
