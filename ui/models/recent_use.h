#pragma once

#include "core/base/clock.h"
#include "core/store/records.h"

#include <QMetaType>

#include <array>
#include <vector>

namespace greenward::ui {

/// What a tenant used in the last week, in steps of six hours, oldest first: the figures of a sparkline.
struct RecentUse
{
    static constexpr std::size_t kSteps = 28;
    static constexpr std::chrono::hours kStep{6};

    std::array<float, kSteps> grams{};
    float peak = 0; ///< the largest step
    Instant asOf;

    static Instant since(Instant now) { return now - kStep * static_cast<int>(kSteps); }
    /// Sums the hours of one tenant; hours outside the week are left out.
    static RecentUse of(const std::vector<store::UsageHour> &hours, Instant now);
};

} // namespace greenward::ui

Q_DECLARE_METATYPE(const greenward::ui::RecentUse *)
