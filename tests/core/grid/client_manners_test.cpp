#include "core/grid/breaker.h"
#include "core/grid/request_budget.h"
#include "core/grid/retry_plan.h"

#include <gtest/gtest.h>

namespace greenward::grid {
namespace {

constexpr milliseconds kNow{1'000'000};
constexpr milliseconds kSecond{1000};

TEST(Breaker, C26_fiveFailuresCloseTheWayForAMinuteAndThenOneMayTry)
{
    Breaker breaker;
    for (int i = 0; i < 4; ++i)
        breaker.failed(kNow);
    EXPECT_TRUE(breaker.mayAsk(kNow));
    breaker.failed(kNow);
    EXPECT_EQ(breaker.state(kNow), Breaker::State::Open);
    EXPECT_FALSE(breaker.mayAsk(kNow + 59 * kSecond));
    EXPECT_TRUE(breaker.mayAsk(kNow + 60 * kSecond));
    EXPECT_FALSE(breaker.mayAsk(kNow + 60 * kSecond)) << "one trial, not a crowd";
    breaker.succeeded();
    EXPECT_EQ(breaker.state(kNow), Breaker::State::Closed);
    EXPECT_TRUE(breaker.mayAsk(kNow + 61 * kSecond));
}

TEST(Breaker, eachFailedTrialDoublesThePauseUpToItsEnd)
{
    Breaker breaker;
    for (int i = 0; i < 5; ++i)
        breaker.failed(kNow);
    milliseconds at = kNow;
    for (const int pause : {60, 120, 240, 480, 900, 900}) {
        EXPECT_EQ(breaker.opensAt(), at + pause * kSecond);
        at = *breaker.opensAt();
        EXPECT_TRUE(breaker.mayAsk(at));
        breaker.failed(at);
    }
}

TEST(Breaker, aSuccessInBetweenBeginsTheCountAnew)
{
    Breaker breaker;
    for (int i = 0; i < 50; ++i) {
        breaker.failed(kNow);
        if (i % 4 == 3) breaker.succeeded();
    }
    EXPECT_EQ(breaker.state(kNow), Breaker::State::Closed);
}

TEST(Breaker, lateFailuresDoNotLengthenThePauseAndACancelledTrialMayBeRepeated)
{
    Breaker breaker;
    for (int i = 0; i < 9; ++i)
        breaker.failed(kNow + i * kSecond);
    EXPECT_EQ(breaker.opensAt(), kNow + 64 * kSecond);
    EXPECT_TRUE(breaker.mayAsk(kNow + 64 * kSecond));
    breaker.undecided();
    EXPECT_TRUE(breaker.mayAsk(kNow + 64 * kSecond));
}

TEST(RequestBudget, givesABurstAndThenOnePerInterval)
{
    RequestBudget budget(3, kSecond);
    EXPECT_EQ(budget.left(kNow), 3);
    EXPECT_TRUE(budget.take(kNow));
    EXPECT_TRUE(budget.take(kNow));
    EXPECT_TRUE(budget.take(kNow));
    EXPECT_FALSE(budget.take(kNow));
    EXPECT_EQ(budget.left(kNow), 0);
    EXPECT_EQ(budget.wait(kNow), kSecond);
    EXPECT_FALSE(budget.take(kNow + milliseconds{999}));
    EXPECT_TRUE(budget.take(kNow + kSecond));
    EXPECT_EQ(budget.left(kNow + 10 * kSecond), 3);
}

TEST(RequestBudget, neverPassesItsRateOverAnHour)
{
    RequestBudget budget(5, std::chrono::minutes{2}); // 30 an hour
    int taken = 0;
    for (milliseconds at = kNow; at < kNow + std::chrono::hours{1}; at += milliseconds{137})
        taken += budget.take(at) ? 1 : 0;
    EXPECT_EQ(taken, 5 + 29);
}

TEST(RetryPlan, C26_fourTriesAfterOneTwoAndFourSecondsWithJitter)
{
    const RetryPlan plan;
    const ProviderProblem down{Trouble::Down, {}, {}};
    EXPECT_EQ(plan.waitAfter(1, down, 0), milliseconds{500});
    EXPECT_EQ(plan.waitAfter(1, down, 0xFFFF'FFFF), milliseconds{1000});
    EXPECT_EQ(plan.waitAfter(2, down, 0xFFFF'FFFF), milliseconds{2000});
    EXPECT_EQ(plan.waitAfter(3, down, 0xFFFF'FFFF), milliseconds{4000});
    EXPECT_EQ(plan.waitAfter(4, down, 0), std::nullopt);
}

TEST(RetryPlan, G12_whatTheProviderAsksForIsHonoured)
{
    const RetryPlan plan;
    EXPECT_EQ(plan.waitAfter(1, {Trouble::RateLimited, {}, std::chrono::seconds{17}}, 0), milliseconds{17'000});
    EXPECT_EQ(plan.waitAfter(1, {Trouble::RateLimited, {}, std::chrono::seconds{61}}, 0), std::nullopt);
}

TEST(RetryPlan, nothingIsRepeatedThatCannotComeOutOtherwise)
{
    const RetryPlan plan;
    for (const Trouble trouble : {Trouble::WrongCredentials, Trouble::NotInPlan, Trouble::NotCovered,
                                  Trouble::BadRequest, Trouble::BadAnswer, Trouble::Sandbox, Trouble::NotSupported})
        EXPECT_EQ(plan.waitAfter(1, {trouble, {}, {}}, 0), std::nullopt) << troubleName(trouble);
    EXPECT_EQ(plan.waitAfter(1, {.trouble = Trouble::Down, .lasting = true}, 0), std::nullopt) << "no such name";
}

} // namespace
} // namespace greenward::grid
