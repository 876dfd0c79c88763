#include "core/tiering/schedule.h"

#include "tests/core/tiering/samples.h"

#include <gtest/gtest.h>

namespace greenward::tiering {
namespace {

using namespace std::chrono_literals;

Policy withSchedule(Schedule schedule, int hour = 2)
{
    Policy policy;
    policy.schedule = schedule;
    policy.batchHour = hour;
    return policy;
}

bool isOpenAt(const Policy &policy, std::string_view when)
{
    const Gate gate = shouldMigrateNow(policy, at(when), {});
    EXPECT_EQ(gate.open, gate.reason.empty());
    return gate.open;
}

TEST(Schedule, M08_immediateIsAlwaysOpen)
{
    EXPECT_TRUE(isOpenAt(withSchedule(Schedule::Immediate), "2026-08-20T13:00:00Z"));
    EXPECT_EQ(nextWindow(withSchedule(Schedule::Immediate), at("2026-08-20")), std::nullopt);
}

TEST(Schedule, C42_dailyIsTwoHoursFromTheBatchHour)
{
    const Policy policy = withSchedule(Schedule::DailyBatch);
    EXPECT_FALSE(isOpenAt(policy, "2026-08-20T01:59:59.999Z"));
    EXPECT_TRUE(isOpenAt(policy, "2026-08-20T02:00:00Z"));
    EXPECT_TRUE(isOpenAt(policy, "2026-08-20T03:59:59.999Z"));
    EXPECT_FALSE(isOpenAt(policy, "2026-08-20T04:00:00Z"));
    const Gate gate = shouldMigrateNow(policy, at("2026-08-20T04:00:00Z"), {});
    EXPECT_EQ(gate.opensAt, at("2026-08-21T02:00:00Z"));
    EXPECT_EQ(gate.reason, "waits for the window at 2:00 UTC");
    EXPECT_EQ(shouldMigrateNow(policy, at("2026-08-20T03:00:00Z"), {}).closesAt, at("2026-08-20T04:00:00Z"));
    EXPECT_EQ(nextWindow(policy, at("2026-08-20T03:00:00Z")), at("2026-08-20T02:00:00Z")) << "the open one";
    EXPECT_EQ(nextWindow(policy, at("2026-08-20T00:00:00Z")), at("2026-08-20T02:00:00Z"));
}

TEST(Schedule, aWindowThatPassesMidnightStaysOpen)
{
    const Policy policy = withSchedule(Schedule::DailyBatch, 23);
    EXPECT_TRUE(isOpenAt(policy, "2026-08-20T23:30:00Z"));
    EXPECT_TRUE(isOpenAt(policy, "2026-08-21T00:59:59Z"));
    EXPECT_FALSE(isOpenAt(policy, "2026-08-21T01:00:00Z"));
    Policy weekly = withSchedule(Schedule::WeeklyBatch, 23);
    weekly.batchDay = std::chrono::Saturday; // 2026-08-22
    EXPECT_TRUE(isOpenAt(weekly, "2026-08-23T00:30:00Z"));
}

TEST(Schedule, C42_weeklyIsOnlyOnItsDay)
{
    const Policy policy = withSchedule(Schedule::WeeklyBatch); // Sunday 2026-08-23
    EXPECT_FALSE(isOpenAt(policy, "2026-08-22T02:30:00Z"));
    EXPECT_TRUE(isOpenAt(policy, "2026-08-23T02:30:00Z"));
    EXPECT_FALSE(isOpenAt(policy, "2026-08-24T02:30:00Z"));
    const Gate gate = shouldMigrateNow(policy, at("2026-08-23T04:00:00Z"), {});
    EXPECT_EQ(gate.opensAt, at("2026-08-30T02:00:00Z"));
    EXPECT_EQ(gate.reason, "waits for the window at 2:00 UTC on sunday");
    EXPECT_EQ(shouldMigrateNow(policy, at("2026-08-23T01:59:00Z"), {}).opensAt, at("2026-08-23T02:00:00Z"));
}

/// One value an hour, the newest first.
std::vector<Observation> hourly(Instant now, const std::vector<std::int64_t> &grams)
{
    std::vector<Observation> out;
    for (std::size_t i = 0; i < grams.size(); ++i)
        out.push_back({now - 1h * static_cast<int>(i), GramsPerKwh::fromMilligrams(grams[i] * 1000)});
    return {out.rbegin(), out.rend()};
}

TEST(Schedule, C41_lowCarbonWaitsWithoutObservations)
{
    const Instant now = at("2026-08-20T12:00:00Z");
    const Policy policy = withSchedule(Schedule::LowCarbonWindow);
    const Gate gate = shouldMigrateNow(policy, now, {});
    EXPECT_FALSE(gate.open);
    EXPECT_NE(gate.reason.find("0 of the last 24 hours have an observed intensity, 18 are needed"), std::string::npos);
    EXPECT_EQ(nextWindow(policy, now), std::nullopt);
    EXPECT_FALSE(shouldMigrateNow(policy, now, hourly(now, std::vector<std::int64_t>(17, 100))).open);
}

TEST(Schedule, C41_lowCarbonOpensStrictlyBelowTheMean)
{
    const Instant now = at("2026-08-20T12:00:00Z");
    const Policy policy = withSchedule(Schedule::LowCarbonWindow);
    std::vector<std::int64_t> values(18, 200);
    EXPECT_FALSE(shouldMigrateNow(policy, now, hourly(now, values)).open) << "equal is not below";
    values[0] = 199;
    EXPECT_TRUE(shouldMigrateNow(policy, now, hourly(now, values)).open);
    values[0] = 201;
    EXPECT_FALSE(shouldMigrateNow(policy, now, hourly(now, values)).open);
}

TEST(Schedule, C41_hoursWeighTheSameHoweverOftenTheyWereObserved)
{
    const Instant now = at("2026-08-20T12:00:00Z");
    std::vector<Observation> observed = hourly(now, std::vector<std::int64_t>(20, 300));
    observed.back().value = GramsPerKwh::fromMilligrams(250'000);
    // A dirty hour sampled every second does not lift the mean beyond that one hour.
    for (int i = 1; i < 3000; ++i)
        observed.push_back({now - 5h - milliseconds{i}, GramsPerKwh::fromMilligrams(100'000)});
    // Means: 250, 18 x 300 or less, one near 100: 287; 250 is below.
    EXPECT_TRUE(shouldMigrateNow(withSchedule(Schedule::LowCarbonWindow), now, observed).open);
}

TEST(Schedule, C41_anOldObservationIsNotTheCurrentOne)
{
    const Instant now = at("2026-08-20T12:00:00Z");
    std::vector<std::int64_t> values(23, 200);
    values[0] = 10;
    const auto observed = hourly(now - 61min, values);
    const Gate gate = shouldMigrateNow(withSchedule(Schedule::LowCarbonWindow), now, observed);
    EXPECT_FALSE(gate.open);
    EXPECT_NE(gate.reason.find("older than an hour"), std::string::npos);
}

} // namespace
} // namespace greenward::tiering
