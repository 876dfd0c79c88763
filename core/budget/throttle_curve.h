#pragma once

#include "core/base/clock.h"
#include "core/units/carbon.h"
#include "core/units/period.h"
#include "core/units/ratios.h"

#include <cstdint>
#include <optional>

namespace greenward::budget {

/// How a tenant is slowed down and stopped (B-03, B-04, B-31, C-03).
struct ThrottleCurve
{
    Percent soft = 80_percent;
    Percent hard = 100_percent;
    milliseconds minDelay{100};
    milliseconds maxDelay{2000};

    friend bool operator==(const ThrottleCurve &, const ThrottleCurve &) = default;
};

/// 0 < soft <= hard <= 1000 %, 0 <= minDelay <= maxDelay <= 1 hour; the error names the field. soft = hard is allowed
/// and means that there is no Soft band.
Result<void> checkCurve(const ThrottleCurve &curve);

/// Where a tenant stands. All comparisons are of whole micrograms in 128 bits, so "exactly 100 %" exists (C-02).
struct Standing
{
    ThrottleLevel level = ThrottleLevel::None;
    milliseconds delay{0}; ///< only in the Soft band
    bool exhausted = false;
    std::optional<GramsCO2e> remaining; ///< up to the hard limit, never negative; nothing: unlimited
    std::optional<Percent> fill;        ///< used against the limit; nothing: unlimited, or limit 0

    friend bool operator==(const Standing &, const Standing &) = default;
};

/// None below soft, Soft from soft to hard inclusive, Hard above; the delay rises linearly across the Soft band:
/// min + (u - soft) / (hard - soft) * (max - min). Unlimited (no limit) is always None. A limit of 0 lets nothing
/// through (C-12): always Hard and exhausted.
Standing standing(const ThrottleCurve &curve, std::optional<GramsCO2e> limit, GramsCO2e used);

/// The most that may be used: limit x hard / 100, rounded down, at most kLargestCarbon.
GramsCO2e ceiling(const ThrottleCurve &curve, GramsCO2e limit);

/// The used amounts, in micrograms, at which a tenant first reaches each state; kNever when it cannot.
struct Lines
{
    static constexpr std::int64_t kNever = INT64_MAX;
    std::int64_t soft = kNever;
    std::int64_t exhausted = kNever; ///< also the ceiling of admission, if it is enforced
    std::int64_t hard = kNever;
    bool enforced = true; ///< false: shadow mode, admission has no ceiling

    friend bool operator==(const Lines &, const Lines &) = default;
};

/// The same states as `standing`, turned round: standing(curve, limit, used) is Soft exactly from `soft` on, and so on.
Lines linesOf(const ThrottleCurve &curve, std::optional<GramsCO2e> limit, bool enforced = true);

} // namespace greenward::budget
