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
    EXPECT_LT(changes.size(), 20'002U);
    EXPECT_EQ(changes.front(), (Change{Area::Budgets, ""})) << "too many keys become: look at all of it";
}

TEST(ChangeFeed, losesNothingBetweenThreads)
{
    ChangeFeed feed;
    constexpr int kEach = 2'000;
    std::vector<std::thread> markers;
    for (int t = 0; t < 4; ++t)
        markers.emplace_back([&feed, t] {
            for (int i = 0; i < kEach; ++i)
                feed.mark(Area::Batches, std::to_string(t * kEach + i));
        });
    std::set<std::string> seen;
    const auto look = [&] {
        for (const Change &change : feed.drain())
            seen.insert(change.key);
    };
    while (seen.size() < 1'000)
        look();
    for (std::thread &marker : markers)
        marker.join();
    look();
    EXPECT_EQ(seen.size(), 4U * kEach);
}

} // namespace
} // namespace greenward::engine
