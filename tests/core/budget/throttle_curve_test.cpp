#include "core/budget/throttle_curve.h"

#include <gtest/gtest.h>

#include <random>

namespace greenward::budget {
namespace {

constexpr GramsCO2e ug(std::int64_t micrograms)
{
    return GramsCO2e::fromMicrograms(micrograms);
}
constexpr GramsCO2e kLimit = GramsCO2e::fromGrams(1000);

TEST(ThrottleCurve, U7_delaysAtTheWrittenFills)
{
    struct Case
    {
        std::int64_t used_mg;
        ThrottleLevel level;
        std::int64_t delay_ms;
    };
    for (const Case &c : {Case{799'000, ThrottleLevel::None, 0}, Case{800'000, ThrottleLevel::Soft, 100},
                          Case{850'000, ThrottleLevel::Soft, 575}, Case{900'000, ThrottleLevel::Soft, 1050},
                          Case{950'000, ThrottleLevel::Soft, 1525}, Case{1'000'000, ThrottleLevel::Soft, 2000}}) {
        const Standing now = standing({}, kLimit, ug(c.used_mg * 1000));
        EXPECT_EQ(now.level, c.level) << c.used_mg;
        EXPECT_EQ(now.delay.count(), c.delay_ms) << c.used_mg;
    }
}

TEST(ThrottleCurve, C02_exactlyFullIsSoftAndExhaustedAndOneMicrogramMoreIsHard)
{
    const Standing below = standing({}, kLimit, kLimit - ug(1));
    EXPECT_EQ(below.level, ThrottleLevel::Soft);
    EXPECT_FALSE(below.exhausted);
    EXPECT_EQ(below.remaining, ug(1));
    const Standing full = standing({}, kLimit, kLimit);
    EXPECT_EQ(full.level, ThrottleLevel::Soft);
    EXPECT_TRUE(full.exhausted);
    EXPECT_EQ(full.remaining, ug(0));
    EXPECT_EQ(full.fill, 100_percent);
    const Standing above = standing({}, kLimit, kLimit + ug(1));
    EXPECT_EQ(above.level, ThrottleLevel::Hard);
    EXPECT_EQ(above.delay.count(), 0) << "rejected at once (T-05)";
    EXPECT_TRUE(above.exhausted);
    EXPECT_EQ(above.remaining, ug(0));
}

TEST(ThrottleCurve, B30_softBeginsExactlyAtItsThreshold)
{
    EXPECT_EQ(standing({}, kLimit, ug(800'000'000)).level, ThrottleLevel::Soft);
    EXPECT_EQ(standing({}, kLimit, ug(799'999'999)).level, ThrottleLevel::None);
    // 80 % of 3 ug is 2.4 ug: 2 are below it, 3 are above.
    EXPECT_EQ(standing({}, ug(3), ug(2)).level, ThrottleLevel::None);
    EXPECT_EQ(standing({}, ug(3), ug(3)).level, ThrottleLevel::Soft);
}

TEST(ThrottleCurve, C03_generalFormula)
{
    const ThrottleCurve curve{50_percent, 120_percent, milliseconds{0}, milliseconds{700}};
    EXPECT_EQ(standing(curve, kLimit, GramsCO2e::fromGrams(500)).delay.count(), 0);
    EXPECT_EQ(standing(curve, kLimit, GramsCO2e::fromGrams(850)).delay.count(), 350);
    EXPECT_EQ(standing(curve, kLimit, GramsCO2e::fromGrams(1200)).delay.count(), 700);
    EXPECT_EQ(standing(curve, kLimit, GramsCO2e::fromGrams(1200)).level, ThrottleLevel::Soft);
    EXPECT_EQ(standing(curve, kLimit, GramsCO2e::fromGrams(1100)).remaining, GramsCO2e::fromGrams(100));
    EXPECT_FALSE(standing(curve, kLimit, GramsCO2e::fromGrams(1100)).exhausted);
    EXPECT_EQ(standing(curve, kLimit, GramsCO2e::fromGrams(1201)).level, ThrottleLevel::Hard);
}

TEST(ThrottleCurve, C03_equalThresholdsHaveNoSoftBand)
{
    const ThrottleCurve curve{100_percent, 100_percent, milliseconds{100}, milliseconds{2000}};
    EXPECT_TRUE(checkCurve(curve).has_value());
    EXPECT_EQ(standing(curve, kLimit, kLimit).level, ThrottleLevel::None);
    EXPECT_TRUE(standing(curve, kLimit, kLimit).exhausted);
    EXPECT_EQ(standing(curve, kLimit, kLimit + ug(1)).level, ThrottleLevel::Hard);
    EXPECT_EQ(linesOf(curve, kLimit).soft, Lines::kNever);
}

TEST(ThrottleCurve, C12_zeroLetsNothingThroughAndUnlimitedEverything)
{
    const Standing zero = standing({}, GramsCO2e{}, GramsCO2e{});
    EXPECT_EQ(zero.level, ThrottleLevel::Hard);
    EXPECT_TRUE(zero.exhausted);
    EXPECT_EQ(zero.fill, std::nullopt);
    const Standing unlimited = standing({}, std::nullopt, kLargestCarbon);
    EXPECT_EQ(unlimited.level, ThrottleLevel::None);
    EXPECT_FALSE(unlimited.exhausted);
    EXPECT_EQ(unlimited.remaining, std::nullopt);
}

TEST(ThrottleCurve, C03_refusesWhatMakesNoCurve)
{
    const auto problem = [](Percent soft, Percent hard, int low, int high) {
        const auto answer = checkCurve({soft, hard, milliseconds{low}, milliseconds{high}});
        return answer ? std::string() : answer.error().subject;
    };
    EXPECT_EQ(problem(0_percent, 100_percent, 0, 1), "soft");
    EXPECT_EQ(problem(90_percent, 80_percent, 0, 1), "soft");
    EXPECT_EQ(problem(80_percent, 1001_percent, 0, 1), "hard");
    EXPECT_EQ(problem(80_percent, 100_percent, -1, 1), "delay");
    EXPECT_EQ(problem(80_percent, 100_percent, 200, 100), "delay");
    EXPECT_EQ(problem(80_percent, 100_percent, 0, 3'600'001), "delay");
    EXPECT_EQ(problem(80_percent, 1000_percent, 0, 0), "");
}

TEST(ThrottleCurve, linesAndStandingAgreeForAnyCurveLimitAndUsage)
{
    std::mt19937_64 random(7); // the seed of this test
    const auto draw = [&](std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution<std::int64_t>(low, high)(random);
    };
    for (int round = 0; round < 20'000; ++round) {
        ThrottleCurve curve;
        curve.hard = Percent::fromMillionths(draw(1, 1'000'000'000));
        curve.soft = Percent::fromMillionths(draw(1, curve.hard.millionths()));
        const GramsCO2e limit = ug(round % 2 == 0 ? draw(1, 1000) : draw(1, 400'000'000'000'000'000));
        const Lines lines = linesOf(curve, limit);
        for (const std::int64_t line : {lines.soft, lines.exhausted, lines.hard, draw(0, 1'000'000)}) {
            if (line == Lines::kNever) continue;
            for (const std::int64_t used : {line - 1, line, line + 1}) {
                if (used < 0) continue;
                const Standing now = standing(curve, limit, ug(used));
                ASSERT_EQ(now.level == ThrottleLevel::Hard, used >= lines.hard) << "round " << round;
                ASSERT_EQ(now.exhausted, used >= lines.exhausted) << "round " << round;
                ASSERT_EQ(now.level == ThrottleLevel::Soft, used >= lines.soft && used < lines.hard)
                    << "round " << round;
                ASSERT_GE(now.delay.count(), 0);
                ASSERT_LE(now.delay, curve.maxDelay);
            }
        }
    }
}

TEST(ThrottleCurve, delayNeverFallsWhileUsageGrows)
{
    milliseconds last{0};
    for (std::int64_t used = 0; used <= 1000; ++used) {
        const Standing now = standing({}, kLimit, GramsCO2e::fromGrams(used));
        ASSERT_GE(now.delay, last) << used;
        last = now.delay;
    }
    EXPECT_EQ(last.count(), 2000);
}

} // namespace
} // namespace greenward::budget
