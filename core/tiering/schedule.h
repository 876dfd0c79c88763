#pragma once

#include "core/base/clock.h"
#include "core/tiering/policy.h"
#include "core/units/figure.h"

#include <optional>
#include <span>
#include <string>

namespace greenward::tiering {

/// How long a daily or weekly window stays open (C-42).
inline constexpr std::chrono::hours kWindowLength{2};
/// Of the last 24 hours, how many must hold an observed value for the low-carbon gate (C-41).
inline constexpr int kHoursNeeded = 18;

/// May a batch run now (M-08)? Tested at execution, not at planning (C-43).
struct Gate
{
    bool open = false;
    std::string reason;              ///< one sentence; empty when open
    std::optional<Instant> opensAt;  ///< next known opening; nothing when it depends on the grid
    std::optional<Instant> closesAt; ///< end of the present window
};

/// One observed value of the region where the migration spends energy; all of one signal.
struct Observation
{
    Instant at;
    GramsPerKwh value;
};

/// The gate of `policy` at `now`. `observed`: the trailing 24 hours of live values, oldest first, empty without a live
/// source; estimates and yearly averages are no observations. Low-carbon opens strictly below their mean.
Gate shouldMigrateNow(const Policy &policy, Instant now, std::span<const Observation> observed);

/// Start of the window that is open at `now` or else of the next one; nothing for immediate and low-carbon.
std::optional<Instant> nextWindow(const Policy &policy, Instant now);

} // namespace greenward::tiering
