#include "core/base/json_fields.h"
#include "core/tiering/policy.h"

#include <gtest/gtest.h>

namespace greenward::tiering {
namespace {

using namespace std::chrono_literals;

TEST(Policy, M01_theDefaultsAreTheSpecifiedOnes)
{
    const Policy policy;
    EXPECT_EQ(policy.coldAfter, 24h * 30);
    EXPECT_EQ(policy.targetScore.text(), "80");
    EXPECT_EQ(policy.maxBatch.bytes(), 10'737'418'240); // C-46
    EXPECT_EQ(policy.concurrency, 5);
    EXPECT_EQ(policy.batchHour, 2);
    EXPECT_EQ(policy.batchDay, std::chrono::Sunday);
    EXPECT_EQ(policy.lifetimeYears, 3);
    EXPECT_TRUE(policy.respectBudget);
    EXPECT_TRUE(policy.enabled);
    EXPECT_EQ(policy.relocation, Relocation::Move);
    EXPECT_EQ(policy.grace, 24h * 7);
    EXPECT_TRUE(validate(policy));
}

TEST(Policy, M03_readsBackTheSameValue)
{
    Policy policy;
    policy.coldAfter = 90min;
    policy.targetScore = ScorePoints::fromMillionths(60'250'000);
    policy.schedule = Schedule::WeeklyBatch;
    policy.batchHour = 23;
    policy.batchDay = std::chrono::Saturday;
    policy.maxBatch = DataSize::fromBytes(1);
    policy.concurrency = 64;
    policy.respectBudget = false;
    policy.relocation = Relocation::Move;
    policy.leaveBehind = LeaveBehind::Pointer;
    policy.grace = 0s;
    policy.lifetimeYears = 50;
    policy.networkPath = NetworkPath::Internet;
    policy.enabled = false;
    const auto again = policyFromJson(parseJson(jsonText(toJson(policy)), "policy").value());
    ASSERT_TRUE(again) << again.error().detail;
    EXPECT_EQ(*again, policy);
    EXPECT_EQ(policyFromJson(parseJson("{}", "policy").value()).value(), Policy());
}

TEST(Policy, M04_refusesNamingFieldAndValue)
{
    const auto problem = [](auto change) {
        Policy policy;
        change(policy);
        const auto checked = validate(policy);
        return checked ? "" : checked.error().subject + ": " + checked.error().detail;
    };
    EXPECT_EQ(problem([](Policy &p) { p.coldAfter = 0s; }), "cold-after: \"0\" is outside 1s to 3650d");
    EXPECT_EQ(problem([](Policy &p) { p.targetScore = ScorePoints::fromMillionths(100'000'001); }),
              "target-score: \"100.000001\" is outside 0 to 100");
    EXPECT_EQ(problem([](Policy &p) { p.batchHour = 24; }), "batch-hour: \"24\" is outside 0 to 23");
    EXPECT_EQ(problem([](Policy &p) { p.batchHour = -1; }), "batch-hour: \"-1\" is outside 0 to 23");
    EXPECT_EQ(problem([](Policy &p) { p.maxBatch = DataSize(); }), "max-batch: \"0\" is outside 1 byte to 1 PiB");
    EXPECT_EQ(problem([](Policy &p) { p.concurrency = 65; }), "concurrency: \"65\" is outside 1 to 64");
    EXPECT_EQ(problem([](Policy &p) { p.concurrency = 0; }), "concurrency: \"0\" is outside 1 to 64");
    EXPECT_EQ(problem([](Policy &p) { p.grace = -1s; }), "grace: \"-1s\" is outside 0 to 3650d");
    EXPECT_EQ(problem([](Policy &p) { p.lifetimeYears = 0; }), "lifetime-years: \"0\" is outside 1 to 50");
    EXPECT_EQ(problem([](Policy &p) { p.batchDay = std::chrono::weekday{9}; }),
              "batch-day: \"?\" is outside sunday to saturday");
    EXPECT_EQ(problem([](Policy &p) {
                  p.relocation = Relocation::CopyOnly;
                  p.leaveBehind = LeaveBehind::Symlink;
              }),
              "leave-behind: \"symlink\" has no place with relocation copy-only: the source stays");
    EXPECT_EQ(problem([](Policy &p) { p.batchHour = 0; }), "");
}

TEST(Policy, wrongJsonIsNamedByMember)
{
    const auto problem = [](std::string_view json) {
        const auto policy = policyFromJson(parseJson(json, "policy").value());
        return policy ? "" : policy.error().subject + ": " + policy.error().detail;
    };
    EXPECT_EQ(problem(R"({"concurrency":65})"), "concurrency: 65 is outside 1 to 64");
    EXPECT_EQ(problem(R"({"schedule":"hourly"})"),
              "schedule: \"hourly\" is not a schedule; use immediate, low-carbon, daily or weekly");
    EXPECT_EQ(problem(R"({"batch_day":"someday"})"), "batch-day: \"someday\" is not a day; use sunday to saturday");
    EXPECT_EQ(problem(R"({"target_score":"101"})"), "target_score: \"101\" is outside 0 to 100");
    EXPECT_EQ(problem(R"({"enabled":"yes"})"), "enabled: \"yes\" is not true or false");
    EXPECT_EQ(problem(R"({"network_path":"post"})"),
              "network-path: \"post\" is not a path; use inter-datacentre, inter-region or internet");
    EXPECT_EQ(problem(R"([])"), "policy: [] is not a JSON object");
}

TEST(Policy, everyNameReadsBack)
{
    for (const Schedule schedule :
         {Schedule::Immediate, Schedule::LowCarbonWindow, Schedule::DailyBatch, Schedule::WeeklyBatch})
        EXPECT_EQ(parseSchedule(scheduleName(schedule)).value(), schedule);
    for (unsigned day = 0; day < 7; ++day)
        EXPECT_EQ(parseWeekday(weekdayName(std::chrono::weekday{day})).value(), std::chrono::weekday{day});
    for (const NetworkPath path : {NetworkPath::InterDatacentre, NetworkPath::InterRegion, NetworkPath::Internet})
        EXPECT_EQ(parseNetworkPath(networkPathName(path)).value(), path);
    EXPECT_EQ(weekdayName(std::chrono::Sunday), "sunday");
}

} // namespace
} // namespace greenward::tiering
