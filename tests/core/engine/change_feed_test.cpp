#include "core/engine/change_feed.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include <thread>

namespace greenward::engine {
namespace {

TEST(ChangeFeed, tellsEachChangeOnceAndThenForgetsIt)
{
    ChangeFeed feed;
    feed.mark(Area::Budgets, "acme");
    feed.mark(Area::Budgets, "acme");
    feed.mark(Area::Grid);
    EXPECT_EQ(feed.drain(), (std::vector<Change>{{Area::Budgets, "acme"}, {Area::Grid, ""}}));
    EXPECT_TRUE(feed.drain().empty());
}

TEST(ChangeFeed, staysSmallWhenNobodyLooks)
{
    ChangeFeed feed;
    for (int i = 0; i < 100'000; ++i)
        feed.mark(Area::Budgets, "tenant " + std::to_string(i));
    const std::vector<Change> changes = feed.drain();
    EXPECT_EQ(changes, (std::vector<Change>{{Area::Budgets, ""}})) << "too many keys become: look at all of it";
    feed.mark(Area::Budgets, "acme");
    EXPECT_EQ(feed.drain(), (std::vector<Change>{{Area::Budgets, "acme"}}));
}

TEST(ChangeFeed, losesNothingBetweenThreads)
{
    ChangeFeed feed;
    constexpr int kThreads = 4;
    constexpr int kEach = 60; // all together fewer than become "all of it"
    constexpr int kTimes = 50;
    std::vector<std::thread> markers;
    for (int t = 0; t < kThreads; ++t)
        markers.emplace_back([&feed, t] {
            for (int i = 0; i < kEach * kTimes; ++i)
                feed.mark(Area::Batches, std::to_string(t * kEach + i % kEach));
        });
    std::set<std::string> seen;
    const auto look = [&] {
        for (const Change &change : feed.drain())
            seen.insert(change.key);
    };
    while (seen.size() < kThreads * kEach / 2)
        look();
    for (std::thread &marker : markers)
        marker.join();
    look();
    EXPECT_EQ(seen.size(), kThreads * std::size_t{kEach});
}

} // namespace
} // namespace greenward::engine
