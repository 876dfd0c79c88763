#include "core/grid/windows.h"

#include "core/base/decimal.h"

#include <algorithm>
#include <array>
#include <map>

namespace greenward::grid {
namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr int kHoursADay = 24;
constexpr int kFewestHoursADay = 18;
constexpr int kFewestDays = 7;

GramsPerKwh meanOf(Int128 sum, std::int64_t count)
{
    return GramsPerKwh::fromMilligrams(static_cast<std::int64_t>(divideRounded(sum, count)));
}

/// The value with a share of 1/10 or 9/10 below it, by the nearest rank.
std::int64_t rankOf(const std::vector<std::int64_t> &sorted, int tenths)
{
    const std::size_t rank = (sorted.size() * static_cast<std::size_t>(tenths) + 9) / 10;
    return sorted[std::min(sorted.size(), std::max<std::size_t>(rank, 1)) - 1];
}

ForecastError errorOf(int hoursAhead, std::vector<std::int64_t> actualMinusForecast)
{
    std::ranges::sort(actualMinusForecast);
    const auto count = static_cast<std::int64_t>(actualMinusForecast.size());
    Int128 sum = 0;
    Int128 absolute = 0;
    for (const std::int64_t difference : actualMinusForecast) {
        sum -= difference;
        absolute += difference < 0 ? -difference : difference;
    }
    return {hoursAhead,
            static_cast<int>(count),
            static_cast<std::int64_t>(divideRounded(sum, count)),
            static_cast<std::int64_t>(divideRounded(absolute, count)),
            rankOf(actualMinusForecast, 1),
            rankOf(actualMinusForecast, 9)};
}

/// The error known for that distance, or for the nearest shorter one.
const ForecastError *errorAt(std::span<const ForecastError> errors, int hoursAhead)
{
    const ForecastError *best = nullptr;
    for (const ForecastError &error : errors)
        if (error.hoursAhead <= hoursAhead) best = &error;
    return best;
}

using Day = std::array<std::optional<std::int64_t>, kHoursADay>;

std::optional<std::int64_t> sumOfWindow(const Day &day, int begin, int length)
{
    std::int64_t sum = 0;
    for (int i = 0; i < length; ++i) {
        const auto &value = day[static_cast<std::size_t>((begin + i) % kHoursADay)];
        if (!value) return std::nullopt;
        sum += *value;
    }
    return sum;
}

std::vector<Day> daysOf(std::span<const HourMean> past)
{
    std::map<std::chrono::sys_days, Day> byDay;
    for (const HourMean &mean : past) {
        const auto day = std::chrono::floor<days>(mean.hour);
        byDay[day][static_cast<std::size_t>((mean.hour - day) / hours{1})] = mean.value.milligrams();
    }
    std::vector<Day> full;
    for (const auto &[day, values] : byDay)
        if (std::ranges::count_if(values, [](const auto &value) { return value.has_value(); }) >= kFewestHoursADay)
            full.push_back(values);
    return full;
}

/// The mean over all days that have the whole window.
std::optional<std::pair<GramsPerKwh, int>> meanOfWindow(const std::vector<Day> &all, int begin, int length)
{
    Int128 sum = 0;
    int counted = 0;
    for (const Day &day : all) {
        const auto inWindow = sumOfWindow(day, begin, length);
        if (!inWindow) continue;
        sum += *inWindow;
        ++counted;
    }
    if (counted == 0) return std::nullopt;
    return std::pair(meanOf(sum, std::int64_t{counted} * length), counted);
}

} // namespace

std::vector<LowCarbonWindow> lowCarbonWindows(std::span<const HourMean> forecast, GramsPerKwh below)
{
    std::vector<LowCarbonWindow> windows;
    Int128 sum = 0;
    std::int64_t count = 0;
    for (const HourMean &hour : forecast) {
        if (hour.value >= below) continue;
        const bool goesOn = !windows.empty() && windows.back().to == hour.hour;
        if (!goesOn) {
            windows.push_back({hour.hour, hour.hour, {}});
            sum = 0;
            count = 0;
        }
        sum += hour.value.milligrams();
        windows.back().to = hour.hour + hours{1};
        windows.back().mean = meanOf(sum, ++count);
    }
    return windows;
}

std::vector<ForecastError> forecastErrors(std::span<const IssuedForecast> forecasts, std::span<const HourMean> actual,
                                          int fewest)
{
    std::map<Instant, std::int64_t> came;
    for (const HourMean &hour : actual)
        came[hour.hour] = hour.value.milligrams();
    std::map<int, std::vector<std::int64_t>> differences;
    for (const IssuedForecast &forecast : forecasts) {
        for (const HourMean &hour : forecast.hours) {
            const auto found = came.find(hour.hour);
            if (found == came.end() || hour.hour + hours{1} <= forecast.issuedAt) continue;
            const milliseconds ahead = std::max<milliseconds>(hour.hour - forecast.issuedAt, milliseconds{0});
            differences[static_cast<int>(ahead / hours{1})].push_back(found->second - hour.value.milligrams());
        }
    }
    std::vector<ForecastError> errors;
    for (auto &[ahead, list] : differences)
        if (static_cast<int>(list.size()) >= std::max(fewest, 1)) errors.push_back(errorOf(ahead, std::move(list)));
    return errors;
}

std::optional<BestWindow> bestWindow(std::span<const HourMean> forecast, std::span<const ForecastError> errors,
                                     Instant now, std::chrono::hours duration, Instant deadline)
{
    const auto length = static_cast<std::size_t>(std::max<std::int64_t>(duration.count(), 1));
    std::optional<BestWindow> best;
    for (std::size_t begin = 0; begin + length <= forecast.size(); ++begin) {
        const std::span<const HourMean> window = forecast.subspan(begin, length);
        const Instant from = window.front().hour;
        const Instant to = window.back().hour + hours{1};
        if (from < now || to > deadline || to - from != hours{length}) continue; // too early, too late, a gap
        Int128 sum = 0;
        Int128 high = 0;
        for (const HourMean &hour : window) {
            const ForecastError *error = errorAt(errors, static_cast<int>((hour.hour - now) / hours{1}));
            sum += hour.value.milligrams();
            high += hour.value.milligrams() + std::max<std::int64_t>(error ? error->highMilligrams : 0, 0);
        }
        const auto count = static_cast<std::int64_t>(length);
        const GramsPerKwh expected = meanOf(sum, count);
        if (best && best->expected <= expected) continue;
        best = BestWindow{from, to, expected, meanOf(high, count), !errors.empty()};
    }
    return best;
}

std::optional<WindowDoctor> examineWindow(std::span<const HourMean> past, int beginHour, int length)
{
    const std::vector<Day> all = daysOf(past);
    const auto inWindow = meanOfWindow(all, beginHour, length);
    if (!inWindow || inWindow->second < kFewestDays) return std::nullopt;
    WindowDoctor doctor;
    doctor.days = inWindow->second;
    doctor.inWindow = inWindow->first;
    doctor.atBestHour = inWindow->first;
    doctor.bestHour = beginHour;
    for (int begin = 0; begin < kHoursADay; ++begin) {
        const auto other = meanOfWindow(all, begin, length);
        if (!other || other->second < kFewestDays || other->first >= doctor.atBestHour) continue;
        doctor.atBestHour = other->first;
        doctor.bestHour = begin;
    }
    Int128 sum = 0;
    std::int64_t count = 0;
    for (const Day &day : all)
        for (const auto &value : day)
            if (value) {
                sum += *value;
                ++count;
            }
    doctor.mean = meanOf(sum, count);
    if (doctor.mean.milligrams() > 0)
        doctor.penaltyMillionths = static_cast<std::int64_t>(
            divideRounded(Int128{doctor.inWindow.milligrams()} * 1'000'000, doctor.mean.milligrams()) - 1'000'000);
    return doctor;
}

} // namespace greenward::grid
