#include "core/budget/throttle_curve.h"

#include <algorithm>

namespace greenward::budget {
namespace {

/// Millionths of a percent in one whole: u = used / limit is compared as used * kWhole against limit * threshold.
constexpr Int128 kWhole = 100'000'000;
constexpr Percent kHighest = 1000_percent;
constexpr milliseconds kLongestDelay{60 * 60 * 1000};

Percent fillOf(GramsCO2e limit, GramsCO2e used)
{
    const Int128 millionths = divideRounded(Int128{used.micrograms()} * kWhole, limit.micrograms());
    constexpr Int128 kMost = INT64_MAX;
    return Percent::fromMillionths(static_cast<std::int64_t>(std::min(millionths, kMost)));
}

milliseconds delayAt(const ThrottleCurve &curve, GramsCO2e limit, GramsCO2e used)
{
    const Int128 above = Int128{used.micrograms()} * kWhole - Int128{limit.micrograms()} * curve.soft.millionths();
    const Int128 band = Int128{limit.micrograms()} * (curve.hard.millionths() - curve.soft.millionths());
    const std::int64_t rise = (curve.maxDelay - curve.minDelay).count();
    return curve.minDelay + milliseconds{static_cast<std::int64_t>(divideRounded(above * rise, band))};
}

} // namespace

Result<void> checkCurve(const ThrottleCurve &curve)
{
    if (curve.soft.millionths() <= 0 || curve.soft > kHighest)
        return fail(ErrorCode::InvalidInput, "soft", curve.soft.text() + " % is not above 0 and at most 1000 %");
    if (curve.hard.millionths() <= 0 || curve.hard > kHighest)
        return fail(ErrorCode::InvalidInput, "hard", curve.hard.text() + " % is not above 0 and at most 1000 %");
    if (curve.soft > curve.hard)
        return fail(ErrorCode::InvalidInput, "soft",
                    curve.soft.text() + " % is above the hard limit of " + curve.hard.text() + " %");
    if (curve.minDelay < milliseconds{0} || curve.maxDelay > kLongestDelay || curve.minDelay > curve.maxDelay)
        return fail(ErrorCode::InvalidInput, "delay",
                    std::to_string(curve.minDelay.count()) + " to " + std::to_string(curve.maxDelay.count()) +
                        " ms is not a range within 0 to " + std::to_string(kLongestDelay.count()) + " ms");
    return {};
}

GramsCO2e ceiling(const ThrottleCurve &curve, GramsCO2e limit)
{
    const Int128 most = Int128{limit.micrograms()} * curve.hard.millionths() / kWhole;
    return GramsCO2e::fromMicrograms(static_cast<std::int64_t>(std::min(most, Int128{kLargestCarbon.micrograms()})));
}

Standing standing(const ThrottleCurve &curve, std::optional<GramsCO2e> limit, GramsCO2e used)
{
    Standing now;
    if (!limit) return now;
    if (*limit == GramsCO2e{}) {
        now.level = ThrottleLevel::Hard;
        now.exhausted = true;
        now.remaining = GramsCO2e{};
        return now;
    }
    const Int128 scaled = Int128{used.micrograms()} * kWhole;
    const bool aboveHard = scaled > Int128{limit->micrograms()} * curve.hard.millionths();
    const bool inSoft = scaled >= Int128{limit->micrograms()} * curve.soft.millionths();
    const bool hasBand = curve.soft < curve.hard;
    if (aboveHard) {
        now.level = ThrottleLevel::Hard;
    } else if (inSoft && hasBand) {
        now.level = ThrottleLevel::Soft;
        now.delay = delayAt(curve, *limit, used);
    }
    now.remaining = std::max(GramsCO2e{}, ceiling(curve, *limit) - used);
    now.exhausted = *now.remaining == GramsCO2e{};
    now.fill = fillOf(*limit, used);
    return now;
}

Lines linesOf(const ThrottleCurve &curve, std::optional<GramsCO2e> limit, bool enforced)
{
    if (!limit) return {};
    if (*limit == GramsCO2e{}) return {Lines::kNever, 0, 0, enforced};
    Lines lines;
    lines.enforced = enforced;
    lines.exhausted = ceiling(curve, *limit).micrograms();
    lines.hard = lines.exhausted + 1;
    const Int128 softScaled = Int128{limit->micrograms()} * curve.soft.millionths();
    const Int128 soft = (softScaled + kWhole - 1) / kWhole;
    if (curve.soft < curve.hard && soft <= lines.exhausted) lines.soft = static_cast<std::int64_t>(soft);
    return lines;
}

} // namespace greenward::budget
