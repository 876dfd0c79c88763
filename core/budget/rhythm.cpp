#include "core/budget/rhythm.h"

#include <algorithm>
#include <cmath>

namespace greenward::budget {
namespace {

using std::chrono::floor;
using std::chrono::hours;

constexpr std::int64_t kHourMs = 3'600'000;
/// Hours since 1970 of the first Monday, 5 January, so that hour 0 of the week is Monday's first.
constexpr std::int64_t kMonday = 4 * 24;

std::int64_t hourNumber(Instant at)
{
    return floor<hours>(at).time_since_epoch().count();
}

std::size_t binOf(std::int64_t hour, std::size_t cycle)
{
    const auto length = static_cast<std::int64_t>(cycle);
    return static_cast<std::size_t>(((hour - kMonday) % length + length) % length);
}

/// The 90 % point of Student's t, by the first terms of its expansion around the normal one; good to 1 % from 2
/// degrees of freedom on.
double upperTenth(double degrees)
{
    constexpr double z = 1.2815515655;
    const double z3 = z * z * z;
    const double z5 = z3 * z * z;
    return z + (z3 + z) / (4 * degrees) + (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees * degrees);
}

GramsCO2e toGrams(double micrograms)
{
    const auto most = static_cast<double>(kLargestCarbon.micrograms());
    if (micrograms >= most) return kLargestCarbon;
    return GramsCO2e::fromMicrograms(static_cast<std::int64_t>(std::llround(std::max(0.0, micrograms))));
}

} // namespace

Rhythm::Rhythm(std::vector<Int128> bins, int samples)
    : m_bins(std::move(bins))
    , m_samples(samples)
{
    m_before.reserve(m_bins.size());
    for (const Int128 bin : m_bins) {
        m_before.push_back(m_cycle);
        m_cycle += bin;
    }
}

std::optional<Rhythm> Rhythm::learn(std::span<const HourOfUse> hours, Instant until)
{
    const std::int64_t end = hourNumber(until);
    const auto first = std::ranges::find_if(hours, [&](const HourOfUse &hour) {
        return hour.operations > 0 && hourNumber(hour.hour) >= end - std::chrono::hours{kLongestHistory}.count();
    });
    if (first == hours.end() || hourNumber(first->hour) >= end) return std::nullopt;
    // Whole days, or whole weeks once there are enough of them; the newest ones.
    const std::int64_t days = (end - hourNumber(first->hour)) / 24;
    if (days < kShortestHistory.count()) return std::nullopt;
    const bool weekly = days >= kForWeek.count();
    const std::size_t cycle = weekly ? kWeek : kDay;
    const std::int64_t samples = weekly ? days / 7 : days;
    const std::int64_t begin = end - samples * static_cast<std::int64_t>(cycle);

    std::vector<std::int64_t> byHour(static_cast<std::size_t>(end - begin), 0);
    std::vector<Int128> bins(cycle, 0);
    for (auto hour = first; hour != hours.end(); ++hour) {
        const std::int64_t number = hourNumber(hour->hour);
        if (number < begin || number >= end) continue;
        byHour[static_cast<std::size_t>(number - begin)] = hour->amount.micrograms();
        bins[binOf(number, cycle)] += hour->amount.micrograms();
    }
    Rhythm rhythm(std::move(bins), static_cast<int>(samples));
    rhythm.measureSpread(byHour, begin);
    return rhythm;
}

void Rhythm::measureSpread(std::span<const std::int64_t> byHour, std::int64_t firstHour)
{
    std::vector<double> residuals;
    for (std::size_t from = 0; from + kDay <= byHour.size(); from += kDay) {
        double residual = 0;
        for (std::size_t i = from; i < from + kDay; ++i) {
            const std::size_t bin = binOf(firstHour + static_cast<std::int64_t>(i), m_bins.size());
            residual += static_cast<double>(byHour[i]) - static_cast<double>(m_bins[bin]) / m_samples;
        }
        residuals.push_back(residual);
    }
    double squares = 0;
    double products = 0;
    for (std::size_t i = 0; i < residuals.size(); ++i) {
        squares += residuals[i] * residuals[i];
        if (i > 0) products += residuals[i] * residuals[i - 1];
    }
    m_days = static_cast<double>(residuals.size());
    const double fitted = m_bins.size() == kWeek ? 7 : 1;
    const double degrees = std::max(2.0, m_days - fitted);
    m_dayVariance = squares / degrees;
    m_quantile = upperTenth(degrees);
    // Days that resemble the day before say less than as many independent ones; believed only when it stands out of
    // what chance does to so few days, which also makes it look smaller than it is.
    const double likeness = squares > 0 ? products / squares + 1 / m_days : 0;
    if (likeness > 1 / std::sqrt(m_days)) {
        const double bounded = std::min(likeness, 0.8);
        m_dayVariance *= (1 + bounded) / (1 - bounded);
    }
}

/// Sum over all samples from Monday, 5 January 1970 until `at`, times the milliseconds of an hour.
Int128 Rhythm::cumulated(Instant at) const
{
    const std::int64_t hour = hourNumber(at) - kMonday;
    const auto length = static_cast<std::int64_t>(m_bins.size());
    const std::size_t bin = binOf(hour + kMonday, m_bins.size());
    const std::int64_t cycles = (hour - static_cast<std::int64_t>(bin)) / length;
    const std::int64_t inside = (at - floor<hours>(at)).count();
    return (m_cycle * cycles + m_before[bin]) * kHourMs + m_bins[bin] * inside;
}

double Rhythm::expectedMicrograms(Instant from, Instant to) const
{
    return static_cast<double>(cumulated(to) - cumulated(from)) / static_cast<double>(kHourMs) / m_samples;
}

Rhythm::Band Rhythm::ahead(Instant from, Instant to) const
{
    if (to <= from) return {};
    const double expected = expectedMicrograms(from, to);
    const double days = static_cast<double>((to - from).count()) / static_cast<double>(24 * kHourMs);
    const double spread = m_quantile * std::sqrt(m_dayVariance * (days + days * days / m_days));
    return {toGrams(expected), toGrams(expected - spread), toGrams(expected + spread)};
}

} // namespace greenward::budget
