#include "core/budget/rehearsal.h"

#include "core/base/time_text.h"

#include <gtest/gtest.h>

#include <random>

namespace greenward::budget {
namespace {

Instant at(std::string_view text)
{
    return parseInstant(text, "at").value();
}

GramsCO2e grams(std::int64_t amount)
{
    return GramsCO2e::fromGrams(amount);
}

BudgetConfig configOf(std::optional<GramsCO2e> limit, PeriodKind kind = PeriodKind::Day)
{
    BudgetConfig config;
    config.limit = limit;
    config.period.kind = kind;
    return config;
}

HourOfUse hour(std::string_view when, std::uint64_t operations, GramsCO2e amount)
{
    return {at(when), operations, amount};
}

/// The same, one operation after the other, as admission itself decides.
RehearsalEffect oneByOne(const BudgetConfig &config, const ThrottleCurve &curve, const std::vector<HourOfUse> &hours)
{
    RehearsalEffect effect;
    std::optional<Period> period;
    GramsCO2e used;
    bool refusing = false;
    for (const HourOfUse &one : hours) {
        if (!period || one.hour >= period->end) {
            period = periodAt(config.period, one.hour);
            used = {};
            refusing = false;
        }
        const auto each =
            GramsCO2e::fromMicrograms(one.amount.micrograms() / static_cast<std::int64_t>(one.operations));
        for (std::uint64_t i = 0; i < one.operations; ++i) {
            ++effect.operations;
            effect.recorded = effect.recorded + each;
            const Standing now = standing(curve, config.limit, used);
            const bool fits = !config.limit || used + each <= ceiling(curve, *config.limit);
            if (now.level == ThrottleLevel::Hard || !fits) {
                ++effect.refused;
                effect.avoided = effect.avoided + each;
                if (!effect.firstRefusal) effect.firstRefusal = one.hour;
                effect.refusingPeriods += refusing ? 0U : 1U;
                refusing = true;
                continue;
            }
            if (now.level == ThrottleLevel::Soft) {
                ++effect.delayed;
                effect.waiting += now.delay;
                if (!effect.firstDelay) effect.firstDelay = one.hour;
            }
            used = used + each;
        }
    }
    return effect;
}

TEST(Rehearsal, workedExampleOfOneDay)
{
    // 120 operations of 1 g against 100 g a day: 80 pass, 20 wait 100, 195, ... 1905 ms, 20 are refused.
    const auto effect =
        rehearse(configOf(grams(100)), {}, std::vector{hour("2026-05-04T10:00:00Z", 120, grams(120))}, {}).value();
    EXPECT_EQ(effect.operations, 120U);
    EXPECT_EQ(effect.delayed, 20U);
    EXPECT_EQ(effect.refused, 20U);
    EXPECT_EQ(effect.waiting, milliseconds(20 * (100 + 1905) / 2));
    EXPECT_EQ(effect.avoided, grams(20));
    EXPECT_EQ(effect.recorded, grams(120));
    EXPECT_EQ(effect.refusingPeriods, 1U);
    EXPECT_EQ(effect.firstDelay, at("2026-05-04T10:00:00Z"));
    EXPECT_EQ(effect.firstRefusal, at("2026-05-04T10:00:00Z"));
}

TEST(Rehearsal, agreesWithAdmissionOperationByOperation)
{
    const std::uint64_t seed = 20260504;
    std::mt19937_64 random(seed);
    const auto below = [&](std::int64_t most) {
        return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most));
    };
    for (int round = 0; round < 300; ++round) {
        SCOPED_TRACE("seed " + std::to_string(seed) + ", round " + std::to_string(round));
        ThrottleCurve curve;
        curve.soft = Percent::fromMillionths(1'000'000 + below(100'000'000));
        curve.hard = Percent::fromMillionths(curve.soft.millionths() + below(60'000'000));
        curve.minDelay = milliseconds{below(500)};
        curve.maxDelay = curve.minDelay + milliseconds{below(3000)};
        const auto kind = static_cast<PeriodKind>(below(3));
        const auto config = configOf(GramsCO2e::fromMicrograms(below(1'000'000)), kind);
        std::vector<HourOfUse> hours;
        Instant when = at("2026-05-04T00:00:00Z");
        for (int i = 0; i < 40; ++i) {
            when += std::chrono::hours{1 + below(20)};
            const std::int64_t count = 1 + below(30);
            hours.push_back(
                {when, static_cast<std::uint64_t>(count), GramsCO2e::fromMicrograms(count * below(20'000))});
        }
        const RehearsalEffect exact = oneByOne(config, curve, hours);
        RehearsalEffect effect = rehearse(config, curve, hours, {}).value();
        // Each delay is rounded to the millisecond for itself there, their sum once an hour here.
        EXPECT_NEAR(static_cast<double>(effect.waiting.count()), static_cast<double>(exact.waiting.count()),
                    static_cast<double>(exact.delayed) * 0.5 + 40);
        effect.waiting = exact.waiting;
        EXPECT_EQ(effect, exact);
    }
}

TEST(Rehearsal, whatWasUsedBeforeTheWindowCountsButIsNotRefused)
{
    const std::vector hours{hour("2026-05-04T08:00:00Z", 1, grams(150)), hour("2026-05-04T10:00:00Z", 5, grams(5)),
                            hour("2026-05-05T10:00:00Z", 5, grams(5))};
    const auto effect = rehearse(configOf(grams(100)), {}, hours, at("2026-05-04T09:00:00Z")).value();
    EXPECT_EQ(effect.operations, 10U);
    EXPECT_EQ(effect.refused, 5U) << "the day was full before; the next one is not";
    EXPECT_EQ(effect.refusingPeriods, 1U);
}

TEST(Rehearsal, C12_unlimitedRefusesNothingAndZeroLetsNothingThrough)
{
    const std::vector hours{hour("2026-05-04T08:00:00Z", 1'000'000'000'000, grams(1'000'000))};
    EXPECT_EQ(rehearse(configOf(std::nullopt), {}, hours, {})->refused, 0U);
    EXPECT_EQ(rehearse(configOf(std::nullopt), {}, hours, {})->delayed, 0U);
    const auto nothing = rehearse(configOf(grams(0)), {}, hours, {}).value();
    EXPECT_EQ(nothing.refused, 1'000'000'000'000U);
    EXPECT_EQ(nothing.avoided, grams(1'000'000));
}

TEST(Rehearsal, shadowModeLetsEverythingThrough)
{
    BudgetConfig config = configOf(grams(10));
    config.shadow = true;
    const auto effect = rehearse(config, {}, std::vector{hour("2026-05-04T08:00:00Z", 20, grams(20))}, {}).value();
    EXPECT_EQ(effect.operations, 20U);
    EXPECT_EQ(effect.delayed + effect.refused, 0U);
}

TEST(Rehearsal, operationsThatEmitNothingWaitButAreNotRefusedBelowTheLimit)
{
    const std::vector hours{hour("2026-05-04T08:00:00Z", 1, grams(90)), hour("2026-05-04T09:00:00Z", 10, grams(0))};
    const auto effect = rehearse(configOf(grams(100)), {}, hours, {}).value();
    EXPECT_EQ(effect.delayed, 10U);
    EXPECT_EQ(effect.waiting, milliseconds(10'500));
    EXPECT_EQ(effect.refused, 0U);
}

TEST(Rehearsal, sumsBeyond64BitsAreSaidToBe)
{
    std::vector<HourOfUse> hours;
    for (int i = 0; i < 3; ++i)
        hours.push_back({at("2026-05-04T00:00:00Z") + std::chrono::hours{i}, 1, kLargestCarbon});
    EXPECT_EQ(rehearse(configOf(std::nullopt), {}, hours, {}).error().code, ErrorCode::Overflow);
}

} // namespace
} // namespace greenward::budget
