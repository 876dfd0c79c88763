#include "core/tiering/policy.h"

#include "core/base/json_fields.h"
#include "core/base/time_text.h"

#include <array>
#include <utility>

namespace greenward::tiering {
namespace {

constexpr std::array<std::pair<Schedule, std::string_view>, 4> kSchedules{{{Schedule::Immediate, "immediate"},
                                                                           {Schedule::LowCarbonWindow, "low-carbon"},
                                                                           {Schedule::DailyBatch, "daily"},
                                                                           {Schedule::WeeklyBatch, "weekly"}}};
constexpr std::array<std::string_view, 7> kDays{"sunday",   "monday", "tuesday", "wednesday",
                                                "thursday", "friday", "saturday"};

constexpr std::chrono::seconds kLongest = std::chrono::hours{24 * 3650};
constexpr DataSize kLargestBatch = DataSize::fromGibibytes(1'048'576);
constexpr int kMostConcurrent = 64;
constexpr int kLongestLifetime = 50;

Unexpected<Error> outside(std::string_view field, const std::string &value, std::string_view range)
{
    return fail(ErrorCode::InvalidInput, field, "\"" + value + "\" is outside " + std::string(range));
}

Result<void> readWhole(const JsonFields &fields, const std::string &name, std::int64_t low, std::int64_t high,
                       int &into)
{
    if (!fields.has(name)) return {};
    CORE_TRY(const std::int64_t value, fields.integer(name, low, high));
    into = static_cast<int>(value);
    return {};
}

Result<void> readSeconds(const JsonFields &fields, const std::string &name, std::chrono::seconds &into)
{
    if (!fields.has(name)) return {};
    CORE_TRY(const std::int64_t value, fields.integer(name, 0, kLongest.count()));
    into = std::chrono::seconds{value};
    return {};
}

Result<void> readFlag(const JsonFields &fields, const std::string &name, bool &into)
{
    if (!fields.has(name)) return {};
    CORE_TRY(into, fields.flag(name));
    return {};
}

template<typename T, typename Parse>
Result<void> readName(const JsonFields &fields, const std::string &name, T &into, Parse parse)
{
    if (!fields.has(name)) return {};
    CORE_TRY(const std::string text, fields.text(name));
    CORE_TRY(into, parse(text));
    return {};
}

} // namespace

std::string_view scheduleName(Schedule schedule)
{
    for (const auto &[known, name] : kSchedules)
        if (known == schedule) return name;
    return kSchedules.front().second;
}

Result<Schedule> parseSchedule(std::string_view text)
{
    for (const auto &[schedule, name] : kSchedules)
        if (text == name) return schedule;
    return fail(ErrorCode::InvalidInput, "schedule",
                "\"" + std::string(text) + "\" is not a schedule; use immediate, low-carbon, daily or weekly");
}

std::string_view weekdayName(std::chrono::weekday day)
{
    return kDays[day.c_encoding() % kDays.size()];
}

Result<std::chrono::weekday> parseWeekday(std::string_view text)
{
    for (unsigned i = 0; i < kDays.size(); ++i)
        if (text == kDays[i]) return std::chrono::weekday{i};
    return fail(ErrorCode::InvalidInput, "batch-day",
                "\"" + std::string(text) + "\" is not a day; use sunday to saturday");
}

Result<void> validate(const Policy &policy)
{
    using std::chrono::seconds;
    if (policy.coldAfter <= seconds{0} || policy.coldAfter > kLongest)
        return outside("cold-after", durationText(policy.coldAfter), "1s to 3650d");
    if (policy.targetScore < ScorePoints() || policy.targetScore > ScorePoints::fromMillionths(100'000'000))
        return outside("target-score", policy.targetScore.text(), "0 to 100");
    if (policy.batchHour < 0 || policy.batchHour > 23)
        return outside("batch-hour", std::to_string(policy.batchHour), "0 to 23");
    if (!policy.batchDay.ok()) return outside("batch-day", "?", "sunday to saturday");
    if (policy.maxBatch <= DataSize() || policy.maxBatch > kLargestBatch)
        return outside("max-batch", std::to_string(policy.maxBatch.bytes()), "1 byte to 1 PiB");
    if (policy.concurrency < 1 || policy.concurrency > kMostConcurrent)
        return outside("concurrency", std::to_string(policy.concurrency), "1 to 64");
    if (policy.grace < seconds{0} || policy.grace > kLongest)
        return outside("grace", durationText(policy.grace), "0 to 3650d");
    if (policy.lifetimeYears < 1 || policy.lifetimeYears > kLongestLifetime)
        return outside("lifetime-years", std::to_string(policy.lifetimeYears), "1 to 50");
    if (policy.relocation == Relocation::CopyOnly && policy.leaveBehind != LeaveBehind::Nothing)
        return fail(ErrorCode::InvalidInput, "leave-behind",
                    "\"" + std::string(leaveBehindName(policy.leaveBehind)) +
                        "\" has no place with relocation copy-only: the source stays");
    return {};
}

Json toJson(const Policy &policy)
{
    return {{"enabled", policy.enabled},
            {"cold_after_s", policy.coldAfter.count()},
            {"target_score", policy.targetScore.text()},
            {"schedule", scheduleName(policy.schedule)},
            {"batch_hour", policy.batchHour},
            {"batch_day", weekdayName(policy.batchDay)},
            {"max_batch_bytes", policy.maxBatch.bytes()},
            {"concurrency", policy.concurrency},
            {"respect_budget", policy.respectBudget},
            {"relocation", relocationName(policy.relocation)},
            {"leave_behind", leaveBehindName(policy.leaveBehind)},
            {"grace_s", policy.grace.count()},
            {"lifetime_years", policy.lifetimeYears},
            {"network_path", networkPathName(policy.networkPath)}};
}

Result<Policy> policyFromJson(const Json &json)
{
    CORE_TRY(const JsonFields fields, JsonFields::of(json, "policy"));
    Policy policy;
    CORE_CHECK(readFlag(fields, "enabled", policy.enabled));
    CORE_CHECK(readSeconds(fields, "cold_after_s", policy.coldAfter));
    if (fields.has("target_score")) {
        CORE_TRY(const std::string score, fields.decimal("target_score"));
        CORE_TRY(policy.targetScore, parseScore(score, "target_score"));
    }
    CORE_CHECK(readName(fields, "schedule", policy.schedule, parseSchedule));
    CORE_CHECK(readWhole(fields, "batch_hour", 0, 23, policy.batchHour));
    CORE_CHECK(readName(fields, "batch_day", policy.batchDay, parseWeekday));
    if (fields.has("max_batch_bytes")) {
        CORE_TRY(const std::int64_t bytes, fields.integer("max_batch_bytes", 1, kLargestBatch.bytes()));
        policy.maxBatch = DataSize::fromBytes(bytes);
    }
    CORE_CHECK(readWhole(fields, "concurrency", 1, kMostConcurrent, policy.concurrency));
    CORE_CHECK(readFlag(fields, "respect_budget", policy.respectBudget));
    CORE_CHECK(readName(fields, "relocation", policy.relocation, parseRelocation));
    CORE_CHECK(readName(fields, "leave_behind", policy.leaveBehind, parseLeaveBehind));
    CORE_CHECK(readSeconds(fields, "grace_s", policy.grace));
    CORE_CHECK(readWhole(fields, "lifetime_years", 1, kLongestLifetime, policy.lifetimeYears));
    CORE_CHECK(readName(fields, "network_path", policy.networkPath, parseNetworkPath));
    CORE_CHECK(validate(policy));
    return policy;
}

} // namespace greenward::tiering
