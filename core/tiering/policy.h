#pragma once

#include "core/base/json_text.h"
#include "core/units/coefficient.h"
#include "core/units/data_size.h"
#include "core/units/ids.h"
#include "core/units/object.h"

#include <chrono>
#include <string>
#include <string_view>

namespace greenward::tiering {

/// When approved batches may run (M-02).
enum class Schedule { Immediate, LowCarbonWindow, DailyBatch, WeeklyBatch };
/// "immediate", "low-carbon", "daily", "weekly".
std::string_view scheduleName(Schedule schedule);
Result<Schedule> parseSchedule(std::string_view text);

/// "sunday" ... "saturday".
std::string_view weekdayName(std::chrono::weekday day);
Result<std::chrono::weekday> parseWeekday(std::string_view text);

/// How one tenant's cold data is found and moved (M-01). The defaults are the specified ones.
struct Policy
{
    std::chrono::seconds coldAfter{std::chrono::hours{24 * 30}};       ///< above 0
    ScorePoints targetScore = ScorePoints::fromMillionths(80'000'000); ///< 0 to 100
    Schedule schedule = Schedule::Immediate;
    int batchHour = 2;                                   ///< UTC, 0 to 23; the window lasts 2 h
    std::chrono::weekday batchDay = std::chrono::Sunday; ///< of weekly batches
    DataSize maxBatch = DataSize::fromGibibytes(10);     ///< 1 byte to 1 PiB (C-46)
    int concurrency = 5;                                 ///< 1 to 64 (C-45)
    bool respectBudget = true;
    /// The source goes after its grace time; copy-only keeps it, and then the saving counts only once somebody
    /// releases it.
    Relocation relocation = Relocation::Move;
    LeaveBehind leaveBehind = LeaveBehind::Nothing;
    std::chrono::seconds grace{std::chrono::hours{24 * 7}}; ///< 0 to 10 years
    int lifetimeYears = 3;                                  ///< 1 to 50 (C-39)
    NetworkPath networkPath = NetworkPath::InterDatacentre;
    bool enabled = true;

    friend bool operator==(const Policy &, const Policy &) = default;
};

/// InvalidInput naming the field as the command line spells it ("cold-after") and its value (M-04).
Result<void> validate(const Policy &policy);

Json toJson(const Policy &policy);
/// Missing members keep their default; wrong ones are InvalidInput naming the member.
Result<Policy> policyFromJson(const Json &json);

} // namespace greenward::tiering
