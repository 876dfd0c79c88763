#include "core/tiering/schedule.h"

#include <algorithm>
#include <array>

namespace greenward::tiering {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;

/// Start of the newest window that began at or before `now`.
Instant lastWindow(const Policy &policy, Instant now)
{
    const auto startOn = [&](std::chrono::sys_days day) {
        return Instant{day} + hours{policy.batchHour};
    };
    std::chrono::sys_days day = floor<days>(now);
    if (policy.schedule == Schedule::WeeklyBatch) day -= std::chrono::weekday{day} - policy.batchDay;
    const days step = policy.schedule == Schedule::WeeklyBatch ? days{7} : days{1};
    if (startOn(day) > now) day -= step;
    return startOn(day);
}

Gate windowGate(const Policy &policy, Instant now)
{
    const Instant opened = lastWindow(policy, now);
    Gate gate;
    gate.open = now < opened + kWindowLength;
    if (gate.open) {
        gate.closesAt = opened + kWindowLength;
        return gate;
    }
    gate.opensAt = opened + (policy.schedule == Schedule::WeeklyBatch ? days{7} : days{1});
    gate.reason = "waits for the window at " + std::to_string(policy.batchHour) + ":00 UTC" +
                  (policy.schedule == Schedule::WeeklyBatch ? " on " + std::string(weekdayName(policy.batchDay)) : "");
    return gate;
}

/// Mean of each of the last 24 hours in 10^-3 mg/kWh; nothing where none was observed. Hour 0 is the present one.
std::array<std::optional<Int128>, 24> hourlyMeans(Instant now, std::span<const Observation> observed)
{
    std::array<Int128, 24> sums{};
    std::array<int, 24> counts{};
    for (const Observation &one : observed) {
        if (one.at > now || one.at <= now - hours{24}) continue;
        const auto hour = static_cast<std::size_t>((now - one.at) / hours{1});
        sums[hour] += one.value.milligrams();
        ++counts[hour];
    }
    std::array<std::optional<Int128>, 24> means;
    for (std::size_t i = 0; i < means.size(); ++i)
        if (counts[i] > 0) means[i] = divideRounded(sums[i] * 1000, counts[i]);
    return means;
}

Gate lowCarbonGate(Instant now, std::span<const Observation> observed)
{
    const auto means = hourlyMeans(now, observed);
    const auto present = std::count_if(means.begin(), means.end(), [](const auto &mean) { return mean.has_value(); });
    Gate gate;
    if (present < kHoursNeeded) {
        gate.reason = "waits for a low-carbon window: " + std::to_string(present) +
                      " of the last 24 hours have an observed intensity, " + std::to_string(kHoursNeeded) +
                      " are needed; a live grid source is missing or new";
        return gate;
    }
    const auto newest = std::max_element(observed.begin(), observed.end(), [now](const auto &a, const auto &b) {
        return (a.at <= now ? a.at : Instant{}) < (b.at <= now ? b.at : Instant{});
    });
    if (now - newest->at >= hours{1}) {
        gate.reason = "waits for a low-carbon window: the newest observed intensity is older than an hour";
        return gate;
    }
    Int128 sum = 0;
    for (const auto &mean : means)
        sum += mean.value_or(0);
    gate.open = Int128{newest->value.milligrams()} * 1000 * present < sum;
    if (!gate.open)
        gate.reason = "waits for a low-carbon window: " + newest->value.gramsText() +
                      " g/kWh is not below the mean of the last 24 hours";
    return gate;
}

} // namespace

Gate shouldMigrateNow(const Policy &policy, Instant now, std::span<const Observation> observed)
{
    switch (policy.schedule) {
    case Schedule::Immediate:
        return Gate{true, {}, {}, {}};
    case Schedule::LowCarbonWindow:
        return lowCarbonGate(now, observed);
    case Schedule::DailyBatch:
    case Schedule::WeeklyBatch:
        return windowGate(policy, now);
    }
    return {};
}

std::optional<Instant> nextWindow(const Policy &policy, Instant now)
{
    if (policy.schedule == Schedule::Immediate || policy.schedule == Schedule::LowCarbonWindow) return std::nullopt;
    const Gate gate = windowGate(policy, now);
    return gate.open ? lastWindow(policy, now) : gate.opensAt;
}

} // namespace greenward::tiering
