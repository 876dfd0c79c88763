#pragma once

#include "core/grid/region_map.h"
#include "core/units/figure.h"

#include <functional>
#include <optional>
#include <string_view>

namespace greenward::grid {

/// A provider of measured or forecast intensity. Implementations talk to the network on threads of their own and keep
/// the last good figure per place and signal.
///
/// Threads: all functions are called on the engine thread and return at once; none ever waits for the network.
/// Errors: a failed fetch keeps the last figure, which simply grows older; the engine judges its age (C-25). A figure
/// that is out of range, zero without confirmation or in an unexpected unit is rejected and never shown (C-28).
/// Stop: destruction aborts what is under way; nothing is reported afterwards.
class IntensitySource
{
public:
    /// Called on the engine thread when a newer figure is there. At most once per fetched figure.
    using Listener = std::function<void(const Place &place, const GridFigure &figure)>;

    virtual ~IntensitySource() = default;
    virtual std::string_view name() const = 0;
    /// True only when credentials are configured (G-32).
    virtual bool isAvailable() const = 0;
    /// The last good figure, with pointTime and fetchedAt set; nothing when this place or signal is not covered.
    virtual std::optional<GridFigure> latest(const Place &place, Signal signal) const = 0;
    /// Asks for a fresh figure soon. Repeats while one is under way are ignored; rate limits are kept inside.
    virtual void refresh(const Place &place, Signal signal) = 0;
    virtual void setListener(Listener listener) = 0;
};

} // namespace greenward::grid
