#pragma once

#include "core/base/clock.h"
#include "core/bus/payloads.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace greenward::budget {

/// Admission answers of one tenant (T-08).
struct ThrottleStatistics
{
    std::uint64_t evaluations = 0; ///< allowed + delayed + rejected
    std::uint64_t allowed = 0;
    std::uint64_t delayed = 0;
    std::uint64_t rejected = 0;
    milliseconds addedWaiting{0}; ///< sum of the delays told
    // in shadow mode, where all were allowed
    std::uint64_t wouldDelay = 0;
    std::uint64_t wouldReject = 0;
    milliseconds wouldWait{0};

    /// Counts one answer.
    void count(const bus::BudgetVerdict &verdict);
    ThrottleStatistics &operator+=(const ThrottleStatistics &other);
    /// Slowed down or refused, or would have been.
    std::uint64_t throttled() const { return delayed + rejected + wouldDelay + wouldReject; }

    friend bool operator==(const ThrottleStatistics &, const ThrottleStatistics &) = default;
};

/// The statistics of one tenant since they are kept, and by the hour for as long as recommendations may look back.
class ThrottleHistory final
{
public:
    static constexpr std::chrono::hours kLongest{7 * 24};

    void count(const bus::BudgetVerdict &verdict, Instant at);
    const ThrottleStatistics &total() const { return m_total; }
    /// All answers of the hours that end after `from`: at most an hour more than asked for.
    ThrottleStatistics since(Instant from) const;

    /// {"version":1,"total":[allowed,delayed,rejected,waited ms,would delay,would reject,would wait ms],
    /// "hours":{"2026-11-21T07:00:00Z":[...]}}
    std::string json() const;
    /// InvalidInput naming `tenant` for anything json() does not write.
    static Result<ThrottleHistory> fromJson(std::string_view json, const TenantId &tenant);

    friend bool operator==(const ThrottleHistory &, const ThrottleHistory &) = default;

private:
    ThrottleStatistics m_total;
    std::map<Instant, ThrottleStatistics> m_hours; ///< by the start of the hour; only those with an answer
};

} // namespace greenward::budget
