#include "ui/models/recent_use.h"

#include <algorithm>

namespace greenward::ui {

RecentUse RecentUse::of(const std::vector<store::UsageHour> &hours, Instant now)
{
    RecentUse recent{.asOf = now};
    const Instant from = since(now);
    for (const store::UsageHour &hour : hours) {
        if (hour.hour < from || hour.hour >= now) continue;
        const auto step = static_cast<std::size_t>((hour.hour - from) / kStep);
        if (step < kSteps) recent.grams.at(step) += static_cast<float>(hour.amount.micrograms()) / 1e6F;
    }
    recent.peak = *std::ranges::max_element(recent.grams);
    return recent;
}

} // namespace greenward::ui
