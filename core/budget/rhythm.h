#pragma once

#include "core/budget/rehearsal.h"
#include "core/units/period.h"

#include <optional>
#include <span>
#include <vector>

namespace greenward::budget {

/// How a tenant usually uses carbon: by hour of the week, or by hour of the day while less than three weeks are
/// known, with the spread of whole days around it. Learnt from hourly roll-ups; immutable; any thread.
///
/// The mean of each hour is a plain average over the history, so a trend is followed only as old weeks drop out of
/// it. The spread is that of 24-hour sums against the rhythm, wider when days resemble the day before, and grows
/// with the horizon and with how short the history is (Student's t).
class Rhythm final
{
public:
    static constexpr std::chrono::weeks kLongestHistory{6};
    static constexpr std::chrono::days kShortestHistory{3};
    static constexpr std::chrono::days kForWeek{21};

    /// `hours` ascending; those that are not there had no usage. History begins with the first of them and ends at
    /// `until`, rounded down to the hour. Nothing while that is less than kShortestHistory.
    static std::optional<Rhythm> learn(std::span<const HourOfUse> hours, Instant until);

    ForecastBasis basis() const { return m_bins.size() == kDay ? ForecastBasis::DayRhythm : ForecastBasis::WeekRhythm; }

    /// What is expected to be used in [from, to), and where it lies in 8 of 10 cases. Never negative; what would pass
    /// kLargestCarbon is cut there.
    struct Band
    {
        GramsCO2e expected;
        GramsCO2e low;
        GramsCO2e high;
    };
    Band ahead(Instant from, Instant to) const;

private:
    static constexpr std::size_t kDay = 24;
    static constexpr std::size_t kWeek = 7 * kDay;

    Rhythm(std::vector<Int128> bins, int samples);
    void measureSpread(std::span<const std::int64_t> byHour, std::int64_t firstHour);
    Int128 cumulated(Instant at) const;
    double expectedMicrograms(Instant from, Instant to) const;

    std::vector<Int128> m_bins;   ///< micrograms by hour of week or day, summed over the samples
    std::vector<Int128> m_before; ///< sums of the bins before each
    Int128 m_cycle = 0;           ///< sum of all bins
    int m_samples = 1;            ///< weeks or days learnt from
    double m_dayVariance = 0;     ///< of 24-hour sums around the rhythm
    double m_days = 1;            ///< how many of them were seen
    double m_quantile = 0;        ///< 90 % point of the distribution of their mean
};

} // namespace greenward::budget
